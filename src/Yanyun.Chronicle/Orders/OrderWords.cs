using System.Globalization;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Orders;

/// <summary>Orders as words and back: <c>march force=yue-beiwei to=yingchang pace=forced</c>.</summary>
/// <param name="slugs">Names of the scenario's things.</param>
/// <param name="atlas">Where a crossing's row is found by its slug.</param>
/// <param name="recorded">Reads orders that were given once: a number need only fit its field, and "nobody" is a name.</param>
public sealed class OrderWords(Slugs slugs, Atlas atlas, bool recorded = false)
{
    private static readonly Bilingual CrossingKind = new("crossing", "渡口");

    public Slugs Slugs => slugs;
    public Atlas Atlas => atlas;

    /// <summary>The verb and the fields of an order; the seat apart.</summary>
    public string Write(in Order order) => $"{OrderVerbs.Of(order.Kind).Word} {string.Join(' ', Fields(order).Select(f => $"{f.Name}={f.Value}"))}";

    /// <summary>The fields of an order, as written.</summary>
    public IEnumerable<(string Name, string Value)> Fields(in Order order)
    {
        var verb = OrderVerbs.Of(order.Kind);
        var values = verb.ValuesOf(order);
        return verb.Fields.Select((field, i) => (field.Name, Word(field.Type, values[i])));
    }

    /// <summary>Reads a verb and its <c>key=value</c> words; null, with the reasons among the problems, when it is no order.</summary>
    /// <param name="at">Where the words stand.</param>
    /// <param name="usage">Filled with true when a fault is of form (unknown verb or field, value of the wrong kind), not of a name.</param>
    public Order? Read(SeatId seat, string verbWord, IReadOnlyList<string> words, Location at, Problems problems, out bool usage)
    {
        usage = true;
        var known = recorded ? OrderVerbs.Words : OrderVerbs.OfSeats;
        if (!known.Contains(verbWord) || OrderVerbs.Find(verbWord) is not { } verb)
        {
            problems.Add(new Problem(OrderMessages.UnknownVerb, at, [verbWord, known], Nearest.To(verbWord, known)));
            return null;
        }
        var names = verb.Fields.Select(field => field.Name).ToList();
        var given = new string?[names.Count];
        foreach (var word in words)
        {
            var equals = word.IndexOf('=');
            if (equals <= 0)
            {
                problems.Add(new Problem(OrderMessages.NotPair, at, [word]));
                return null;
            }
            var i = names.IndexOf(word[..equals]);
            if (i < 0)
                problems.Add(new Problem(OrderMessages.UnknownField, at, [word[..equals], verb.Word, names], Nearest.To(word[..equals], names)));
            else if (given[i] is not null) problems.Add(new Problem(OrderMessages.FieldTwice, at, [names[i]]));
            if (i < 0 || given[i] is not null) return null;
            given[i] = word[(equals + 1)..];
        }
        var values = new object[names.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var field = verb.Fields[i];
            var word = given[i] ?? field.Absent;
            if (word is null)
            {
                problems.Add(new Problem(OrderMessages.MissingField, at, [verb.Word, field.Name, Example(field)]));
                return null;
            }
            if (Value(field, word, at, problems, out usage) is not { } value) return null;
            values[i] = value;
        }
        usage = false;
        return verb.Make(seat, values);
    }

    /// <summary>The value of one field of a verb; null, with the reason among the problems, when the word is none of its kind.</summary>
    public object? ReadValue(OrderField field, string word, Location at, Problems problems) => Value(field, word, at, problems, out _);

    /// <summary><c>KeepDays</c> is written <c>keep-days</c>.</summary>
    public static string Dashed(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    /// <summary>The name of a value of an enumeration, in that way.</summary>
    public static string Dashed<T>(T value) where T : struct, Enum => Choice<T>.Words.TryGetValue(value, out var word) ? word : Dashed(value.ToString());

    private static class Choice<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Words = Enum.GetValues<T>().Distinct().ToDictionary(value => value, value => Dashed(value.ToString()));
    }

    private object? Value(OrderField field, string word, Location at, Problems problems, out bool usage)
    {
        usage = false;
        if (recorded && word == Chronicle.Slugs.Nobody && !field.Type.IsEnum && !field.Type.IsPrimitive) return Activator.CreateInstance(field.Type);
        if (field.Type == typeof(ForceId)) return slugs.Force(word) is { Exists: true } force ? force : Unknown(field, slugs.Forces, word, at, problems);
        if (field.Type == typeof(PlaceId)) return slugs.Places[word] is > 0 and var p ? new PlaceId((short)p) : Unknown(field, slugs.Places, word, at, problems);
        if (field.Type == typeof(PersonId)) return slugs.Persons[word] is > 0 and var p ? new PersonId((short)p) : Unknown(field, slugs.Persons, word, at, problems);
        if (field.Type == typeof(SeatId)) return slugs.Seats[word] is > 0 and var s ? new SeatId((byte)s) : Unknown(field, slugs.Seats, word, at, problems);
        if (field.Type == typeof(PolityId))
            return slugs.Polities[word] is > 0 and var q ? new PolityId((byte)q) : Unknown(field, slugs.Polities, word, at, problems);
        if (field.Type == typeof(TreatyId))
            return slugs.Treaties[word] is > 0 and var t ? new TreatyId((byte)t) : Unknown(field, slugs.Treaties, word, at, problems);
        if (field.Name == "crossing" && recorded && word == Chronicle.Slugs.Nobody) return (short)0;
        if (field.Name == "crossing") return CrossingRow(word) is > 0 and var row ? row : UnknownCrossing(field, word, at, problems);
        usage = true;
        if (field.Type == typeof(ulong) && ulong.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var wide)) return wide;
        if (field.Type.IsEnum)
        {
            var words = Choices(field.Type);
            var index = words.IndexOf(word);
            if (index >= 0) return Enum.GetValues(field.Type).GetValue(index);
            problems.Add(new Problem(OrderMessages.NotChoice, at, [field.Name, word, words], Nearest.To(word, words)));
            return null;
        }
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (recorded ? Fits(field.Type, number)
            : number >= field.Min && number <= field.Max))
            return Convert.ChangeType(number, field.Type, CultureInfo.InvariantCulture);
        problems.Add(new Problem(OrderMessages.NotWhole, at, [field.Name, word, field.Min, field.Max]));
        return null;
    }

    private string Word(Type type, object value) => value switch
    {
        ForceId force => slugs.Of(force),
        PlaceId place => slugs.Of(place),
        PersonId person => slugs.Of(person),
        SeatId seat => slugs.Of(seat),
        PolityId polity => slugs.Of(polity),
        TreatyId treaty => slugs.Of(treaty),
        short row => CrossingWord(row),
        _ when type.IsEnum => Dashed(value.ToString()!),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private string CrossingWord(short row) => row == 0 ? Chronicle.Slugs.Nobody : slugs.Crossings.Ids.FirstOrDefault(slug => Key.Of(slug) == atlas.Crossings[row].Key) ?? Chronicle.Slugs.Nobody;

    private static bool Fits(Type type, int number) => number <= (type == typeof(byte) ? byte.MaxValue : type == typeof(ushort) ? ushort.MaxValue : int.MaxValue);

    private short CrossingRow(string word)
    {
        var key = slugs.Crossings[word] > 0 ? Key.Of(word) : 0;
        for (short row = 1; key != 0 && row < atlas.Crossings.Length; row++)
            if (atlas.Crossings[row].Key == key) return row;
        return 0;
    }

    private static List<string> Choices(Type type) => [.. Enum.GetValues(type).Cast<object>().Select(value => Dashed(value.ToString()!))];

    private static string Example(OrderField field) =>
        field.Type.IsEnum ? string.Join('|', Choices(field.Type)) : field.Max > 0 ? $"{field.Min}-{field.Max}" : field.Name.ToUpperInvariant();

    private static object? Unknown(OrderField field, IdTable table, string word, Location at, Problems problems)
    {
        problems.Add(new Problem(OrderMessages.UnknownId, at, [field.Name, table.Kind, word], Nearest.To(word, table.Ids)));
        return null;
    }

    private object? UnknownCrossing(OrderField field, string word, Location at, Problems problems)
    {
        problems.Add(new Problem(OrderMessages.UnknownId, at, [field.Name, CrossingKind, word], Nearest.To(word, slugs.Crossings.Ids)));
        return null;
    }
}
