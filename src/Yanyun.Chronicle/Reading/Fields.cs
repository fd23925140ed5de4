using System.Globalization;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Reading;

/// <summary>
/// Reads the keys of one mapping. Each getter says what it expects and, when the file says otherwise, adds a problem at the very
/// spot and answers an empty value, so that the rest is still read. <see cref="End"/> reports the keys nobody asked for.
/// </summary>
public sealed class Fields(Mapping mapping, Problems problems)
{
    /// <summary>The days that data may speak of: 1111-01-01 to 1142-12-31.</summary>
    public static readonly Day FirstDay = Day.Julian(1111, 1, 1), LastDay = Day.Julian(1142, 12, 31);

    private readonly List<string> _asked = [];
    private readonly int _errorsBefore = problems.Errors;

    public Location At => mapping.At;
    public Problems Problems => problems;

    /// <summary>No error was met since the reading of this mapping began: its values may be compared with one another.</summary>
    public bool Sound => problems.Errors == _errorsBefore;

    /// <summary>Where the value of a key stands; the mapping itself when it has no such key.</summary>
    public Location Of(string key) => mapping[key]?.At ?? mapping.At;

    /// <summary>The key is there and not null.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Text that must be there and not be empty.</summary>
    public string Text(string key) => Required(key, out var word) ? NotEmpty(key, word) : "";

    /// <summary>Text that may be absent.</summary>
    public string? TextIfAny(string key) => Optional(key, out var word) ? NotEmpty(key, word) : null;

    /// <summary>An id of small letters, digits, '-' and '_'.</summary>
    public string Slug(string key)
    {
        if (!Required(key, out var word)) return "";
        if (word.Text.Length > 0 && word.Text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_' or '-')) return word.Text;
        problems.Add(ReadingMessages.NotSlug, word.At, key, word.Text);
        return "";
    }

    /// <summary>A whole number within bounds, both included.</summary>
    public int Whole(string key, int min, int max) => Required(key, out var word) ? ReadWhole(key, word, min, max) ?? min : min;

    public int? WholeIfAny(string key, int min, int max) => Optional(key, out var word) ? ReadWhole(key, word, min, max) : null;

    /// <summary>A decimal number as a whole one, x 10 to the power of <paramref name="digits"/>: 34.795 with 4 digits is 347950.</summary>
    public int Scaled(string key, int digits, int min, int max)
    {
        if (!Required(key, out var word)) return min * Power(digits);
        var scale = Power(digits);
        const NumberStyles form = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (decimal.TryParse(word.Text, form, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max && value * scale == decimal.Truncate(value * scale))
            return (int)(value * scale);
        problems.Add(ReadingMessages.NotDecimal, word.At, key, word.Text, min, max, digits);
        return min * scale;
    }

    /// <summary>One word of an enum, written in snake case.</summary>
    public T Choice<T>(string key) where T : struct, Enum => Required(key, out var word) ? ReadChoice<T>(key, word) ?? default : default;

    public T? ChoiceIfAny<T>(string key) where T : struct, Enum => Optional(key, out var word) ? ReadChoice<T>(key, word) : null;

    /// <summary>One of the given words.</summary>
    public string OneOf(string key, IReadOnlyCollection<string> words)
    {
        if (!Required(key, out var word)) return "";
        if (words.Contains(word.Text)) return word.Text;
        AddNotChoice(key, word, words);
        return "";
    }

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    public bool YesNo(string key, bool absent) => Optional(key, out var word) ? ReadYesNo(key, word) : absent;

    /// <summary>The number of an id in a table; 0, with a problem, when it is not there.</summary>
    public int Id(string key, IdTable table) => Required(key, out var word) ? ReadId(key, word, table) : 0;

    public int IdIfAny(string key, IdTable table) => Optional(key, out var word) ? ReadId(key, word, table) : 0;

    /// <summary>A Julian day within 1111-1142.</summary>
    public Day Date(string key) => Required(key, out var word) ? ReadDate(key, word) : Day.None;

    public Day? DateIfAny(string key) => Optional(key, out var word) && ReadDate(key, word) is { Exists: true } day ? day : null;

    /// <summary>A list of texts; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [.. Items(key, required: false).Select(item => item is Scalar word ? NotEmpty(key, word) : Misshapen(key, item, Shapes.Text))];

    /// <summary>A list of mappings, each to be read and ended.</summary>
    public IEnumerable<Fields> Rows(string key, bool required = true)
    {
        foreach (var item in Items(key, required))
        {
            if (item is Mapping row) yield return new Fields(row, problems);
            else Misshapen(key, item, Shapes.Mapping);
        }
    }

    /// <summary>A mapping under a key; null when absent, or with a problem when of another shape.</summary>
    public Fields? Inner(string key, bool required = true)
    {
        var node = Find(key);
        if (node is Mapping inner) return new Fields(inner, problems);
        if (node is not null) Misshapen(key, node, Shapes.Mapping);
        else if (required) problems.Add(ReadingMessages.MissingKey, mapping.At, key);
        return null;
    }

    /// <summary>The keys of this mapping with the text of each: for tables whose keys are data (holder by date, basis by column).</summary>
    public IEnumerable<(Scalar Key, Scalar Value)> Pairs()
    {
        foreach (var (key, value) in mapping.Entries)
        {
            _asked.Add(key.Text);
            if (value is Scalar word) yield return (key, word);
            else Misshapen(key.Text, value, Shapes.Text);
        }
    }

    /// <summary>Every key there is, in the order of the file.</summary>
    public IEnumerable<string> Keys => mapping.Entries.Select(entry => entry.Key.Text);

    /// <summary>The node under a key as it stands, for shapes of one's own; null when absent.</summary>
    public Node? Find(string key)
    {
        if (!_asked.Contains(key)) _asked.Add(key);
        return mapping[key] is { } node and not Scalar { IsNull: true } ? node : null;
    }

    /// <summary>Says that the reading is over: whatever key was not asked for is unknown.</summary>
    public void End()
    {
        foreach (var (key, _) in mapping.Entries)
            if (!_asked.Contains(key.Text))
                problems.Add(new Problem(ReadingMessages.UnknownKey, key.At, [key.Text, _asked.ToArray()], Nearest.To(key.Text, _asked)));
    }

    private IReadOnlyList<Node> Items(string key, bool required)
    {
        var node = Find(key);
        if (node is Sequence list) return list.Items;
        if (node is not null) Misshapen(key, node, Shapes.List);
        else if (required) problems.Add(ReadingMessages.MissingKey, mapping.At, key);
        return [];
    }

    private bool Required(string key, out Scalar word)
    {
        if (Optional(key, out word)) return true;
        if (mapping[key] is null or Scalar) problems.Add(ReadingMessages.MissingKey, mapping[key]?.At ?? mapping.At, key);
        return false;
    }

    private bool Optional(string key, out Scalar word)
    {
        word = null!;
        var node = Find(key);
        if (node is Scalar scalar)
        {
            word = scalar;
            return true;
        }
        if (node is not null) Misshapen(key, node, Shapes.Text);
        return false;
    }

    private string Misshapen(string key, Node node, Bilingual expected)
    {
        problems.Add(ReadingMessages.WrongShape, node.At, key, node.Shape, expected);
        return "";
    }

    private string NotEmpty(string key, Scalar word)
    {
        if (string.IsNullOrWhiteSpace(word.Text)) problems.Add(ReadingMessages.Empty, word.At, key);
        return word.Text;
    }

    private int? ReadWhole(string key, Scalar word, int min, int max)
    {
        if (int.TryParse(word.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max)
            return value;
        problems.Add(ReadingMessages.NotWhole, word.At, key, word.Text, min, max);
        return null;
    }

    private T? ReadChoice<T>(string key, Scalar word) where T : struct, Enum
    {
        if (Words<T>.TryRead(word.Text, out var value)) return value;
        AddNotChoice(key, word, Words<T>.All);
        return null;
    }

    private void AddNotChoice(string key, Scalar word, IReadOnlyCollection<string> words) =>
        problems.Add(new Problem(ReadingMessages.NotChoice, word.At, [key, word.Text, words], Nearest.To(word.Text, words)));

    private bool ReadYesNo(string key, Scalar word)
    {
        if (word.Text is "yes" or "no") return word.Text == "yes";
        AddNotChoice(key, word, ["yes", "no"]);
        return false;
    }

    private int ReadId(string key, Scalar word, IdTable table)
    {
        var number = table[word.Text];
        if (number == 0)
            problems.Add(new Problem(ReadingMessages.NotKnown, word.At, [key, table.Kind, word.Text], Nearest.To(word.Text, table.Ids)));
        return number;
    }

    private Day ReadDate(string key, Scalar word)
    {
        if (!JulianDate.TryRead(word.Text, out var day)) problems.Add(ReadingMessages.NotDate, word.At, key, word.Text);
        else if (day < FirstDay || day > LastDay)
            problems.Add(ReadingMessages.DateOutside, word.At, key, word.Text, FirstDay.ToString(), LastDay.ToString());
        else return day;
        return Day.None;
    }

    private static int Power(int digits)
    {
        var power = 1;
        for (var i = 0; i < digits; i++) power *= 10;
        return power;
    }
}
