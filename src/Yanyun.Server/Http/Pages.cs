using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Gate;
using Yanyun.Server.Store;
using Yanyun.Server.Views;

namespace Yanyun.Server.Http;

/// <summary>Plain pages without script, for browsers that run none: look at scenarios and games, make one, see a seat's view, order, read the chronicle.</summary>
internal sealed class Pages(Desk desk)
{
    private const int DaysShown = 40;

    public void Map(WebApplication app)
    {
        app.MapGet("/plain.css", () => Results.Text(Html.Style, "text/css")).ExcludeFromDescription();
        app.MapGet("/plain", (Delegate)Home).ExcludeFromDescription();
        app.MapGet("/plain/games/{game}", (Delegate)Game).ExcludeFromDescription();
        app.MapGet("/plain/games/{game}/seats/{seat}", (Delegate)Seat).ExcludeFromDescription();
        app.MapGet("/plain/games/{game}/chronicle", (Delegate)Chronicle).ExcludeFromDescription();
        app.MapGet("/plain/invitations/{token}", (Delegate)Invited).ExcludeFromDescription();
        app.MapGet("/api/games/{game}/chronicle", (Delegate)ChronicleText).WithName("showChronicle").Produces<string>(200, "text/plain").Faults();
        new PageForms(desk).Map(app);
    }

    internal static IResult Refused(HttpContext context, Refusal why)
    {
        var html = new Html(context);
        return html.Add($"<p>{Html.Plain(why.In(html.Language))}</p>").Done(PageTexts.Refused.In(html.Language), why.Status);
    }

    private async Task<IResult> Home(HttpContext context)
    {
        var html = new Html(context);
        html.Add($"<p>{html.Say(PageTexts.About)}</p><h2>{html.Say(PageTexts.Scenarios)}</h2>");
        foreach (var id in desk.Hall.Shelf.Ids)
        {
            if (desk.Hall.Shelf.Take(id, [], new Problems()) is not { } ground) continue;
            var head = ground.Bookmark.Head;
            html.Add($"<h3>{Html.Plain(head.Title.In(html.Language))}</h3><p>{Html.Plain(head.Question.In(html.Language))} {head.First} – {head.Last}</p>");
            var seats = string.Concat(ground.Bookmark.Seats.All.Select(seat => $"<option value=\"{seat.Slug}\">{Html.Plain(seat.Name.In(html.Language))}</option>"));
            html.Add(html.Form("/games", $"<input type=\"hidden\" name=\"scenario\" value=\"{Html.Plain(id)}\"><label>{html.Say(PageTexts.Name)} "
                + $"<input name=\"title\" maxlength=\"80\" value=\"{Html.Plain(head.Title.In(html.Language))}\" required></label> <label>{html.Say(PageTexts.SitAs)} "
                + $"<select name=\"seat\"><option value=\"\">{html.Say(PageTexts.Watch)}</option>{seats}</select></label> ", PageTexts.Make));
        }
        var visitor = Desk.VisitorOf(context);
        var rows = (await desk.Hall.Store.List()).Where(row => row.Head.Listed || row.Head.Owner == visitor?.Id).Take(200).ToList();
        html.Add($"<h2>{html.Say(PageTexts.Games)}</h2>");
        if (rows.Count == 0) html.Add($"<p>{html.Say(PageTexts.NoGames)}</p>");
        else
        {
            html.Add("<table>");
            foreach (var row in rows)
                html.Add($"<tr><td>{html.Link($"/games/{row.Head.Id}", Html.Plain(row.Head.Title))}</td><td>{Html.Plain(row.Head.Scenario)}</td><td>{row.Day} {html.Say(PageTexts.Days)}</td></tr>");
            html.Add("</table>");
        }
        return html.Done(PageTexts.Title.In(html.Language));
    }

    private async Task<IResult> Game(HttpContext context, string game)
    {
        var (found, why) = await desk.Game(context, game);
        if (found is null) return Refused(context, why!);
        var html = new Html(context);
        var me = Desk.VisitorOf(context)?.Id;
        var all = await Desk.MayKnowAll(found, Desk.VisitorOf(context));
        return await found.Look(state =>
        {
            html.Add($"<p>{html.Say(PageTexts.Day)} {state.World.Today}/{state.Days}: {Html.Plain(Date(state, html.Language))}; {html.Say(PageTexts.Clock)}: {html.Say(PageTexts.Of(state.Clock.Mode))}</p>");
            var clocks = string.Concat(PageTexts.Clocks.Select(clock => $"<option value=\"{clock.Value}\">{html.Say(clock.Text)}</option>"));
            html.Add(html.Form($"/games/{game}/clock", $"<select name=\"clock\">{clocks}</select> ", PageTexts.SetIt));
            if (all) html.Add($"<p>{html.Link($"/games/{game}/chronicle", html.Say(PageTexts.Chronicle))} · <a href=\"/api/games/{game}/record\">{html.Say(PageTexts.Record)}</a></p>");
            html.Add($"<table><tr><th>{html.Say(PageTexts.Seat)}</th><th>{html.Say(PageTexts.Holder)}</th><th></th></tr>");
            for (byte s = 1; s < state.Seats.Length; s++)
            {
                var (seat, held) = (new SeatId(s), state.Seats[s]);
                var slug = state.Ground.Bookmark.Slugs.Of(seat);
                var mine = me is not null && held.Account == me;
                var act = mine ? html.Form($"/games/{game}/seats/{slug}/holder", "<input type=\"hidden\" name=\"holder\" value=\"heuristic\">", PageTexts.Leave)
                    : held.Account.Length == 0 && !state.Head.Open && !state.Ended
                    ? html.Form($"/games/{game}/seats/{slug}/holder", "<input type=\"hidden\" name=\"holder\" value=\"person\">", PageTexts.Take) : "";
                var look = mine || state.Head.Open || state.Ended ? html.Link($"/games/{game}/seats/{slug}", html.Say(PageTexts.View)) : "";
                html.Add($"<tr><td>{Html.Plain(state.Ground.Bookmark.Seats[seat].Name.In(html.Language))}</td><td>{html.Say(PageTexts.Of(held.Kind))} {Html.Plain(held.Name)}"
                    + $"{(mine ? $" ({html.Say(PageTexts.Mine)})" : "")}</td><td>{look} {act}</td></tr>");
            }
            html.Add("</table>");
            return html.Done(state.Head.Title);
        });
    }

    private static string Date(GameState state, Language language) => state.World.Date.ToString();

    private async Task<IResult> Seat(HttpContext context, string game, string seat)
    {
        var (found, number, why) = await desk.Window(context, game, seat);
        if (found is null) return Refused(context, why!);
        var html = new Html(context);
        var me = Desk.VisitorOf(context)?.Id;
        return await found.Look(state =>
        {
            var path = $"/games/{game}/seats/{seat}";
            var view = new View(state.World, number);
            var book = state.Ground.Bookmark;
            html.Add($"<p>{html.Link($"/games/{game}", html.Say(PageTexts.Back))} · {html.Say(PageTexts.Day)} {state.World.Today}: {Html.Plain(Date(state, html.Language))}</p>");
            html.Add($"<h2>{html.Say(PageTexts.Office)}</h2><p>{Person(book, view.Office.Holder, html)} · {Place(book, view.Office.At, html)}</p>");
            if (me is not null && state[number].Account == me && !state.Ended) Tray(html, state, number, path);
            Forces(html, view, book);
            Places(html, view, book);
            return html.Done(book.Seats[number].Name.In(html.Language));
        });
    }

    private static void Tray(Html html, GameState state, SeatId seat, string path)
    {
        html.Add($"<h2>{html.Say(PageTexts.Waiting)}</h2><ul>");
        foreach (var waiting in state.Tray)
            if (waiting.Seat == seat)
                html.Add($"<li>{Html.Plain(state.Ground.Words.Write(waiting.Order))} "
                    + html.Form($"{path}/undo", $"<input type=\"hidden\" name=\"number\" value=\"{waiting.Number.ToString(CultureInfo.InvariantCulture)}\">", PageTexts.Undo) + "</li>");
        html.Add("</ul>" + html.Form($"{path}/orders", $"<label>{html.Say(PageTexts.Order)} <input name=\"order\" size=\"60\" maxlength=\"300\" required></label> ", PageTexts.Give));
        html.Add(html.Form($"{path}/ready", "", PageTexts.Ready));
    }

    private static void Forces(Html html, View view, Chronicle.Bookmarks.Bookmark book)
    {
        html.Add($"<h2>{html.Say(PageTexts.Forces)}</h2><table><tr><th></th><th>{html.Say(PageTexts.Where)}</th><th>{html.Say(PageTexts.Men)}</th>"
            + $"<th>{html.Say(PageTexts.Doing)}</th><th>{html.Say(PageTexts.AsOf)}</th></tr>");
        for (short f = 1; f < view.Forces.Length; f++)
        {
            var (id, belief) = (new ForceId(f), view.Forces[f]);
            if (!belief.Known || belief.Doing == Doing.Gone) continue;
            html.Add($"<tr><td>{Html.Plain(book.Forces[id].Name.In(html.Language))}<br><code>{book.Slugs.Of(id)}</code></td><td>{Place(book, belief.Place, html)}</td>"
                + $"<td>{Band.Men(belief.Men)}</td><td>{html.Say(PageTexts.Of(belief.Doing))}</td><td>{view.Scenario.FirstDay + belief.AsOf}</td></tr>");
        }
        html.Add("</table>");
    }

    private static void Places(Html html, View view, Chronicle.Bookmarks.Bookmark book)
    {
        html.Add($"<h2>{html.Say(PageTexts.Places)}</h2><table><tr><th></th><th>{html.Say(PageTexts.Holder)}</th><th>{html.Say(PageTexts.Men)}</th><th>{html.Say(PageTexts.AsOf)}</th></tr>");
        for (short p = 1; p < view.Places.Length; p++)
        {
            var (id, belief) = (new PlaceId(p), view.Places[p]);
            if (!belief.Holder.Exists) continue;
            html.Add($"<tr><td>{Place(book, id, html)}</td><td>{Html.Plain(book[belief.Holder].Name.In(html.Language))}</td><td>{Band.Men(belief.Strength)}</td>"
                + $"<td>{view.Scenario.FirstDay + belief.AsOf}</td></tr>");
        }
        html.Add("</table>");
    }

    private static string Place(Chronicle.Bookmarks.Bookmark book, PlaceId place, Html html) =>
        !place.Exists ? "-" : Html.Plain(html.Language == Language.Chinese ? book.Geography.Gazetteer[place].Hanzi : book.Geography.Gazetteer[place].English);

    private static string Person(Chronicle.Bookmarks.Bookmark book, PersonId person, Html html) =>
        !person.Exists ? "-" : Html.Plain(book.People[person].Name.In(html.Language));

    private async Task<(IReadOnlyList<Chronicle.Telling.DayPage>? Pages, GameHead? Head, Refusal? Why)> Told(HttpContext context, string game)
    {
        var (found, why) = await desk.Game(context, game);
        if (found is null) return (null, null, why);
        if (!await Desk.MayKnowAll(found, Desk.VisitorOf(context))) return (null, null, Refusal.Forbidden(HallMessages.StillHidden));
        var (reel, broken) = await desk.Reels.Of((await desk.Hall.Store.Find(game))!);
        return (reel?.Pages(Answers.LanguageOf(context.Request)), found.Head, broken);
    }

    private async Task<IResult> Chronicle(HttpContext context, string game)
    {
        var (pages, head, why) = await Told(context, game);
        if (pages is null) return Refused(context, why!);
        var html = new Html(context);
        return html.Add($"<p>{html.Link($"/games/{game}", html.Say(PageTexts.Back))}</p><pre>{Html.Plain(Story.Text(pages.Where(page => !page.Quiet).TakeLast(DaysShown)))}</pre>").Done(head!.Title);
    }

    private async Task<IResult> ChronicleText(HttpContext context, string game)
    {
        var (pages, _, why) = await Told(context, game);
        return pages is null ? Answers.Of(why!, context.Request) : Results.Text(Story.Text(pages), "text/plain; charset=utf-8");
    }

    private async Task<IResult> Invited(HttpContext context, string token)
    {
        if (await desk.Gate.InvitationOf(token) is not { } invitation) return Refused(context, Refusal.NotFound(HallMessages.NoInvitation, null));
        var html = new Html(context);
        return html.Add($"<p>{Html.Plain(invitation.Seat)}</p>" + html.Form("/invitations", $"<input type=\"hidden\" name=\"token\" value=\"{Html.Plain(token)}\">", PageTexts.Accept))
            .Done(PageTexts.Invited.In(html.Language));
    }
}
