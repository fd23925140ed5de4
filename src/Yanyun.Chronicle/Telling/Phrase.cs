using System.Text;

namespace Yanyun.Chronicle.Telling;

/// <summary>
/// One thing the chronicle can say, and the only place of its words: a whole sentence or clause, in each language, in one wording or
/// several.
/// Holes are named: <c>{who}</c>. Every wording has the same holes, so that no language and no wording keeps a fact back.
/// </summary>
public sealed class Phrase
{
    private readonly Wording[] _english, _chinese;

    public Phrase(string english, string chinese) : this([english], [chinese]) { }

    public Phrase(string[] english, string[] chinese)
    {
        _english = [.. english.Select(text => new Wording(text))];
        _chinese = [.. chinese.Select(text => new Wording(text))];
    }

    public IReadOnlyList<string> English => [.. _english.Select(wording => wording.Text)];
    public IReadOnlyList<string> Chinese => [.. _chinese.Select(wording => wording.Text)];

    /// <summary>Number of wordings in a language.</summary>
    public int Wordings(Language language) => In(language).Length;

    /// <summary>Names of the holes of one wording, each once.</summary>
    public static IEnumerable<string> HolesOf(string wording) => new Wording(wording).Holes.Distinct();

    /// <summary>The words, each hole filled in.</summary>
    /// <param name="wording">0 .. <see cref="Wordings"/> - 1.</param>
    /// <param name="fill">Answers the text of a hole; called in the order of the wording, so that a name is met first where it is read
    /// first.</param>
    internal string Say(Language language, int wording, Func<string, string> fill)
    {
        var said = In(language)[wording];
        var text = new StringBuilder();
        for (var i = 0; i < said.Parts.Count; i++)
        {
            text.Append(said.Parts[i]);
            if (i < said.Holes.Count) text.Append(fill(said.Holes[i]));
        }
        return text.ToString();
    }

    private Wording[] In(Language language) => language == Language.Chinese ? _chinese : _english;

    private sealed class Wording
    {
        public Wording(string text)
        {
            Text = text;
            var from = 0;
            for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', from))
            {
                var close = text.IndexOf('}', open);
                Parts.Add(text[from..open]);
                Holes.Add(text[(open + 1)..close]);
                from = close + 1;
            }
            Parts.Add(text[from..]);
        }

        public string Text { get; }

        /// <summary>What stands between the holes: one more than there are holes.</summary>
        public List<string> Parts { get; } = [];
        public List<string> Holes { get; } = [];
    }
}

/// <summary>A phrase with what fills its holes: something that can be said.</summary>
internal sealed record Saying(Phrase Phrase, params (string Hole, object Value)[] Holes);
