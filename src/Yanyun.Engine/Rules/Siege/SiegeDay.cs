namespace Yanyun.Engine.Rules;

/// <summary>A siege as it stands this morning.</summary>
/// <param name="Besiegers">Men in the camp who can storm.</param>
/// <param name="Garrison">Men who defend.</param>
/// <param name="Mouths">Garrison and people who eat from the stores.</param>
/// <param name="Stores">Grain inside, sheng.</param>
/// <param name="Walls">0 .. 5.</param>
/// <param name="BreachPerMille">How much of the wall lies open, 0 .. 1000.</param>
/// <param name="Days">Days since the siege was laid.</param>
/// <param name="WorksReady">Engines and sheds are up.</param>
/// <param name="Resting">The camp still licks the wounds of a repulse.</param>
/// <param name="Repulses">Storms beaten off so far.</param>
/// <param name="Engines">At work.</param>
/// <param name="Morale">Of the garrison, 0 .. 1000.</param>
/// <param name="Loyalty">Of the commander inside, 0 .. 1000.</param>
/// <param name="DefenderCaution">Of the commander inside, 0 .. 1000.</param>
/// <param name="BesiegerCaution">Of the commander outside, 0 .. 1000.</param>
/// <param name="Prepared">See <see cref="Storming.Prepared"/>.</param>
/// <param name="ShutIn">See <see cref="Blockade.MenToShutIn"/>: nothing gets in or out.</param>
/// <param name="HopeOfRelief">An army of its side is known to be coming.</param>
/// <param name="OrderedToStorm">The besieger has orders to storm at any odds.</param>
/// <param name="Quality">Of the garrison, tenths.</param>
/// <param name="Stormers">Quality of the besiegers, tenths.</param>
public readonly record struct SiegeMorning(
    int Besiegers, int Garrison, int Mouths, long Stores, int Walls, int BreachPerMille, int Days, bool WorksReady, bool Resting,
    int Repulses, int Engines, int Morale, int Loyalty, int DefenderCaution, int BesiegerCaution, bool Prepared, bool ShutIn,
    bool HopeOfRelief = false, bool OrderedToStorm = false, int Quality = Storming.MiddlingQuality,
    int Stormers = Storming.MiddlingQuality);

/// <summary>The one thing a day of siege brought, if any.</summary>
public enum SiegeTurn : byte { Nothing, Repulsed, WallCarried, Yielded, Betrayed, Sallied }

/// <summary>What a day of siege brought.</summary>
/// <param name="Turn">The turn it took. After <see cref="SiegeTurn.WallCarried"/> and <see cref="SiegeTurn.Betrayed"/> the streets are to
/// be fought.</param>
/// <param name="BesiegersLost">Men lost in a storm.</param>
/// <param name="GarrisonLost">Men lost on the wall.</param>
/// <param name="Eaten">Sheng eaten inside.</param>
/// <param name="BreachGrown">Per mille of the wall laid open.</param>
/// <param name="Hunger">How the town eats.</param>
/// <param name="GateOpen">A sally left a gate open and the besieger stormed it the same day: why the wall was carried or the storm
/// tried.</param>
public readonly record struct SiegeDay(
    SiegeTurn Turn, int BesiegersLost, int GarrisonLost, long Eaten, int BreachGrown, Hunger Hunger, bool GateOpen)
{
    /// <summary>
    /// One day of a siege, by competing hazards in the order of the day: the town eats, the engines work, a sally goes out (and may leave a
    /// gate open), the besieger storms, somebody opens a gate, the commander yields.
    /// </summary>
    /// <param name="at">The siege in the morning.</param>
    /// <param name="chance">The dice of the day.</param>
    /// <param name="siege">Key of the siege: the address of all its dice.</param>
    public static SiegeDay Of(in SiegeMorning at, in Chance chance, ulong siege) => Of(at, chance, siege, SiegeWeights.Shipped);

    /// <summary>A day by other weights.</summary>
    public static SiegeDay Of(in SiegeMorning at, in Chance chance, ulong siege, SiegeWeights by)
    {
        var hunger = at.ShutIn ? Blockade.HungerOf(at.Stores, at.Mouths, at.Days) : Hunger.None;
        var eaten = Blockade.Eaten(at.Stores, at.Mouths, hunger);
        var grown = at.WorksReady && at.Walls > 0
            ? Whole.Min(1000 - at.BreachPerMille, Storming.BreachGrowth(at.Engines, chance, siege))
            : 0;
        var sallied = Falls(Blockade.SallyHazard(at.Garrison, at.Besiegers, at.DefenderCaution, hunger), Purpose.Sally, chance, siege);
        var gateOpen = sallied && chance.PerMille(Purpose.Sally, siege, 1) < by.GateLostPerMille;

        if (gateOpen || !at.Resting)
        {
            var odds = Storming.Chance(
                at.Besiegers, Blockade.Manning(at.Garrison, hunger), at.Walls, at.BreachPerMille, at.Prepared, gateOpen, at.Quality,
                at.Morale, at.Stormers, at.Repulses, by);
            var hazard = gateOpen ? 1_000_000
                : Storming.Hazard(odds, at.WorksReady, at.BesiegerCaution, at.Repulses, at.Days, at.OrderedToStorm, by);
            if (Falls(hazard, Purpose.Storm, chance, siege))
            {
                var carried = chance.PerMille(Purpose.Storm, siege, 1) < odds;
                return new SiegeDay(
                    carried ? SiegeTurn.WallCarried : SiegeTurn.Repulsed,
                    Storming.AttackersLost(at.Besiegers, carried, chance, siege), Storming.GarrisonLost(at.Garrison, chance, siege),
                    eaten, grown, hunger, gateOpen);
            }
        }

        var treason = Blockade.TreasonHazard(hunger, at.Morale, at.Loyalty, at.HopeOfRelief, by);
        var yield = Blockade.YieldHazard(hunger, at.Morale, at.Loyalty, at.HopeOfRelief, by);
        var turn = sallied ? SiegeTurn.Sallied
            : Falls(treason, Purpose.Treason, chance, siege) ? SiegeTurn.Betrayed
            : Falls(yield, Purpose.Yield, chance, siege) ? SiegeTurn.Yielded
            : SiegeTurn.Nothing;
        return new SiegeDay(turn, 0, 0, eaten, grown, hunger, gateOpen);
    }

    private static bool Falls(int perMillion, Purpose purpose, in Chance chance, ulong siege) =>
        perMillion > 0 && chance.PerMillion(purpose, siege) < perMillion;
}
