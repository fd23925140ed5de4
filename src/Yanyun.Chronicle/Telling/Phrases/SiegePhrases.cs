namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>Sieges, and towns that change hands.</summary>
internal static class SiegePhrases
{
    public static readonly Phrase
        Laid = new(
            ["{leader} laid siege to {place} with {men}; within were {defenders}{why}.",
                "{place}, held by {defenders}, was shut in by {leader} with {men}{why}.",
             "with {men} {leader} closed the roads about {place}, where {defenders} stood{why}."],
            ["{why}{leader}以{men}圍{place}，城中{defenders}。", "{why}{leader}率{men}環{place}而營，守者{defenders}。",
                "{place}守兵{defenders}，{why}{leader}以{men}圍之。"]),
        HandedOver = new("{leader} took over the siege of {place}.", "{leader}代統{place}之圍。"),
        EnginesReady = new(
            ["the besiegers' {n} engines stood ready before {place}.", "before {place} {n} engines, with ladders and sheds, were ready."],
            ["圍{place}者攻具既備，砲{n}座。", "{place}城下，雲梯洞屋畢具，砲凡{n}。"]),
        Breached = new("{n} parts in a thousand more of the wall of {place} lay open.", "{place}城垣又壞千分之{n}。"),
        AssaultOrdered = new("{force} made ready to storm or sally at {place}.", "{force}於{place}整兵將戰。"),
        Repulsed = new(
            ["{place} beat off a storm by {by}, who lost {men}; on the walls fell {defenders}{why}.",
                "{by} stormed {place} and was thrown back with {men} lost; the defenders lost {defenders}{why}.",
             "at {place} the ladders went up and came down again: {by} lost {men}, the walls {defenders}{why}."],
            ["{why}{by}攻{place}不克，失{men}，城上亡{defenders}。", "{place}守者卻{by}之攻，敵亡{men}，城上失{defenders}；{why}故有是役。",
                "{why}{by}梯攻{place}，為城中所拒，死傷{men}，守者亡{defenders}。"]),
        RepulsedInStreets = new(
            ["{by} got into {place} and was thrown out of its streets.", "the men of {by} who were inside {place} were driven out again."],
            ["{by}入{place}，巷戰不勝而出。", "{by}兵已入{place}，復為城中逐出。"]),
        Carried = new(
            ["{by} carried the wall of {place} at the cost of {men}; the defenders lost {defenders}.",
                "the wall of {place} was lost to {by}, with {men} of his and {defenders} of its men."],
            ["{by}登{place}城，失{men}，守者亡{defenders}。", "{place}城破於{by}，攻者死傷{men}，守者{defenders}。"]),
        Betrayed = new(
            ["somebody in {place} opened a gate to {to} at night.", "by night a gate of {place} was opened to {to} from within."],
            ["夜，{place}城中有人啟門納{to}。", "{place}內應夜開城門，{to}遂入。"]),
        Sallied = new(
            ["{by} came out of {place} at night with {men} and fell on the camp.", "{men} under {by} sallied from {place} in the dark."],
            ["{by}夜率{men}自{place}出，劫其營。", "{by}以{men}夜出{place}擊圍城之營。"]),
        SallyWon = new(
            ["{by} came out of {place} at night with {men}, broke into the camp of {leader} and killed or scattered {enemies} for {lost} of his own{why}.",
             "{men} under {by} sallied from {place} in the dark and beat {leader}, who lost {enemies} to {lost}{why}."],
            ["{why}{by}夜率{men}出{place}，劫{leader}營，殺散{enemies}，自失{lost}。", "{why}{by}以{men}夜出{place}，敗{leader}，其失{enemies}，己失{lost}。"]),
        SallyLost = new(
            ["{by} came out of {place} at night with {men} against the camp of {leader} and was thrown back with {lost} lost to {enemies}{why}.",
             "a sally of {men} under {by} from {place} failed: {lost} were lost, {leader} lost {enemies}{why}."],
            ["{why}{by}夜率{men}出{place}襲{leader}營，不利，失{lost}，敵失{enemies}。", "{why}{by}以{men}出{place}夜戰{leader}，無功，亡{lost}，敵亡{enemies}。"]),
        Lifted = new(
            ["{leader} gave up the siege of {place} after {days}{reason}.", "after {days} {place} was free: {leader} drew off{reason}."],
            ["{reason}{leader}圍{place}{days}而解。", "{place}被圍{days}，{reason}{leader}引去。"]),
        Beaten = new(", beaten", "兵敗，"),
        CalledAway = new(", called away to other business", "別有所調，"),
        LiftHunger = new(", having nothing left to eat", "以糧盡，"),
        LiftOrdered = new(", as ordered", "奉命，"),
        LiftPeace = new(", since there was peace", "以兵事已息，");

    public static readonly Phrase
        Summoned = new("{by} called on {place} to open.", "{by}以書招{place}。"),
        SummonsRefused = new(
            ["{place} refused {by}, who had called on it to open{ground}.", "called on by {by} to open, {place} shut its gates{ground}."],
            ["{by}招{place}，{ground}不從。", "{place}{ground}拒{by}之招，閉門不納。"]),
        SummonsRefusedBy = new(
            ["{officer} at {place} refused {by}, who had called on him to open{ground}{why}.",
                "called on by {by} to open, {officer} shut the gates of {place}{ground}{why}."],
            ["{why}{by}招{place}，{officer}{ground}不從。", "{why}{by}以書諭{place}，{officer}{ground}閉門拒之。"]),
        ForLoyalty = new(", keeping faith with those it was held for", "守節不貳，"),
        ForRelief = new(", for help was near", "恃援兵在近，"),
        ForWalls = new(", trusting to its walls and men", "恃城堅兵足，"),
        ForHeart = new(", for the men were in good heart", "士氣方固，"),
        ForPeople = new(", for the people would not have it otherwise", "民心不附敵，"),
        OfficerFled = new(
            ["{officer} fled from {place} before {before}.", "before {before} came, {officer} left {place} to its fate."],
            ["{officer}聞{before}至，棄{place}而走。", "{before}將至，{officer}遁出{place}。"]),
        SomeOfficerFled = new("the officer of {place} fled before {before}.", "{before}將至，{place}守臣遁。"),
        GarrisonLost = new("{place} lost {men} of its own guard.", "{place}守兵失{men}。"),
        GarrisonTurned = new("{force}, {men}, went over with {place}.", "{force}{men}隨{place}降。"),
        GuardLeft = new("{force} left {men} to guard {place}.", "{force}留{men}守{place}。");

    /// <summary>One town into other hands.</summary>
    public static readonly Phrase
        Occupied = new(
            ["{force} took {place}, which nobody held, for {by}{why}.", "{by} had {place}: {force} found nobody there to hold it{why}.",
                "{place} stood empty and {force} took it for {by}{why}."],
            ["{why}{force}入{place}，其地無守，遂為{by}有。", "{why}{place}無人守禦，{force}取之，屬{by}。", "{place}空城，{why}{force}據之以歸{by}。"]),
        Opened = new(
            ["{place} opened its gates to {force} and went over to {by}{why}.",
                "{force} had {place} for {by} without a blow, the gates being opened to him{why}.",
                "{place} yielded to {force} and passed to {by}{why}."],
            ["{why}{force}至，{place}開門降{by}。", "{why}{place}降於{force}，歸{by}。", "{force}兵不血刃而得{place}，{why}其地遂屬{by}。"]),
        Abandoned = new(
            ["the officer of {place} fled, and {force} took the town for {by}{why}.",
                "{place} was left by its officer and fell to {force} and {by}{why}."],
            ["{why}{place}守臣遁，{force}入城，屬{by}。", "{place}守臣棄城，{why}{force}取之以歸{by}。"]),
        Stormed = new(
            ["{force} stormed {place} and took it for {by}{siege}{cost}{why}.",
                "{place} fell by storm to {force} and passed to {by}{siege}{cost}{why}."],
            ["{siege}{why}{force}克{place}，遂屬{by}{cost}。", "{siege}{why}{place}為{force}攻陷，其地入{by}{cost}。"]),
        GivenAway = new(
            ["{place} was betrayed to {force} by a gate opened from within and passed to {by}{siege}{cost}{why}.",
                "through a gate opened from inside {force} took {place} for {by}{siege}{cost}{why}."],
            ["{siege}{why}{place}內應啟門，{force}入之，屬{by}{cost}。", "{siege}{why}{place}有人開門納{force}，其地入{by}{cost}。"]),
        Starved = new(
            ["{place} yielded to {force} for hunger and passed to {by}{siege}{why}.",
                "with nothing left to eat {place} gave itself up to {force} and {by}{siege}{why}."],
            ["{siege}{why}{place}糧盡，降於{force}，屬{by}。", "{siege}{why}{place}食絕，出降{force}，其地入{by}。"]),
        NoCost = new("", ""),
        Cost = new(", with {men} lost and {others} of the defenders", "，攻者死傷{men}，守者{others}"),
        NoSiege = new("", ""),
        OnDayOfSiege = new(" on day {n} of the siege", "圍城第{n}日，");

    /// <summary>Many towns at once.</summary>
    public static readonly Phrase
        ManyOpened = new(
            ["{n} towns opened their gates to {by} before {forces}: {places}{why}.",
                "before {forces} {n} towns went over to {by} without a fight: {places}{why}.",
             "letters from {forces} were enough for {n} towns, which went over to {by}: {places}{why}."],
            ["{why}{forces}所至，{n}城開門降{by}：{places}。", "{why}{places}，凡{n}城，望{forces}而降{by}。", "{forces}傳檄，{why}{n}城歸{by}：{places}。"]),
        ManyInDays = new(
            ["{n} more towns opened their gates to {by} before {forces}: {places}; that made {total} in {days}{why}.",
             "before {forces} {places} went over to {by}, {n} towns; in {days} there had been {total}{why}."],
            ["{why}{forces}所至，又{n}城降{by}：{places}；{days}之間，凡{total}城。", "{why}{places}，{n}城，繼降{by}於{forces}；{days}內已{total}城。"]);
}
