using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Store;

namespace Yanyun.Server.Games;

/// <summary>What who holds a seat may do to a game. Each is judged while nobody else touches the game, and is durable when it is answered.</summary>
public sealed class SeatActs(Hall hall)
{
    /// <summary>Gives an order. It is judged by what the seat believes now, waits for the day to turn, and is judged again when it rides.</summary>
    /// <param name="day">The day the giver sees; null: whatever day it is.</param>
    /// <param name="number">The number that the giver means it to have, so that it is kept once however often he asks; null: the next.</param>
    public async Task<(Waiting? Waiting, Refusal? Why)> Give(
        string game, SeatId seat, string account, string verb, IReadOnlyList<string> words, int? day, int? number = null)
    {
        Waiting? given = null;
        var why = await hall.Write(game, (state, now) =>
        {
            given = null; // it may be asked twice
            if (Holds(state, seat, account) is { } not) return (null, not);
            var problems = new Problems();
            if (state.Ground.Words.Read(seat, verb, words, new Location("order", 0, 0), problems, out _) is not { } order)
            {
                var first = problems.All[0];
                return (null, new Refusal(400, first.Message, first.Args, first.Nearest));
            }
            var next = state.GivenBy(seat) + 1;
            if (number is { } named && named != next)
            {
                // What waits under that number, and says the same, is this order: it was kept, and the giver did not hear of it.
                foreach (var there in state.Tray)
                    if (there.Seat == seat && there.Number == named && there.Order == order) given = there;
                return (null, given is null ? Refusal.Conflict(HallMessages.OtherNumber, named, next) : null);
            }
            if (day is { } meant && meant != state.Today) return (null, Refusal.Conflict(HallMessages.StaleDay, meant, state.Today));
            var waiting = state.Tray.Count(other => other.Seat == seat);
            if (waiting >= Game.MostWaiting) return (null, Refusal.Conflict(HallMessages.TooManyWaiting, waiting));
            var verdict = CommandRule.Judge(new View(state.World, seat), order);
            if (!verdict.Ok)
                return (null, Refusal.Unfit(HallMessages.Refused, OrderWords.Dashed(verdict.Code.ToString()),
                    new Bilingual(CodeText.In(verdict.Code, Chronicle.Language.English), CodeText.In(verdict.Code, Chronicle.Language.Chinese))));
            given = new Waiting(next, seat, order);
            return (state.Next(EntryKind.Given, seat, DayBody.PackGiven(given.Value.Number, order), now), null);
        });
        return why is null ? (given, null) : (null, why);
    }

    /// <summary>Takes back an order that waits.</summary>
    public Task<Refusal?> Undo(string game, SeatId seat, string account, int number) => hall.Write(game, (state, now) =>
        Holds(state, seat, account) is { } not ? (null, not)
        : !state.Tray.Any(waiting => waiting.Seat == seat && waiting.Number == number) ? (null, Refusal.NotFound(HallMessages.NotWaiting, null, number))
        : (state.Next(EntryKind.Undone, seat, DayBody.PackUndone(number), now), null));

    /// <summary>Says that the seat has no more to say today.</summary>
    public Task<Refusal?> Ready(string game, SeatId seat, string account) => hall.Write(game, (state, now) =>
        Holds(state, seat, account) is { } not ? (null, not)
        : state.IsReady(seat) ? (null, null)
        : (state.Next(EntryKind.Ready, seat, [], now), null));

    /// <summary>Gives the seat back to who was away.</summary>
    public async Task<Refusal?> Return(Game game, SeatId seat, string account)
    {
        game.See(seat);
        if (await game.Look(state => state[seat] is var held && (held.StandsIn == 0 || held.Account != account))) return null;
        return await game.Write((state, now) => state[seat] is { StandsIn: not 0 } held && held.Account == account
            ? (state.Next(EntryKind.Seated, seat, (held with { Kind = held.StandsIn, StandsIn = 0 }).Pack(), now), null)
            : (null, null));
    }

    /// <summary>Seats somebody, or a mind.</summary>
    /// <param name="invited">Holds an invitation to this seat.</param>
    public Task<Refusal?> Seat(string game, SeatId seat, string account, string name, HolderKind kind, bool invited) => hall.Write(game, (state, now) =>
    {
        var held = state[seat];
        var slug = state.Ground.Bookmark.Slugs.Of(seat);
        var (mine, owner) = (held.Account == account, state.Head.Owner == account);
        if (state.Ended) return (null, Refusal.Conflict(HallMessages.Over));
        if (state.Head.Open && kind is HolderKind.Person or HolderKind.Bot) return (null, Refusal.Conflict(HallMessages.OpenGame));
        if (kind is HolderKind.Historical or HolderKind.Heuristic)
        {
            // A mind takes over from its holder, or by the word of who made the game.
            if (!mine && !owner) return (null, Refusal.Forbidden(HallMessages.NotYours, slug));
            var mind = Holding.Mind(kind);
            return held == mind ? (null, null) : (state.Next(EntryKind.Seated, seat, mind.Pack(), now), null);
        }
        if (!mine && held.Account.Length > 0) return (null, Refusal.Conflict(HallMessages.SeatTaken, slug, held.Name));
        if (!mine && !invited && !owner && !state.Head.Listed) return (null, Refusal.Forbidden(HallMessages.NotInvited));
        if (OtherSide(state, seat, account) is { Exists: true } other && OthersPlay(state, account))
            return (null, Refusal.Conflict(HallMessages.OtherSide, state.Ground.Bookmark.Slugs.Of(other)));
        var holding = new Holding(kind, account, name);
        return held == holding ? (null, null) : (state.Next(EntryKind.Seated, seat, holding.Pack(), now), null);
    });

    /// <summary>Sets the clock: who made the game as he likes, who holds a seat may stop it.</summary>
    public Task<Refusal?> SetClock(string game, string account, ClockSetting clock) => hall.Write(game, (state, now) =>
    {
        var stops = clock.Mode == ClockMode.Paused && SeatOf(state, account).Exists;
        if (state.Head.Owner != account && !stops) return (null, Refusal.Forbidden(HallMessages.NotOwner));
        if (!clock.IsValid) return (null, Refusal.Bad(HallMessages.NotClock, null, ClockSetting.LeastSeconds, ClockSetting.MostSeconds));
        if (state.Ended) return (null, Refusal.Conflict(HallMessages.Over));
        return clock == state.Clock ? (null, null) : (state.Next(EntryKind.Clock, SeatId.None, clock.Pack(), now), null);
    });

    /// <summary>Whether anybody else sits in the game, or is only away from it.</summary>
    public static bool OthersPlay(GameState state, string account)
    {
        foreach (ref readonly var seat in state.Seats)
            if (!string.IsNullOrEmpty(seat.Account) && seat.Account != account) return true;
        return false;
    }

    /// <summary>A seat that an account holds; none when it holds none.</summary>
    public static SeatId SeatOf(GameState state, string account)
    {
        for (byte s = 1; s < state.Seats.Length; s++)
            if (state.Seats[s].Account == account) return new SeatId(s);
        return SeatId.None;
    }

    private static SeatId OtherSide(GameState state, SeatId seat, string account)
    {
        var scenario = state.Ground.Scenario;
        for (byte s = 1; s < state.Seats.Length; s++)
            if (state.Seats[s].Account == account && !scenario.SameSide(scenario.Seats[s].Polity, scenario.Seats[seat.Value].Polity)) return new SeatId(s);
        return SeatId.None;
    }

    private static Refusal? Holds(GameState state, SeatId seat, string account) =>
        state.Ended ? Refusal.Conflict(HallMessages.Over)
        : state[seat].Account != account || state[seat].IsMind ? Refusal.Forbidden(HallMessages.NotYours, state.Ground.Bookmark.Slugs.Of(seat))
        : null;
}
