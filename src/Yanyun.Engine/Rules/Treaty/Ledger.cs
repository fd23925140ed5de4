namespace Yanyun.Engine.Rules;

/// <summary>
/// What a treaty in force still asks of whom, and by when. Clerks perform what is due without being told: a town is handed over on its day, a
/// payment is made from the opening of its season as far as the treasury reaches. Late is marked on the day, broken after the grace.
/// </summary>
/// <remarks>Numbers and grounds: docs/rules/treaty.md.</remarks>
public static class Ledger
{
    /// <summary>Days after which a payment that fell short is tried again. Estimate 5 - 30.</summary>
    public const int TryAgainDays = 10;

    /// <summary>A year of a yearly payment, days.</summary>
    public const int Year = 365;

    public static void Daily(World world)
    {
        for (byte t = 1; t < world.TreatyTable.Length; t++)
        {
            ref readonly var state = ref world.TreatyTable[t];
            if (state.Validity != Validity.InForce) continue;
            var treaty = new TreatyId(t);
            if (state.Event.Exists) TreatyRule.Remind(world, treaty);
            if (state.Next == 0 || state.Next > world.Today) continue;
            ref readonly var terms = ref world.Scenario.Treaties[t];
            for (var c = terms.First; c < terms.First + terms.Count; c++)
                if (world.ClauseTable[c].Next is var next && next != 0 && next <= world.Today) Perform(world, treaty, c);
            Sort(world, treaty);
        }
    }

    private static void Perform(World world, TreatyId treaty, short c)
    {
        ref readonly var clause = ref world.Scenario.Clauses[c];
        switch (clause.Kind)
        {
            case ClauseKind.Cede: HandOver(world, treaty, c); break;
            case ClauseKind.Pay: Pay(world, treaty, c); break;
            case ClauseKind.Return: world.Emit(new ClausePerformed(treaty, new ClauseId(c), world.ClauseTable[c].Owed, 0), world[treaty].Event); break;
        }
        ref readonly var entry = ref world.ClauseTable[c];
        if (entry.Owed <= 0 || entry.Due == 0 || world.Today < entry.Due || entry.Standing is Standing.Broken or Standing.Performed or Standing.Waived) return;
        if (world.Today >= entry.Due + clause.Grace) world.Emit(new ClauseBroken(treaty, new ClauseId(c), entry.Owed), Because(world, treaty, c));
        else if (entry.Standing != Standing.Late) world.Emit(new ClauseLate(treaty, new ClauseId(c), entry.Owed), Because(world, treaty, c));
        else world.ClauseTable[c].Next = NextTry(world, c);
    }

    private static EventRef Because(World world, TreatyId treaty, short c) =>
        world.ClauseTable[c].Event.Exists ? world.ClauseTable[c].Event : world[treaty].Event;

    // Cession.

    private static void HandOver(World world, TreatyId treaty, short c)
    {
        var clause = world.Scenario.Clauses[c];
        var given = 0;
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
        {
            var place = new PlaceId(p);
            if (!Owes(world, treaty, clause, place) || world[place].Siege.Exists) continue;
            Cede(world, place, clause, Because(world, treaty, c));
            given++;
        }
        var left = Count(world, treaty, clause);
        if (given == 0 && left == 0 && world.ClauseTable[c].Done == 0) world.Emit(new ClauseWaived(treaty, new ClauseId(c)), Because(world, treaty, c));
        else if (given > 0 || left == 0) world.Emit(new ClausePerformed(treaty, new ClauseId(c), given, left), Because(world, treaty, c));
        else world.ClauseTable[c].Owed = left;
    }

    /// <summary>Whether a place is still to be given up under a clause: its own place, or one beyond the line, in the hands of who owes it.</summary>
    private static bool Owes(World world, TreatyId treaty, in Clause clause, PlaceId place)
    {
        var holder = world[place].Holder;
        if (!holder.Exists || !world.Scenario.SameSide(holder, clause.By)) return false;
        if (clause.Place.Exists) return clause.Place == place;
        var line = world.Scenario.Lines[world.Scenario.Treaties[treaty.Value].Line];
        return line.Length > 0 && line[place.Value] == clause.To;
    }

    private static int Count(World world, TreatyId treaty, in Clause clause)
    {
        var places = 0;
        for (short p = 1; p < world.Atlas.PlaceRows; p++)
            if (Owes(world, treaty, clause, new PlaceId(p))) places++;
        return places;
    }

    /// <summary>The town changes hands with its watch and its officials; garrisons and armies of the old holder go home.</summary>
    private static void Cede(World world, PlaceId place, in Clause clause, EventRef cause)
    {
        var ceded = world.Emit(new PlaceTaken(place, clause.To, ForceId.None, world[place].Holder, Taking.Ceded), cause);
        world.Muster();
        for (var f = world.FirstAt(place); f.Exists;)
        {
            var next = world.NextHere(f);
            if (world.Scenario.SameSide(world[f].Polity, clause.By)) Leave(world, f, place, clause.By, ceded);
            f = next;
        }
    }

    private static void Leave(World world, ForceId id, PlaceId place, PolityId by, EventRef ceded)
    {
        ref readonly var force = ref world[id];
        var home = force.Mobile && TreatyRule.Ours(world, force.Base, by) ? force.Base : MarchRule.Refuge(world, id);
        if (!home.Exists) return;
        if (force.Mobile) world.Emit(new TaskTaken(id, TaskKind.Withdraw, home, default, 0, Pace.Usual), ceded);
        else world.Emit(new GarrisonRecalled(id, place, home, force.Men), ceded);
    }

    // Payment.

    private static void Pay(World world, TreatyId treaty, short c)
    {
        var clause = world.Scenario.Clauses[c];
        var owed = world.ClauseTable[c].Owed;
        var cash = (int)Whole.Clamp(world[clause.By].Cash, 0L, (long)owed);
        if (cash == 0) return;
        var paid = world.Emit(new TributePaid(treaty, clause.By, clause.To, clause.Place, cash), Because(world, treaty, c));
        world.Emit(new ClausePerformed(treaty, new ClauseId(c), cash, owed - cash), paid);
    }

    /// <summary>A year's payment in strings of cash.</summary>
    public static int Worth(in Clause clause, int silver, int silk) =>
        (int)Whole.Min(int.MaxValue, ((long)silver * clause.SilverPrice + (long)silk * clause.SilkPrice) * 100);

    // Inside Apply.

    /// <summary>Opens the ledger of a treaty just concluded.</summary>
    internal static void Open(World world, TreatyId treaty)
    {
        var terms = world.Scenario.Treaties[treaty.Value];
        for (var c = terms.First; c < terms.First + terms.Count; c++)
        {
            ref readonly var clause = ref world.Scenario.Clauses[c];
            var entry = new ClauseState { Event = world.LastEvent, Standing = Standing.Duty };
            if (clause.Kind == ClauseKind.Pay) OpenPayment(world, treaty, clause, ref entry);
            else if (clause.Days != 0 && clause.Kind is ClauseKind.Cede or ClauseKind.Return)
            {
                entry.Standing = Standing.Owed;
                entry.Owed = clause.Kind == ClauseKind.Cede ? Count(world, treaty, clause) : clause.Count;
                entry.Due = (ushort)(world.Today + clause.Days);
                entry.Next = entry.Due;
            }
            world.ClauseTable[c] = entry;
        }
        Sort(world, treaty);
    }

    private static void OpenPayment(World world, TreatyId treaty, in Clause clause, ref ClauseState entry)
    {
        entry.Owed = Worth(clause, world[treaty].Silver, world[treaty].Silk);
        entry.Standing = entry.Owed == 0 ? Standing.Waived : clause.Days == 0 ? Standing.Duty : Standing.Owed;
        if (entry.Standing != Standing.Owed) return;
        var opens = world.Today + 1;
        while (SeasonsRule.MonthDay(world.Scenario.FirstDay + opens) != clause.Opens) opens++;
        entry.Next = (ushort)opens;
        entry.Due = (ushort)(opens + clause.Days);
    }

    internal static void Enter(World world, TreatyId treaty, short c, int amount, int left)
    {
        ref readonly var clause = ref world.Scenario.Clauses[c];
        ref var entry = ref world.ClauseTable[c];
        entry.Event = world.LastEvent;
        entry.Done += amount;
        entry.Owed = left;
        if (left > 0)
        {
            if (entry.Standing != Standing.Late) entry.Standing = Standing.Part;
            entry.Next = NextTry(world, c);
            return;
        }
        entry.Standing = Standing.Performed;
        entry.Next = 0;
        if (clause.Kind != ClauseKind.Pay || clause.Opens == 0) return;
        // The next year's is owed from the next opening.
        entry.Standing = Standing.Owed;
        entry.Owed = Worth(clause, world[treaty].Silver, world[treaty].Silk);
        entry.Next = (ushort)(entry.Due - clause.Days + Year);
        entry.Due = (ushort)(entry.Due + Year);
    }

    internal static void Close(World world, TreatyId treaty, short c, Standing standing)
    {
        ref var entry = ref world.ClauseTable[c];
        entry.Event = world.LastEvent;
        entry.Standing = standing;
        entry.Next = 0;
    }

    internal static void Delay(World world, TreatyId treaty, short c)
    {
        ref var entry = ref world.ClauseTable[c];
        entry.Event = world.LastEvent;
        entry.Standing = Standing.Late;
        entry.Next = NextTry(world, c);
    }

    /// <summary>Some days on, or the day it falls due or becomes broken if that is sooner.</summary>
    private static ushort NextTry(World world, short c)
    {
        ref readonly var entry = ref world.ClauseTable[c];
        var broken = entry.Due + world.Scenario.Clauses[c].Grace;
        var next = world.Today + TryAgainDays;
        if (entry.Due > world.Today) next = Whole.Min(next, (int)entry.Due);
        else if (broken > world.Today) next = Whole.Min(next, broken);
        return (ushort)next;
    }

    /// <summary>The first day on which anything of a treaty is to be looked at.</summary>
    internal static void Sort(World world, TreatyId treaty)
    {
        ref readonly var terms = ref world.Scenario.Treaties[treaty.Value];
        ushort first = 0;
        for (var c = terms.First; c < terms.First + terms.Count; c++)
            if (world.ClauseTable[c].Next is var next && next != 0 && (first == 0 || next < first)) first = next;
        world[treaty].Next = first;
    }
}
