using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Cli.Play;

/// <summary>Events as words: their ids, their kinds, their fields with slugs in the place of numbers.</summary>
/// <param name="words">Names of the scenario's things.</param>
/// <param name="first">The scenario's first day.</param>
public sealed class EventWords(OrderWords words, Day first)
{
    private static readonly ConcurrentDictionary<Type, (string Name, PropertyInfo Property)[]> Properties = new();

    /// <summary><c>1140-06-15.17</c>: the day and the ordinal within it.</summary>
    public string Id(EventRef id) => string.Create(CultureInfo.InvariantCulture, $"{first + id.Day}.{id.Ordinal}");

    /// <summary><c>place-taken</c></summary>
    public static string Kind(EventKind kind) => OrderWords.Dashed(kind.ToString());

    /// <summary>The fields of an event in the order of its type, each as a word or a number.</summary>
    /// <remarks>A field that is itself several numbers (losses by arm) is written as so many fields: lostFoot, lostMilitia.</remarks>
    public IEnumerable<(string Name, object Value)> Fields(object e)
    {
        foreach (var (name, property) in Properties.GetOrAdd(e.GetType(), PropertiesOf))
        {
            var value = property.GetValue(e)!;
            if (Word(value) is { } word) yield return (name, word);
            else foreach (var (inner, part) in Fields(value)) yield return (name + char.ToUpperInvariant(inner[0]) + inner[1..], part);
        }
    }

    /// <summary>The fields into an open JSON object.</summary>
    public void Write(Utf8JsonWriter to, object e)
    {
        foreach (var (name, value) in Fields(e))
        {
            if (value is long number) to.WriteNumber(name, number);
            else to.WriteString(name, (string)value);
        }
    }

    /// <summary>A word or a whole number; null for a value of several parts.</summary>
    private object? Word(object value) => value switch
    {
        PlaceId id => words.Slugs.Of(id),
        PolityId id => words.Slugs.Of(id),
        PersonId id => words.Slugs.Of(id),
        SeatId id => words.Slugs.Of(id),
        ForceId id => words.Slugs.Of(id),
        TreatyId id => words.Slugs.Of(id),
        ClauseId id => words.Slugs.Of(id),
        Spot { Leg.Exists: true } spot => Between(spot),
        Spot spot => words.Slugs.Of(spot.Place),
        EventRef id => id.Exists ? Id(id) : "-",
        Order order => order.Kind == OrderKind.None ? "-" : $"{words.Slugs.Of(order.Seat)} {words.Write(order)}",
        Day day => day.ToString(),
        Enum word => OrderWords.Dashed(word.ToString()),
        bool yes => yes ? "yes" : "no",
        byte or sbyte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong key => key.ToString("x16", CultureInfo.InvariantCulture),
        // Rows without names say nothing outside the run, but tell two of a kind apart.
        SiegeId id => (long)id.Value,
        DispatchId id => (long)id.Value,
        LegId id => (long)id.Value,
        RouteId id => (long)id.Value,
        _ => null,
    };

    /// <summary>A spot between places: the two ends of the stretch of road and the li from the first, <c>a..b+45</c>.</summary>
    private string Between(Spot spot)
    {
        ref readonly var leg = ref words.Atlas[spot.Leg];
        return $"{words.Slugs.Of(leg.From)}..{words.Slugs.Of(leg.To)}+{spot.Li}";
    }

    /// <summary>The parameters of the record, in order: what the event says, and nothing computed from it.</summary>
    private static (string, PropertyInfo)[] PropertiesOf(Type type) =>
        [.. type.GetConstructors().Where(c => c.GetParameters().Length > 0).SelectMany(c => c.GetParameters())
            .Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Name!), type.GetProperty(p.Name!)!))];
}
