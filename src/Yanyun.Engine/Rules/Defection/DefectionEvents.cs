namespace Yanyun.Engine.Rules;

/// <summary>What came of a secret offer, as the man himself decided it.</summary>
public enum Bargained : byte { Refused, Listens, Agreed, Reported, Bait }

/// <summary>A secret offer set out.</summary>
/// <param name="Talk">Row of the talks it opens.</param>
/// <param name="Force">The force of the man it is for; none for the officer of a town.</param>
/// <param name="Place">His town; none for a commander in the field.</param>
public readonly record struct OfferSent(SeatId Seat, byte Talk, ForceId Force, PlaceId Place, PersonId Man, int Strings) : IEvent
{
    public static EventKind Kind => EventKind.OfferSent;

    public void Apply(World world) =>
        world.TalkTable[Talk] = new Talk
        {
            Cause = world.LastEvent, Strings = Strings, Force = Force, Place = Place, Man = Man, Began = (ushort)world.Today, By = Seat, Stage = TalkStage.Riding,
        };
}

/// <summary>The offer did not reach him. When it was caught, suspicion falls on the man it was for, whatever he thought of it.</summary>
public readonly record struct OfferCaught(SeatId Seat, byte Talk, ForceId Force, PlaceId Place, PersonId Man, bool Suspected) : IEvent
{
    public static EventKind Kind => EventKind.OfferCaught;

    public void Apply(World world)
    {
        world.TalkTable[Talk].Stage = TalkStage.Over;
        if (Suspected) DefectionRule.Shift(world, Force, Place, Man, -DefectionRule.Suspicion);
    }
}

/// <summary>He weighed the offer, or weighed it again, and made up his mind; nobody else knows.</summary>
/// <param name="Chance">To agree, per mille, as he stood.</param>
/// <param name="Due">Day on which he acts; 0 when there is none.</param>
public readonly record struct OfferWeighed(SeatId Seat, byte Talk, ForceId Force, PlaceId Place, PersonId Man, Bargained Answer, short Chance, ushort Due) : IEvent
{
    public static EventKind Kind => EventKind.OfferWeighed;

    public void Apply(World world)
    {
        ref var talk = ref world.TalkTable[Talk];
        talk.Due = Due;
        talk.Cause = world.LastEvent;
        talk.Stage = Answer switch
        {
            Bargained.Agreed => TalkStage.Agreed,
            Bargained.Listens => TalkStage.Open,
            Bargained.Bait => TalkStage.Bait,
            _ => TalkStage.Over,
        };
        if (Answer == Bargained.Reported) DefectionRule.Shift(world, Force, Place, Man, DefectionRule.Praise);
    }
}

/// <summary>His answer came to the seat that had made the offer. Bait reads like consent.</summary>
public readonly record struct OfferAnswered(SeatId Seat, byte Talk, ForceId Force, PlaceId Place, PersonId Man, Code Answer) : IEvent
{
    public static EventKind Kind => EventKind.OfferAnswered;

    public void Apply(World world)
    {
        ref var talk = ref world.TalkTable[Talk];
        talk.Told = Answer;
        talk.ToldOn = (ushort)world.Today;
        world[Seat].NewsOn = (ushort)world.Today;
    }
}

/// <summary>A commander came over with his men, who joined a force of those he came to. No man leaves the world.</summary>
/// <param name="Grain">Sheng they brought.</param>
/// <param name="Cash">Strings that were paid.</param>
public readonly record struct ForceWentOver(ForceId Force, ForceId To, PlaceId At, PersonId Man, byte Talk, Arms Men, int Porters, int Grain, int Cash) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.ForceWentOver;
    public Flow Net => new(Cash: -Cash);

    public void Apply(World world)
    {
        ref var from = ref world.Change(Force);
        ref var to = ref world.Change(To);
        var all = Whole.Max(1, to.Men + Men.Men);
        to.Quality = (byte)((to.Quality * (long)to.Men + from.Quality * (long)Men.Men) / all);
        to.Morale = (short)((to.Morale * (long)to.Men + from.Morale * (long)Men.Men) / all);
        to.Foot += Men.Foot;
        to.LightHorse += Men.LightHorse;
        to.HeavyHorse += Men.HeavyHorse;
        to.Militia += Men.Militia;
        to.Boats += Men.Boats;
        to.Porters += Porters;
        to.Grain += Grain;
        from.Grain = 0;
        from.Commander = PersonId.None;
        Aftermath.Dissolve(world, ref from, ForceId.None, At);
        world[to.Polity].Cash -= Cash;
        world[Man].Polity = to.Polity;
        world[Man].Loyalty = PlaceTaken.Surrendered;
        to.NewsOn = (ushort)world.Today;
        world.Stir(At);
        world.TalkTable[Talk].Stage = TalkStage.Over;
    }
}

/// <summary>The officer of a town handed it over as he had promised: that it is taken follows.</summary>
public readonly record struct TownWentOver(PlaceId Place, PersonId Man, PolityId To, byte Talk, int Cash) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.TownWentOver;
    public Flow Net => new(Cash: -Cash);

    public void Apply(World world)
    {
        world[To].Cash -= Cash;
        world.TalkTable[Talk].Stage = TalkStage.Over;
        if (!Man.Exists) return;
        world[Man].Polity = To;
        world[Man].Loyalty = PlaceTaken.Surrendered;
    }
}

/// <summary>Those who came to receive a man who had promised to come over walked into his ambush.</summary>
public readonly record struct BaitSprung(ForceId Force, ForceId Victim, PlaceId At, PersonId Man, byte Talk) : IEvent
{
    public static EventKind Kind => EventKind.BaitSprung;

    public void Apply(World world)
    {
        ref var victim = ref world.Change(Victim);
        victim.Morale = (short)Whole.Max(0, victim.Morale - DefectionRule.AmbushMorale);
        victim.Fatigue = (short)Whole.Min(1000, victim.Fatigue + DefectionRule.AmbushFatigue);
        victim.NewsOn = (ushort)world.Today;
        victim.Wound = world.LastEvent;
        world[Force].Stance = Stance.Seek;
        world.TalkTable[Talk].Stage = TalkStage.Over;
    }
}

/// <summary>A bargain came to nothing: the day passed, or one of them is gone.</summary>
public readonly record struct TalksLapsed(SeatId Seat, byte Talk, ForceId Force, PlaceId Place, PersonId Man) : IEvent
{
    public static EventKind Kind => EventKind.TalksLapsed;
    public void Apply(World world) => world.TalkTable[Talk].Stage = TalkStage.Over;
}
