using System.Runtime.InteropServices;

namespace Yanyun.Engine;

/// <summary>Other dice for the contests about a place. Row 0: the last day that any of them reaches.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct FateState
{
    public PlaceId Place;
    /// <summary>How far from the place, by road.</summary>
    public ushort Li;
    /// <summary>The last day.</summary>
    public ushort Until;
    public ushort Salt;
}

/// <summary>What was set down against the model, by the polity that lost it: with the world's totals it never changes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Account
{
    public int Men;
    /// <summary>Sheng.</summary>
    public int Grain;
}
