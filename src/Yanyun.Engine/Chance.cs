namespace Yanyun.Engine;

/// <summary>What a die is thrown for. Part of its address, so the numbers are storage: never renumber, only append.</summary>
public enum Purpose : ushort
{
    None = 0,
    Winter = 1, Harvest = 2,
    CourierRoad = 11, CourierLost = 12,
    Obedience = 20, Caution = 21,
    Straggle = 31,
    Sickness = 40, Desertion = 41,
    Accept = 50, BattleNoise = 51, BattleRound = 52, BreakPoint = 53, Pursuit = 54, CommanderFate = 55, Surprise = 56,
    StormReady = 60, Storm = 61, StormCost = 62, Yield = 63, Treason = 64, Sally = 65,
    Summons = 70, Defect = 71,
    Flight = 80,
    Patience = 120, Hunt = 121, HuntCost = 122,
    Bargain = 130,
    Sighting = 90,
    Mind = 100,
    Arrest = 140, Manhunt = 141, Coup = 142,
    Calibration = 900,
    Test = 1000,
}

/// <summary>
/// Addressed dice. A value depends on nothing but its address (seed, day, purpose, subject key, index), so a new entity, a new die or one
/// changed order moves no other die: two histories that differ by one order share every die they both throw.
/// </summary>
/// <remarks>
/// Philox 4x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC11), keyed by the 64-bit seed with
/// counter (day and purpose, index, subject low, subject high). Its published known-answer vectors are a test.
/// </remarks>
public readonly struct Chance
{
    private readonly uint _key0;
    private readonly uint _key1;
    private readonly ushort _day;

    /// <param name="seed">The seed of the history. Any value.</param>
    /// <param name="day">Days since the scenario's first day, 0 to 65535.</param>
    public Chance(ulong seed, int day)
    {
        unchecked
        {
            _key0 = (uint)seed;
            _key1 = (uint)(seed >> 32);
        }
        _day = checked((ushort)day);
    }

    /// <summary>The four 32-bit words at an address.</summary>
    public (uint A, uint B, uint C, uint D) Words(Purpose purpose, ulong subject, uint index = 0)
    {
        unchecked
        {
            return Philox((uint)_day << 16 | (ushort)purpose, index, (uint)subject, (uint)(subject >> 32), _key0, _key1);
        }
    }

    /// <summary>64 evenly spread bits.</summary>
    public ulong Bits(Purpose purpose, ulong subject, uint index = 0)
    {
        var w = Words(purpose, subject, index);
        return (ulong)w.B << 32 | w.A;
    }

    /// <summary>Evenly spread over 0 .. <paramref name="below"/> - 1. <paramref name="below"/> must be at least 1.</summary>
    public int Below(int below, Purpose purpose, ulong subject, uint index = 0)
    {
        if (below < 1) throw new ArgumentOutOfRangeException(nameof(below));
        return (int)((ulong)Words(purpose, subject, index).A * (ulong)below >> 32);
    }

    /// <summary>0 .. 999.</summary>
    public int PerMille(Purpose purpose, ulong subject, uint index = 0) => Below(1000, purpose, subject, index);

    /// <summary>0 .. 999,999: for daily hazards too small for per mille.</summary>
    public int PerMillion(Purpose purpose, ulong subject, uint index = 0) => Below(1_000_000, purpose, subject, index);

    /// <summary>Q16 fraction in 0 .. 65535.</summary>
    public int Fraction(Purpose purpose, ulong subject, uint index = 0) => (int)(Words(purpose, subject, index).A >> 16);

    /// <summary>Philox 4x32 with ten rounds.</summary>
    public static (uint A, uint B, uint C, uint D) Philox(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        unchecked
        {
            for (var round = 0; round < 10; round++)
            {
                var p0 = (ulong)c0 * 0xD2511F53u;
                var p1 = (ulong)c2 * 0xCD9E8D57u;
                var n0 = (uint)(p1 >> 32) ^ c1 ^ k0;
                var n2 = (uint)(p0 >> 32) ^ c3 ^ k1;
                c1 = (uint)p1;
                c3 = (uint)p0;
                c0 = n0;
                c2 = n2;
                k0 += 0x9E3779B9u;
                k1 += 0xBB67AE85u;
            }
            return (c0, c1, c2, c3);
        }
    }
}
