using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Yanyun.Server.Http;

/// <summary>
/// Serves the built page: its one document at every address of a page, its files under the names that Vite gave them. Where it is not
/// built, the plain pages stand in.
/// </summary>
/// <param name="folder">The folder of the built page; null where there is none.</param>
internal sealed class Window(string? folder)
{
    private static readonly Dictionary<string, string> s_types = new(StringComparer.Ordinal)
    {
        [".js"] = "text/javascript; charset=utf-8", [".css"] = "text/css; charset=utf-8", [".woff2"] = "font/woff2", [".svg"] = "image/svg+xml",
        [".png"] = "image/png", [".json"] = "application/json",
    };

    private static readonly string[] s_addresses =
    [
        "/", "/watch/{scenario}", "/watch/{scenario}/{source}", "/games/{game}", "/games/{game}/watch", "/games/{game}/after", "/games/{game}/seats/{seat}",
        "/invitations/{token}", "/whatif/{**rest}", "/compare/{scenario}", "/after/{scenario}/{source}", "/encyclopaedia/{**rest}", "/about/{**rest}",
    ];

    public void Map(WebApplication app)
    {
        foreach (var address in s_addresses) app.MapGet(address, (Delegate)Document).ExcludeFromDescription();
        app.MapGet("/assets/{file}", (Delegate)File).ExcludeFromDescription();
    }

    private IResult Document(HttpContext context)
    {
        var path = folder is null ? null : Path.Combine(folder, "index.html");
        if (path is null || !System.IO.File.Exists(path))
            return Results.Redirect(Html.Prefix + (context.Request.Path.Value is "/" or null ? "" : context.Request.Path.Value) + context.Request.QueryString);
        // The document names its files by what is in them, and is itself asked for each time.
        context.Response.Headers.CacheControl = "no-cache";
        return Results.File(path, "text/html; charset=utf-8", lastModified: System.IO.File.GetLastWriteTimeUtc(path));
    }

    private IResult File(HttpContext context, string file)
    {
        if (folder is null || !s_types.TryGetValue(Path.GetExtension(file), out var type) || file != Path.GetFileName(file)) return Nowhere(context);
        var path = Path.Combine(folder, "assets", file);
        if (!System.IO.File.Exists(path)) return Nowhere(context);
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.File(path, type);
    }

    private static IResult Nowhere(HttpContext context) => Answers.Of(Refusal.NotFound(HallMessages.NoSuchPath, null), context.Request);
}
