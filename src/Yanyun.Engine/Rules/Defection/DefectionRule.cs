namespace Yanyun.Engine.Rules;

/// <summary>
/// Commanders and officers of towns are bargained with in secret. An offer goes by men on foot and may be caught; he refuses, reports it, listens and
/// waits to see who wins, agrees to come over on a day, or pretends to, and lays an ambush. What he answers comes back by letter; that it is true nobody
/// knows but he.
/// </summary>
/// <remarks>How he weighs it: <see cref="Bargain"/>. Numbers and grounds: docs/rules/defection.md.</remarks>
public static class DefectionRule
{
    /// <summary>Least and most that can be offered, strings. The court's price on Zongbi's head was 50,000 of silver and of silk.</summary>
    public const int LeastPrice = 1_000, MostPrice = 200_000;
    /// <summary>Days after which one who listens weighs it again, and after which talks that came to nothing are over.</summary>
    public const int WeighsAgain = 10, TalksLast = 60;
    /// <summary>Days from his word to the day he set: least, and how many more at most.</summary>
    public const int LeastDays = 3, MoreDays = 9;
    /// <summary>A force of the suitor this near receives him, li.</summary>
    public const int ReceivedLi = 100;
    /// <summary>Of those who will not: chance that a man of full loyalty reports the offer, and that he makes bait of it, per mille.</summary>
    public const int Reports = 600, Baits = 250;
    /// <summary>Loyalty under which nobody reports, and over which he may make bait of it.</summary>
    public const int Loyal = 500;
    /// <summary>Loyalty that suspicion costs, and that praise for reporting wins.</summary>
    public const int Suspicion = 40, Praise = 10;
    /// <summary>What an ambush does to those who walk into it.</summary>
    public const int AmbushMorale = 120, AmbushFatigue = 150;
    /// <summary>An ambush is laid for those within, li.</summary>
    public const int AmbushLi = 60;

    public static Verdict Judge(in View view, in Entice order)
    {
        if (!view.Knows(order.Force)) return Verdict.Refused(Code.UnknownForce, force: order.Force);
        if (!view.Hostile(view.PolityOf(order.Force))) return Verdict.Refused(Code.NotHostile, force: order.Force);
        return Promise(view, view.TalksWith(order.Force), order.Strings, view[order.Force].Place);
    }

    public static Verdict Judge(in View view, in Tempt order)
    {
        if (order.Place.Value <= 0 || order.Place.Value >= view.Atlas.PlaceRows) return Verdict.Refused(Code.UnknownPlace, order.Place);
        if (!view.Hostile(view[order.Place].Holder)) return Verdict.Refused(Code.NotHostile, order.Place);
        return Promise(view, view.TalksWith(order.Place), order.Strings, order.Place);
    }

    /// <summary>Who acts on orders alone can promise nothing; and one messenger at a time.</summary>
    private static Verdict Promise(in View view, in Talk open, int strings, PlaceId where)
    {
        if (view.Office.Authority == Authority.Bound) return Verdict.Refused(Code.OfficeLacksPower, where);
        if (strings is < LeastPrice or > MostPrice) return Verdict.Refused(Code.OutOfBounds, number: strings);
        if (open.Force.Exists || open.Place.Exists) return Verdict.Refused(Code.TalksOpen, where, open.Force);
        return view.Atlas.RideLi(view.Office.At, where) == Atlas.NoWay ? Verdict.Refused(Code.NoWayThere, where) : Verdict.Accepted;
    }

    /// <summary>Chance that a man agrees, per mille, as anybody may reckon it from what is public of him: his repute, his ties, the suitor's word.</summary>
    public static int ReputedPerMille(Scenario scenario, PersonId man, PolityId suitor, int strings) =>
        Bargain.PerMille(Bargain.Reputed(scenario, man, scenario.Persons[man.Value].Loyalty, suitor, strings));

    internal static void Send(World world, in Order order, EventRef given)
    {
        if (!world.Plays(RuleSwitch.Defection) || FreeRow(world) is not (> 0 and var row)) return;
        var (force, place, strings) = order.Kind == OrderKind.Entice
            ? (order.As<Entice>().Force, PlaceId.None, order.As<Entice>().Strings) : (ForceId.None, order.As<Tempt>().Place, order.As<Tempt>().Strings);
        var man = force.Exists ? world[force].Commander : world[place].Officer;
        var to = force.Exists ? world.BeliefOf(world.Scenario.Seats[order.Seat.Value].Beliefs, force).Place : place;
        var sent = world.Emit(new OfferSent(order.Seat, row, force, place, man, strings), given);
        var packet = new CourierRule.Packet(DispatchKind.Offer, order.Seat, world[order.Seat].At, to, Handling.Office, Post.Foot)
        {
            Order = order, ToForce = force, AboutOrderOf = row,
        };
        if (!CourierRule.Send(world, packet, sent)) world.Emit(new TalksLapsed(order.Seat, row, force, place, man), sent);
    }

    private static byte FreeRow(World world)
    {
        byte best = 0;
        for (byte t = 1; t < world.TalkTable.Length; t++)
        {
            ref readonly var talk = ref world.TalkTable[t];
            if (!talk.By.Exists) return t;
            // A row stays in its seat's book as long as the seat may read it, whatever has become of the man.
            var aged = world.Today - talk.Began >= TalksLast && (talk.Stage == TalkStage.Over || world.Today - talk.Began >= 2 * TalksLast);
            if (aged && (best == 0 || talk.Began < world.TalkTable[best].Began)) best = t;
        }
        return best;
    }

    internal static void Arrive(World world, in Dispatch letter, EventRef arrived)
    {
        var row = (byte)letter.AboutOrderOf;
        if (letter.Kind == DispatchKind.Reply)
        {
            ref readonly var told = ref world.TalkTable[row];
            if (told.By != letter.ToSeat || told.Began > letter.Sent) return; // about talks long over
            world.Emit(new OfferAnswered(letter.ToSeat, row, told.Force, told.Place, told.Man, letter.Answer), arrived);
            return;
        }
        ref readonly var talk = ref world.TalkTable[row];
        if (Gone(world, talk)) world.Emit(new TalksLapsed(talk.By, row, talk.Force, talk.Place, talk.Man), arrived);
        else Weigh(world, row, arrived);
    }

    internal static void Catch(World world, in Dispatch letter, EventRef missed)
    {
        if (letter.Kind != DispatchKind.Offer) return;
        ref readonly var talk = ref world.TalkTable[letter.AboutOrderOf];
        world.Emit(new OfferCaught(talk.By, (byte)letter.AboutOrderOf, talk.Force, talk.Place, talk.Man, letter.Lost != 0), missed);
    }

    /// <summary>The man, or his town, is not the enemy's any more.</summary>
    private static bool Gone(World world, in Talk talk)
    {
        var suitor = world.Scenario.Seats[talk.By.Value].Polity;
        return talk.Force.Exists ? !world[talk.Force].Alive || world[talk.Force].Commander != talk.Man || !world.Hostile(suitor, world[talk.Force].Polity)
            : world[talk.Place].Officer != talk.Man || !world.Hostile(suitor, world[talk.Place].Holder);
    }

    private static ulong KeyOf(World world, in Talk talk) => talk.Force.Exists ? world[talk.Force].Key : world.Atlas[talk.Place].Key;

    private static void Weigh(World world, byte row, EventRef cause)
    {
        var talk = world.TalkTable[row];
        var odds = Bargain.Odds(world, talk);
        var chance = Bargain.PerMille(odds);
        var key = KeyOf(world, talk);
        var roll = world.Chance.PerMille(Purpose.Bargain, key);
        var loyalty = LoyaltyOf(world, talk.Force, talk.Place, talk.Man);
        Bargained answer;
        if (roll < chance) answer = Bargained.Agreed;
        else if (roll < Bargain.PerMille(Bargain.ToListen(world, talk, odds))) answer = Bargained.Listens;
        else answer = Declines(world, talk, key, loyalty);
        var first = talk.Stage == TalkStage.Riding;
        if (answer == Bargained.Listens && world.Today - talk.Began >= TalksLast) answer = Bargained.Refused;
        var due = answer switch
        {
            Bargained.Listens => world.Today + WeighsAgain,
            Bargained.Agreed or Bargained.Bait => world.Today + LeastDays + world.Chance.Below(MoreDays + 1, Purpose.Bargain, key, 2),
            _ => 0,
        };
        var weighed = world.Emit(new OfferWeighed(talk.By, row, talk.Force, talk.Place, talk.Man, answer, (short)chance, (ushort)due), cause);
        // He who listened and listens still writes nothing new; he who reported it writes nothing at all.
        if (answer == Bargained.Reported || answer == Bargained.Listens && !first) return;
        var here = talk.Force.Exists ? CourierRule.Where(world[talk.Force]) : talk.Place;
        CourierRule.Send(world, new CourierRule.Packet(DispatchKind.Reply, SeatId.None, here, world[talk.By].At, Handling.None, Post.Foot)
        {
            ToSeat = talk.By, AboutOrderOf = row,
            Answer = answer switch { Bargained.Agreed or Bargained.Bait => Code.Obeys, Bargained.Listens => Code.Delays, _ => Code.Refuses },
        }, weighed);
    }

    private static Bargained Declines(World world, in Talk talk, ulong key, int loyalty)
    {
        if (loyalty < Loyal) return Bargained.Refused;
        var share = DevotionOf(loyalty);
        var roll = world.Chance.PerMille(Purpose.Bargain, key, 1);
        if (talk.Force.Exists && roll < Whole.MulDiv(Baits, share, 1000)) return Bargained.Bait;
        return roll >= 1000 - Whole.MulDiv(Reports, share, 1000) ? Bargained.Reported : Bargained.Refused;
    }

    /// <summary>How far over <see cref="Loyal"/> he is, per mille: what <see cref="Reports"/> and <see cref="Baits"/> are multiplied by.</summary>
    public static int DevotionOf(int loyalty) => Whole.Clamp((loyalty - Loyal) * 1000 / (1000 - Loyal), 0, 1000);

    /// <summary>What decides: the officer's loyalty for a town, the man's own in the field, and of one nobody has rated the common measure.</summary>
    internal static int LoyaltyOf(World world, ForceId force, PlaceId place, PersonId man) =>
        !force.Exists ? world[place].OfficerLoyalty : man.Exists ? world[man].Loyalty : Summons.UnratedLoyalty;

    /// <summary>Inside <c>Apply</c>.</summary>
    internal static void Shift(World world, ForceId force, PlaceId place, PersonId man, int by)
    {
        if (!force.Exists) world[place].OfficerLoyalty = (short)Whole.Clamp(world[place].OfficerLoyalty + by, 0, 1000);
        if (man.Exists) world[man].Loyalty = (short)Whole.Clamp(world[man].Loyalty + by, 0, 1000);
    }

    public static void Daily(World world)
    {
        for (byte t = 1; t < world.TalkTable.Length; t++)
        {
            ref readonly var talk = ref world.TalkTable[t];
            if (talk.Stage is TalkStage.Open or TalkStage.Agreed or TalkStage.Bait && talk.Due <= world.Today) Act(world, t);
        }
    }

    private static void Act(World world, byte row)
    {
        var talk = world.TalkTable[row];
        if (Gone(world, talk) || talk.Stage != TalkStage.Open && world.Today - talk.Began > TalksLast)
        {
            world.Emit(new TalksLapsed(talk.By, row, talk.Force, talk.Place, talk.Man), talk.Cause);
            return;
        }
        if (talk.Stage == TalkStage.Open)
        {
            Weigh(world, row, talk.Cause);
            return;
        }
        world.Muster();
        var here = talk.Force.Exists ? CourierRule.Where(world[talk.Force]) : talk.Place;
        var suitor = world.Scenario.Seats[talk.By.Value].Polity;
        var near = Receiver(world, here, suitor, talk.Stage == TalkStage.Bait ? AmbushLi : ReceivedLi);
        if (!near.Exists) return; // he waits for those who should meet him
        var cash = (int)Whole.Clamp(world[suitor].Cash, 0L, (long)talk.Strings);
        if (talk.Stage == TalkStage.Bait) Spring(world, row, talk, near);
        else if (!talk.Force.Exists) HandOver(world, row, talk, suitor, near, cash);
        else if (world[talk.Force].Doing is not (Doing.Besieged or Doing.Routed))
        {
            ref readonly var force = ref world[talk.Force];
            world.Emit(new ForceWentOver(talk.Force, near, here, talk.Man, row, Battle(force), force.Porters, force.Grain, cash), talk.Cause);
        }
    }

    private static Arms Battle(in Force force) => Host.Of(force);

    /// <summary>The largest field force of a side within so many li that is in order.</summary>
    private static ForceId Receiver(World world, PlaceId here, PolityId side, int li)
    {
        var best = ForceId.None;
        foreach (var (f, at) in world.MobileForces)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (!world.Scenario.SameSide(force.Polity, side) || (force.Traits & (ForceTraits.Band | ForceTraits.Fleet)) != 0) continue;
            if (force.Doing is Doing.Routed or Doing.Besieged or Doing.Hidden || at != here.Value && world.Atlas.RideLi(here, new PlaceId(at)) > li) continue;
            if (!best.Exists || force.Men > world[best].Men) best = new ForceId(f);
        }
        return best;
    }

    private static void Spring(World world, byte row, in Talk talk, ForceId victim)
    {
        var at = CourierRule.Where(world[victim]);
        var sprung = world.Emit(new BaitSprung(talk.Force, victim, at, talk.Man, row), talk.Cause);
        if (world[talk.Force].Mobile && world[talk.Force].Doing is Doing.Standing or Doing.Marching or Doing.Waiting)
            world.Emit(new TaskTaken(talk.Force, TaskKind.March, at, ForceId.None, 0, Pace.Forced), sprung);
    }

    /// <summary>His own guard goes over with him; a field force of his lord that is more than they are would not let him.</summary>
    private static void HandOver(World world, byte row, in Talk talk, PolityId to, ForceId near, int cash)
    {
        if (world[talk.Place].Siege.Exists) return;
        var guard = world[talk.Place].Garrison;
        var field = 0;
        for (var f = world.FirstAt(talk.Place); f.Exists; f = world.NextHere(f))
        {
            if (!world.Scenario.SameSide(world[f].Polity, world[talk.Place].Holder)) continue;
            if (world[f].Mobile) field += world[f].Men;
            else guard += world[f].Men;
        }
        if (field > 0 && field * 2 > guard) return;
        var over = world.Emit(new TownWentOver(talk.Place, talk.Man, to, row, cash), talk.Cause);
        for (var f = world.FirstAt(talk.Place); f.Exists;)
        {
            var next = world.NextHere(f);
            if (world[f].Alive && world.Scenario.SameSide(world[f].Polity, world[talk.Place].Holder))
            {
                if (world[f].Mobile) world.Emit(new ForceRouted(f, Retreat.Refuge(world, world[f]), near, 0), over);
                else world.Emit(new GarrisonTurned(f, talk.Place, world[f].Men), over);
            }
            f = next;
        }
        world.Emit(new PlaceTaken(talk.Place, to, near, world[talk.Place].Holder, Taking.Opened), over);
    }
}
