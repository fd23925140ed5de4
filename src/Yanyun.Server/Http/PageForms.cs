using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Yanyun.Server.Games;
using Yanyun.Server.Gate;

namespace Yanyun.Server.Http;

/// <summary>What the plain pages post. Each does what the API does, then shows the page again.</summary>
internal sealed class PageForms(Desk desk)
{
    public void Map(WebApplication app)
    {
        app.MapPost("/plain/games", (Delegate)New).ExcludeFromDescription();
        app.MapPost("/plain/games/{game}/clock", (Delegate)Clock).ExcludeFromDescription();
        app.MapPost("/plain/games/{game}/seats/{seat}/holder", (Delegate)Holder).ExcludeFromDescription();
        app.MapPost("/plain/games/{game}/seats/{seat}/orders", (Delegate)Order).ExcludeFromDescription();
        app.MapPost("/plain/games/{game}/seats/{seat}/undo", (Delegate)Undo).ExcludeFromDescription();
        app.MapPost("/plain/games/{game}/seats/{seat}/ready", (Delegate)Ready).ExcludeFromDescription();
        app.MapPost("/plain/invitations", (Delegate)Accept).ExcludeFromDescription();
    }

    /// <summary>The fields of a small form.</summary>
    private static async Task<(IFormCollection? Form, Refusal? Why)> Read(HttpContext context)
    {
        const string type = "application/x-www-form-urlencoded";
        var (bytes, why) = await Answers.Bytes(context.Request, type, Answers.MostBytes);
        if (bytes is null) return (null, why);
        using var body = new MemoryStream(bytes);
        using var reader = new Microsoft.AspNetCore.WebUtilities.FormReader(body) { ValueCountLimit = 16, KeyLengthLimit = 64, ValueLengthLimit = 1024 };
        try
        {
            return (new FormCollection(await reader.ReadFormAsync()), null);
        }
        catch (InvalidDataException)
        {
            return (null, Refusal.Bad(HallMessages.NotJsonType, null, "?", type));
        }
    }

    /// <summary>Who posts; a new guest if nobody is known.</summary>
    private async Task<Visitor> Visitor(HttpContext context)
    {
        if (Desk.VisitorOf(context) is { } known) return known;
        var (account, token) = await desk.Gate.Guest();
        AccountsApi.Set(context, token);
        var visitor = new Visitor(account, new Pass(account.Id, false, null, null, null, 0), token);
        context.Items[typeof(Visitor)] = visitor;
        return visitor;
    }

    private static IResult Back(HttpContext context, string path) => Results.Redirect(Html.Prefix + path + (context.Request.Query["lang"].ToString() is "en" or "zh" ? $"?lang={context.Request.Query["lang"]}" : ""));

    private async Task<IResult> New(HttpContext context)
    {
        var (form, why) = await Read(context);
        if (form is null) return Pages.Refused(context, why!);
        var visitor = await Visitor(context);
        var seat = form["seat"].ToString();
        var seats = new Dictionary<string, HolderKind>();
        if (seat.Length > 0) seats[Answers.Short(seat)] = HolderKind.Person;
        var wish = new Wish(form["title"].ToString(), visitor.Id, visitor.Account.Name, seat.Length == 0, true, seats,
            seat.Length == 0 ? new ClockSetting(ClockMode.Speed, 3) : default);
        var (id, refused) = await desk.Hall.Founding.New(wish, Answers.Short(form["scenario"].ToString()), (ulong)RandomNumberGenerator.GetInt32(1, int.MaxValue), []);
        return id is null ? Pages.Refused(context, refused!) : Back(context, seat.Length == 0 ? $"/games/{id}" : $"/games/{id}/seats/{Uri.EscapeDataString(seat)}");
    }

    private async Task<IResult> Clock(HttpContext context, string game)
    {
        var (form, why) = await Read(context);
        if (form is null) return Pages.Refused(context, why!);
        var visitor = await Visitor(context);
        var (found, hidden) = await desk.Game(context, game);
        if (found is null) return Pages.Refused(context, hidden!);
        var word = form["clock"].ToString();
        var clock = word.StartsWith("speed", StringComparison.Ordinal) && byte.TryParse(word.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var speed)
            ? new ClockSetting(ClockMode.Speed, speed)
            : word == "slow" ? new ClockSetting(ClockMode.Slow, 0, 24 * 3600)
            : new ClockSetting((ClockMode)Math.Max(0, ClockSetting.Words.ToList().IndexOf(word)));
        return await desk.Acts.SetClock(game, visitor.Id, clock) is { } refused ? Pages.Refused(context, refused) : Back(context, $"/games/{game}");
    }

    private async Task<IResult> Holder(HttpContext context, string game, string seat)
    {
        var (form, why) = await Read(context);
        if (form is null) return Pages.Refused(context, why!);
        await Visitor(context);
        var (found, number, visitor, hidden) = await desk.Seat(context, game, seat);
        if (found is null) return Pages.Refused(context, hidden!);
        var kind = Holding.Of(form["holder"].ToString());
        if (kind == 0) return Pages.Refused(context, Refusal.Bad(HallMessages.NotHolder, null, Answers.Short(form["holder"].ToString()), Holding.Words));
        found.See(number);
        return await desk.Acts.Seat(game, number, visitor!.Id, visitor.Account.Name, kind, invited: false) is { } refused ? Pages.Refused(context, refused)
            : Back(context, kind == HolderKind.Person ? $"/games/{game}/seats/{seat}" : $"/games/{game}");
    }

    private async Task<IResult> Order(HttpContext context, string game, string seat)
    {
        var (form, why) = await Read(context);
        if (form is null) return Pages.Refused(context, why!);
        var (found, number, visitor, hidden) = await desk.Seat(context, game, seat);
        if (found is null) return Pages.Refused(context, hidden!);
        var words = form["order"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await desk.Acts.Return(found, number, visitor!.Id);
        var (_, refused) = await desk.Acts.Give(game, number, visitor.Id, Answers.Short(words.FirstOrDefault() ?? ""), [.. words.Skip(1).Select(Answers.Short)], null);
        return refused is not null ? Pages.Refused(context, refused) : Back(context, $"/games/{game}/seats/{seat}");
    }

    private async Task<IResult> Undo(HttpContext context, string game, string seat)
    {
        var (form, why) = await Read(context);
        if (form is null) return Pages.Refused(context, why!);
        var (found, number, visitor, hidden) = await desk.Seat(context, game, seat);
        if (found is null) return Pages.Refused(context, hidden!);
        _ = int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var order);
        return await desk.Acts.Undo(game, number, visitor!.Id, order) is { } refused ? Pages.Refused(context, refused) : Back(context, $"/games/{game}/seats/{seat}");
    }

    private async Task<IResult> Ready(HttpContext context, string game, string seat)
    {
        var (found, number, visitor, hidden) = await desk.Seat(context, game, seat);
        if (found is null) return Pages.Refused(context, hidden!);
        return await desk.Acts.Ready(game, number, visitor!.Id) is { } refused ? Pages.Refused(context, refused) : Back(context, $"/games/{game}/seats/{seat}");
    }

    private async Task<IResult> Accept(HttpContext context)
    {
        var (form, why) = await Read(context);
        if (form is null) return Pages.Refused(context, why!);
        var visitor = await Visitor(context);
        var (invitation, refused) = await new AccountsApi(desk).Accepted(visitor, form["token"].ToString(), "person");
        return invitation is null ? Pages.Refused(context, refused!) : Back(context, $"/games/{invitation.Game}/seats/{invitation.Seat}");
    }
}
