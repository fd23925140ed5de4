using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>When the next day is due, by a clock that the test alone moves.</summary>
public sealed class BeatSpec : IAsyncDisposable
{
    private Hall? _hall;

    public async ValueTask DisposeAsync()
    {
        if (_hall is not null) await _hall.DisposeAsync();
    }

    /// <summary>A game with a person in its first seat, in a hall where nobody looks at the clock but the test.</summary>
    private async Task<(HandClock Time, Game Game)> Begun(Folder folder, ClockSetting clock)
    {
        var time = new HandClock();
        _hall = new Hall(SqliteStore.Open(folder.Games), TheShelf.Shelf, time, HallSettings.Usual);
        var first = TheShelf.Ground.Bookmark.Slugs.Of(new SeatId(1));
        var wish = new Wish("a war", "maker", "maker", Open: false, Listed: true, new Dictionary<string, HolderKind> { [first] = HolderKind.Person }, clock);
        var (id, _) = await _hall.Founding.New(wish, TheShelf.Scenario, 7, []);
        return (time, (await _hall.Open(id!)).Game!);
    }

    private sealed class HandClock : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => 1000;
        public override long GetTimestamp() => _now;
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddMilliseconds(_now);
        public void Go(long milliseconds) => _now += milliseconds;
    }

    [Theory]
    [InlineData(1, 5000)]
    [InlineData(2, 2000)]
    [InlineData(3, 1000)]
    [InlineData(4, 500)]
    [InlineData(5, 200)]
    public async Task A_day_lasts_as_long_as_its_speed_says(byte speed, int lasts)
    {
        using var folder = new Folder();
        var (time, game) = await Begun(folder, new ClockSetting(ClockMode.Speed, speed));
        Assert.Null(await game.Turn(_ => true));
        for (var day = 1; day < 4; day++)
        {
            time.Go(lasts - 1);
            await game.Turn(game.IsDue);
            Assert.Equal(day, await game.Look(state => state.Today));
            time.Go(1);
            await game.Turn(game.IsDue);
            Assert.Equal(day + 1, await game.Look(state => state.Today));
        }
    }

    [Theory]
    [InlineData(ClockMode.Paused, false, 0)]
    [InlineData(ClockMode.Paused, true, 0)]
    [InlineData(ClockMode.Ready, false, 0)]
    [InlineData(ClockMode.Ready, true, 1)]
    [InlineData(ClockMode.Slow, false, 0)]
    [InlineData(ClockMode.Slow, true, 1)] // by letter too nobody waits for a deadline that all are ready for
    public async Task Before_any_deadline_a_day_turns_when_all_are_ready_where_the_clock_says_so(ClockMode mode, bool ready, int day)
    {
        using var folder = new Folder();
        var (_, game) = await Begun(folder, mode == ClockMode.Slow ? new ClockSetting(mode, Seconds: 10) : new ClockSetting(mode));
        Assert.Null(await game.Turn(_ => true));
        if (ready) Assert.Null(await game.Write((state, now) => (state.Next(EntryKind.Ready, new SeatId(1), [], now), null)));
        await game.Turn(game.IsDue);
        Assert.Equal(1 + day, await game.Look(state => state.Today));
    }

    [Theory]
    [InlineData(ClockMode.Speed, 0, 2000)] // on the beat
    [InlineData(ClockMode.Speed, 180, 1820)] // a little late: the next is not late for that
    [InlineData(ClockMode.Speed, 1000, 1000)]
    [InlineData(ClockMode.Speed, 1001, 2000)] // by more than half a day: nobody is hurried
    [InlineData(ClockMode.Slow, 180, 10_000)] // by letter everybody has the whole of his time
    public async Task A_day_that_turns_late_makes_the_next_no_later_but_never_shorter_than_half(ClockMode mode, int late, int left)
    {
        using var folder = new Folder();
        var clock = mode == ClockMode.Speed ? new ClockSetting(mode, Speed: 2) : new ClockSetting(mode, Seconds: 10);
        var (time, game) = await Begun(folder, clock);
        Assert.Null(await game.Turn(_ => true));
        var due = game.DueAt;
        Assert.Equal(clock.DayLasts, due - time.GetTimestamp());
        time.Go(due - time.GetTimestamp() - 1);
        await game.Turn(game.IsDue);
        Assert.Equal(1, await game.Look(state => state.Today));
        time.Go(1 + late);
        await game.Turn(game.IsDue);
        Assert.Equal(2, await game.Look(state => state.Today));
        Assert.Equal(left, game.DueAt - time.GetTimestamp());
    }
}
