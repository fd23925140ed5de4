using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>The parts of a sentence: orders, answers with their reasons, rivers, those who fight without a name.</summary>
internal sealed partial class Sentences
{
    /// <summary>What is to be done, as it follows "ordered him" or "the edict".</summary>
    public static Saying Task(TaskKind task, PlaceId place, ForceId leader) => task switch
    {
        TaskKind.March => new(CommandPhrases.ToMarch, ("place", place)),
        TaskKind.Take => new(CommandPhrases.ToTake, ("place", place)),
        TaskKind.Relieve => new(CommandPhrases.ToRelieve, ("place", place)),
        TaskKind.Follow => new(CommandPhrases.ToFollow, ("force", leader)),
        TaskKind.Harass => new(CommandPhrases.ToHarass, ("place", place)),
        TaskKind.Withdraw => new(CommandPhrases.ToWithdraw, ("place", place)),
        _ => new(CommandPhrases.ToHold, ("place", place)),
    };

    /// <summary>The force itself, or the men of the town where it has none.</summary>
    public static object Side(ForceId force, PlaceId town) => force.Exists ? force : new Saying(CommonPhrases.TownsMen, ("place", town));

    /// <summary>A place that changed hands, by how it did.</summary>
    /// <param name="siege">After how long a siege.</param>
    /// <param name="cost">What the streets cost.</param>
    public static Saying Taken(in PlaceTaken taken, Saying siege, Saying cost, Saying why)
    {
        var phrase = taken.How switch
        {
            Taking.Opened => SiegePhrases.Opened,
            Taking.Abandoned => SiegePhrases.Abandoned,
            Taking.Stormed => SiegePhrases.Stormed,
            Taking.Betrayed => SiegePhrases.GivenAway,
            Taking.Starved => SiegePhrases.Starved,
            Taking.Ceded => TreatyPhrases.Ceded,
            _ => SiegePhrases.Occupied,
        };
        return new Saying(phrase, ("place", taken.Place), ("force", taken.Force), ("by", taken.By), ("siege", siege), ("cost", cost),
            ("why", why));
    }

    public Saying OrderTask(in Order order) => order.Kind switch
    {
        OrderKind.March => Task(TaskKind.March, order.As<March>().To, default),
        OrderKind.Take => Task(TaskKind.Take, order.As<Take>().Place, default),
        OrderKind.Hold => Task(TaskKind.Hold, order.As<Hold>().Place, default),
        OrderKind.Relieve => Task(TaskKind.Relieve, order.As<Relieve>().Place, default),
        OrderKind.Follow => Task(TaskKind.Follow, default, order.As<Follow>().Leader),
        OrderKind.Harass => Task(TaskKind.Harass, order.As<Harass>().Place, default),
        OrderKind.Withdraw => Task(TaskKind.Withdraw, order.As<Withdraw>().To, default),
        OrderKind.SetStance => new(order.As<SetStance>().Stance switch
        {
            Stance.Seek => CommandPhrases.ToBeBold,
            Stance.Avoid => CommandPhrases.ToBeCareful,
            _ => CommandPhrases.ToBeUsual,
        }),
        OrderKind.BurnBridge => new(CommandPhrases.ToBurn, ("river", River(order.As<BurnBridge>().Crossing))),
        OrderKind.Summon => new(CommandPhrases.ToSummon, ("place", order.As<Summon>().Place)),
        OrderKind.Storm => new(CommandPhrases.ToStorm, ("place", order.As<Storm>().Place)),
        OrderKind.Sally => new(CommandPhrases.ToSally),
        OrderKind.Escort => new(CommandPhrases.ToEscort, ("days", new Days(order.As<Escort>().Days)), ("place", order.As<Escort>().To)),
        OrderKind.Lift => new(CommandPhrases.ToLift),
        OrderKind.RideWith => new(CommandPhrases.ToRideAlong, ("force", order.As<RideWith>().Force)),
        OrderKind.StayAt => new(CommandPhrases.ToStay, ("place", order.As<StayAt>().Place)),
        OrderKind.Convoy => new(CommandPhrases.ToConvoy, ("grain", new Grain(order.As<Convoy>().Shi * 100L)), ("from", order.As<Convoy>()
            .From),
            ("place", order.As<Convoy>().To)),
        OrderKind.Direct => Task(order.As<Direct>().Task, order.As<Direct>().Place, default),
        OrderKind.Grant => Powers(order.As<Grant>().Authority),
        OrderKind.Appoint => new(CommandPhrases.ToMakeWay, ("person", order.As<Appoint>().Person)),
        OrderKind.Renounce => new(CommandPhrases.ToWar, ("polity", order.As<Renounce>().With)),
        OrderKind.Rouse => new(RisingPhrases.ToRouse, ("place", order.As<Rouse>().Place)),
        OrderKind.Entice => new(BargainPhrases.ToEntice, ("force", order.As<Entice>().Force), ("n", new Exactly(order.As<Entice>().Strings))),
        OrderKind.Tempt => new(BargainPhrases.ToTempt, ("place", order.As<Tempt>().Place), ("n", new Exactly(order.As<Tempt>().Strings))),
        OrderKind.Propose or OrderKind.Accept or OrderKind.Decline => TreatyTask(order),
        OrderKind.Argue or OrderKind.Dismiss or OrderKind.Arrest or OrderKind.Execute => CourtTask(order),
        OrderKind.Fate or OrderKind.Impose or OrderKind.Strike or OrderKind.Part => new(FatePhrases.ToFate),
        _ => new(CommandPhrases.ToInform),
    };

    private static Saying Powers(Authority authority) => new(CommandPhrases.ToPowers, ("powers", authority switch
    {
        Authority.Supreme => CommandPhrases.Supreme,
        Authority.Discretionary => CommandPhrases.Discretionary,
        _ => CommandPhrases.Bound,
    }));

    private Saying Given(in Order order)
    {
        var force = OrderFacts.ForceOf(order);
        var task = OrderTask(order);
        return order.Kind switch
        {
            OrderKind.Direct => new(CommandPhrases.EdictGiven, ("seat", order.Seat), ("to", order.As<Direct>().To), ("task", task)),
            OrderKind.Grant => new(CommandPhrases.PowersGiven, ("seat", order.Seat), ("to", order.As<Grant>().To), ("task", task)),
            OrderKind.Inform => new(CommandPhrases.Informed, ("seat", order.Seat), ("to", order.As<Inform>().To)),
            OrderKind.Appoint => new(CommandPhrases.Appointed, ("seat", order.Seat), ("person", order.As<Appoint>().Person), ("office",
                new Office(order.As<Appoint>().To))),
            OrderKind.Renounce => new(CommandPhrases.Renounced, ("seat", order.Seat), ("polity", order.As<Renounce>().With)),
            OrderKind.Rouse => new(RisingPhrases.Resolved, ("seat", order.Seat), ("place", order.As<Rouse>().Place)),
            OrderKind.Entice or OrderKind.Tempt => new(BargainPhrases.Resolved, ("seat", order.Seat), ("task", task)),
            OrderKind.Propose or OrderKind.Accept or OrderKind.Decline => TreatyGiven(order),
            OrderKind.Argue or OrderKind.Dismiss or OrderKind.Arrest or OrderKind.Execute => CourtGiven(order),
            // Who leads it himself orders nobody.
            _ => force.Exists && (names.Nameless(force) || names.LeaderOf(force) != names.HolderOf(order.Seat))
                ? new(CommandPhrases.OrderToForce, ("seat", order.Seat), ("force", force), ("task", task))
                : new(CommandPhrases.OrderToSelf, ("seat", order.Seat), ("task", task)),
        };
    }

    private static Saying Ago(int days) => new(days == 0 ? CommandPhrases.SameDay : CommandPhrases.OnTheRoad, ("days", new Days(days)));

    private Saying Answered(in OrderAnswered e, int day) => new(
        e.Answer switch
        {
            Code.Obeys => CommandPhrases.Obeyed,
            Code.Adapts => CommandPhrases.Adapted,
            Code.Delays => CommandPhrases.Delayed,
            _ => CommandPhrases.Refused,
        },
        ("force", e.Force), ("task", OrderTask(e.Order)), ("ago", Ago(day - e.GivenOn)), ("reason", Reason(e.Reason)));

    private Saying Answered(in EdictAnswered e, int day) => new(
        e.Answer switch
        {
            Code.Obeys when e.Reason == Code.Accepted => CommandPhrases.EdictObeyed,
            Code.Obeys or Code.Adapts => CommandPhrases.EdictObeyedAgainst,
            Code.Delays => CommandPhrases.EdictDelayed,
            _ => CommandPhrases.EdictRefused,
        },
        ("seat", e.Seat), ("task", OrderTask(e.Edict)), ("ago", Ago(day - e.GivenOn)), ("reason", Reason(e.Reason)));

    /// <summary>What kept a gate shut, as a clause.</summary>
    private static Saying Ground(Refusal ground) => new(ground switch
    {
        Refusal.Officer => SiegePhrases.ForLoyalty,
        Refusal.Relief => SiegePhrases.ForRelief,
        Refusal.Walls => SiegePhrases.ForWalls,
        Refusal.Heart => SiegePhrases.ForHeart,
        Refusal.People => SiegePhrases.ForPeople,
        _ => CommonPhrases.NoWhy,
    });

    public static Phrase Reason(Code reason) => reason switch
    {
        Code.Accepted => CommandPhrases.NoReason,
        Code.TooWeak => CommandPhrases.TooWeak,
        Code.NoGrain => CommandPhrases.NoGrain,
        Code.CutOff => CommandPhrases.CutOff,
        Code.Overtaken => CommandPhrases.Overtaken,
        Code.AlreadyDone or Code.AlreadyOurs => CommandPhrases.AlreadyDone,
        Code.Distrust => CommandPhrases.Distrust,
        Code.FearsCourt => CommandPhrases.FearsCourt,
        Code.OwnJudgement => CommandPhrases.OwnJudgement,
        Code.NotHere => CommandPhrases.NotHere,
        Code.BadlyOutnumbered => CommandPhrases.BadlyOutnumbered,
        Code.Besieged => CommandPhrases.BesiegedReason,
        Code.ForceRouted => CommandPhrases.RoutedReason,
        Code.BandsAbout => CommandPhrases.BandsAbout,
        Code.NoWayThere => CommandPhrases.NoWay,
        Code.HostilePlace => CommandPhrases.HostilePlace,
        _ => CommandPhrases.OtherReason,
    };

    private static Phrase Reason(LiftReason reason) => reason switch
    {
        LiftReason.Beaten => SiegePhrases.Beaten,
        LiftReason.CalledAway => SiegePhrases.CalledAway,
        LiftReason.Hunger => SiegePhrases.LiftHunger,
        LiftReason.Ordered => SiegePhrases.LiftOrdered,
        _ => SiegePhrases.LiftPeace,
    };

    private static Saying Conduct(in ConductChanged e) => e.Doing switch
    {
        Doing.Marching => new(CommandPhrases.GotUnderWay, ("force", e.Force)),
        Doing.Waiting => new(CommandPhrases.Waited, ("force", e.Force)),
        Doing.Besieging => new(CommandPhrases.Encamped, ("force", e.Force)),
        Doing.Besieged => new(CommandPhrases.WentWithin, ("force", e.Force)),
        Doing.Retreating => new(CommandPhrases.TurnedBack, ("force", e.Force), ("why", TurnedFor(e.Why))),
        Doing.Routed => new(CommandPhrases.Fled, ("force", e.Force)),
        Doing.Hidden => new(CommandPhrases.TookToTheHills, ("force", e.Force)),
        Doing.Gone => new(CommandPhrases.Gone, ("force", e.Force)),
        _ => new(CommandPhrases.Stood, ("force", e.Force)),
    };

    public static Phrase TurnedFor(Code why) => why switch
    {
        Code.NoGrain => CommonPhrases.ForHunger,
        Code.BadlyOutnumbered => CommonPhrases.ForNumbers,
        _ => CommonPhrases.NoWhy,
    };

    /// <summary>The name of the river of a crossing.</summary>
    public object River(short crossing)
    {
        if (crossing <= 0 || crossing >= scenario.Atlas.Crossings.Length || gazetteer.River(scenario.Atlas.Crossings[crossing].River) is not { } river)
            return MarchPhrases.ARiver;
        var gloss = river.English.IndexOf(" (", StringComparison.Ordinal);
        return new Saying(MarchPhrases.River, ("name", new Bilingual(gloss > 0 ? river.English[..gloss] : river.English, river.Hanzi)));
    }

    private static Phrase Carried(DispatchKind what) => what switch
    {
        DispatchKind.Order => CourierPhrases.AnOrder,
        DispatchKind.Edict => CourierPhrases.AnEdict,
        DispatchKind.Memorial => CourierPhrases.AMemorial,
        DispatchKind.Agents => CourierPhrases.SecretSeals,
        DispatchKind.Offer => CourierPhrases.SecretOffer,
        DispatchKind.Reply => CourierPhrases.SecretAnswer,
        DispatchKind.Envoy => CourierPhrases.AnEnvoy,
        _ => CourierPhrases.AReport,
    };

    private static object To(SeatId seat, ForceId force) => force.Exists ? force : seat;
}
