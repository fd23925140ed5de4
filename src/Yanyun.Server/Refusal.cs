using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;

namespace Yanyun.Server;

/// <summary>Something that was asked and is not done, as a value: nothing has changed.</summary>
/// <param name="Status">As HTTP says it.</param>
public sealed record Refusal(int Status, Message Message, IReadOnlyList<object> Args, string? Nearest = null)
{
    public static Refusal NotFound(Message message, string? nearest, params object[] args) => new(404, message, args, nearest);
    public static Refusal Forbidden(Message message, params object[] args) => new(403, message, args);
    public static Refusal Conflict(Message message, params object[] args) => new(409, message, args);
    public static Refusal Bad(Message message, string? nearest, params object[] args) => new(400, message, args, nearest);
    public static Refusal Unfit(Message message, params object[] args) => new(422, message, args);
    public static Refusal Unavailable(Message message, params object[] args) => new(503, message, args);

    public string Code => Message.Code;

    /// <summary>The sentence: what was found, what was expected, what may have been meant.</summary>
    public string In(Language language)
    {
        var text = new Problem(Message, new Location("", 0, 0), Args, Nearest).Render(language);
        var lead = $": {Code}: ";
        return text.StartsWith(lead, StringComparison.Ordinal) ? text[lead.Length..] : text;
    }

    /// <summary>Problems of a file or a word as one argument.</summary>
    public static Bilingual Said(Problems problems) => new(
        string.Join(" | ", problems.All.Select(problem => problem.Render(Language.English))),
        string.Join(" | ", problems.All.Select(problem => problem.Render(Language.Chinese))));
}
