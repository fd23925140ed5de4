using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yanyun.Server.Gate;

namespace Yanyun.Server.Http;

/// <summary>Guests, names, sessions, tokens for programs, invitations.</summary>
public sealed class AccountsApi(Desk desk)
{
    public const string Cookie = "yanyun";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/guests", (Delegate)Guest).WithName("newGuest").Produces<MeShape>().Produces<MeShape>(201).Faults();
        api.MapGet("/me", (Delegate)Me).WithName("showMe").Produces<MeShape>().Faults();
        api.MapPost("/me/name", (Delegate)Name).WithName("nameMe").Accepts<NewName>("application/json").Produces<RecoveryShape>().Faults();
        api.MapGet("/me/keepsakes", (Delegate)Kept).WithName("listKeepsakes").Produces<Dictionary<string, string>>().Faults();
        api.MapPatch("/me/keepsakes", (Delegate)Keep).WithName("keepKeepsakes").Accepts<Dictionary<string, string?>>("application/json").Produces(204).Faults();
        api.MapPost("/sessions", (Delegate)SignIn).WithName("signIn").Accepts<NewSession>("application/json").Faults();
        api.MapDelete("/sessions", (Delegate)SignOut).WithName("signOut").Produces(204).Faults();
        api.MapGet("/tokens", (Delegate)Tokens).WithName("listTokens").Produces<List<TokenShape>>().Faults();
        api.MapPost("/tokens", (Delegate)NewToken).WithName("newToken").Accepts<NewToken>("application/json").Produces<TokenShape>(201).Faults();
        api.MapDelete("/tokens/{handle}", (Delegate)Revoke).WithName("revokeToken").Produces(204).Faults();
        api.MapPost("/games/{game}/invitations", (Delegate)Invite).WithName("invite").Accepts<NewInvitation>("application/json").Produces<InvitationShape>(201).Faults();
        api.MapGet("/games/{game}/invitations", (Delegate)Invitations).WithName("listInvitations").Produces<List<InvitationShape>>().Faults();
        api.MapDelete("/games/{game}/invitations/{handle}", (Delegate)Withdraw).WithName("revokeInvitation").Produces(204).Faults();
        api.MapPost("/invitations", (Delegate)Accept).WithName("acceptInvitation").Accepts<AcceptInvitation>("application/json").Produces<InvitationShape>().Faults();
    }

    /// <summary>Sets the cookie of a pass: no script reads it, no other site sends it along, and behind TLS nothing else carries it.</summary>
    public static void Set(HttpContext context, string token) => context.Response.Cookies.Append(Cookie, token, new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = Doors.SchemeOf(context.Request) == "https", Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true,
    });

    private static MeShape Shape(Visitor visitor) => new(visitor.Account.Name, visitor.Account.IsGuest, visitor.FormToken, visitor.Pass.Game, visitor.Pass.Seat);

    /// <summary>Who is known already stays who he is.</summary>
    private async Task<IResult> Guest(HttpContext context)
    {
        if (Desk.VisitorOf(context) is { Pass.Bot: false } known) return Answers.Of(Shape(known));
        var (account, token) = await desk.Gate.Guest();
        Set(context, token);
        return Answers.Of(Shape(new Visitor(account, new Pass(account.Id, false, null, null, null, 0), token)), 201);
    }

    private IResult Me(HttpContext context)
    {
        var (visitor, why) = Desk.Known(context);
        return visitor is null ? Answers.Of(why!, context.Request) : Answers.Of(Shape(visitor));
    }

    private async Task<IResult> Name(HttpContext context)
    {
        var (visitor, why) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(why!, context.Request);
        var (body, wrong) = await Answers.Read<NewName>(context.Request);
        if (body is null) return Answers.Of(wrong!, context.Request);
        var (recovery, refused) = await desk.Gate.Name(visitor.Account, body.Name ?? "", body.Password ?? "");
        return recovery is null ? Answers.Of(refused!, context.Request) : Answers.Of(new RecoveryShape(recovery));
    }

    /// <summary>What the page keeps for somebody; his programs neither see nor change it.</summary>
    private async Task<IResult> Kept(HttpContext context)
    {
        var (visitor, why) = Desk.Whole(context);
        return visitor is null ? Answers.Of(why!, context.Request) : Answers.Of(await desk.Keepsakes.Of(visitor.Id));
    }

    private async Task<IResult> Keep(HttpContext context)
    {
        var (visitor, why) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(why!, context.Request);
        var (body, wrong) = await Answers.Read<Dictionary<string, string?>>(context.Request);
        if (body is null) return Answers.Of(wrong!, context.Request);
        if (!Keepsakes.Fits(body)) return Answers.Of(Refusal.Bad(HallMessages.TooLarge, null, Keepsakes.LongestValue), context.Request);
        return await desk.Keepsakes.Keep(visitor.Id, body) ? Results.NoContent() : Answers.Of(Refusal.Conflict(HallMessages.Busy), context.Request);
    }

    private async Task<IResult> SignIn(HttpContext context)
    {
        var (body, wrong) = await Answers.Read<NewSession>(context.Request);
        if (body is null) return Answers.Of(wrong!, context.Request);
        var (token, recovery, why) = await desk.Gate.SignIn(body.Name ?? "", body.Password, body.Recovery, body.NewPassword);
        if (token is null) return Answers.Of(why!, context.Request);
        Set(context, token);
        return recovery is null ? Results.NoContent() : Answers.Of(new RecoveryShape(recovery));
    }

    private async Task<IResult> SignOut(HttpContext context)
    {
        var (visitor, why) = Desk.Known(context);
        if (visitor is null) return Answers.Of(why!, context.Request);
        await desk.Gate.SignOut(visitor);
        if (!visitor.Pass.Bot) context.Response.Cookies.Delete(Cookie);
        return Results.NoContent();
    }

    private async Task<IResult> Tokens(HttpContext context)
    {
        var (visitor, why) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(why!, context.Request);
        var passes = await desk.Gate.PassesOf(visitor.Id);
        return Answers.Of(passes.Where(pass => pass.Pass.Bot).Select(pass => new TokenShape(pass.Handle, pass.Pass.Label ?? "", pass.Pass.Game, pass.Pass.Seat)).ToList());
    }

    private async Task<IResult> NewToken(HttpContext context)
    {
        var (visitor, why) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(why!, context.Request);
        var (body, wrong) = await Answers.Read<NewToken>(context.Request);
        if (body is null) return Answers.Of(wrong!, context.Request);
        if (string.IsNullOrWhiteSpace(body.Label) || body.Label.Length > 40 || (body.Game is null) != (body.Seat is null))
            return Answers.Of(Refusal.Bad(HallMessages.BadValue, null, "label", Answers.Short(body.Label ?? ""),
                Answers.Says("1 to 40 characters, and a game with a seat or neither", "1 至 40 字，且對局與職守須並給或並缺")), context.Request);
        if (body.Game is { } game)
        {
            var (found, _, _, hidden) = await desk.Seat(context, game, body.Seat!);
            if (found is null) return Answers.Of(hidden!, context.Request);
        }
        var token = await desk.Gate.Admit(visitor.Account, bot: true, body.Game, body.Seat, body.Label);
        return Answers.Of(new TokenShape(Gate.Tokens.Hash(token)[..16], body.Label, body.Game, body.Seat, token), 201);
    }

    private async Task<IResult> Revoke(HttpContext context, string handle)
    {
        var (visitor, why) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(why!, context.Request);
        return await desk.Gate.Revoke(visitor.Id, handle) ? Results.NoContent() : Answers.Of(Refusal.NotFound(HallMessages.NoSuchPath, null), context.Request);
    }

    private async Task<IResult> Invite(HttpContext context, string game)
    {
        var (body, wrong) = await Answers.Read<NewInvitation>(context.Request);
        if (body is null) return Answers.Of(wrong!, context.Request);
        var (found, number, visitor, why) = await desk.Seat(context, game, body.Seat ?? "");
        if (found is null) return Answers.Of(why!, context.Request);
        // To see through a seat's eyes is its holder's to grant; to hold an empty one, that of who made the game.
        var (holder, empty) = await found.Look(state => (state[number].Account == visitor!.Id, state[number].Account.Length == 0));
        if (!holder && !(empty && found.Head.Owner == visitor!.Id))
            return Answers.Of(Refusal.Forbidden(HallMessages.NotYours, found.Ground.Bookmark.Slugs.Of(number)), context.Request);
        var (token, made) = await desk.Gate.Invite(game, body.Seat!, body.Plays, visitor!.Id);
        return Answers.Of(new InvitationShape(made.Handle, game, made.Seat, made.Plays, token, $"/invitations/{token}"), 201);
    }

    private async Task<IResult> Invitations(HttpContext context, string game)
    {
        var (visitor, nobody) = Desk.Known(context);
        if (visitor is null) return Answers.Of(nobody!, context.Request);
        var (found, why) = await desk.Game(context, game);
        if (found is null) return Answers.Of(why!, context.Request);
        var all = await desk.Gate.InvitationsTo(game);
        return Answers.Of(all.Where(one => one.By == visitor.Id || found.Head.Owner == visitor.Id)
            .Select(one => new InvitationShape(one.Handle, game, one.Seat, one.Plays)).ToList());
    }

    private async Task<IResult> Withdraw(HttpContext context, string game, string handle)
    {
        var (visitor, nobody) = Desk.Known(context);
        if (visitor is null) return Answers.Of(nobody!, context.Request);
        var (found, why) = await desk.Game(context, game);
        if (found is null) return Answers.Of(why!, context.Request);
        var mine = (await desk.Gate.InvitationsTo(game)).Any(one => one.Handle == handle && (one.By == visitor.Id || found.Head.Owner == visitor.Id));
        return mine && await desk.Gate.Withdraw(game, handle) ? Results.NoContent() : Answers.Of(Refusal.NotFound(HallMessages.NoInvitation, null), context.Request);
    }

    private async Task<IResult> Accept(HttpContext context)
    {
        var (visitor, nobody) = Desk.Whole(context);
        if (visitor is null) return Answers.Of(nobody!, context.Request);
        var (body, wrong) = await Answers.Read<AcceptInvitation>(context.Request);
        if (body is null) return Answers.Of(wrong!, context.Request);
        var (invitation, why) = await Accepted(visitor, body.Token ?? "", body.Holder ?? "person");
        return invitation is null ? Answers.Of(why!, context.Request)
            : Answers.Of(new InvitationShape(invitation.Handle, invitation.Game, invitation.Seat, invitation.Plays));
    }

    /// <summary>Lets a visitor into the seat, or to its window, that an invitation names.</summary>
    internal async Task<(Invitation? Invitation, Refusal? Why)> Accepted(Visitor visitor, string token, string holder)
    {
        if (await desk.Gate.InvitationOf(token) is not { } invitation) return (null, Refusal.NotFound(HallMessages.NoInvitation, null));
        var (game, why) = await desk.Hall.Open(invitation.Game);
        if (game is null) return (null, why);
        if (!invitation.Plays)
        {
            await desk.Gate.LetWatch(invitation.Game, "", visitor.Id);
            await desk.Gate.LetWatch(invitation.Game, invitation.Seat, visitor.Id);
            return (invitation, null);
        }
        var kind = Games.Holding.Of(holder);
        if (kind is not (Games.HolderKind.Person or Games.HolderKind.Bot)) return (null, Refusal.Bad(HallMessages.NotHolder, null, Answers.Short(holder), Games.Holding.Words));
        var seat = new Engine.SeatId((byte)game.Ground.Bookmark.Slugs.Seats[invitation.Seat]);
        // A seat that its holder gives away is empty before another sits in it.
        if (await game.Look(state => state[seat].Account == invitation.By && invitation.By != visitor.Id)
            && await desk.Acts.Seat(game.Id, seat, invitation.By, "", Games.HolderKind.Heuristic, false) is { } kept) return (null, kept);
        if (await desk.Acts.Seat(game.Id, seat, visitor.Id, visitor.Account.Name, kind, invited: true) is { } refused) return (null, refused);
        game.See(seat);
        await desk.Gate.Use(token);
        return (invitation, null);
    }
}
