using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>Courts and what they do to their own men.</summary>
internal sealed partial class Sentences
{
    /// <summary>Difference of weights from which one faction is told to prevail, 0-1000.</summary>
    private const int Prevails = 100;

    private static Saying? OfCourt(object e) => e switch
    {
        FactionsMoved moved => Math.Abs(moved.War - moved.Peace) < Prevails ? new(CourtPhrases.Evened, ("polity", moved.Polity))
            : new(CourtPhrases.Leaned, ("polity", moved.Polity), ("who", moved.War > moved.Peace ? CourtPhrases.WarMen : CourtPhrases.PeaceMen)),
        MemorialHeard heard => new(CourtPhrases.MemorialRead, ("seat", heard.From), ("counsel", Advice(heard.Counsel))),
        OfficerDismissed gone => new(CourtPhrases.Relieved, ("person", gone.Person), ("office", new Office(gone.Seat))),
        PersonRecalled back => new(CourtPhrases.Recalled, ("person", back.Person)),
        AppointmentLapsed lapsed => new(CourtPhrases.Lapsed, ("person", lapsed.Person), ("office", new Office(lapsed.Seat))),
        CommandTaken taken => new(CourtPhrases.CommandTaken, ("force", taken.Force), ("former", taken.Former)),
        PersonArrested taken => new(CourtPhrases.Arrested, ("person", taken.Person), ("place", taken.Place)),
        PersonFled fled => new(CourtPhrases.Fled, ("person", fled.Person), ("place", fled.From)),
        PersonEscaped away => new(CourtPhrases.Escaped, ("person", away.Person)),
        PersonExecuted dead => dead.Caught ? new(CourtPhrases.Killed, ("person", dead.Person))
            : new(CourtPhrases.Executed, ("person", dead.Person), ("place", dead.Place)),
        ExecutionHeard heard => new(CourtPhrases.DeathHeard, ("seat", heard.Seat), ("person", heard.Person)),
        ForceShaken shaken => new(CourtPhrases.Shaken, ("force", shaken.Force), ("person", shaken.Person)),
        CoupAttempted coup => new(coup.Won ? CourtPhrases.CoupWon : CourtPhrases.CoupLost, ("person", coup.Person), ("polity", coup.Polity),
            ("men", new Men(coup.Men)), ("guards", new Men(coup.Guards))),
        _ => null,
    };

    private static Phrase Advice(Counsel counsel) => counsel == Counsel.War ? CourtPhrases.ForWar : CourtPhrases.ForPeace;

    private static Saying CourtTask(in Order order) => order.Kind switch
    {
        OrderKind.Argue => new(CourtPhrases.ToArgue, ("to", order.As<Argue>().To), ("counsel", Advice(order.As<Argue>().Counsel))),
        OrderKind.Dismiss => new(CourtPhrases.ToDismiss, ("person", order.As<Dismiss>().Person)),
        OrderKind.Arrest => new(CourtPhrases.ToArrest, ("person", order.As<Arrest>().Person)),
        _ => new(CourtPhrases.ToExecute, ("person", order.As<Execute>().Person)),
    };

    private static Saying CourtGiven(in Order order) => order.Kind switch
    {
        OrderKind.Argue => new(CourtPhrases.Argued, ("seat", order.Seat), ("to", order.As<Argue>().To), ("counsel", Advice(order.As<Argue>().Counsel))),
        OrderKind.Dismiss => new(CourtPhrases.DismissedBy, ("seat", order.Seat), ("person", order.As<Dismiss>().Person)),
        OrderKind.Arrest => new(CourtPhrases.ArrestOrdered, ("seat", order.Seat), ("person", order.As<Arrest>().Person)),
        _ => new(CourtPhrases.DeathOrdered, ("seat", order.Seat), ("person", order.As<Execute>().Person)),
    };
}
