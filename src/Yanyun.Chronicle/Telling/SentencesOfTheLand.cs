using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>Seasons, supply, pay, wear, and people on the move.</summary>
internal sealed partial class Sentences
{
    /// <summary>Severity from which a winter is told as hard: the middle of its scale.</summary>
    private const int Hard = 500;

    private Saying? OfLand(object e, int day) => e switch
    {
        MonthBegan => new(LandPhrases.MonthBegan),
        WinterSet winter => new(winter.Severity >= Hard ? LandPhrases.HardWinter : LandPhrases.MildWinter),
        HarvestGathered harvest => new(LandPhrases.Harvest, ("region", Region(harvest.Region)), ("n", new Exactly(harvest.PerMille)),
            ("grain", new Grain(harvest.Stores))),
        ForceRaised raised => new(LandPhrases.Raised, ("force", raised.Force), ("place", raised.Place), ("men", new Men(raised.Men))),
        ForceDisbanded gone => new(gone.All ? LandPhrases.Disbanded : LandPhrases.SentHome, ("force", gone.Force), ("men",
            new Men(gone.Men.Men))),
        GivenLapsed => new(LandPhrases.Lapsed),
        HouseholdsFled fled => new(LandPhrases.HouseholdsLeft, ("n", new Exactly(fled.Households)), ("from", fled.From), ("to", fled.To)),
        EscortCalled called => new(LandPhrases.EscortCalled, ("force", called.Force), ("place", called.At), ("days",
            new Days(called.Until - day))),
        EscortGathered gathered => new(LandPhrases.EscortGathered, ("force", gathered.Force), ("from", gathered.From), ("n",
            new Exactly(gathered.Households))),
        EscortSettled settled => new(settled.Scattered ? LandPhrases.EscortScattered : LandPhrases.EscortSettled, ("force", settled.Force),
            ("place", settled.Place),
            ("n", new Exactly(settled.Households))),
        LoyaltyMoved moved => new(moved.Grievance > 0 ? LandPhrases.MoodSoured : LandPhrases.MoodMoved, ("place", moved.Place)),
        _ => OfGrain(e) ?? OfWear(e),
    };

    private static Saying? OfGrain(object e) => e switch
    {
        ForceFed fed => new(fed.From.Exists ? LandPhrases.FedFrom : LandPhrases.Fed, ("force", fed.Force), ("grain", new Grain(fed.Grain)),
            ("days", new Days(fed.Days)),
            ("from", fed.From)),
        StoresDrawn drawn => new(LandPhrases.Drew, ("force", drawn.Force), ("grain", new Grain(drawn.Grain)), ("place", drawn.Place)),
        BaseMoved moved => new(LandPhrases.Based, ("force", moved.Force), ("to", moved.To), ("from", moved.From)),
        ConvoyRun run => new(LandPhrases.Convoy, ("from", run.From), ("force", run.To), ("grain", new Grain(run.Came))),
        ConvoyRaided raided => new(LandPhrases.Raided, ("by", raided.By), ("from", raided.From), ("at", raided.At), ("grain",
            new Grain(raided.Grain))),
        ConvoySent sent => new(LandPhrases.ConvoySent, ("from", sent.From), ("to", sent.To), ("grain", new Grain(sent.Sent))),
        ConvoyArrived came => new(LandPhrases.ConvoyCame, ("to", came.To), ("grain", new Grain(came.Grain))),
        ReturnsMade made => made.Place.Exists
            ? new(LandPhrases.Granted, ("polity", made.Polity), ("grain", new Grain(made.Grain)), ("place", made.Place))
            : new(LandPhrases.Returned, ("polity", made.Polity), ("n", new Exactly(made.Due))),
        TaxGathered tax => tax.Place.Exists
            ? new(LandPhrases.TaxedGrain, ("polity", tax.Polity), ("grain", new Grain(tax.Grain)), ("place", tax.Place))
            : tax.Grievance > 0 ? new(LandPhrases.Requisitioned, ("polity", tax.Polity))
            : new(LandPhrases.TaxedCash, ("polity", tax.Polity), ("n", new Exactly(tax.Cash))),
        PayDay pay => new(pay.Paid < pay.Due ? LandPhrases.PaidShort : LandPhrases.Paid, ("polity", pay.Polity), ("due",
            new Exactly(pay.Due)), ("n", new Exactly(pay.Paid))),
        Foraged foraged => new(LandPhrases.Foraged, ("force", foraged.Force), ("grain", new Grain(foraged.Grain)), ("place",
            foraged.Place)),
        TownFed fed => new(LandPhrases.TownFed, ("place", fed.Place), ("grain", new Grain(fed.Grain)), ("days", new Days(fed.Days))),
        _ => null,
    };

    private static Saying? OfWear(object e) => e switch
    {
        ForceStarved starved => new(LandPhrases.Starved, ("force", starved.Force), ("days", new Days(starved.Days)), ("men",
            new Men(starved.Lost.Men))),
        MenWasted wasted => new(wasted.Straggled ? LandPhrases.Straggled : LandPhrases.Wasted, ("force", wasted.Force), ("men",
            new Men(wasted.Lost.Men))),
        GarrisonWasted wasted => new(LandPhrases.GarrisonWasted, ("place", wasted.Place), ("men", new Men(wasted.Men))),
        ForceRested rested => new(LandPhrases.Rested, ("force", rested.Force)),
        _ => null,
    };

    private object Region(byte region) => gazetteer.Region(region) is { } named ? new Bilingual(named.English, named.Hanzi)
        : CommonPhrases.Nowhere;
}
