using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Yanyun.Engine;

/// <summary>The canonical bytes of a view. Forces are written by key, not by id, so that the birth of a force unknown to the seat shows nowhere.</summary>
internal static class ViewWriter
{
    public static int MaxBytes(World world) =>
        64 + world.Atlas.PlaceRows * Unsafe.SizeOf<PlaceBelief>()
        + world.ForceRows * (8 + Unsafe.SizeOf<ForceBelief>() + Unsafe.SizeOf<CopyBook>()) + Unsafe.SizeOf<SeatState>()
        + world.EdictBooks.Length * Unsafe.SizeOf<EdictBook>() + world.RisingTable.Length * sizeof(ushort)
        + world.TalkTable.Length * Unsafe.SizeOf<Talk>()
        + Unsafe.SizeOf<PeaceTalk>() + Unsafe.SizeOf<CourtState>() + world.PersonTable.Length * 4;

    public static int Write(World world, SeatId seat, byte beliefs, Span<byte> to)
    {
        var at = 0;
        Put(to, ref at, world.Today);
        var office = world[seat];
        office.AimCause = default; // an address counts events of the whole world, so it is no part of a view
        Put(to, ref at, office);
        Put(to, ref at, (sbyte)new View(world, seat).RepulsesSeen(office.At));
        Put(to, ref at, world.PeaceTalkOf(seat));
        WriteCourt(world, seat, to, ref at);
        for (short p = 1; p < world.Atlas.PlaceRows; p++) Put(to, ref at, world.BeliefOf(beliefs, new PlaceId(p)));

        for (byte s = 1; s < world.EdictBooks.Length; s++)
            if (world.Scenario.Start!.SeatTable[s].Superior == seat) Put(to, ref at, world.EdictBooks[s]);

        for (var r = 1; r < world.RisingTable.Length; r++)
            if (world.RisingTable[r].SentBy == seat) Put(to, ref at, world.RisingTable[r].SentOn);

        foreach (ref readonly var talk in world.TalkTable.AsSpan())
            if (talk.By == seat) Put(to, ref at, Talk.Read(talk));

        Span<short> known = stackalloc short[world.ForceRows];
        var count = 0;
        for (short f = 1; f < world.ForceRows; f++)
        {
            if (!world.BeliefOf(beliefs, new ForceId(f)).Known) continue;
            var i = count++;
            for (; i > 0 && world.ForceTable[known[i - 1]].Key > world.ForceTable[f].Key; i--) known[i] = known[i - 1];
            known[i] = f;
        }
        foreach (var f in known[..count])
        {
            var id = new ForceId(f);
            Put(to, ref at, world[id].Key);
            Put(to, ref at, world.BeliefOf(beliefs, id));
            if (world[id].Seat == seat) Put(to, ref at, world.CopyBooks[f]);
        }
        return at;
    }

    /// <summary>Its court's factions, without the address of their last affair, and what it knows of its men, in the order of the scenario.</summary>
    private static void WriteCourt(World world, SeatId seat, Span<byte> to, ref int at)
    {
        var view = new View(world, seat);
        if (!view.IsOfTheCourt) return;
        var court = view.Court;
        court.Affair = default;
        court.Fugitives = 0;
        Put(to, ref at, court);
        for (short p = 1; p < world.PersonTable.Length; p++)
            if (view.FateOf(new PersonId(p)) is var fate && fate != PersonFate.Free) Put(to, ref at, (p, fate));
    }

    private static void Put<T>(Span<byte> to, ref int at, in T value) where T : unmanaged
    {
        MemoryMarshal.Write(to[at..], in value);
        at += Unsafe.SizeOf<T>();
    }
}
