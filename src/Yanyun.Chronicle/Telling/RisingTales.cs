using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>Agents and bands as sentences.</summary>
internal sealed partial class Sentences
{
    private static Saying? OfRising(object e, Saying why) => e switch
    {
        AgentsSent sent => new(RisingPhrases.AgentsLeft, ("seat", sent.Seat), ("place", sent.Place), ("n", new Exactly(sent.Cash))),
        AgentsArrived came => new(RisingPhrases.AgentsCame, ("seat", came.From), ("place", came.Place)),
        AgentsCaught caught => new(RisingPhrases.AgentsTaken, ("seat", caught.From), ("place", caught.Place)),
        BandRose rose => new(rose.Men > 0 ? RisingPhrases.Rose : RisingPhrases.CameOut, ("force", rose.Force), ("place", rose.Place),
            ("men", new Men(rose.Men)), ("turned", Turned(rose.Turned)), ("why", why)),
        BandJoined joined => new(RisingPhrases.Joined, ("force", joined.Force), ("place", joined.Place), ("men", new Men(joined.Men))),
        BandHunted hunted => new(RisingPhrases.Hunted, ("force", hunted.Force), ("place", hunted.Place), ("men", new Men(hunted.Lost.Men)),
            ("others", new Men(hunted.Hunters.Men))),
        BandMelted melted => new(melted.All ? RisingPhrases.Melted : melted.Men.Men > 0 ? RisingPhrases.LayLow : RisingPhrases.LayLowAll, ("force", melted.Force), ("place", melted.Place),
            ("men", new Men(melted.Men.Men))),
        _ => null,
    };

    private static Saying Turned(int men) => men > 0 ? new(RisingPhrases.GuardTurned, ("men", new Men(men))) : new(RisingPhrases.NobodyTurned);
}

/// <summary>Which of them the annals tell: risings, the fate of agents, bands destroyed or sent home; not every man who joins.</summary>
internal sealed partial class Gatherer
{
    /// <summary>Men of a band from which its coming and going is told.</summary>
    private const int ManyOutlaws = 300;

    private void OfRising(int i)
    {
        switch (memory.At(i).Kind)
        {
            case EventKind.AgentsSent when memory.Read<AgentsSent>(i) is var sent && !Again(default, EventKind.AgentsSent, default):
                Tell(i, 44, sent);
                break;
            case EventKind.AgentsCaught:
                Tell(i, 38, memory.Read<AgentsCaught>(i));
                break;
            case EventKind.BandRose when memory.Read<BandRose>(i) is var rose:
                Tell(i, 46 + Rank(rose.Place) / 2 + Mass(2 * MenOf(rose.Force)), rose, memory.At(i).Cause, rose.Force);
                break;
            case EventKind.BandHunted when memory.Read<BandHunted>(i) is var hunted && hunted.Lost.Men * 5 >= ManyOutlaws
                && !Again(hunted.Force, EventKind.BandHunted, default):
                Tell(i, 40, hunted);
                break;
            case EventKind.BandMelted when memory.Read<BandMelted>(i) is var melted && melted.Men.Men >= ManyOutlaws:
                Tell(i, 42, melted);
                break;
        }
    }
}
