using System.Globalization;
using System.Text.Json;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Server.Views;

/// <summary>
/// The orders that a seat may give by what it believes, found by asking the desk: whoever asks sees what <see cref="CommandRule.Judge"/> answers,
/// and no rule is known here.
/// </summary>
/// <param name="words">Names of the scenario's things.</param>
public sealed class LegalOrders(OrderWords words)
{
    /// <summary>Answers that are about who is told, whatever he is told: no other argument will do.</summary>
    private static bool IsOfTheSubject(Code code) =>
        code is Code.NotYourForce or Code.NotYourSeat or Code.UnknownForce or Code.ForceGone or Code.OfficeLacksPower or Code.NoSuchSeat;

    /// <summary>Every verb with its fields, and for the first field the values with which some order is accepted today.</summary>
    public void Write(Utf8JsonWriter json, in View view)
    {
        json.WriteStartArray();
        foreach (var word in OrderVerbs.OfSeats)
        {
            var verb = OrderVerbs.Find(word)!;
            var first = Values(view, verb, 0, new object?[verb.Fields.Count]);
            if (first.Count == 0) continue;
            json.WriteStartObject();
            json.WriteString("verb", word);
            json.WriteStartArray("fields");
            for (var i = 0; i < verb.Fields.Count; i++)
            {
                var field = verb.Fields[i];
                json.WriteStartObject();
                json.WriteString("name", field.Name);
                json.WriteString("type", TypeOf(field));
                if (field.Absent is { } absent) json.WriteString("default", absent);
                if (field.Max > 0)
                {
                    json.WriteNumber("min", field.Min);
                    json.WriteNumber("max", field.Max);
                }
                if (i == 0) Write(json, first);
                else if (field.Type.IsEnum) Write(json, Enum.GetValues(field.Type).Cast<object>().ToList());
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>For one verb, with some fields given, the values of each other field with which some order is accepted.</summary>
    public void Write(Utf8JsonWriter json, in View view, OrderVerb verb, object?[] given)
    {
        json.WriteStartObject();
        json.WriteString("verb", verb.Word);
        json.WriteStartArray("fields");
        for (var i = 0; i < verb.Fields.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("name", verb.Fields[i].Name);
            json.WriteString("type", TypeOf(verb.Fields[i]));
            if (verb.Fields[i].Max > 0)
            {
                json.WriteNumber("min", verb.Fields[i].Min);
                json.WriteNumber("max", verb.Fields[i].Max);
            }
            Write(json, given[i] is { } value ? [value] : Values(view, verb, i, given));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The values of one field with which some order is accepted, the given ones being as they are.</summary>
    private List<object> Values(in View view, OrderVerb verb, int field, object?[] given)
    {
        var legal = new List<object>();
        var trial = new object[given.Length];
        foreach (var value in Candidates(view, verb.Fields[field]))
        {
            var fixedSoFar = (object?[])given.Clone();
            fixedSoFar[field] = value;
            if (Some(view, verb, fixedSoFar, trial, 0) == Found.Yes) legal.Add(value);
        }
        return legal;
    }

    private enum Found { No, Yes, NeverWithThis }

    /// <summary>Whether some order with the values given is accepted; stops as soon as the answer is about the one who is told.</summary>
    private Found Some(in View view, OrderVerb verb, object?[] given, object[] trial, int at)
    {
        if (at == trial.Length)
        {
            var verdict = CommandRule.Judge(view, verb.Make(view.Seat, trial));
            if (verdict.Ok) return Found.Yes;
            // Where the first field is a place, an answer that names it is about that place, whatever follows.
            return IsOfTheSubject(verdict.Code) || (trial[0] is PlaceId place && verdict.Place == place) ? Found.NeverWithThis : Found.No;
        }
        if (given[at] is { } value)
        {
            trial[at] = value;
            return Some(view, verb, given, trial, at + 1);
        }
        foreach (var candidate in Candidates(view, verb.Fields[at]))
        {
            trial[at] = candidate;
            var found = Some(view, verb, given, trial, at + 1);
            if (found == Found.Yes) return found;
            // The first field says who is told; a later one may say whom it is about.
            if (found == Found.NeverWithThis && at > 0) return found;
        }
        return Found.No;
    }

    private static IEnumerable<object> Candidates(in View view, OrderField field)
    {
        var all = new List<object>();
        if (field.Type == typeof(ForceId))
        {
            for (short f = 1; f < view.ForceRows; f++)
                if (view.Knows(new ForceId(f))) all.Add(new ForceId(f));
        }
        else if (field.Type == typeof(PlaceId)) for (short p = 1; p < view.Atlas.PlaceRows; p++) all.Add(new PlaceId(p));
        else if (field.Type == typeof(PersonId)) for (short p = 1; p < view.Scenario.Persons.Length; p++) all.Add(new PersonId(p));
        else if (field.Type == typeof(SeatId)) for (byte s = 1; s < view.Scenario.Seats.Length; s++) all.Add(new SeatId(s));
        else if (field.Type == typeof(PolityId)) for (byte p = 1; p < view.Scenario.Polities.Length; p++) all.Add(new PolityId(p));
        else if (field.Type == typeof(TreatyId)) for (byte t = 1; t < view.Scenario.Treaties.Length; t++) all.Add(new TreatyId(t));
        else if (field.Name == "crossing") for (short c = 1; c < view.Atlas.Crossings.Length; c++) all.Add(c);
        else if (field.Type.IsEnum) all.AddRange(Enum.GetValues(field.Type).Cast<object>());
        else all.AddRange(Numbers(view, field).Distinct().Select(number => Convert.ChangeType(number, field.Type, CultureInfo.InvariantCulture)));
        return all;
    }

    /// <summary>Numbers worth trying: the bounds, steps of ten between them, the default, and what an offer at hand names.</summary>
    private static IEnumerable<int> Numbers(in View view, OrderField field)
    {
        var numbers = new List<int>();
        if (int.TryParse(field.Absent, NumberStyles.None, CultureInfo.InvariantCulture, out var absent)) numbers.Add(absent);
        if (field.Name == "silver") numbers.Add(view.PeaceTalk.OfferedSilver);
        if (field.Name == "silk") numbers.Add(view.PeaceTalk.OfferedSilk);
        for (long step = 1; step < field.Max; step *= 10)
            if (step >= field.Min) numbers.Add((int)step);
        numbers.Add(field.Min);
        numbers.Add(field.Max);
        return numbers;
    }

    private static string TypeOf(OrderField field) =>
        field.Type == typeof(ForceId) ? "force" : field.Type == typeof(PlaceId) ? "place" : field.Type == typeof(PersonId) ? "person"
        : field.Type == typeof(SeatId) ? "seat" : field.Type == typeof(PolityId) ? "polity" : field.Type == typeof(TreatyId) ? "treaty"
        : field.Name == "crossing" ? "crossing" : field.Type.IsEnum ? "choice" : "number";

    private void Write(Utf8JsonWriter json, List<object> values)
    {
        json.WriteStartArray("values");
        foreach (var value in values)
            switch (value)
            {
                case ForceId id: json.WriteStringValue(words.Slugs.Of(id)); break;
                case PlaceId id: json.WriteStringValue(words.Slugs.Of(id)); break;
                case PersonId id: json.WriteStringValue(words.Slugs.Of(id)); break;
                case SeatId id: json.WriteStringValue(words.Slugs.Of(id)); break;
                case PolityId id: json.WriteStringValue(words.Slugs.Of(id)); break;
                case TreatyId id: json.WriteStringValue(words.Slugs.Of(id)); break;
                case short crossing: json.WriteStringValue(Crossing(crossing)); break;
                case Enum word: json.WriteStringValue(OrderWords.Dashed(word.ToString())); break;
                default: json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            }
        json.WriteEndArray();
    }

    private string Crossing(short row) => words.Slugs.Crossings.Ids.FirstOrDefault(slug => Key.Of(slug) == words.Atlas.Crossings[row].Key) ?? Slugs.Nobody;
}
