using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>Offers, peace made and renounced, what was owed under it.</summary>
internal sealed partial class Sentences
{
    private Saying? OfTreaty(object e) => e switch
    {
        PaperHeard heard => new(TreatyPhrases.OfferHeard, ("seat", heard.Seat), ("by", heard.By), ("treaty", heard.Treaty),
            ("pay", Payment(heard.Silver, heard.Silk))),
        PaperAnswered answered => new(answered.Answer switch
        {
            Code.Obeys => TreatyPhrases.AnsweredYes,
            Code.Overtaken => TreatyPhrases.AnsweredLate,
            _ => TreatyPhrases.AnsweredNo,
        }, ("seat", answered.Seat), ("by", answered.By), ("treaty", answered.Treaty)),
        TreatyConcluded made => new(TreatyPhrases.Concluded, ("treaty", made.Treaty), ("a", PartyOf(made.By)), ("b", PartyOf(made.With)),
            ("pay", Payment(made.Silver, made.Silk))),
        PeaceLearned heard => new(TreatyPhrases.PeaceHeard, ("seat", heard.Seat), ("treaty", heard.Treaty)),
        TreatyRenounced gone => new(TreatyPhrases.Renounced, ("treaty", gone.Treaty), ("by", gone.By)),
        ClausePerformed done => new(done.Left > 0 ? TreatyPhrases.PartPerformed : TreatyPhrases.Performed, ("treaty", done.Treaty),
            ("clause", done.Clause), ("who", DebtorOf(done.Clause))),
        ClauseWaived gone => new(TreatyPhrases.Waived, ("treaty", gone.Treaty), ("clause", gone.Clause)),
        ClauseLate late => new(TreatyPhrases.Late, ("treaty", late.Treaty), ("clause", late.Clause), ("who", DebtorOf(late.Clause))),
        ClauseBroken broken => new(TreatyPhrases.Broken, ("treaty", broken.Treaty), ("clause", broken.Clause), ("who", DebtorOf(broken.Clause))),
        TributePaid paid => new(paid.Place.Exists ? TreatyPhrases.TributeAt : TreatyPhrases.Tribute, ("by", paid.By), ("to", paid.To),
            ("n", new Exactly(paid.Cash)), ("treaty", paid.Treaty), ("place", paid.Place)),
        GarrisonRecalled left => new(TreatyPhrases.GarrisonLeft, ("force", left.Force), ("men", new Men(left.Men)), ("from", left.From),
            ("to", left.To)),
        _ => null,
    };

    /// <summary>What a paper names a year, as it follows it; nothing where it names none.</summary>
    private static Saying Payment(int silver, int silk) => silver + silk == 0 ? new(TreatyPhrases.NoPay)
        : new(TreatyPhrases.Pay, ("silver", new Exactly(silver * 1000)), ("silk", new Exactly(silk * 1000)));

    private PolityId PartyOf(SeatId seat) => seat.Exists ? scenario.Seats[seat.Value].Polity : PolityId.None;
    private PolityId DebtorOf(ClauseId clause) => scenario.Clauses[clause.Value].By;

    private static Saying TreatyTask(in Order order) => order.Kind switch
    {
        OrderKind.Propose => new(TreatyPhrases.ToPropose, ("treaty", order.As<Propose>().Treaty), ("to", order.As<Propose>().To),
            ("pay", Payment(order.As<Propose>().Silver, order.As<Propose>().Silk))),
        OrderKind.Accept => new(TreatyPhrases.ToAccept, ("treaty", order.As<Accept>().Treaty), ("to", order.As<Accept>().To),
            ("pay", Payment(order.As<Accept>().Silver, order.As<Accept>().Silk))),
        _ => new(TreatyPhrases.ToDecline, ("treaty", order.As<Decline>().Treaty), ("to", order.As<Decline>().To)),
    };

    private static Saying TreatyGiven(in Order order) => order.Kind switch
    {
        OrderKind.Propose => new(TreatyPhrases.Proposed, ("seat", order.Seat), ("to", order.As<Propose>().To), ("treaty", order.As<Propose>().Treaty),
            ("pay", Payment(order.As<Propose>().Silver, order.As<Propose>().Silk))),
        OrderKind.Accept => new(TreatyPhrases.Sealed, ("seat", order.Seat), ("to", order.As<Accept>().To), ("treaty", order.As<Accept>().Treaty),
            ("pay", Payment(order.As<Accept>().Silver, order.As<Accept>().Silk))),
        _ => new(TreatyPhrases.SentBack, ("seat", order.Seat), ("to", order.As<Decline>().To), ("treaty", order.As<Decline>().Treaty)),
    };
}
