namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>Orders, edicts, answers, war and peace.</summary>
internal static class CommandPhrases
{
    /// <summary>What is to be done: follows "ordered somebody", "the edict", "set about".</summary>
    public static readonly Phrase
        ToHold = new("to hold {place}", "守{place}"),
        ToMarch = new("to march to {place}", "進赴{place}"),
        ToTake = new("to take {place}", "取{place}"),
        ToRelieve = new("to relieve {place}", "援{place}"),
        ToFollow = new("to march with {force}", "隨{force}"),
        ToHarass = new("to raid about {place}", "擾{place}一帶"),
        ToWithdraw = new("to withdraw to {place}", "退歸{place}"),
        ToBeBold = new("to seek battle", "求戰"),
        ToBeCareful = new("to avoid battle", "避戰"),
        ToBeUsual = new("to fight as he sees fit", "相機而戰"),
        ToBurn = new("to destroy the crossing of {river}", "斷{river}渡"),
        ToSummon = new("to call on {place} to open", "招降{place}"),
        ToStorm = new("to storm {place}", "攻城，克{place}"),
        ToSally = new("to sally out", "出城擊敵"),
        ToEscort = new("to wait {days} for the people and bring them to {place}", "留{days}以待百姓，護之至{place}"),
        ToLift = new("to give up the siege", "解圍而去"),
        ToRideAlong = new("to ride with {force}", "親赴{force}軍中"),
        ToStay = new("to go to {place} and stay there", "往駐{place}"),
        ToConvoy = new("to send {grain} from {from} to {place}", "自{from}運{grain}至{place}"),
        ToPowers = new("to act {powers}", "{powers}"),
        ToInform = new("to hear the news", "知軍情"),
        ToMakeWay = new("to make way for {person}", "解任，代以{person}"),
        ToWar = new("to renounce the peace with {polity}", "絕{polity}之和"),
        Bound = new("only on orders", "聽命而行"),
        Discretionary = new("as he sees fit and report after", "便宜從事"),
        Supreme = new("with full powers", "總制諸軍");

    public static readonly Phrase
        OrderToForce = new(
            ["{seat} ordered {force} {task}.", "orders went out from {seat} to {force}: {task}."],
            ["{seat}命{force}{task}。", "{seat}檄{force}{task}。"]),
        OrderToSelf = new(
            ["{seat} resolved {task}.", "{seat} was resolved {task}."],
            ["{seat}決意{task}。", "{seat}定計{task}。"]),
        EdictGiven = new(
            ["{seat} directed {to} {task}.", "a letter from {seat} bade {to} {task}."],
            ["{seat}詔{to}{task}。", "{seat}以書諭{to}，令其{task}。"]),
        PowersGiven = new(["{seat} gave {to} leave {task}.", "{to} was given leave by {seat} {task}."], ["{seat}許{to}{task}。",
            "{seat}詔{to}得{task}。"]),
        Informed = new("{seat} wrote to {to} all that was known.", "{seat}以所聞移書{to}。"),
        Appointed = new(
            ["{seat} gave {person} the charge of {office}.", "{office} was given to {person} by {seat}."],
            ["{seat}以{person}領{office}。", "{seat}命{person}掌{office}。"]),
        Renounced = new(
            ["{seat} renounced the peace with {polity}.", "the peace with {polity} was at an end: {seat} renounced it."],
            ["{seat}絕和於{polity}。", "{seat}敗盟，與{polity}絕。"]);

    /// <summary>How long an order or edict was on its way.</summary>
    public static readonly Phrase
        OnTheRoad = new("{days} on the road", "行{days}而至"),
        SameDay = new("given the same day", "即日而至");

    public static readonly Phrase
        Obeyed = new(
            ["{force} had the order {task}, {ago}, and obeyed it.",
                "the order {task}, {ago}, came to {force} and was obeyed."],
            ["{force}得{task}之令，{ago}，遵行。", "{task}之令{ago}，{force}從之。"]),
        Adapted = new(
            ["{force} had the order {task}, {ago}, and carried it out after his own fashion{reason}.",
             "the order {task}, {ago}, came to {force}, who followed it as far as he could{reason}."],
            ["{force}得{task}之令，{ago}，{reason}酌而行之。", "{task}之令{ago}，{force}{reason}從其大意。"]),
        Delayed = new(
            ["{force} had the order {task}, {ago}, and put it off{reason}.",
                "the order {task}, {ago}, came to {force}, who let it lie{reason}."],
            ["{force}得{task}之令，{ago}，{reason}未即行。", "{task}之令{ago}，{force}{reason}遷延不發。"]),
        Refused = new(
            ["{force} had the order {task}, {ago}, and would not{reason}.",
                "the order {task}, {ago}, came to {force}, who refused it{reason}."],
            ["{force}得{task}之令，{ago}，{reason}不從。", "{task}之令{ago}，{force}{reason}拒之。"]),
        EdictObeyed = new(
            ["{seat} received the edict {task}, {ago}, and obeyed.",
                "the edict {task}, {ago}, reached {seat}; he obeyed it."],
            ["{seat}受{task}之詔，{ago}，奉之。", "{task}之詔{ago}，{seat}奉詔。"]),
        EdictObeyedAgainst = new(
            ["{seat} received the edict {task}, {ago}, and obeyed it against his judgement{reason}.",
             "the edict {task}, {ago}, reached {seat}; he obeyed it, unwilling{reason}."],
            ["{seat}受{task}之詔，{ago}，{reason}而終奉之。", "{task}之詔{ago}，{seat}{reason}猶奉詔。"]),
        EdictDelayed = new(
            ["{seat} received the edict {task}, {ago}, and asked to be heard first{reason}.",
             "the edict {task}, {ago}, reached {seat}; he sent back a memorial instead of obeying{reason}."],
            ["{seat}受{task}之詔，{ago}，{reason}上疏請緩。", "{task}之詔{ago}，{seat}{reason}奏陳利害，未行。"]),
        EdictRefused = new(
            ["{seat} received the edict {task}, {ago}, and refused it{reason}.",
             "the edict {task}, {ago}, reached {seat}; he would not obey it{reason}."],
            ["{seat}受{task}之詔，{ago}，{reason}不奉詔。", "{task}之詔{ago}，{seat}{reason}拒詔。"]);

    /// <summary>Why a commander answered so. English follows the answer, Chinese comes before it.</summary>
    public static readonly Phrase
        NoReason = new("", ""),
        TooWeak = new(", being too weak", "以力不足，"),
        NoGrain = new(", having no grain", "以乏糧，"),
        CutOff = new(", being cut off", "以道路隔絕，"),
        Overtaken = new(", since events had overtaken it", "以事勢已變，"),
        AlreadyDone = new(", since it was done already", "以其事已成，"),
        Distrust = new(", distrusting it", "疑之，"),
        FearsCourt = new(", fearing what the court would say", "畏朝廷之議，"),
        OwnJudgement = new(", judging otherwise on the spot", "以臨機所見不同，"),
        NotHere = new(", being elsewhere", "以不在其地，"),
        BadlyOutnumbered = new(", having too many enemies before him", "以敵眾我寡，"),
        BesiegedReason = new(", being under siege", "以方被圍，"),
        RoutedReason = new(", his men being in flight", "以軍方潰，"),
        BandsAbout = new(", with bands in the hills about his town", "以群盜在境，"),
        NoWay = new(", there being no way there", "以無路可通，"),
        HostilePlace = new(", the place being in enemy hands", "以其地已屬敵，"),
        OtherReason = new(", the thing being impossible", "以勢不可行，");

    public static readonly Phrase
        SetAbout = new(["{force} set about it: {task}.", "{force} had now {task}."], ["{force}乃{task}。", "{force}自此{task}。"]),
        Stood = new("{force} halted and stood.", "{force}止而駐守。"),
        TurnedBack = new(
            ["{force} turned back{why}.", "{force} gave up the march and went back{why}.",
                "there was no going on for {force}, who turned about{why}."],
            ["{why}{force}引還。", "{why}{force}回軍。", "{force}不得進，{why}遂還。"]),
        WentWithin = new("{force} shut himself up behind the walls.", "{force}閉城自守。"),
        Encamped = new("{force} encamped before the town.", "{force}列營城下。"),
        GotUnderWay = new("{force} got under way.", "{force}啟行。"),
        Waited = new("{force} waited.", "{force}按兵以待。"),
        Fled = new("{force} fled.", "{force}奔潰。"),
        TookToTheHills = new("{force} went into hiding.", "{force}匿跡。"),
        Gone = new("{force} was no more.", "{force}不復成軍。"),
        RodeWith = new(["{seat} took the field with {force}.", "{seat} rode with {force}."], ["{seat}親赴{force}軍中。", "{seat}隨{force}出師。"]),
        SetOutFor = new(["{seat} set out for {place}, where he would be in {days}.", "{seat} left for {place}, {days} away."],
            ["{seat}發往{place}，{days}可至。", "{seat}啟程赴{place}，計程{days}。"]),
        SeatAt = new("{seat} was at {place}.", "{seat}至{place}。"),
        WarBegan = new(
            ["{by} was at war with {with}.", "the peace between {by} and {with} was over."],
            ["{by}與{with}構兵。", "{by}、{with}和議遂絕。"]),
        WarHeard = new(
            ["{seat} learned that there was war with {with}.", "word of the war with {with} came to {seat}."],
            ["{seat}知已與{with}開戰。", "與{with}開戰之報達{seat}。"]),
        WarHeardAfter = new(
            ["word of the war with {with} came to {seats} {days} after it was declared.", "{seats} learned, {days} late, that there was war with {with}."],
            ["與{with}開戰，越{days}報達{seats}。", "開戰後{days}，{seats}始知已與{with}構兵。"]),
        WarHeardBy = new(
            ["word of the war with {with} came to {seats}.", "{seats} learned that there was war with {with}."],
            ["與{with}開戰之報達{seats}。", "{seats}皆知已與{with}構兵。"]),
        Decision = new(
            ["resolved at {place}: {what}.", "the word from {place}: {what}.", "from {place}: {what}."],
            ["{place}定議：{what}。", "{place}決策：{what}。", "{place}：{what}。"]),
        StanceBold = new("{force} looked for battle.", "{force}求戰。"),
        StanceCareful = new("{force} kept out of the way of battle.", "{force}避戰。"),
        StanceUsual = new("{force} was to fight as he saw fit.", "{force}相機而動。"),
        PowersHeld = new(
            ["{seat} was given leave {task}{why}.", "leave {task} reached {seat}{why}."],
            ["{why}{seat}得旨{task}。", "{why}許{seat}{task}之命至。"]);
}
