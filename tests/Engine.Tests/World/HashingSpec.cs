using System.Numerics;
using Yanyun.Engine;
using static Engine.Tests.SmallWar;

namespace Engine.Tests;

/// <summary>The hash of a world is what its definition says, however it is come by.</summary>
public class HashingSpec : RuleSpec
{
    [Fact]
    public void The_hash_from_nothing_is_the_sum_of_the_rows_that_are_not_empty()
    {
        for (ulong seed = 1; seed <= 200; seed++)
        {
            var (world, dice) = (AtWar(seed), new Chance(seed, 1));
            // From a world of hardly anything to one without an empty row.
            var share = (int)(seed % 10) * 100;
            foreach (var table in WorldTables.All)
            {
                var bytes = table.Bytes(world);
                for (var i = 0; i < bytes.Length; i++)
                    if (dice.Below(1000, Purpose.Test, table.RowBytes > 8 ? 1UL : 2UL, (uint)i) < share) bytes[i] ^= (byte)dice.Below(256, Purpose.Test, 3, (uint)i);
                    else if (seed % 2 == 0) bytes[i] = 0;
            }
            Assert.Equal(Plain(world), WorldHash.Full(world));
        }
    }

    [Fact]
    public void The_hash_kept_by_change_is_the_same_whatever_changes()
    {
        var world = Given(AtWar()).Days(30).World;
        var (seen, sums, dice) = (Snapshot.Of(world), WorldHash.Sums(world), new Chance(7, 1));
        for (uint step = 0; step < 400; step++)
        {
            for (uint change = 0; change < step % 9; change++)
            {
                var table = WorldTables.All[dice.Below(WorldTables.All.Length, Purpose.Test, step, change)];
                var bytes = table.Bytes(world);
                if (bytes.Length == 0) continue;
                var row = dice.Below(bytes.Length / table.RowBytes, Purpose.Test, step + 1000, change) * table.RowBytes;
                if (dice.Below(4, Purpose.Test, step + 2000, change) == 0) bytes.Slice(row, table.RowBytes).Clear();
                else bytes[row + dice.Below(table.RowBytes, Purpose.Test, step + 3000, change)] ^= (byte)(1 + dice.Below(255, Purpose.Test, step + 4000, change));
            }
            if (step % 50 == 49) world[SmallWar.Band].Key++; // what is known of it elsewhere is named by it
            if (step % 7 == 0) world.Clock.Seed++;
            Assert.Equal(Plain(world), WorldHash.Update(world, seen, sums));
            Assert.Equal(WorldHash.Sums(world), sums);
            Assert.True(Snapshot.Of(world).AsSpan().SequenceEqual(seen), $"step {step}: it has not seen the world as it is");
        }
    }

    /// <summary>The definition, word by word.</summary>
    private static ulong Plain(World world)
    {
        unchecked
        {
            var whole = Bytes(WorldTables.ClockBytes(world), 1);
            foreach (var table in WorldTables.All)
            {
                var sum = 0UL;
                var bytes = table.Bytes(world);
                for (var row = 0; row * table.RowBytes < bytes.Length; row++)
                {
                    var one = bytes.Slice(row * table.RowBytes, table.RowBytes);
                    if (one.ContainsAnyExcept((byte)0)) sum += Bytes(one, table.KeyOf(world, row));
                }
                if (!table.Rare) whole = Key.Mix(whole + 0x9E3779B97F4A7C15UL ^ sum);
                else if (sum != 0) whole = Key.Mix(whole + Key.Of(table.Name) ^ sum);
            }
            return whole;
        }
    }

    /// <summary>Four lanes take a word each while there are four; the first takes the words that are left, and what is less than a word.</summary>
    private static ulong Bytes(ReadOnlySpan<byte> bytes, ulong seed)
    {
        unchecked
        {
            var h = seed ^ 0x9E3779B97F4A7C15UL * (ulong)bytes.Length;
            ulong[] lanes = [h, h + 0xC2B2AE3D27D4EB4FUL, h ^ 0x165667B19E3779F9UL, h - 0x27D4EB2F165667C5UL];
            var fours = bytes.Length / 32 * 4;
            for (var word = 0; word <= bytes.Length / 8; word++)
            {
                var value = 0UL;
                for (var i = word * 8; i < bytes.Length && i < word * 8 + 8; i++) value |= (ulong)bytes[i] << i % 8 * 8;
                ref var lane = ref lanes[word < fours ? word % 4 : 0];
                lane = BitOperations.RotateLeft((lane ^ value) * 0xFF51AFD7ED558CCDUL, 29);
            }
            return Key.Mix(lanes[0] ^ Key.Mix(lanes[1] ^ Key.Mix(lanes[2] ^ Key.Mix(lanes[3]))));
        }
    }
}
