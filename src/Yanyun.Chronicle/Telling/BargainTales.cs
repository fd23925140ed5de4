using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>Secret talks as sentences.</summary>
internal sealed partial class Sentences
{
    private static Saying? OfBargain(object e) => e switch
    {
        OfferSent sent => new(BargainPhrases.Wrote, ("seat", sent.Seat), ("him", Him(sent.Force, sent.Place, sent.Man)), ("n", new Exactly(sent.Strings))),
        OfferCaught caught => new(caught.Suspected ? BargainPhrases.Caught : BargainPhrases.Strayed, ("seat", caught.Seat),
            ("him", Him(caught.Force, caught.Place, caught.Man))),
        OfferWeighed weighed => new(weighed.Answer switch
        {
            Bargained.Agreed => BargainPhrases.Agreed,
            Bargained.Listens => BargainPhrases.Listened,
            Bargained.Bait => BargainPhrases.Feigned,
            Bargained.Reported => BargainPhrases.Reported,
            _ => BargainPhrases.Refused,
        }, ("seat", weighed.Seat), ("him", Him(weighed.Force, weighed.Place, weighed.Man))),
        OfferAnswered heard => new(heard.Answer switch
        {
            Code.Obeys => BargainPhrases.HeardYes,
            Code.Delays => BargainPhrases.HeardPerhaps,
            _ => BargainPhrases.HeardNo,
        }, ("seat", heard.Seat), ("him", Him(heard.Force, heard.Place, heard.Man))),
        ForceWentOver over => new(over.Man.Exists ? BargainPhrases.WentOver : BargainPhrases.NamelessWentOver, ("man", over.Man), ("force", over.Force),
            ("at", over.At), ("men", new Men(over.Men.Men)), ("to", over.To), ("n", new Exactly(over.Cash))),
        TownWentOver over => new(BargainPhrases.TownHandedOver, ("him", Him(default, over.Place, over.Man)), ("polity", over.To), ("n", new Exactly(over.Cash))),
        BaitSprung sprung => new(BargainPhrases.Ambushed, ("force", sprung.Force), ("victim", sprung.Victim), ("at", sprung.At)),
        TalksLapsed lapsed => new(BargainPhrases.Lapsed, ("seat", lapsed.Seat), ("him", Him(lapsed.Force, lapsed.Place, lapsed.Man))),
        _ => null,
    };

    private static Saying Him(ForceId force, PlaceId place, PersonId man) => force.Exists ? new(BargainPhrases.ToHim, ("force", force))
        : man.Exists ? new(BargainPhrases.ToNamedOfficer, ("man", man), ("place", place)) : new(BargainPhrases.ToOfficer, ("place", place));
}

/// <summary>The annals tell what was done in secret when it is done; of those who would not hear of it they are silent.</summary>
internal sealed partial class Gatherer
{
    private void OfBargain(int i)
    {
        switch (memory.At(i).Kind)
        {
            case EventKind.OfferSent:
                Tell(i, 46, memory.Read<OfferSent>(i));
                break;
            case EventKind.OfferCaught:
                Tell(i, 44, memory.Read<OfferCaught>(i));
                break;
            case EventKind.OfferWeighed when memory.Read<OfferWeighed>(i) is { Answer: not Bargained.Refused } weighed
                && (weighed.Answer != Bargained.Listens || !Again(weighed.Force, EventKind.OfferWeighed, weighed.Place)):
                Tell(i, 50, weighed);
                break;
            case EventKind.ForceWentOver when memory.Read<ForceWentOver>(i) is var over:
                Tell(i, 62 + Mass(over.Men.Men), over);
                break;
            case EventKind.TownWentOver when memory.Read<TownWentOver>(i) is var over:
                Tell(i, 58 + Rank(over.Place), over);
                break;
            case EventKind.BaitSprung:
                Tell(i, 60, memory.Read<BaitSprung>(i));
                break;
        }
    }
}
