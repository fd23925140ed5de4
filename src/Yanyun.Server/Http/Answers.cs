using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Server.Views;

namespace Yanyun.Server.Http;

/// <summary>A refusal as the API answers it: problem details with the stable code of the house.</summary>
/// <param name="Status">The status of the response.</param>
/// <param name="Code">Stable.</param>
/// <param name="Detail">What was found and what was expected, in the language of the request.</param>
/// <param name="Verdict">Of an order that the desk refused, the desk's own code; else absent.</param>
public sealed record Fault(string Type, string Title, int Status, string Code, string Detail, string? Verdict = null);

/// <summary>Reads requests and writes answers.</summary>
public static class Answers
{
    /// <summary>Bytes of a body at most, but for records.</summary>
    public const int MostBytes = 16 * 1024;

    private static readonly SearchValues<char> s_control = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl)]);

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = Page.Plain.Encoder,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        MaxDepth = 8,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The language a request asks for: the query's lang, else what the client prefers, else English.</summary>
    public static Language LanguageOf(HttpRequest request) => request.Query["lang"].ToString() switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => request.Headers.AcceptLanguage.ToString().StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English,
    };

    public static IResult Of(Refusal why, HttpRequest request)
    {
        var language = LanguageOf(request);
        var verdict = why.Message == HallMessages.Refused ? (string)why.Args[0] : null;
        var fault = new Fault("about:blank", Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(why.Status), why.Status, why.Code, why.In(language), verdict);
        return Results.Json(fault, Json, "application/problem+json", why.Status);
    }

    public static IResult Of<T>(T value, int status = 200) => Results.Json(value, Json, statusCode: status);

    /// <summary>Text that is JSON already.</summary>
    public static IResult Raw(string json) => Results.Text(json, "application/json; charset=utf-8");

    /// <summary>The body of a request as an object; why it is none when it is not.</summary>
    public static async Task<(T? Body, Refusal? Why)> Read<T>(HttpRequest request) where T : class
    {
        var (body, _, why) = await ReadRaw<T>(request);
        return (body, why);
    }

    /// <summary>As <see cref="Read"/>, with the bytes as they came.</summary>
    public static async Task<(T? Body, byte[] Bytes, Refusal? Why)> ReadRaw<T>(HttpRequest request) where T : class
    {
        var (bytes, why) = await Bytes(request, "application/json", MostBytes);
        if (bytes is null) return (null, [], why);
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Json) is { } body ? (body, bytes, null) : (null, [], Refusal.Bad(HallMessages.NotJson, null, "null"));
        }
        catch (JsonException e)
        {
            return (null, [], Refusal.Bad(HallMessages.NotJson, null, Place(e)));
        }
    }

    /// <summary>The bytes of a body of one type, when there are no more than allowed.</summary>
    public static async Task<(byte[]? Bytes, Refusal? Why)> Bytes(HttpRequest request, string type, int most)
    {
        var given = request.ContentType ?? "";
        if (!given.Split(';')[0].Trim().Equals(type, StringComparison.OrdinalIgnoreCase))
            return (null, new Refusal(415, HallMessages.NotJsonType, [Short(given), type]));
        if (request.ContentLength > most) return (null, new Refusal(413, HallMessages.TooLarge, [most]));
        // A byte more than was announced, so that the end is seen without room for more.
        var room = ArrayPool<byte>.Shared.Rent((int)Math.Min(request.ContentLength + 1 ?? 8192, most + 1L));
        try
        {
            for (var have = 0; ;)
            {
                var read = await request.Body.ReadAsync(room.AsMemory(have), request.HttpContext.RequestAborted);
                if (read == 0) return (room.AsSpan(0, have).ToArray(), null);
                if ((have += read) > most) return (null, new Refusal(413, HallMessages.TooLarge, [most]));
                if (have == room.Length) Grow(ref room);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    private static void Grow(ref byte[] room)
    {
        var larger = ArrayPool<byte>.Shared.Rent(room.Length * 2);
        room.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(room);
        room = larger;
    }

    /// <summary>A text of the client as it may be said back: not long, nothing that moves a terminal.</summary>
    public static string Short(string text)
    {
        var plain = text.AsSpan().IndexOfAny(s_control) < 0 ? text : string.Concat(text.Select(c => char.IsControl(c) ? '.' : c));
        return plain.Length <= 60 ? plain : plain[..57] + "...";
    }

    private static string Place(JsonException e) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(e.Path is { Length: > 0 } path ? Short(path) : "$")}:{e.LineNumber + 1}:{e.BytePositionInLine + 1}");

    /// <summary>Words of an argument in both languages.</summary>
    public static Bilingual Says(string english, string chinese) => new(english, chinese);
}
