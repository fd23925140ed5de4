using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>What a reconstructed past sets down, as sentences. The chronicle tells what was imposed: the reader must know that no model made it.</summary>
internal sealed partial class Sentences
{
    private static Saying? OfFate(object e) => e switch
    {
        FateSet set => new(FatePhrases.OtherDice, ("place", set.Order.Place), ("li", new Exactly(set.Order.Li)), ("n", new Exactly(set.Order.Salt))),
        RecordImposed { Holder.Exists: false } struck => new(FatePhrases.Struck, ("force", struck.Force), ("men", new Men(struck.Men.Men))),
        RecordImposed { Men.Men: < 0 } found => new(FatePhrases.Found, ("place", found.Place), ("men", new Men(-found.Men.Men)), ("polity", found.Holder)),
        RecordImposed imposed => new(FatePhrases.Cleared, ("place", imposed.Place), ("men", new Men(imposed.Men.Men)), ("polity", imposed.Holder)),
        FateEnded ended => new(FatePhrases.Ended, ("n", new Exactly(unchecked((long)ended.Seed)))),
        _ => null,
    };
}

internal sealed partial class Gatherer
{
    private void OfFate(int i)
    {
        if (memory.At(i).Kind == EventKind.RecordImposed) Tell(i, 90, memory.Read<RecordImposed>(i));
    }
}
