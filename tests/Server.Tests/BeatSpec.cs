using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Store;

namespace Server.Tests;

/// <summary>When the next day is due, by a clock that the test alone moves.</summary>
public sealed class BeatSpec
{
    private sealed class HandClock : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => 1000;
        public override long GetTimestamp() => _now;
        public void Go(long milliseconds) => _now += milliseconds;
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
        var time = new HandClock();
        await using var hall = new Hall(SqliteStore.Open(folder.Games), TheShelf.Shelf, time, HallSettings.Usual);
        var clock = mode == ClockMode.Speed ? new ClockSetting(mode, Speed: 2) : new ClockSetting(mode, Seconds: 10);
        var wish = new Wish("a war", "maker", "maker", Open: false, Listed: true,
            new Dictionary<string, HolderKind> { ["song-court"] = HolderKind.Person }, clock);
        var (id, _) = await hall.Founding.New(wish, TheShelf.Scenario, 7, []);
        var game = (await hall.Open(id!)).Game!;
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
