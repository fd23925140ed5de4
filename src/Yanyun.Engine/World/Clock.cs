namespace Yanyun.Engine;

/// <summary>The few numbers of a world that are not in a table.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 1)]
internal struct Clock
{
    public ulong Seed;
    public int Today;
    public int Ordinal;
    /// <summary>Severity of the winter under way, 0-1000; above 600 the Yellow River bears troops.</summary>
    public short Winter;
    /// <summary>Last harvest, per mille of a usual one.</summary>
    public short Harvest;
    public short Forces;
    /// <summary>Heads of the free lists; rows are chained from the scenario's start.</summary>
    public short DispatchFree;
    public short BlockFree;
    /// <summary>First month of <see cref="Scenario.MonthStarts"/> not yet begun.</summary>
    public short NextMonth;
    /// <summary>First of <see cref="Scenario.Givens"/> not yet happened.</summary>
    public short NextGiven;
    /// <summary>Today in the Julian year, as month x 100 + day.</summary>
    public short MonthDay;
    public DueHeads Due;
}

/// <summary>First rider due on each day, by day modulo 64.</summary>
[System.Runtime.CompilerServices.InlineArray(64)]
internal struct DueHeads
{
    private short _first;
}
