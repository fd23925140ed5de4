using System.Runtime.InteropServices;

namespace Yanyun.Engine;

// The rows of the world: flat, blittable, without padding (Pack = 1, checked by a test), so that a clone is a few block copies and a
// row hashes as its bytes. Days are counted from the scenario's first day (0) in ushort. Grain is in sheng (100 sheng = 1 shi = 50
// man-days), money in strings of cash, qualities in per mille unless said.

/// <summary>What changes about a place.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct PlaceState
{
    /// <summary>Men of the town itself under its holder, not part of any force: watchmen, bowmen, a guard left behind.</summary>
    public int Garrison;
    /// <summary>Grain in the granary and magazine, sheng.</summary>
    public int Stores;
    public int Households;
    /// <summary>Grain that can still be found in the country around by foraging, sheng; regrows after harvest.</summary>
    public int Forage;
    /// <summary>Grain granted to its magazine by the last returns, sheng; sent when the month begins.</summary>
    public int Granted;
    /// <summary>The event that gave it to its holder.</summary>
    public EventRef Taken;
    /// <summary>Who commands the town (prefect, resident, or the officer left in it).</summary>
    public PersonId Officer;
    /// <summary>The siege under way here, if any.</summary>
    public SiegeId Siege;
    /// <summary>Loyalty of the officer to the holder, 0-1000. It, not the people's, decides a summons.</summary>
    public short OfficerLoyalty;
    /// <summary>Loyalty of the people to each claimant of the scenario, 0-1000 (<see cref="Polity.Claimant"/>).</summary>
    public short LoyaltyA, LoyaltyB, LoyaltyC;
    /// <summary>Grievance of the people against the holder, 0-1000.</summary>
    public short Grievance;
    public short GarrisonMorale;
    /// <summary>Breach of the wall, 0-1000 per mille.</summary>
    public short Breach;
    /// <summary>Day the holder last changed; 0 if never in this run.</summary>
    public ushort HeldSince;
    /// <summary>Day of the last thing here that is news (taken, fought, besieged, razed).</summary>
    public ushort NewsOn;
    /// <summary>Day up to which eating, growing and wear are settled.</summary>
    public ushort SettledOn;
    /// <summary>Day of the last summons refused; a town is not asked twice in a week.</summary>
    public ushort SummonedOn;
    public PolityId Holder;
    public PolityId FormerHolder;
    /// <summary>Walls standing now, 0-5.</summary>
    public byte Walls;
    /// <summary>Quality of the garrison in tenths, 10-100.</summary>
    public byte GarrisonQuality;
}

/// <summary>What a force has been told to do, the standing order it lives by until another arrives.</summary>
public enum TaskKind : byte
{
    /// <summary>Stand where it is and guard it.</summary>
    Hold,
    /// <summary>Go to Target and stay.</summary>
    March,
    /// <summary>Go to Target and make it ours: summon, besiege, storm.</summary>
    Take,
    /// <summary>Go to Target, break the siege there, stay as its guard.</summary>
    Relieve,
    /// <summary>March with TargetForce.</summary>
    Follow,
    /// <summary>Live off the country about Target, cut convoys and riders, avoid battle.</summary>
    Harass,
    /// <summary>Go back to Target, refusing battle.</summary>
    Withdraw,
}

/// <summary>Readiness to fight: sets the win chance a commander asks for before he gives battle.</summary>
public enum Stance : byte { Usual, Avoid, Seek }

public enum Pace : byte { Usual, Forced }

/// <summary>What a force is doing today; decided by Conduct from its task and from what stands before it.</summary>
public enum Doing : byte { Standing, Marching, Waiting, Besieging, Besieged, Retreating, Routed, Hidden, Gone }

[Flags]
public enum ForceTraits : byte
{
    None = 0,
    /// <summary>Irregulars: no pay, no train, melt away and gather again.</summary>
    Band = 1,
    /// <summary>Lives on boats: moves by water only.</summary>
    Fleet = 2,
    /// <summary>Formed foot with long blades or axes, drilled against armoured horse.</summary>
    LongBlades = 4,
    /// <summary>Static garrison: leaves its town only by order or in flight.</summary>
    Garrison = 8,
}

/// <summary>A body of soldiers that moves and fights as one.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Force
{
    public ulong Key;
    public int Foot, LightHorse, HeavyHorse, Militia, Boats;
    /// <summary>Porters, grooms and families that travel with it; they eat, they do not fight.</summary>
    public int Porters;
    /// <summary>Grain carried, sheng.</summary>
    public int Grain;
    /// <summary>Men lost from the first day on, by any cause.</summary>
    public int Lost;
    /// <summary>Civil households under escort.</summary>
    public int Escorted;
    /// <summary>Why it has the task it has: the order as received, or a reflex.</summary>
    public EventRef TaskCause;
    /// <summary>The last fight, rout or siege it was in: the cause named by what follows from it.</summary>
    public EventRef Wound;
    public PersonId Commander;
    /// <summary>Where it is; none while it is between places.</summary>
    public PlaceId At;
    /// <summary>The leg it is on while between places.</summary>
    public LegId Leg;
    /// <summary>Li from <see cref="Leg.From"/>.</summary>
    public short LegLi;
    /// <summary>The end of the leg it makes for.</summary>
    public PlaceId Toward;
    /// <summary>The leg by which it came to the place where it is; none if it was there from the start.</summary>
    public LegId CameBy;
    public PlaceId Target;
    public ForceId TargetForce;
    /// <summary>Where it falls back to and draws supply from.</summary>
    public PlaceId Base;
    public short Morale;
    /// <summary>0 fresh - 1000 spent.</summary>
    public short Fatigue;
    /// <summary>Days of pay owed.</summary>
    public short Arrears;
    /// <summary>Last day it gathers people who wish to leave; 0 when it does not.</summary>
    public ushort GathersUntil;
    /// <summary>Wait at a river or a crowded road: day it may go on.</summary>
    public ushort FreeOn;
    public ushort TaskSince;
    /// <summary>Day it halted where it is, for echelons coming up.</summary>
    public ushort HaltedOn;
    /// <summary>Day up to which eating and wear are settled.</summary>
    public ushort SettledOn;
    /// <summary>Day its last report rode.</summary>
    public ushort ReportedOn;
    /// <summary>Day of the last thing about it that is news.</summary>
    public ushort NewsOn;
    public ushort FoughtOn;
    public PolityId Polity;
    public SeatId Seat;
    public TaskKind Task;
    public Stance Stance;
    public Pace Pace;
    public Doing Doing;
    public ForceTraits Traits;
    /// <summary>Quality in tenths, 10-100.</summary>
    public byte Quality;
    /// <summary>Days of grain its commander was told to keep in hand.</summary>
    public byte KeepDays;
    /// <summary>Echelons of its column, 1 for most; battle power is those that are up.</summary>
    public byte Echelons;

    /// <summary>All who fight.</summary>
    public readonly int Men => Foot + LightHorse + HeavyHorse + Militia + Boats;
    public readonly int Horse => LightHorse + HeavyHorse;
    /// <summary>All who eat.</summary>
    public readonly int Mouths => Men + Porters;
    public readonly bool Alive => Doing != Doing.Gone;
    public readonly bool Mobile => (Traits & ForceTraits.Garrison) == 0;
}

/// <summary>What a seat told the men of a siege to do at once.</summary>
[Flags]
public enum Assault : byte { None = 0, Storm = 1, Sally = 2 }

/// <summary>A siege under way; one per place.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Siege
{
    public ulong Key;
    public EventRef Began;
    public PlaceId Place;
    /// <summary>The besieging force that leads.</summary>
    public ForceId Leader;
    public ushort BeganOn;
    /// <summary>Day the engines are ready.</summary>
    public ushort ReadyOn;
    /// <summary>No storm before this day (after a repulse).</summary>
    public ushort RestUntil;
    public short Engines;
    /// <summary>The order to storm or to sally that waits to be carried out.</summary>
    public EventRef OrderCause;
    public PolityId By;
    public byte Repulses;
    /// <summary>What was ordered and not yet done.</summary>
    public Assault Ordered;
    public readonly bool Open => Place.Exists;
}

/// <summary>What a rider is out for. Envoys carry papers between two sides, and word of a peace to one. Agents go unseen, on foot, through enemy country.</summary>
public enum DispatchKind : byte { None, Order, Edict, Report, Memorial, Envoy, Agents = 8, Offer = 9, Reply = 10 }

/// <summary>A rider on the road, with an order or with news.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Dispatch
{
    public ulong Key;
    /// <summary>The order it carries, if it carries one.</summary>
    public Order Order;
    /// <summary>What made somebody send it.</summary>
    public EventRef Cause;
    /// <summary>Next rider due the same day, or next free row.</summary>
    public DispatchId Next;
    public PlaceId Origin;
    public PlaceId Destination;
    public ForceId ToForce;
    /// <summary>Block of sightings it carries, 0 none: rows <see cref="World.BlockRows"/> x Block and on.</summary>
    public short Block;
    public ushort Sent;
    public ushort Due;
    public SeatId From;
    public SeatId ToSeat;
    public byte Rows;
    public DispatchKind Kind;
    /// <summary>1 if the rider will not arrive: nobody but the world knows.</summary>
    public byte Lost;
    /// <summary>For reports: how the sender answered the order it names in <see cref="About"/>.</summary>
    public Code Answer;
    public Code Reason;
    /// <summary>The force that answers; none in a report without an answer.</summary>
    public ForceId About;
    /// <summary>Day the answered order was given.</summary>
    public ushort AboutOrderOf;
    public readonly bool Riding => Kind != DispatchKind.None;
}

/// <summary>One line of a report: what was seen of a place or of a force, on a day.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Sighting
{
    public short Subject;
    /// <summary>0 a place, 1 a force.</summary>
    public byte IsForce;
    public PolityId Holder;
    public ForceBelief Seen;
}

/// <summary>What a seat believes of a place. 4 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct PlaceBelief
{
    public ushort AsOf;
    public PolityId Holder;
    /// <summary>Men in and about it, as a <see cref="Band"/>; 0 none or unknown.</summary>
    public byte Strength;
}

/// <summary>What a seat believes of a force. 8 bytes. AsOf 0 with no place: never heard of.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct ForceBelief
{
    public ushort AsOf;
    public PlaceId Place;
    /// <summary>Men, as a <see cref="Band"/>.</summary>
    public byte Men;
    /// <summary>Horse in sixteenths of its men (low four bits), quality in tenths of ten (high four bits).</summary>
    public byte Arms;
    /// <summary>Days of grain in hand, 255 unknown.</summary>
    public byte SupplyDays;
    public Doing Doing;
    public readonly bool Known => Place.Exists;
}

/// <summary>What an office may do without asking.</summary>
public enum Authority : byte { Bound, Discretionary, Supreme }

/// <summary>What changes about a seat.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct SeatState
{
    /// <summary>The last edict it accepted as its aim.</summary>
    public Order Aim;
    public EventRef AimCause;
    public PersonId Holder;
    public PlaceId At;
    /// <summary>The force it rides with; none when it keeps to its town.</summary>
    public ForceId With;
    /// <summary>The superior's trust in it, 0-1000.</summary>
    public short Trust;
    /// <summary>Its fear of the superior, 0-1000.</summary>
    public short Fear;
    public ushort NewsOn;
    public ushort DecidedOn;
    public ushort RefusedOn;
    /// <summary>Polities the seat knows to be at war with its own, bit n for polity n.</summary>
    public ushort Wars;
    /// <summary>Day it arrives where it is going; 0 when it is not travelling.</summary>
    public ushort ArrivesOn;
    public PlaceId Going;
    public SeatId Superior;
    public Authority Authority;
    public byte Refusals;
    public byte Open;
}

/// <summary>What changes about a person.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct PersonState
{
    public short Loyalty;
    public PolityId Polity;
    /// <summary>A <see cref="PersonFate"/>.</summary>
    public byte Fate;
    /// <summary>Day from which his own court knows what it did to him has been done.</summary>
    public ushort KnownOn;
}

/// <summary>What changes about a polity.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct PolityState
{
    /// <summary>Strings of cash in hand.</summary>
    public long Cash;
    /// <summary>Men lost to fights, sieges and the road since the first day.</summary>
    public int Lost;
    /// <summary>By the last returns: strings a month that come in for the army.</summary>
    public int Revenue;
    /// <summary>By the last returns: strings owed to its men for the month.</summary>
    public int PayDue;
    /// <summary>By the last returns: grievance in all its lands for grain taken beyond the tax, 0-1000.</summary>
    public short Requisition;
    public ushort PaidOn;
    /// <summary>Bit n set: at war with polity n.</summary>
    public ushort Wars;
}

/// <summary>What changes about a river crossing.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct CrossingState
{
    /// <summary>1 when its bridge or boats were burned or carried off.</summary>
    public byte Destroyed;
    /// <summary>Day it is usable again.</summary>
    public ushort RestoredOn;
}

/// <summary>Grain on its way from one magazine to another.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct GrainOnRoad
{
    public ulong Key;
    public EventRef Sent;
    /// <summary>Sheng that will arrive, the carriers' own food taken off.</summary>
    public int Grain;
    public PlaceId From;
    public PlaceId To;
    public ushort Due;
    public PolityId Polity;
}

/// <summary>A seat's copy-book: what it last ordered to a force, when, and when it heard that the order had been acted on.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct CopyBook
{
    public PlaceId Target;
    public ForceId TargetForce;
    public ushort GivenOn;
    /// <summary>Day the order should have arrived.</summary>
    public ushort ExpectedOn;
    /// <summary>Day a report came that answers it; 0 while unconfirmed.</summary>
    public ushort ConfirmedOn;
    public TaskKind Task;
    /// <summary>The commander's answer as reported; <see cref="Code.Accepted"/> while unknown.</summary>
    public Code Answer;
    public Code Reason;
}

/// <summary>
/// A superior's copy-book: what he last directed a command to do, and what its holder answered. One row a seat, written by the superior it has
/// at the scenario's start and by nobody else, so that reading it tells nothing he does not know.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct EdictBook
{
    public PlaceId Target;
    /// <summary>Day the edict was given; 0 with no target: none yet.</summary>
    public ushort GivenOn;
    /// <summary>Day a memorial came that answers it; 0 while unanswered.</summary>
    public ushort AnsweredOn;
    public TaskKind Task;
    /// <summary>The holder's answer; <see cref="Code.Accepted"/> while unknown.</summary>
    public Code Answer;
    public Code Reason;
}
