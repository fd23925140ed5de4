using System.Text.Json;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Server.Views;

/// <summary>
/// A seat's view as JSON: what it believes, its own office, its copy-books, its talks and its court. Read from a <see cref="View"/> and the
/// scenario's names alone: equal views give equal bytes. Things are named by their slugs, which are the same for every seat and tell nothing.
/// </summary>
/// <param name="bookmark">Of the game's scenario.</param>
public sealed class SeatPage(Bookmark bookmark)
{
    private readonly Slugs _slugs = bookmark.Slugs;

    /// <summary>Adds the view to a page.</summary>
    public void Write(in View view, Page page)
    {
        var (seat, first) = (view.Seat, view.Scenario.FirstDay);
        page.Set("seat", json => json.WriteStringValue(_slugs.Of(seat)));
        Office(view, page);
        Places(view, page, first);
        Forces(view, page, first);
        Edicts(view, page, first);
        Talks(view, page, first);
        Court(view, page);
    }

    private void Office(in View view, Page page)
    {
        var (office, first, polity, kind) = (view.Office, view.Scenario.FirstDay, view.Polity, view.Kind);
        page.Set("office", json =>
        {
            json.WriteStartObject();
            json.WriteString("kind", OrderWords.Dashed(kind.ToString()));
            json.WriteString("polity", _slugs.Of(polity));
            json.WriteString("holder", _slugs.Of(office.Holder));
            json.WriteBoolean("filled", office.Open != 0);
            json.WriteString("at", _slugs.Of(office.At));
            json.WriteString("with", _slugs.Of(office.With));
            json.WriteString("going", _slugs.Of(office.Going));
            json.WriteString("arrives", Date(first, office.ArrivesOn));
            json.WriteString("superior", _slugs.Of(office.Superior));
            json.WriteString("authority", OrderWords.Dashed(office.Authority.ToString()));
            json.WriteNumber("trust", office.Trust);
            json.WriteNumber("fear", office.Fear);
            json.WriteNumber("refusals", office.Refusals);
            json.WriteString("heardNews", Date(first, office.NewsOn));
            json.WriteString("decided", Date(first, office.DecidedOn));
            json.WriteString("refused", Date(first, office.RefusedOn));
            json.WriteStartArray("atWarWith");
            for (byte p = 1; p < bookmark.Scenario.Polities.Length; p++)
                if ((office.Wars >> p & 1) != 0) json.WriteStringValue(_slugs.Of(new PolityId(p)));
            json.WriteEndArray();
            var aim = office.Aim.Kind == OrderKind.Direct ? office.Aim.As<Direct>() : default;
            json.WriteString("aim", office.Aim.Kind == OrderKind.Direct ? OrderWords.Dashed(aim.Task.ToString()) : Slugs.Nobody);
            json.WriteString("aimPlace", _slugs.Of(aim.Place));
            json.WriteEndObject();
        });
    }

    private void Places(in View view, Page page, Day first)
    {
        page.List("places");
        for (short p = 1; p < view.Places.Length; p++)
        {
            var (id, belief) = (new PlaceId(p), view.Places[p]);
            if (!belief.Holder.Exists) continue;
            var (ours, hostile) = (view.Ours(id), view.Hostile(belief.Holder));
            page.Set("places", _slugs.Of(id), json =>
            {
                json.WriteStartObject();
                json.WriteString("holder", _slugs.Of(belief.Holder));
                json.WriteBoolean("ours", ours);
                json.WriteBoolean("hostile", hostile);
                json.WriteNumber("men", Band.Men(belief.Strength));
                json.WriteString("asOf", Date(first, belief.AsOf));
                json.WriteEndObject();
            });
        }
    }

    private void Forces(in View view, Page page, Day first)
    {
        page.List("forces");
        for (short f = 1; f < view.Forces.Length; f++)
        {
            var (id, belief) = (new ForceId(f), view.Forces[f]);
            if (!belief.Known) continue;
            var (polity, own, seat, traits, book, hostile) =
                (view.PolityOf(id), view.Commands(id), view.SeatOf(id), view.TraitsOf(id), view.Ordered(id), view.Hostile(view.PolityOf(id)));
            var commander = view.ReputedCommander(id);
            page.Set("forces", _slugs.Of(id), json =>
            {
                var entry = bookmark.Forces[id];
                json.WriteStartObject();
                json.WriteString("en", entry.Name.English);
                json.WriteString("zh", entry.Name.Chinese);
                json.WriteString("polity", _slugs.Of(polity));
                json.WriteString("seat", _slugs.Of(seat));
                json.WriteBoolean("own", own);
                json.WriteBoolean("hostile", hostile);
                json.WriteString("reputedCommander", _slugs.Of(commander));
                json.WriteString("traits", traits == ForceTraits.None ? Slugs.Nobody : traits.ToString().ToLowerInvariant());
                json.WriteString("place", _slugs.Of(belief.Place));
                json.WriteNumber("men", Band.Men(belief.Men));
                json.WriteNumber("horseSixteenths", belief.Arms & 15);
                json.WriteNumber("qualityTenths", belief.Arms >> 4);
                json.WriteNumber("grainDays", belief.SupplyDays == Unknown ? -1 : belief.SupplyDays);
                json.WriteString("doing", OrderWords.Dashed(belief.Doing.ToString()));
                json.WriteString("asOf", Date(first, belief.AsOf));
                json.WriteString("task", book.GivenOn == 0 ? Slugs.Nobody : OrderWords.Dashed(book.Task.ToString()));
                json.WriteString("target", _slugs.Of(book.Target));
                json.WriteString("targetForce", _slugs.Of(book.TargetForce));
                json.WriteString("ordered", Date(first, book.GivenOn));
                json.WriteString("expected", Date(first, book.ExpectedOn));
                json.WriteString("confirmed", Date(first, book.ConfirmedOn));
                json.WriteString("answer", OrderWords.Dashed(book.Answer.ToString()));
                json.WriteString("reason", OrderWords.Dashed(book.Reason.ToString()));
                json.WriteEndObject();
            });
        }
    }

    private void Edicts(in View view, Page page, Day first)
    {
        page.List("commands");
        for (byte s = 1; s < view.Scenario.Seats.Length; s++)
        {
            var seat = new SeatId(s);
            if (!view.Superior(seat)) continue;
            var edict = view.Directed(seat);
            page.Set("commands", _slugs.Of(seat), json =>
            {
                json.WriteStartObject();
                json.WriteString("task", edict.GivenOn == 0 ? Slugs.Nobody : OrderWords.Dashed(edict.Task.ToString()));
                json.WriteString("place", _slugs.Of(edict.Target));
                json.WriteString("directed", Date(first, edict.GivenOn));
                json.WriteString("answered", Date(first, edict.AnsweredOn));
                json.WriteString("answer", OrderWords.Dashed(edict.Answer.ToString()));
                json.WriteString("reason", OrderWords.Dashed(edict.Reason.ToString()));
                json.WriteEndObject();
            });
        }
        page.List("agents");
        for (var r = 1; r < view.Scenario.Risings.Length; r++)
            if (view.AgentsSentOn(r) is > 0 and var sent && view.Scenario.Risings[r].Home is { Exists: true } home)
                page.Set("agents", _slugs.Of(home), json => json.WriteStringValue(Date(first, sent)));
    }

    private void Talks(in View view, Page page, Day first)
    {
        var talk = view.PeaceTalk;
        page.Set("peace", json =>
        {
            json.WriteStartObject();
            json.WriteString("offerBy", _slugs.Of(talk.OfferBy));
            json.WriteString("offered", _slugs.Of(talk.Offered));
            json.WriteNumber("offeredSilver", talk.OfferedSilver);
            json.WriteNumber("offeredSilk", talk.OfferedSilk);
            json.WriteString("heard", Date(first, talk.HeardOn));
            json.WriteString("replied", Date(first, talk.RepliedOn));
            json.WriteString("madeTo", _slugs.Of(talk.MadeTo));
            json.WriteString("made", _slugs.Of(talk.Made));
            json.WriteNumber("madeSilver", talk.MadeSilver);
            json.WriteNumber("madeSilk", talk.MadeSilk);
            json.WriteString("sent", Date(first, talk.MadeOn));
            json.WriteString("answered", Date(first, talk.AnsweredOn));
            json.WriteString("answer", OrderWords.Dashed(talk.Answer.ToString()));
            json.WriteEndObject();
        });
        page.List("secrets");
        for (short f = 1; f < view.Forces.Length; f++)
            if (view.TalksWith(new ForceId(f)) is { By.Exists: true } with) Secret(page, _slugs.Of(new ForceId(f)), with, first);
        for (short p = 1; p < view.Places.Length; p++)
            if (view.TalksWith(new PlaceId(p)) is { By.Exists: true } with) Secret(page, _slugs.Of(new PlaceId(p)), with, first);
    }

    private static void Secret(Page page, string with, Talk talk, Day first) => page.Set("secrets", with, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("strings", talk.Strings);
        json.WriteString("began", Date(first, talk.Began));
        json.WriteString("told", Date(first, talk.ToldOn));
        json.WriteString("answer", OrderWords.Dashed(talk.Told.ToString()));
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
                page.Set("men", _slugs.Of(new PersonId(p)), json => json.WriteStringValue(OrderWords.Dashed(fate.ToString())));
    }

    private const byte Unknown = 255;

    private static string Date(Day first, int day) => day == 0 ? Slugs.Nobody : (first + day).ToString();
}
