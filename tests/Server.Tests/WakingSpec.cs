using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>A game that was put away goes on as if it had not been.</summary>
public sealed class WakingSpec : IAsyncDisposable
{
    private readonly Folder _folder = new();
    private readonly SqliteStore _store;
    private readonly Waker _waker;

    public WakingSpec()
    {
        _store = SqliteStore.Open(_folder.Games);
        _waker = new Waker(_store, TheShelf.Shelf);
    }

    [Fact]
    public async Task A_game_woken_every_few_days_has_the_days_of_one_that_never_slept()
    {
        const int days = 330;
        var awake = await Made("awake", 11);
        var whole = new List<ulong>();
        while (awake.World.Today < days) whole.Add(await Day(awake, Acts(awake)));
        var sleeper = await Made("sleeper", 11);
        var parts = new List<ulong>();
        var wakings = 0;
        while (sleeper.World.Today < days)
        {
            parts.Add(await Day(sleeper, Acts(sleeper)));
            if (sleeper.World.Today % 13 != 0) continue;
            wakings++;
            var (woken, why) = await _waker.Wake((await _store.Find("sleeper"))!);
            Assert.Null(why);
            Assert.Equal(sleeper.Version, woken!.Version);
            sleeper = woken;
        }
        Assert.Equal(whole, parts);
        Assert.Equal(25, wakings);
        Assert.Contains((await _store.Read("awake", 0)), entry => entry.Kind == EntryKind.Given);
    }

    [Fact]
    public async Task A_game_is_the_same_from_any_rung_and_from_its_first_day()
    {
        var state = await Made("ladder", 3);
        while (state.World.Today < 100) await Day(state, Acts(state));
        var row = (await _store.Find("ladder"))!;
        var (fromRung, _, _) = await _waker.AsOf(row, 95, row.Version);
        var (fromStart, _, _) = await _waker.AsOf(row, 0, row.Version);
        Assert.Equal(WorldHash.Full(state.World), WorldHash.Full(fromRung!.World));
        Assert.Equal(WorldHash.Full(state.World), WorldHash.Full(fromStart!.World));
        Assert.Equal(fromStart.SeenBy(TheShelf.Seat("song-court")), fromRung.SeenBy(TheShelf.Seat("song-court")));
        Assert.Equal(fromStart.GivenBy(TheShelf.Seat("song-court")), fromRung.GivenBy(TheShelf.Seat("song-court")));
        Assert.True(fromRung.Cast.Save().AsSpan().SequenceEqual(fromStart.Cast.Save()), "the minds remember other things");
    }

    [Fact]
    public async Task A_damaged_rung_is_passed_over_for_the_one_below()
    {
        var state = await Made("rung", 3);
        while (state.World.Today < 65) await Day(state, []);
        var hash = WorldHash.Full(state.World);
        await Spoil("UPDATE rung SET bytes = zeroblob(99) WHERE day = 60");
        await using var store = SqliteStore.Open(_folder.Games);
        var (woken, why) = await new Waker(store, TheShelf.Shelf).Wake((await store.Find("rung"))!);
        Assert.Null(why);
        Assert.Equal(hash, WorldHash.Full(woken!.World));
    }

    [Theory]
    [InlineData("UPDATE entry SET body = zeroblob(6) WHERE game = 'bad' AND number = 66", "HAL006", "66")]
    [InlineData("UPDATE entry SET hash = hash + 1 WHERE game = 'bad' AND number = 66", "HAL006", "66")]
    [InlineData("DELETE FROM entry WHERE game = 'bad' AND number = 66", "HAL006", "66")]
    [InlineData("DELETE FROM entry WHERE game = 'bad' AND number > 66", "HAL006", "67")]
    [InlineData("UPDATE entry SET seat = 9 WHERE game = 'bad' AND number = 67", "HAL006", "67")]
    public async Task A_corrupted_row_is_named_and_set_apart_and_other_games_go_on(string damage, string code, string named)
    {
        var bad = await Made("bad", 3);
        var good = await Made("good", 4);
        while (bad.World.Today < 66) await Day(bad, []);
        while (good.World.Today < 3) await Day(good, []);
        await Spoil(damage);
        await using var store = SqliteStore.Open(_folder.Games);
        var hall = new Hall(store, TheShelf.Shelf, TimeProvider.System, HallSettings.Usual);
        var (game, why) = await hall.Open("bad");
        Assert.Null(game);
        Assert.Equal(code, why!.Code);
        Assert.Contains(named, why.In(Yanyun.Chronicle.Language.English));
        Assert.Contains(named, (await store.Find("bad"))!.Fault);
        Assert.Equal("HAL008", (await hall.Open("bad")).Why!.Code);
        var (sound, _) = await hall.Open("good");
        Assert.Null(await sound!.Turn(_ => true));
    }

    [Fact]
    public async Task A_log_that_was_rewritten_with_a_sound_chain_is_found_by_its_world()
    {
        var state = await Made("forged", 3);
        while (state.World.Today < 4) await Day(state, []);
        var log = await _store.Read("forged", 0);
        var forged = Entry.After(log[1].Number, log[1].Sum, EntryKind.Day, log[2].Day, 0, log[2].Hash + 1, log[2].Body, log[2].At);
        await using (var other = SqliteStore.Open(System.IO.Path.Combine(_folder.Path, "other.sqlite")))
        {
            await other.Create(TheShelf.Head("forged", 3), [.. log.Take(2), forged], [], Pulse.Still);
            var (game, why) = await new Waker(other, TheShelf.Shelf).Wake((await other.Find("forged"))!);
            Assert.Null(game);
            Assert.Equal("HAL007", why!.Code);
        }
    }

    [Theory]
    [InlineData(99, 0UL, "HAL004")]
    [InlineData(0, 1UL, "HAL005")]
    public async Task A_game_of_other_rules_or_files_is_not_played(int rules, ulong hash, string code)
    {
        var head = TheShelf.Head("pinned");
        head = head with { Rules = rules == 0 ? head.Rules : rules, ScenarioHash = head.ScenarioHash + hash };
        await _store.Create(head, [Entry.After(0, Entry.ChainStart, EntryKind.Clock, 0, 0, 0, new ClockSetting().Pack(), 1)], [], Pulse.Still);
        var (game, why) = await _waker.Wake((await _store.Find("pinned"))!);
        Assert.Null(game);
        Assert.Equal(code, why!.Code);
        Assert.Null((await _store.Find("pinned"))!.Fault);
    }

    /// <summary>Seats change hands and a person orders now and then, the same in every run.</summary>
    private static List<(EntryKind Kind, SeatId Seat, byte[] Body)> Acts(GameState state)
    {
        var (song, jin, today) = (TheShelf.Seat("song-court"), TheShelf.Seat("jin-court"), state.World.Today);
        var acts = new List<(EntryKind, SeatId, byte[])>();
        if (today == 5) acts.Add((EntryKind.Seated, song, new Holding(HolderKind.Person, "p", "P").Pack()));
        if (today == 40) acts.Add((EntryKind.Seated, jin, Holding.Mind(HolderKind.Heuristic).Pack()));
        if (today == 200) acts.Add((EntryKind.Seated, jin, Holding.Mind(HolderKind.Historical).Pack()));
        if (today == 305) acts.Add((EntryKind.Seated, song, Holding.Mind(HolderKind.Historical).Pack()));
        if (state[song].Kind != HolderKind.Person || today % 9 != 0) return acts;
        var number = state.GivenBy(song);
        foreach (var to in (string[])["song-hubei-jingxi-command", "song-huaixi-command", "song-huaidong-command"])
        {
            var order = Order.Of(song, new Inform(TheShelf.Seat(to)));
            if (CommandRule.Judge(new View(state.World, song), order).Ok) acts.Add((EntryKind.Given, song, DayBody.PackGiven(++number, order)));
        }
        if (number > 1) acts.Add((EntryKind.Undone, song, DayBody.PackUndone(number)));
        return acts;
    }

    private async Task<GameState> Made(string id, ulong seed)
    {
        var state = new GameState(TheShelf.Head(id, seed), TheShelf.Ground);
        var first = state.Next(EntryKind.Clock, SeatId.None, new ClockSetting().Pack(), 1);
        Assert.True(await _store.Create(state.Head, [first], [], Pulse.Still));
        state.Apply(first);
        return state;
    }

    private async Task<ulong> Day(GameState state, List<(EntryKind Kind, SeatId Seat, byte[] Body)> acts)
    {
        foreach (var (kind, seat, body) in acts)
        {
            var entry = state.Next(kind, seat, body, 1);
            Assert.True(await _store.Append(state.Head.Id, state.Version, [entry], null, Pulse.Still));
            state.Apply(entry);
        }
        var before = state.Version;
        var day = state.PlayDay(1);
        Assert.True(await _store.Append(state.Head.Id, before, [day], Rungs.On(state.World.Today) ? Rungs.Of(state) : null, Pulse.Still));
        return day.Hash;
    }

    private async Task Spoil(string sql)
    {
        await _store.DisposeAsync();
        using var database = Yanyun.Chronicle.Storage.Database.Open(_folder.Games, exclusive: true);
        database.Do(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }
}
