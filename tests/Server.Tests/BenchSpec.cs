using System.Runtime.InteropServices;
using Yanyun.Engine;
using Yanyun.Server.Games;

namespace Server.Tests;

/// <summary>Games of a scenario share a few benches. Which of them a day is played at, and what was played there before, changes nothing.</summary>
public class BenchSpec
{
    [Fact]
    public void Games_that_take_turns_at_the_benches_go_as_if_each_were_alone()
    {
        var alone = Games();
        var shared = Games();
        for (var day = 1; day <= 420; day++)
            for (var game = 0; game < alone.Length; game++)
            {
                var (one, other) = (alone[game].PlayDay(day), shared[game].PlayDay(day));
                Assert.True(one.Sum == other.Sum && one.Hash == other.Hash, $"game {game}, day {day}");
                Assert.True(one.Hash == WorldHash.Full(alone[game].World), $"game {game}, day {day}: what was hashed by change is not the hash of the world");
                shared[game].Rest();
            }
        for (var game = 0; game < alone.Length; game++)
        {
            Assert.True(alone[game].Cast.Save().AsSpan().SequenceEqual(shared[game].Cast.Save()), "the minds remember other things");
            Assert.True(Snapshot.Of(alone[game].World).AsSpan().SequenceEqual(Snapshot.Of(shared[game].World)), "the worlds are not the same");
        }
    }

    /// <summary>Two led as history was, two by the heuristic mind in every seat.</summary>
    private static GameState[] Games() => [.. Enumerable.Range(1, 4).Select(seed =>
    {
        var game = new GameState(TheShelf.Head("bench", (ulong)seed), TheShelf.Ground);
        for (byte s = 1; seed > 2 && s < game.Seats.Length; s++)
            game.Apply(game.Next(Yanyun.Server.Store.EntryKind.Seated, new SeatId(s), Holding.Mind(HolderKind.Heuristic).Pack(), 1));
        return game;
    })];

    [Fact]
    public void Looking_at_a_game_at_rest_changes_nothing_and_shows_what_was_there()
    {
        var game = new GameState(TheShelf.Head("bench"), TheShelf.Ground);
        game.PlayDay(1);
        var hash = WorldHash.Full(game.World);
        game.Rest();
        new GameState(TheShelf.Head("other", 9), TheShelf.Ground).Rest();
        for (var look = 0; look < 3; look++)
        {
            Assert.Equal(1, game.Today);
            Assert.Equal(hash, WorldHash.Full(game.World));
            game.Rest();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1027)]
    [InlineData(185_247)]
    public void A_world_that_is_packed_and_unpacked_is_the_same_whatever_differs(int bytes)
    {
        var dice = new Chance((ulong)bytes, 1);
        var packed = new PackedWorld();
        var start = new byte[bytes];
        for (var i = 0; i < bytes; i++) start[i] = (byte)dice.Below(256, Purpose.Test, 1, (uint)i);
        foreach (var share in (int[])[0, 3, 60, 1000, 20, 0])
        {
            var world = start.ToArray();
            for (var i = 0; i < bytes; i++)
                if (dice.Below(1000, Purpose.Test, (ulong)share + 2, (uint)i) < share) world[i] ^= (byte)(1 + dice.Below(255, Purpose.Test, (ulong)share + 2000, (uint)i));
            packed.Pack(start, world);
            var again = new byte[bytes];
            packed.Unpack(start, again);
            Assert.True(world.AsSpan().SequenceEqual(again), $"{share} of a thousand");
        }
    }

    [Fact]
    public void A_world_that_is_as_on_the_first_day_takes_next_to_nothing()
    {
        var packed = new PackedWorld();
        var start = Snapshot.Of(TheShelf.Ground.Scenario.Start!);
        packed.Pack(start, start);
        Assert.True(packed.Size < start.Length / 20, $"{packed.Size} of {start.Length} bytes");
    }
}
