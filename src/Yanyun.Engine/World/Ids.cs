namespace Yanyun.Engine;

// Ids cannot be mixed. Every table keeps row 0 for "nobody" and "nowhere", so that default(PlaceId) is None and never a real place.
// Dense ids are storage only: dice, hashes, logs and diffs use Key.

/// <summary>A node of the road network, or a named point on a route. 0 is none.</summary>
public readonly record struct PlaceId(short Value)
{
    public static PlaceId None => default;
    public bool Exists => Value != 0;
    public override string ToString() => $"place {Value}";
}

/// <summary>A stretch of road between two neighbouring places: a route, or a part of one between named points. 0 is none.</summary>
public readonly record struct LegId(short Value)
{
    public static LegId None => default;
    public bool Exists => Value != 0;
}

/// <summary>A road, pass, river or sea way between two nodes. 0 is none.</summary>
public readonly record struct RouteId(short Value)
{
    public static RouteId None => default;
    public bool Exists => Value != 0;
}

/// <summary>A state, or a party that fights as one (loyalist bands). 0 is none.</summary>
public readonly record struct PolityId(byte Value)
{
    public static PolityId None => default;
    public bool Exists => Value != 0;
}

/// <summary>A person. 0 is none.</summary>
public readonly record struct PersonId(short Value)
{
    public static PersonId None => default;
    public bool Exists => Value != 0;
}

/// <summary>A court or command that decides. 0 is none.</summary>
public readonly record struct SeatId(byte Value)
{
    public static SeatId None => default;
    public bool Exists => Value != 0;
}

/// <summary>A body of soldiers that moves and fights as one. 0 is none.</summary>
public readonly record struct ForceId(short Value)
{
    public static ForceId None => default;
    public bool Exists => Value != 0;
}

/// <summary>A treaty, or the draft of one. 0 is none.</summary>
public readonly record struct TreatyId(byte Value)
{
    public static TreatyId None => default;
    public bool Exists => Value != 0;
}

/// <summary>A clause of a treaty. 0 is none.</summary>
public readonly record struct ClauseId(short Value)
{
    public static ClauseId None => default;
    public bool Exists => Value != 0;
}

/// <summary>A siege under way. 0 is none.</summary>
public readonly record struct SiegeId(short Value)
{
    public static SiegeId None => default;
    public bool Exists => Value != 0;
}

/// <summary>A rider, envoy or packet on the road. 0 is none.</summary>
public readonly record struct DispatchId(short Value)
{
    public static DispatchId None => default;
    public bool Exists => Value != 0;
}

/// <summary>The address of an event in its history: day of the scenario (0 = first) and ordinal within the day. default is none.</summary>
public readonly record struct EventRef(uint Packed)
{
    public static EventRef None => default;
    public EventRef(int day, int ordinal) : this(checked((uint)day << 16 | (uint)ordinal)) { }
    /// <summary>Days since the scenario's first day.</summary>
    public int Day => (int)(Packed >> 16);
    /// <summary>1-based ordinal within the day.</summary>
    public int Ordinal => (int)(Packed & 0xFFFF);
    public bool Exists => Packed != 0;
}
