using System.Numerics;

namespace Yanyun.Engine.Rules;

/// <summary>
/// The forces to which something may happen today, as a set: most lie in their quarters for months. Who goes to sleep in the morning (<see cref="Sleeps"/>)
/// is passed over by the rules until an event changes it (<see cref="World.Change"/>), its place (<see cref="WakeAt"/>) or the wars (<see cref="All"/>).
/// Follows from the state and is no part of it; a test holds the events to it.
/// </summary>
internal sealed class Awake(int forces)
{
    private readonly ulong[] _words = new ulong[(forces + 63) / 64];
    // Forces by the last digit of the key, which names the day of ten on which their accounts are made.
    private readonly ulong[] _byDigit = new ulong[Digits * ((forces + 63) / 64)];
    private bool _sorted;

    /// <summary>Days of the round of accounts.</summary>
    public const int Digits = 10;

    public void All() => Array.Fill(_words, ulong.MaxValue);

    public void Wake(ForceId force) => _words[force.Value >> 6] |= 1UL << (force.Value & 63);

    public bool Is(ForceId force) => (_words[force.Value >> 6] >> (force.Value & 63) & 1) != 0;

    /// <summary>Something happened to a place: all who are there look up.</summary>
    public void WakeAt(World world, PlaceId place)
    {
        for (short f = 1; f < world.Forces; f++)
            if (world.ForceTable[f].At == place) Wake(new ForceId(f));
    }

    /// <summary>Morning: puts to sleep whom nothing stirs.</summary>
    public void Settle(World world)
    {
        for (var w = 0; w < _words.Length; w++)
        {
            var asleep = 0UL;
            var rows = world.AllForces[Whole.Min(w * 64, world.Forces)..Whole.Min(w * 64 + 64, world.Forces)];
            for (var f = 0; f < rows.Length; f++)
                if (Sleeps(world, rows[f])) asleep |= 1UL << f;
            _words[w] = ~asleep;
        }
    }

    /// <summary>
    /// No rule has anything to do with it but those that keep its accounts, as long as it, its town and the wars are as they are: it has gone, or lies where it
    /// belongs among its own, rested, with no enemy about and nothing to tell.
    /// </summary>
    private static bool Sleeps(World world, in Force force)
    {
        if (force.Doing == Doing.Gone) return force.NewsOn != world.Today;
        if (force.Doing is not (Doing.Standing or Doing.Hidden) || !force.At.Exists || force.Fatigue != 0 || force.Escorted != 0) return false;
        if (force.NewsOn == world.Today | force.GathersUntil > world.Today) return false;
        if ((force.Mobile || force.Doing != Doing.Standing) && !Conduct.AtRest(world, force)) return false;
        return (SupplyRule.Sits(world, force) || SupplyRule.Sheltered(force)) && !Reports.IsDue(world, force) && !Spies.MayTell(world, force);
    }

    /// <summary>The next that is awake after a force, by id; 0 when there is none.</summary>
    public short After(short force)
    {
        var w = (force + 1) >> 6;
        if (w >= _words.Length) return 0;
        var rest = _words[w] & ulong.MaxValue << (force + 1 & 63);
        while (rest == 0)
        {
            if (++w >= _words.Length) return 0;
            rest = _words[w];
        }
        return (short)(w * 64 + BitOperations.TrailingZeroCount(rest));
    }

    public int Words => _words.Length;

    /// <summary>The awake of one word.</summary>
    public ulong Word(int w) => _words[w];

    /// <summary>Of one word all, awake or not, whose key ends in a digit.</summary>
    public ulong OfDigit(World world, int digit, int w)
    {
        if (!_sorted) Sort(world);
        return _byDigit[digit * _words.Length + w];
    }

    private void Sort(World world)
    {
        Array.Clear(_byDigit);
        for (var f = 1; f < world.ForceTable.Length; f++)
            _byDigit[(int)(world.ForceTable[f].Key % Digits) * _words.Length + (f >> 6)] |= 1UL << (f & 63);
        _sorted = true;
    }

    /// <summary>The state was replaced.</summary>
    public void Forget()
    {
        _sorted = false;
        All();
    }
}
