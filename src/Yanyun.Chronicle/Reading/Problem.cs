namespace Yanyun.Chronicle.Reading;

/// <summary>An error stops the load; a warning is said and the load goes on.</summary>
public enum Severity : byte { Error, Warning }

/// <summary>A spot in a file. Line and column count from 1; 0 means the file as a whole.</summary>
public readonly record struct Location(string File, int Line, int Column)
{
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}

/// <summary>
/// One kind of fault, and the only place of its text. Both texts say what was found and what was expected, with <c>{0}</c>,
/// <c>{1}</c>... for the typed arguments; the spot, the code and "did you mean" are added when a problem is rendered.
/// </summary>
/// <param name="Code">Stable: letters of the family, then a number. Never given to another fault.</param>
public sealed record Message(string Code, Severity Severity, string English, string Chinese)
{
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}

/// <summary>An argument that is itself text in both languages.</summary>
public sealed record Bilingual(string English, string Chinese)
{
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}

/// <summary>Something wrong in a data file, as a value. Nothing is thrown: a file tells all its faults at once.</summary>
/// <param name="Args">Arguments of the text, in its order: words, whole numbers, lists of words, or words in both languages.</param>
/// <param name="Nearest">The known word closest to the one found; null when none is close.</param>
public sealed record Problem(Message Message, Location At, IReadOnlyList<object> Args, string? Nearest = null)
{
    public string Code => Message.Code;
    public Severity Severity => Message.Severity;

    /// <summary><c>file:line:column: CODE: what was found; expected ...; did you mean 'x'?</c></summary>
    public string Render(Language language)
    {
        var words = new object[Args.Count];
        for (var i = 0; i < words.Length; i++) words[i] = Say(Args[i], language);
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, Message.In(language), words);
        var hint = (Nearest, language) switch
        {
            (null, _) => "",
            (_, Language.Chinese) => $"；是否為「{Nearest}」？",
            _ => $"; did you mean '{Nearest}'?",
        };
        return $"{At}: {Code}: {text}{hint}";
    }

    public override string ToString() => Render(Language.English);

    private static object Say(object arg, Language language) => arg switch
    {
        Bilingual text => text.In(language),
        IEnumerable<string> words => string.Join(language == Language.Chinese ? "、" : ", ", words),
        _ => arg,
    };
}

/// <summary>The faults found so far, in the order they were met.</summary>
public sealed class Problems
{
    private readonly List<Problem> _all = [];

    public IReadOnlyList<Problem> All => _all;
    public int Errors { get; private set; }
    public bool Clean => _all.Count == 0;

    public void Add(Message message, Location at, params object[] args) => Add(new Problem(message, at, args));

    public void Add(Problem problem)
    {
        _all.Add(problem);
        if (problem.Severity == Severity.Error) Errors++;
    }
}
