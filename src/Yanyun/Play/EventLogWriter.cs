using System.Text;
using System.Text.Json;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Telling;
using Yanyun.Cli.Front;
using Yanyun.Cli.Verbs;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Cli.Play;

/// <summary>Writes events as JSON, an object a line: day, era, kind, id, cause, the event's own fields, its sentence; of an order its reason.</summary>
public sealed class EventLogWriter(TextWriter to, Campaign campaign, IMind?[] minds, Language language)
{
    private readonly MemoryStream _line = new();
    private readonly EventWords _words = new(campaign.Words, campaign.Bookmark.Scenario.FirstDay);
    private readonly Reasons _reasons = new(minds, campaign.Bookmark, campaign.Library.Calendar, language);
    private readonly Teller _teller = new(campaign.Bookmark, campaign.Library.Calendar, language);

    public void Day(Day day, EventLog log)
    {
        var date = day.ToString();
        var era = Dates.Era(campaign.Library.Calendar, day, language);
        foreach (ref readonly var entry in log.Entries)
        {
            var e = EventTypes.Of(entry.Kind).Read(log.Bytes(entry));
            _line.SetLength(0);
            using (var json = new Utf8JsonWriter(_line, ReplayVerb.Plain))
            {
                json.WriteStartObject();
                json.WriteString("day", date);
                json.WriteString("era", era);
                json.WriteString("kind", EventWords.Kind(entry.Kind));
                json.WriteString("id", _words.Id(entry.Id));
                if (entry.Cause.Exists) json.WriteString("cause", _words.Id(entry.Cause));
                else json.WriteNull("cause");
                _words.Write(json, e);
                json.WriteString("text", _teller.Sentence(entry, e));
                _teller.Note(entry, e);
                if (e is OrderGiven given && _reasons.Of(given.Order, entry.Id.Day) is { Length: > 0 } reason) json.WriteString("reason", reason);
                json.WriteEndObject();
            }
            to.Write(Encoding.UTF8.GetString(_line.GetBuffer(), 0, (int)_line.Length));
            to.Write('\n');
        }
    }
}
