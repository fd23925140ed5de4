using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Server.Gate;

namespace Yanyun.Server.Http;

/// <summary>A plain page being written. Every text that is not ours is encoded.</summary>
internal sealed class Html(HttpContext context)
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.CjkUnifiedIdeographs,
        UnicodeRanges.CjkSymbolsandPunctuation, UnicodeRanges.HalfwidthandFullwidthForms);

    /// <summary>Where the plain pages are: beside those of the built page.</summary>
    public const string Prefix = "/plain";

    private readonly StringBuilder _text = new();

    public Language Language { get; } = Answers.LanguageOf(context.Request);

    public Html Add(string markup)
    {
        _text.Append(markup).Append('\n');
        return this;
    }

    public string Say(Bilingual text) => Plain(text.In(Language));

    public static string Plain(string text) => s_encoder.Encode(text);

    /// <summary>A form that posts to a path, with what only a page of this house knows.</summary>
    public string Form(string path, string fields, Bilingual button) =>
        $"<form method=\"post\" action=\"{Prefix}{Plain(path)}{Suffix}\">{fields}<button>{Say(button)}</button></form>";

    public string Link(string path, string text) => $"<a href=\"{Prefix}{Plain(path)}{Suffix}\">{text}</a>";

    private string Suffix => context.Request.Query["lang"].ToString() is "en" or "zh" ? $"?lang={context.Request.Query["lang"]}" : "";

    public IResult Done(string title, int status = 200)
    {
        var lang = Language == Language.Chinese ? "zh-Hant" : "en";
        var visitor = Desk.VisitorOf(context) is { } known ? $"<p>{Plain(known.Account.Name)}</p>" : "";
        var page = $"<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
            + $"<title>{Plain(title)}</title><link rel=\"stylesheet\" href=\"/plain.css\"></head>\n<body>\n<header><a href=\"{Prefix}\">{Say(PageTexts.Title)}</a> "
            + $"<a href=\"?lang=en\">English</a> <a href=\"?lang=zh\">中文</a> {visitor}</header>\n<main>\n<h1>{Plain(title)}</h1>\n{_text}</main>\n</body></html>\n";
        return Results.Text(page, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    public const string Style =
        "body{font:16px/1.5 serif;max-width:60rem;margin:1rem auto;padding:0 1rem;background:#f6f1e4;color:#22201c}"
        + "table{border-collapse:collapse;display:block;max-width:100%;overflow-x:auto}td:last-child{white-space:nowrap}code{font-size:.8em;color:#6b6455}td,th{padding:.1rem .6rem;text-align:left;border-bottom:1px solid #cbbf9f}"
        + "form{display:inline}pre{white-space:pre-wrap;font:inherit}a{color:#2f6f5e}header{border-bottom:2px solid #b3261e}\n";
}
