namespace Yanyun.Engine.Rules;

/// <summary>
/// People behind the lines rise. Each place that can feed a band bears so much and no more; when discontent, agents, the banners of an army of
/// their side and neighbours in arms come to more than that, men leave their households, and some of the town's guard with them, for the hills. A
/// rising emboldens the next one down the road. When what drove them is gone they melt away, and gather again another day.
/// </summary>
/// <remarks>What drives them: <see cref="Unrest"/>. What bands do: <see cref="Bands"/>. Numbers and grounds: docs/rules/uprising.md.</remarks>
public static class UprisingRule
{
    /// <summary>Days between looks at a place where nothing stirs, and at one that is astir.</summary>
    public const int QuietDays = 20, AstirDays = 5;
    /// <summary>Men who take to the hills at the first, of a thousand households: F-BAND-1, 1 - 10.</summary>
    public const int RisePerMille = 3;
    /// <summary>Most times that number: F-BAND-1, three to ten with an army near.</summary>
    public const int MostSwell = 10;
    /// <summary>Points over their patience that bring as many again. Estimate.</summary>
    public const int SwellPoints = 40;
    /// <summary>Fewer than this are no rising. Estimate 20 - 100.</summary>
    public const int LeastRising = 50;
    /// <summary>Points under their patience at which men in arms go home. Estimate 40 - 150.</summary>
    public const int MeltPoints = 80;
    /// <summary>Of a town's own guard, how many go over when its people love their holder not at all, per mille. Estimate 20 - 200.</summary>
    public const int TurnPerMille = 100;
    /// <summary>Strings that agents take along. Estimate 200 - 2,000.</summary>
    public const int Gifts = 500;
    /// <summary>Chance to be caught for each garrisoned town of the enemy on the way, per mille. Estimate 5 - 30.</summary>
    public const int CaughtPerTown = 12;
    /// <summary>Most of that, per mille.</summary>
    public const int MostCaught = 400;

    /// <summary>At the desk: a command or a court, at war with who is believed to hold the place, and people there who may listen.</summary>
    public static Verdict Judge(in View view, in Rouse order)
    {
        if (order.Place.Value <= 0 || order.Place.Value >= view.Atlas.PlaceRows) return Verdict.Refused(Code.UnknownPlace, order.Place);
        if (view.Kind == SeatKind.Commandery) return Verdict.Refused(Code.OfficeLacksPower, order.Place);
        if (!view.Hostile(view[order.Place].Holder)) return Verdict.Refused(Code.NotHostile, order.Place);
        if (RisingAt(view.Scenario, order.Place, view.Polity) == 0) return Verdict.Refused(Code.NoFriendsThere, order.Place);
        return view.Atlas.RideLi(view.Office.At, order.Place) == Atlas.NoWay ? Verdict.Refused(Code.NoWayThere, order.Place) : Verdict.Accepted;
    }

    /// <summary>The row of <see cref="Scenario.Risings"/> that a side has at a place; 0 for none.</summary>
    public static int RisingAt(Scenario scenario, PlaceId place, PolityId polity)
    {
        for (var r = 1; r < scenario.Risings.Length; r++)
            if (scenario.Risings[r].Home == place && scenario.SameSide(scenario.Start!.ForceTable[scenario.Risings[r].Band.Value].Polity, polity)) return r;
        return 0;
    }

    internal static void Send(World world, in Order order, EventRef given)
    {
        if (!world.Plays(RuleSwitch.Uprising)) return;
        var place = order.As<Rouse>().Place;
        var polity = world.Scenario.Seats[order.Seat.Value].Polity;
        var row = RisingAt(world.Scenario, place, polity);
        var sent = world.Emit(new AgentsSent(order.Seat, place, (byte)row, (int)Whole.Clamp(world[polity].Cash, 0L, (long)Gifts)), given);
        var packet = new CourierRule.Packet(DispatchKind.Agents, order.Seat, world[order.Seat].At, place, Handling.Office, Post.Foot)
        {
            Order = order, About = world.Scenario.Risings[row].Band,
        };
        CourierRule.Send(world, packet, sent);
    }

    internal static void Arrive(World world, in Dispatch agents, EventRef arrived)
    {
        var place = agents.Order.As<Rouse>().Place;
        var row = RisingAt(world.Scenario, place, world.Scenario.Seats[agents.From.Value].Polity);
        world.Emit(new AgentsArrived(agents.From, place, (byte)row), arrived);
    }

    internal static void Catch(World world, in Dispatch agents, EventRef missed)
    {
        var place = agents.Order.As<Rouse>().Place;
        var row = RisingAt(world.Scenario, place, world.Scenario.Seats[agents.From.Value].Polity);
        world.Emit(new AgentsCaught(agents.From, place, (byte)row), missed);
    }

    /// <summary>Chance that men who slip through enemy country are caught, per mille: by the towns along the road.</summary>
    internal static int Watched(World world, PlaceId from, PlaceId to, PolityId polity)
    {
        var perMille = 0;
        for (var at = from; at != to;)
        {
            var leg = world.Atlas.RideNext(at, to);
            if (!leg.Exists) break;
            at = world.Atlas[leg].Other(at);
            if (world.Hostile(polity, world[at].Holder) && world[at].Garrison >= SiegeRule.Watchmen) perMille += CaughtPerTown;
        }
        return Whole.Min(MostCaught, perMille);
    }

    public static void Daily(World world)
    {
        if (!BattleRule.AnyWar(world)) return;
        for (byte r = 1; r < world.RisingTable.Length; r++)
        {
            ref readonly var rising = ref world.Scenario.Risings[r];
            ref readonly var band = ref world.ForceTable[rising.Band.Value];
            if (world[band.Polity].Wars == 0) continue;
            ref readonly var state = ref world.RisingTable[r];
            var astir = state.RoseOn != 0 || state.RousedOn != 0 && world.Today - state.RousedOn <= Unrest.AgentDays || band.Alive && Bands.Astir(band);
            if ((world.Today + r * 3) % (astir ? AstirDays : QuietDays) != 0) continue;
            if (rising.Home.Exists && world.Hostile(band.Polity, world[rising.Home].Holder)) Stir(world, r, rising);
            if (band.Alive && (state.RoseOn != 0 || Bands.Astir(band))) Bands.Lead(world, r, rising);
        }
    }

    private static void Stir(World world, byte row, in Rising rising)
    {
        ref readonly var band = ref world[rising.Band];
        if (band.Alive && (band.At != rising.Home || band.Doing != Doing.Hidden)) return; // away, or busy with the town
        var over = Unrest.Pressure(world, row, out var by) - Unrest.PatienceOf(world, rising.Home);
        ref readonly var state = ref world.RisingTable[row];
        var risen = state.RoseOn != 0 && band.Alive; // a band that was destroyed must gather anew
        if (over < 0)
        {
            if (risen && over < -MeltPoints) Bands.Melt(world, row, rising);
            return;
        }
        var swell = Whole.Min(MostSwell, 1 + over / SwellPoints);
        ref readonly var place = ref world[rising.Home];
        var men = Whole.MulDiv(place.Households, RisePerMille * swell, 1000) - (band.Alive ? band.Men : 0);
        if (risen)
        {
            if (men >= LeastRising && men * 4 > band.Men) world.Emit(new BandJoined(rising.Band, rising.Home, men), by.Exists ? by : state.Cause);
            return;
        }
        men = Whole.Max(0, men);
        if (men + (band.Alive ? band.Men : 0) < LeastRising) return;
        var cold = 1000 - Mood.To(world, rising.Home, place.Holder);
        var turned = Whole.Min(Whole.MulDiv(place.Garrison, TurnPerMille * cold / 1000, 1000), men);
        world.Emit(new BandRose(row, rising.Band, rising.Home, men, turned, (short)Whole.Min(1000, over)), by.Exists ? by : world[rising.Home].Taken);
    }
}
