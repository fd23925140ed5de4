using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;

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
    public IEnumerable<(string Name, object Value)> Fields(object e)
    {
        foreach (var (name, property) in Properties.GetOrAdd(e.GetType(), PropertiesOf)) yield return (name, Word(property.GetValue(e)!));
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

    private object Word(object value) => value switch
    {
        PlaceId id => words.Slugs.Of(id),
        PolityId id => words.Slugs.Of(id),
        PersonId id => words.Slugs.Of(id),
        SeatId id => words.Slugs.Of(id),
        ForceId id => words.Slugs.Of(id),
        EventRef id => id.Exists ? Id(id) : "-",
        Order order => order.Kind == OrderKind.None ? "-" : $"{words.Slugs.Of(order.Seat)} {words.Write(order)}",
        Day day => day.ToString(),
        Enum word => OrderWords.Dashed(word.ToString()),
        bool yes => yes ? "yes" : "no",
        byte or sbyte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong key => key.ToString("x16", CultureInfo.InvariantCulture),
        // Dispatches, sieges, legs and routes have rows but no names; a row says nothing outside the run.
        _ => value.GetType().GetProperty("Value") is { } row ? Convert.ToInt64(row.GetValue(value), CultureInfo.InvariantCulture) : value.ToString()!,
    };

    /// <summary>The parameters of the record, in order: what the event says, and nothing computed from it.</summary>
    private static (string, PropertyInfo)[] PropertiesOf(Type type) =>
        [.. type.GetConstructors().Where(c => c.GetParameters().Length > 0).SelectMany(c => c.GetParameters())
            .Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Name!), type.GetProperty(p.Name!)!))];
}
