namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>Why a mind gave an order, one clause for each motive.</summary>
internal static class MindPhrases
{
    public static readonly Phrase
        TakePrize = new("no prize within reach is worth more for the way than {place}; the odds are {odds}", "力所能及，無利於取{place}者，勝算{odds}"),
        TakeAsTold = new("{place} is what was asked for; the odds are {odds}", "奉命取{place}，勝算{odds}"),
        Relieve = new("{place} is hard pressed; the odds there are {odds}", "{place}危急，往援之勝算{odds}"),
        Gather = new("no host is strong enough alone; all join {force}", "各軍單弱，合於{force}"),
        AwaitGathering = new("the others are still coming up; {men} are wanted", "諸軍未集，須得{men}"),
        KeepTogether = new("the host of {force} is not to be divided", "不分{force}之軍"),
        Outnumbered = new("{men} of the enemy are near {place}", "敵{men}在{place}左近"),
        OutOfGrain = new("grain at {place} lasts for {days} and no more", "{place}之糧僅支{days}"),
        Guard = new("{place} must have a guard", "{place}不可無守"),
        AsTold = new("the orders are for {place}", "有命在{place}"),
        Harry = new("the country about {place} lies open to raiders", "{place}一帶可擾"),
        LeadFromTheFront = new("the commander rides with {force}", "主將親在{force}軍中"),
        GoToTheHost = new("the commander goes to his main host, {force}, at {place}", "主將親赴{place}就{force}大軍"),
        ErrandOver = new("nothing is left to be done at {place}", "{place}事畢"),
        ComeUp = new("the goal is far; {place} lies on the way and can feed an army", "所圖尚遠，先就食於{place}"),
        SendAgainst = new("of all he could do, {place} promises most; the odds are {odds}", "諸道之中，取{place}最利，勝算{odds}"),
        SendHelp = new("{place} needs help; the odds there are {odds}", "{place}待援，勝算{odds}"),
        CallBack = new("{men} of the enemy stand before him; {place} is safe", "當面之敵{men}，而{place}可保"),
        RaiseTheRear = new("the people of {place} are the readiest to rise behind the enemy", "敵後之民，{place}最可動"),
        WinOver = new("{force} might be had for money", "{force}可以利招"),
        KeepReserve = new("somebody must be kept back, at {place}", "當留後軍於{place}"),
        KeepInformed = new("its commands are to know what is known at {place}", "以{place}所聞遍告諸軍"),
        MakePeace = new("the terms are better than going on, by {score} parts in a thousand of all his land", "所議優於再戰，合其地千分之{score}"),
        RefusePeace = new("the terms are worse than going on, by {score} parts in a thousand of all his land", "所議不如再戰，虧其地千分之{score}"),
        OfferPeace = new("such a peace is better than going on, by {score} parts in a thousand of all his land", "如此則和優於戰，合其地千分之{score}"),
        GoToWar = new("war promises more than the peace, by {score} parts in a thousand of all his land", "戰利於和，合其地千分之{score}"),
        Recorded = new("so the annals have it: {what} ({source}; entry {entry} of the script)", "史載如此：{what}（{source}；條目 {entry}）"),
        TellAgain = new("he was told so {days} ago and has put it off", "{days}前已有命，至今未行，故再促之"),
        RecordedOtherwise = new("what history's decision rested on was not so here: {what} ({source}; entry {entry} of the script)",
            "史上此策所據，此處不然：{what}（{source}；條目 {entry}）");
}
