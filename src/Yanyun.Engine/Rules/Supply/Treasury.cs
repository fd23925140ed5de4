namespace Yanyun.Engine.Rules;

/// <summary>
/// What a state takes and pays month by month: money to the court, grain of the circuits to the magazines of its armies, pay to its men.
/// Land lost is revenue lost.
/// </summary>
internal static class Treasury
{
    /// <summary>Share of the money revenue that the army can have, per mille: F-TREASURY-SONG 700 - 800.</summary>
    private const int ArmyShare = 750;
    /// <summary>A magazine is filled up to so many months of what its armies eat. F-MAG-1: 1 - 6.</summary>
    private const int MagazineMonths = 6;
    private const int MonthDays = 30;
    /// <summary>What the tax does not cover is requisitioned, up to as much again (F-TAX-1: "beyond that requisition"). Estimate x 1.5 - 3.</summary>
    private const int MostTaken = 2;
    /// <summary>Grievance a month in all its lands when as much again as the tax is taken, 0-1000. Estimate 3 - 15.</summary>
    private const int RequisitionGrievance = 8;

    /// <summary>Days before a month begins on which armies and counties make their returns. Estimate 5 - 20: a return rides to the court and orders ride back.</summary>
    public const int ReturnDays = 10;

    /// <summary>
    /// Rolls and magazines are counted ten days before the month; shares of grain and pay are by that count, whatever has happened since. Nothing that
    /// befalls one army today changes what another is sent today.
    /// </summary>
    /// <param name="cause">What calls for them; none on the day of the calendar on which they are due.</param>
    public static void Returns(World world, EventRef cause)
    {
        Span<long> now = stackalloc long[world.Scenario.Polities.Length];
        Span<long> before = stackalloc long[world.Scenario.Polities.Length];
        now.Clear();
        before.Clear();
        var start = world.Scenario.Start!.PlaceTable;
        for (short p = 1; p < world.PlaceTable.Length; p++)
        {
            now[world.PlaceTable[p].Holder.Value] += world.PlaceTable[p].Households;
            before[start[p].Holder.Value] += start[p].Households;
        }
        for (byte p = 1; p < world.Scenario.Polities.Length; p++) Count(world, new PolityId(p), now[p], before[p], cause);
    }

    /// <param name="households">In its hands now.</param>
    /// <param name="before">In its hands on the first day.</param>
    private static void Count(World world, PolityId polity, long households, long before, EventRef cause)
    {
        var purse = world.Scenario.Polities[polity.Value].Purse;
        Span<int> need = stackalloc int[world.Atlas.PlaceRows];
        need.Clear();
        long wanted = 0;
        var cash = before == 0 ? 0 : (long)purse.Revenue / 12 * ArmyShare / 1000 * households / before;

        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (!force.Alive || force.Polity != polity || (force.Traits & ForceTraits.Band) != 0) continue;
            var month = SupplyRule.NeedPerDay(world, force) * MonthDays;
            need[Quarters(world, force).Value] += month;
        }
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
        {
            ref readonly var place = ref world.PlaceTable[p];
            if (need[p] == 0) continue;
            if (place.Holder != polity || place.Siege.Exists) need[p] = 0;
            else need[p] = (int)Whole.Clamp((long)need[p] * MagazineMonths - place.Stores, 0L, (long)need[p]);
            wanted += need[p];
        }
        var harvest = world.Clock.Harvest == 0 ? 1000 : world.Clock.Harvest;
        // A party whose treasury the scenario does not give is off the stage: its land is taken to feed its men.
        var budget = purse == default ? wanted : households * purse.GrainTax / 12 * harvest / 1000;
        long grievance = 0;
        if (wanted > budget && budget > 0)
        {
            var more = Whole.Min(wanted - budget, budget * (MostTaken - 1));
            grievance = Whole.Max(1, RequisitionGrievance * more / budget);
            budget += more;
        }
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
        {
            var grain = budget >= wanted ? need[p] : (int)(need[p] * budget / wanted);
            ref readonly var place = ref world.PlaceTable[p];
            if (grain > 0 || place.Granted > 0 && place.Holder == polity) world.Emit(new ReturnsMade(polity, new PlaceId(p), grain, 0, 0, 0), cause);
        }
        var due = purse == default ? 0 : PayOf(world, polity, purse);
        if (cash > 0 || due > 0 || grievance > 0 || world[polity] is not { Revenue: 0, PayDue: 0, Requisition: 0 })
            world.Emit(new ReturnsMade(polity, PlaceId.None, 0, (int)Whole.Min(int.MaxValue, cash), due, (short)grievance), cause);
    }

    /// <summary>Strings due for a month to the men on a polity's rolls whom pay can reach.</summary>
    private static int PayOf(World world, PolityId polity, in Purse purse)
    {
        long tenths = 0;
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (!Paid(world, force, polity)) continue;
            tenths += Month(purse, force) * (force.Arrears > 0 ? 3 : 2) / 2;
        }
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
            if (world.PlaceTable[p].Holder == polity && !world.PlaceTable[p].Siege.Exists) tenths += world.PlaceTable[p].Garrison * (long)purse.Garrison;
        return (int)Whole.Min(int.MaxValue, tenths / 10);
    }

    /// <summary>A month begins: what was granted by the returns comes in and goes out. A scenario that begins with a month makes its returns that day.</summary>
    public static void Month(World world)
    {
        var cause = new EventRef(world.Today, 1); // the month's first day
        if (world.Today < ReturnDays) Returns(world, cause);
        for (byte p = 1; p < world.Scenario.Polities.Length; p++)
        {
            var polity = new PolityId(p);
            if (world[polity].Revenue > 0) world.Emit(new TaxGathered(polity, PlaceId.None, 0, world[polity].Revenue, 0), cause);
            if (world[polity].Requisition > 0) world.Emit(new TaxGathered(polity, PlaceId.None, 0, 0, world[polity].Requisition), cause);
            for (short t = 1; t < world.Atlas.PlaceRows; t++)
            {
                ref readonly var place = ref world.PlaceTable[t];
                if (place.Granted > 0 && place.Holder == polity && !place.Siege.Exists) world.Emit(new TaxGathered(polity, new PlaceId(t), place.Granted, 0, 0), cause);
            }
            var due = world[polity].PayDue;
            if (due > 0) world.Emit(new PayDay(polity, due, (int)Whole.Clamp(world[polity].Cash, 0L, (long)due)), cause);
        }
    }

    /// <summary>Where a force is fed from: the town of its own where it stands, else its base.</summary>
    private static PlaceId Quarters(World world, in Force force) =>
        force.Doing == Doing.Standing && force.At.Exists && world[force.At].Holder == force.Polity && !world[force.At].Siege.Exists ? force.At : force.Base;

    /// <summary>Strings in tenths a force is due a month.</summary>
    private static long Month(in Purse purse, in Force force)
    {
        var foot = (force.Traits & ForceTraits.Garrison) != 0 ? purse.Garrison : purse.Foot;
        return (long)(force.Foot + force.Boats) * foot + (long)force.LightHorse * purse.Horse + (long)force.HeavyHorse * purse.Guards
            + (long)force.Militia * purse.Militia;
    }

    /// <summary>On the rolls, and pay can reach it.</summary>
    private static bool Paid(World world, in Force force, PolityId polity) =>
        OnRolls(force, polity) && !(force.At.Exists && world[force.At].Siege.Exists && force.Doing == Doing.Besieged);

    private static bool OnRolls(in Force force, PolityId polity) => force.Alive && force.Polity == polity && (force.Traits & ForceTraits.Band) == 0;

    /// <summary>Inside <c>Apply</c>: who was paid is owed less, who was not is owed more.</summary>
    public static void Enter(World world, PolityId polity, int due, int paid)
    {
        var short30 = due == 0 ? 0 : (int)((long)MonthDays * (due - paid) / due);
        for (short f = 1; f < world.Forces; f++)
        {
            ref var force = ref world.ForceTable[f];
            if (!OnRolls(force, polity)) continue;
            var days = !Paid(world, force, polity) ? MonthDays : short30 > 0 ? short30 : force.Arrears > 0 ? -MonthDays / 2 : 0;
            force.Arrears = (short)Whole.Clamp(force.Arrears + days, 0, 1000);
        }
    }
}
