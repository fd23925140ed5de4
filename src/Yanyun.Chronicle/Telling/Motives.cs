using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Telling;

/// <summary>Puts the reasons of minds into words: a clause without a full stop, to stand after an order.</summary>
public sealed class Motives(Bookmark bookmark, Calendar calendar, Language language)
{
    private readonly Speaker _speaker = new(bookmark, calendar, language);

    /// <summary>The words of a reason; empty for an order given without one.</summary>
    public string Say(in Reason reason) => PhraseOf(reason.Motive) is not { } phrase ? ""
        : reason.Motive is Motive.Recorded or Motive.RecordedOtherwise ? SayEntry(phrase, reason.Number)
        : _speaker.Say(new Saying(phrase, ("place", reason.Place), ("force", reason.Force), ("odds", new Odds(reason.Number)), ("men", new Men(reason.Number)),
        ("days", new Days(reason.Number)), ("score", new Exactly(reason.Number))));

    /// <summary>An entry of the script: what was decided, where it is written, what it is called in the file.</summary>
    private string SayEntry(Phrase phrase, int row)
    {
        if (bookmark.Annals is not { } annals || row <= 0 || row >= annals.Entries.Count) return "";
        var entry = annals.Entries[row];
        return _speaker.Say(new Saying(phrase, ("what", entry.What), ("entry", entry.Slug),
            ("source", Works.In(entry.Grounds.Source ?? string.Join(", ", entry.References), language))));
    }

    private static Phrase? PhraseOf(Motive motive) => motive switch
    {
        Motive.TakePrize => MindPhrases.TakePrize,
        Motive.TakeAsTold => MindPhrases.TakeAsTold,
        Motive.Relieve => MindPhrases.Relieve,
        Motive.Gather => MindPhrases.Gather,
        Motive.AwaitGathering => MindPhrases.AwaitGathering,
        Motive.KeepTogether => MindPhrases.KeepTogether,
        Motive.Outnumbered => MindPhrases.Outnumbered,
        Motive.OutOfGrain => MindPhrases.OutOfGrain,
        Motive.Guard => MindPhrases.Guard,
        Motive.AsTold => MindPhrases.AsTold,
        Motive.Harry => MindPhrases.Harry,
        Motive.LeadFromTheFront => MindPhrases.LeadFromTheFront,
        Motive.ErrandOver => MindPhrases.ErrandOver,
        Motive.ComeUp => MindPhrases.ComeUp,
        Motive.GoToTheHost => MindPhrases.GoToTheHost,
        Motive.SendAgainst => MindPhrases.SendAgainst,
        Motive.SendHelp => MindPhrases.SendHelp,
        Motive.CallBack => MindPhrases.CallBack,
        Motive.KeepReserve => MindPhrases.KeepReserve,
        Motive.KeepInformed => MindPhrases.KeepInformed,
        Motive.RaiseTheRear => MindPhrases.RaiseTheRear,
        Motive.WinOver => MindPhrases.WinOver,
        Motive.MakePeace => MindPhrases.MakePeace,
        Motive.RefusePeace => MindPhrases.RefusePeace,
        Motive.OfferPeace => MindPhrases.OfferPeace,
        Motive.GoToWar => MindPhrases.GoToWar,
        Motive.Recorded => MindPhrases.Recorded,
        Motive.RecordedOtherwise => MindPhrases.RecordedOtherwise,
        Motive.TellAgain => MindPhrases.TellAgain,
        _ => null,
    };
}
