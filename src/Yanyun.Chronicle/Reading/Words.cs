namespace Yanyun.Chronicle.Reading;

/// <summary>The words of an enum in data files: <c>MountainRoad</c> is <c>mountain_road</c>. <c>None</c> is never written.</summary>
public static class Words<T> where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord = Enum.GetValues<T>()
        .Where(value => value.ToString() != "None")
        .ToDictionary(value => Snake(value.ToString()));

    /// <summary>All words, in the order of the enum.</summary>
    public static IReadOnlyCollection<string> All => ByWord.Keys;

    public static bool TryRead(string word, out T value) => ByWord.TryGetValue(word, out value);

    public static string Of(T value) => Snake(value.ToString());

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => (i > 0 && char.IsUpper(c) ? "_" : "") + char.ToLowerInvariant(c)));
}
