using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>What the annals tell of hunger, levies and the people: only when it is much.</summary>
internal sealed partial class Gatherer
{
    /// <summary>Men lost to hunger or sickness in one account from which it is told.</summary>
    private const int ManyLost = 300;
    /// <summary>Households on the move from which it is told. Balance.</summary>
    private const int ManyHouseholds = 500;

    private void OfLand(int i)
    {
        switch (memory.At(i).Kind)
        {
            case EventKind.ForceRaised when memory.Read<ForceRaised>(i) is { Men: >= 1000 } raised:
                Tell(i, 38 + Mass(raised.Men), raised);
                break;
            case EventKind.ForceDisbanded when memory.Read<ForceDisbanded>(i) is var gone && gone.Men.Men >= 1000:
                Tell(i, 38 + Mass(gone.Men.Men), gone);
                break;
            case EventKind.ForceStarved when memory.Read<ForceStarved>(i) is var starved && starved.Lost.Men >= ManyLost
                && starved.Lost.Men * 20 >= MenOf(starved.Force) && !Again(starved.Force, EventKind.ForceStarved, default):
                Tell(i, 46, starved);
                break;
            case EventKind.MenWasted when memory.Read<MenWasted>(i) is var wasted && wasted.Lost.Men >= ManyLost
                && wasted.Lost.Men * 20 >= MenOf(wasted.Force) && !Again(wasted.Force, EventKind.MenWasted, default):
                Tell(i, 36, wasted);
                break;
            case EventKind.ConvoyRaided when memory.Read<ConvoyRaided>(i) is { Grain: >= 100_000 } raided && !Again(raided.By,
                EventKind.ConvoyRaided, raided.At):
                Tell(i, 42, raided);
                break;
            case EventKind.WinterSet:
                Tell(i, 36, memory.Read<WinterSet>(i));
                break;
            case EventKind.PayDay when memory.Read<PayDay>(i) is var pay && pay.Paid < pay.Due:
                Tell(i, 37, pay);
                break;
            case EventKind.HouseholdsFled when memory.Read<HouseholdsFled>(i) is { Households: >= ManyHouseholds } fled && !Again(default,
                EventKind.HouseholdsFled, fled.From):
                Tell(i, 37, fled);
                break;
            case EventKind.EscortCalled:
                Tell(i, 52, memory.Read<EscortCalled>(i), memory.At(i).Cause, memory.Read<EscortCalled>(i).Force);
                break;
            case EventKind.EscortGathered when memory.Read<EscortGathered>(i) is { Households: >= ManyHouseholds } gathered:
                Tell(i, 50, gathered);
                break;
            case EventKind.EscortSettled when memory.Read<EscortSettled>(i) is { Households: >= ManyHouseholds } settled:
                Tell(i, 48, settled);
                break;
            case EventKind.CommandPassed when memory.Read<CommandPassed>(i) is var passed && MenOf(passed.Force) >= 1000:
                Tell(i, 44 + Mass(MenOf(passed.Force)), passed);
                break;
            case EventKind.SeatFilled:
                Tell(i, 56, memory.Read<SeatFilled>(i));
                break;
        }
    }
}
