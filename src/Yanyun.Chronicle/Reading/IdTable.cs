namespace Yanyun.Chronicle.Reading;

/// <summary>
/// Ids of one kind of thing in the order they were read, each with where it was written. Numbers count from 1, as the Engine's
/// tables do; 0 is nobody.
/// </summary>
/// <param name="kind">What the ids are of, in English, for the texts: "place".</param>
/// <param name="kindChinese">The same in Chinese: "地點".</param>
public sealed class IdTable(string kind, string kindChinese)
{
    private readonly Dictionary<string, int> _number = [];
    private readonly List<string> _ids = [];
    private readonly List<Location> _at = [];

    /// <summary>The kind, as an argument of a message: each language takes its own.</summary>
    public Bilingual Kind { get; } = new(kind, kindChinese);
    public int Count => _ids.Count;
    public IReadOnlyList<string> Ids => _ids;

    /// <summary>Number of an id, 0 when it is not known.</summary>
    public int this[string id] => _number.GetValueOrDefault(id);
    public string this[int number] => _ids[number - 1];
    public Location At(int number) => _at[number - 1];

    /// <summary>Adds an id and answers its number; 0, with a problem, when it is there already or is empty.</summary>
    public int Add(string id, Location at, Problems problems)
    {
        if (id.Length == 0) return 0;
        if (_number.TryGetValue(id, out var first))
        {
            problems.Add(ReadingMessages.DuplicateId, at, id, _at[first - 1].ToString());
            return 0;
        }
        _ids.Add(id);
        _at.Add(at);
        return _number[id] = _ids.Count;
    }
}
