using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Records;

/// <summary>Runs a record again, day by day, and holds each day against what was recorded.</summary>
public sealed class Rerun
{
    /// <summary>The part of the world that is in no table: the day, the seed, the seasons.</summary>
    private const string Clock = "clock";

    private readonly RecordFile _file;
    private readonly string _name;
    private readonly OrderWords _words;
    private readonly Simulation _simulation;
    private readonly WorldHash _hash;

    /// <param name="name">How problems call the file.</param>
    /// <param name="start">The world of the scenario's first day, with the record's changes and seed; it is moved on.</param>
    /// <param name="onlookers">Minds by seat that are asked each day and must order nothing; null: nobody looks on.</param>
    public Rerun(RecordFile file, string name, Slugs slugs, World start, IMind?[]? onlookers = null)
    {
        (_file, _name) = (file, name);
        _words = new OrderWords(slugs, start.Atlas, recorded: true);
        _simulation = new Simulation(start, onlookers ?? new IMind?[start.Scenario.Seats.Length]);
        _hash = new WorldHash(start);
    }

    public World World => _simulation.World;
    public bool Done => World.Today >= _file.Days.Count;

    /// <summary>The recorded day just run.</summary>
    public RawDay Today => _file.Days[World.Today - 1];

    /// <summary>Runs the next day without looking at its hashes. False, with the reason, when its orders are not of this scenario.</summary>
    public bool Next(Problems problems)
    {
        if (OrdersOf(_file.Days[World.Today], _name, _words, problems) is not { } orders) return false;
        _simulation.Day(orders);
        return true;
    }

    /// <summary>The orders of a recorded day; null, with the reason, when they are not of this scenario.</summary>
    /// <param name="name">How problems call the file.</param>
    public static Order[]? OrdersOf(RawDay day, string name, OrderWords words, Problems problems)
    {
        var orders = new Order[day.Orders.Count];
        for (var i = 0; i < orders.Length; i++)
        {
            var raw = day.Orders[i];
            var at = new Location(name, raw.Line, 1);
            var seats = words.Slugs.Seats;
            if (seats[raw.Seat] == 0 && raw.Seat != Slugs.Nobody)
            {
                problems.Add(new Problem(OrderMessages.UnknownId, at, ["seat", seats.Kind, raw.Seat], Nearest.To(raw.Seat, seats.Ids)));
                return null;
            }
            if (words.Read(new SeatId((byte)seats[raw.Seat]), raw.Verb, raw.Words, at, problems, out _) is not { } order) return null;
            orders[i] = order;
        }
        return orders;
    }

    /// <summary>Whether the day just run is the one recorded; says where not: both hashes of every subsystem that differs.</summary>
    public bool Agrees(Problems problems)
    {
        var at = new Location(_name, 0, 0);
        foreach (var (order, _) in _simulation.Refused)
            problems.Add(RecordMessages.OrderRefused, at, Today.Day.ToString(), _words.Write(order), _words.Slugs.Of(order.Seat));
        return Agrees(Today, _name, _hash.Update(World), _hash.Subsystems, problems) && _simulation.Refused.Count == 0;
    }

    /// <summary>Whether a day's hashes are those recorded; gives both of every subsystem that differs.</summary>
    /// <param name="name">How problems call the file.</param>
    public static bool Agrees(RawDay day, string name, ulong hash, ReadOnlySpan<ulong> subsystems, Problems problems)
    {
        if (Differs(day.Subsystems, subsystems, day.Hash, hash) is not { } first) return true;
        if (first < 0) Part(first, day.Hash, hash);
        for (var t = Math.Max(first, 0); t < subsystems.Length; t++)
            if (day.Subsystems.Length > t && day.Subsystems[t] != subsystems[t]) Part(t, day.Subsystems[t], subsystems[t]);
        return false;

        void Part(int subsystem, ulong recorded, ulong again) => problems.Add(
            RecordMessages.RunsDifferently, new Location(name, 0, 0), day.Day.ToString(), NameOf(subsystem), RecordLine.Hex(recorded), RecordLine.Hex(again));
    }

    /// <summary>The first subsystem in which two days differ; -1 when only the clock does, or when one of them has whole hashes alone; null when they are the same.</summary>
    public static int? Differs(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, ulong leftHash, ulong rightHash)
    {
        for (var t = 0; t < left.Length && t < right.Length; t++)
            if (left[t] != right[t]) return t;
        return leftHash == rightHash ? null : -1;
    }

    public static string NameOf(int subsystem) => subsystem < 0 ? Clock : WorldTables.All[subsystem].Name;
}
