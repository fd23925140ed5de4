using Microsoft.AspNetCore.Http;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Gate;

namespace Yanyun.Server.Http;

/// <summary>What every part of the API needs: the hall, the gate, and who asks for what.</summary>
public sealed class Desk(Hall hall, Gatehouse gate)
{
    public Hall Hall => hall;
    public Gatehouse Gate => gate;
    public SeatActs Acts { get; } = new(hall);
    public Reels Reels { get; } = new(hall);
    public Keepsakes Keepsakes { get; } = new(hall.Store);

    /// <summary>Who asks; null for nobody known.</summary>
    public static Visitor? VisitorOf(HttpContext context) => context.Items[typeof(Visitor)] as Visitor;

    /// <summary>Who asks, or that somebody must be known.</summary>
    public static (Visitor? Visitor, Refusal? Why) Known(HttpContext context) =>
        VisitorOf(context) is { } visitor ? (visitor, null) : (null, new Refusal(401, HallMessages.NobodyKnown, []));

    /// <summary>Who asks with all that his account may: a token for one seat can neither make games nor name the account nor make more tokens.</summary>
    public static (Visitor? Visitor, Refusal? Why) Whole(HttpContext context)
    {
        var (visitor, why) = Known(context);
        return visitor is { Pass: { Seat: { } seat } pass } ? (null, Refusal.Forbidden(HallMessages.TokenTooNarrow, seat, pass.Game!)) : (visitor, why);
    }

    /// <summary>A game that the visitor may see. One that he may not see is not there.</summary>
    public async Task<(Game? Game, Refusal? Why)> Game(HttpContext context, string id)
    {
        var visitor = VisitorOf(context);
        var hidden = Refusal.NotFound(HallMessages.UnknownGame, null, Answers.Short(id));
        if (visitor?.Pass.Game is { } only && only != id) return (null, Refusal.Forbidden(HallMessages.TokenTooNarrow, visitor.Pass.Seat!, only));
        if (hall.AwakeGame(id) is { } awake) return await MaySee(awake, visitor) ? (awake, null) : (null, hidden);
        if (id.Length > 20 || await hall.Store.Find(id) is not { } row) return (null, hidden);
        var (game, why) = await hall.Open(id);
        if (game is null) return (null, row.Head.Listed || row.Head.Owner == visitor?.Id ? why : hidden);
        return await MaySee(game, visitor) ? (game, null) : (null, hidden);
    }

    private async Task<bool> MaySee(Game game, Visitor? visitor)
    {
        if (game.Head.Listed) return true;
        if (visitor is null) return false;
        return game.Head.Owner == visitor.Id || await gate.MayWatch(game.Id, "", visitor.Id)
            || await game.Look(state => SeatActs.SeatOf(state, visitor.Id).Exists, asked: false);
    }

    /// <summary>A game and a seat of it that the visitor may speak for, by his pass.</summary>
    public async Task<(Game? Game, SeatId Seat, Visitor? Visitor, Refusal? Why)> Seat(HttpContext context, string id, string seat)
    {
        var (visitor, nobody) = Known(context);
        if (visitor is null) return (null, default, null, nobody);
        var (game, found, why) = await Seat(context, id, seat, visitor);
        return (game, found, visitor, why);
    }

    private async Task<(Game? Game, SeatId Seat, Refusal? Why)> Seat(HttpContext context, string id, string seat, Visitor? visitor)
    {
        var (game, why) = await Game(context, id);
        if (game is null) return (null, default, why);
        var seats = game.Ground.Bookmark.Slugs.Seats;
        if (seats[seat] is not (> 0 and var number))
            return (null, default, Refusal.NotFound(HallMessages.UnknownSeat, Nearest.To(Answers.Short(seat), seats.Ids), Answers.Short(seat), seats.Ids));
        if (visitor?.Pass.Seat is { } only && only != seat) return (null, default, Refusal.Forbidden(HallMessages.TokenTooNarrow, only, id));
        return (game, new SeatId((byte)number), null);
    }

    /// <summary>A game and a seat of it whose view the visitor may see: his own, one he was invited to watch, any of a game that is open or over.</summary>
    public async Task<(Game? Game, SeatId Seat, Refusal? Why)> Window(HttpContext context, string id, string seat)
    {
        var visitor = VisitorOf(context);
        var (game, number, why) = await Seat(context, id, seat, visitor);
        if (game is null) return (null, default, why);
        if (game.Head.Open) return (game, number, null);
        if (visitor is not null && await game.Look(state => state[number].Account == visitor.Id, asked: false))
        {
            await Acts.Return(game, number, visitor.Id);
            return (game, number, null);
        }
        if (await game.Look(state => state.Ended, asked: false)) return (game, number, null);
        if (visitor is not null && await gate.MayWatch(id, seat, visitor.Id)) return (game, number, null);
        return (null, default, visitor is null ? new Refusal(401, HallMessages.NobodyKnown, []) : Refusal.Forbidden(HallMessages.NotShown, seat));
    }

    /// <summary>Whether the whole truth of a game may be told to a visitor: it is open, or over, or nobody else plays in what he made.</summary>
    public static Task<bool> MayKnowAll(Game game, Visitor? visitor) => game.Look(state =>
        state.Head.Open || state.Ended || (visitor is not null && state.Head.Owner == visitor.Id && !SeatActs.OthersPlay(state, visitor.Id)), asked: false);
}
