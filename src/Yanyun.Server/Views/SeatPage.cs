using System.Text.Json;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Server.Views;

/// <summary>
/// A seat's view as JSON: what it believes, its own office, its copy-books, its talks and its court. Read from a <see cref="View"/> and the
/// scenario's names alone: equal views give equal bytes, for any number of threads. Things are named by their slugs, which are the same for every seat and tell nothing.
/// </summary>
/// <param name="bookmark">Of the game's scenario.</param>
public sealed class SeatPage(Bookmark bookmark)
{
    private readonly Slugs _slugs = bookmark.Slugs;

    /// <summary>Adds the view to a page.</summary>
    public void Write(in View view, Page page)
    {
        var seat = view.Seat;
        page.Set("seat", json => json.WriteStringValue(_slugs.Of(seat)));
        Office(view, page);
        Places(view, page);
        Forces(view, page);
        Edicts(view, page);
        Talks(view, page);
        Court(view, page);
    }

    private void Office(in View view, Page page)
    {
        var (office, polity, kind) = (view.Office, view.Polity, view.Kind);
        page.Set("office", json =>
        {
            json.WriteStartObject();
            json.WriteString("kind", OrderWords.Dashed(kind));
            json.WriteString("polity", _slugs.Of(polity));
            json.WriteString("holder", _slugs.Of(office.Holder));
            json.WriteBoolean("filled", office.Open != 0);
            json.WriteString("at", _slugs.Of(office.At));
            json.WriteString("with", _slugs.Of(office.With));
            json.WriteString("going", _slugs.Of(office.Going));
            json.WriteString("arrives", Date(office.ArrivesOn));
            json.WriteString("superior", _slugs.Of(office.Superior));
            json.WriteString("authority", OrderWords.Dashed(office.Authority));
            json.WriteNumber("trust", office.Trust);
            json.WriteNumber("fear", office.Fear);
            json.WriteNumber("refusals", office.Refusals);
            json.WriteString("heardNews", Date(office.NewsOn));
            json.WriteString("decided", Date(office.DecidedOn));
            json.WriteString("refused", Date(office.RefusedOn));
            json.WriteStartArray("atWarWith");
            for (byte p = 1; p < bookmark.Scenario.Polities.Length; p++)
                if ((office.Wars >> p & 1) != 0) json.WriteStringValue(_slugs.Of(new PolityId(p)));
            json.WriteEndArray();
            var aim = office.Aim.Kind == OrderKind.Direct ? office.Aim.As<Direct>() : default;
            json.WriteString("aim", office.Aim.Kind == OrderKind.Direct ? OrderWords.Dashed(aim.Task) : Slugs.Nobody);
            json.WriteString("aimPlace", _slugs.Of(aim.Place));
            json.WriteString("aimSince", Date(office.Aim.Kind == OrderKind.Direct ? office.AimCause.Day : 0));
            json.WriteEndObject();
        });
    }

    private readonly record struct PlaceRow(PolityId Holder, bool Ours, bool Hostile, byte Strength, ushort AsOf);

    private void Places(in View view, Page page)
    {
        page.List("places");
        Action<Utf8JsonWriter, int, PlaceRow> write = Place;
        for (short p = 1; p < view.Places.Length; p++)
        {
            var (id, belief) = (new PlaceId(p), view.Places[p]);
            if (belief.Holder.Exists)
                page.Set("places", p, _slugs.Of(id), new PlaceRow(belief.Holder, view.Ours(id), view.Hostile(belief.Holder), belief.Strength, belief.AsOf), write);
        }
    }

    private void Place(Utf8JsonWriter json, int _, PlaceRow row)
    {
        json.WriteStartObject();
        json.WriteString("holder", _slugs.Of(row.Holder));
        json.WriteBoolean("ours", row.Ours);
        json.WriteBoolean("hostile", row.Hostile);
        json.WriteNumber("men", Band.Men(row.Strength));
        json.WriteString("asOf", Date(row.AsOf));
        json.WriteEndObject();
    }

    private readonly record struct ForceRow(
        PolityId Polity, SeatId Seat, bool Own, bool Hostile, PersonId Commander, ForceTraits Traits, PlaceId Place, byte Men, byte Arms, byte SupplyDays, Doing Doing,
        ushort AsOf, TaskKind Task, PlaceId Target, ForceId TargetForce, ushort GivenOn, ushort ExpectedOn, ushort ConfirmedOn, Code Answer, Code Reason);

    private void Forces(in View view, Page page)
    {
        page.List("forces");
        Action<Utf8JsonWriter, int, ForceRow> write = Force;
        for (short f = 1; f < view.Forces.Length; f++)
        {
            var (id, belief) = (new ForceId(f), view.Forces[f]);
            if (!belief.Known) continue;
            var (polity, book) = (view.PolityOf(id), view.Ordered(id));
            var row = new ForceRow(polity, view.SeatOf(id), view.Commands(id), view.Hostile(polity), view.LeaderHeardOf(id), view.TraitsOf(id),
                belief.Place, belief.Men, belief.Arms, belief.SupplyDays, belief.Doing, belief.AsOf,
                book.Task, book.Target, book.TargetForce, book.GivenOn, book.ExpectedOn, book.ConfirmedOn, book.Answer, book.Reason);
            page.Set("forces", f, _slugs.Of(id), row, write);
        }
    }

    private void Force(Utf8JsonWriter json, int force, ForceRow row)
    {
        var entry = bookmark.Forces[new ForceId((short)force)];
        json.WriteStartObject();
        json.WriteString("en", entry.Name.English);
        json.WriteString("zh", entry.Name.Chinese);
        json.WriteString("polity", _slugs.Of(row.Polity));
        json.WriteString("seat", _slugs.Of(row.Seat));
        json.WriteBoolean("own", row.Own);
        json.WriteBoolean("hostile", row.Hostile);
        json.WriteString("reputedCommander", _slugs.Of(row.Commander));
        json.WriteString("traits", row.Traits == ForceTraits.None ? Slugs.Nobody : row.Traits.ToString().ToLowerInvariant());
        json.WriteString("place", _slugs.Of(row.Place));
        json.WriteNumber("men", Band.Men(row.Men));
        json.WriteNumber("horseSixteenths", row.Arms & 15);
        json.WriteNumber("qualityTenths", row.Arms >> 4);
        json.WriteNumber("grainDays", row.SupplyDays == Unknown ? -1 : row.SupplyDays);
        json.WriteString("doing", OrderWords.Dashed(row.Doing));
        json.WriteString("asOf", Date(row.AsOf));
        json.WriteString("task", row.GivenOn == 0 ? Slugs.Nobody : OrderWords.Dashed(row.Task));
        json.WriteString("target", _slugs.Of(row.Target));
        json.WriteString("targetForce", _slugs.Of(row.TargetForce));
        json.WriteString("ordered", Date(row.GivenOn));
        json.WriteString("expected", Date(row.ExpectedOn));
        json.WriteString("confirmed", Date(row.ConfirmedOn));
        json.WriteString("answer", OrderWords.Dashed(row.Answer));
        json.WriteString("reason", OrderWords.Dashed(row.Reason));
        json.WriteEndObject();
    }

    private readonly record struct EdictRow(ushort GivenOn, TaskKind Task, PlaceId Target, ushort AnsweredOn, Code Answer, Code Reason);

    private void Edicts(in View view, Page page)
    {
        page.List("commands");
        Action<Utf8JsonWriter, int, EdictRow> write = Edict;
        for (byte s = 1; s < view.Scenario.Seats.Length; s++)
        {
            var seat = new SeatId(s);
            if (!view.Superior(seat)) continue;
            var edict = view.Directed(seat);
            page.Set("commands", s, _slugs.Of(seat), new EdictRow(edict.GivenOn, edict.Task, edict.Target, edict.AnsweredOn, edict.Answer, edict.Reason), write);
        }
        page.List("agents");
        for (var r = 1; r < view.Scenario.Risings.Length; r++)
            if (view.AgentsSentOn(r) is > 0 and var sent && view.Scenario.Risings[r].Home is { Exists: true } home)
                page.Set("agents", _slugs.Of(home), json => json.WriteStringValue(Date(sent)));
    }

    private void Edict(Utf8JsonWriter json, int _, EdictRow row)
    {
        json.WriteStartObject();
        json.WriteString("task", row.GivenOn == 0 ? Slugs.Nobody : OrderWords.Dashed(row.Task));
        json.WriteString("place", _slugs.Of(row.Target));
        json.WriteString("directed", Date(row.GivenOn));
        json.WriteString("answered", Date(row.AnsweredOn));
        json.WriteString("answer", OrderWords.Dashed(row.Answer));
        json.WriteString("reason", OrderWords.Dashed(row.Reason));
        json.WriteEndObject();
    }

    private void Talks(in View view, Page page)
    {
        var talk = view.PeaceTalk;
        page.Set("peace", json =>
        {
            json.WriteStartObject();
            json.WriteString("offerBy", _slugs.Of(talk.OfferBy));
            json.WriteString("offered", _slugs.Of(talk.Offered));
            json.WriteNumber("offeredSilver", talk.OfferedSilver);
            json.WriteNumber("offeredSilk", talk.OfferedSilk);
            json.WriteString("heard", Date(talk.HeardOn));
            json.WriteString("replied", Date(talk.RepliedOn));
            json.WriteString("madeTo", _slugs.Of(talk.MadeTo));
            json.WriteString("made", _slugs.Of(talk.Made));
            json.WriteNumber("madeSilver", talk.MadeSilver);
            json.WriteNumber("madeSilk", talk.MadeSilk);
            json.WriteString("sent", Date(talk.MadeOn));
            json.WriteString("answered", Date(talk.AnsweredOn));
            json.WriteString("answer", OrderWords.Dashed(talk.Answer));
            json.WriteEndObject();
        });
        page.List("secrets");
        for (short f = 1; f < view.Forces.Length; f++)
            if (view.TalksWith(new ForceId(f)) is { By.Exists: true } with) Secret(page, _slugs.Of(new ForceId(f)), with);
        for (short p = 1; p < view.Places.Length; p++)
            if (view.TalksWith(new PlaceId(p)) is { By.Exists: true } with) Secret(page, _slugs.Of(new PlaceId(p)), with);
    }

    private void Secret(Page page, string with, Talk talk) => page.Set("secrets", with, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("strings", talk.Strings);
        json.WriteString("began", Date(talk.Began));
        json.WriteString("told", Date(talk.ToldOn));
        json.WriteString("answer", OrderWords.Dashed(talk.Told));
        json.WriteEndObject();
    });

    private void Court(in View view, Page page)
    {
        page.List("men");
        if (!view.IsOfTheCourt) return;
        var court = view.Court;
        page.Set("court", json =>
        {
            json.WriteStartObject();
            json.WriteString("ruler", _slugs.Of(court.Ruler));
            json.WriteNumber("war", court.War);
            json.WriteNumber("peace", court.Peace);
            json.WriteNumber("warMen", court.WarMen);
            json.WriteNumber("peaceMen", court.PeaceMen);
            json.WriteNumber("arguedWar", court.ArguedWar);
            json.WriteNumber("arguedPeace", court.ArguedPeace);
            json.WriteEndObject();
        });
        for (short p = 1; p < view.Scenario.Persons.Length; p++)
            if (view.FateOf(new PersonId(p)) is var fate && fate != PersonFate.Free)
                page.Set("men", _slugs.Of(new PersonId(p)), json => json.WriteStringValue(OrderWords.Dashed(fate)));
    }

    private const byte Unknown = 255;

    /// <summary>Days of the scenario as they are written, each written once.</summary>
    private readonly string?[] _dates = new string?[bookmark.Scenario.Days + 1];

    private string Date(int day) => day == 0 ? Slugs.Nobody : day < _dates.Length ? _dates[day] ??= Written(day) : Written(day);

    private string Written(int day) => (bookmark.Scenario.FirstDay + day).ToString();
}
