namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>Words for numbers, for those without a name, for causes, and the frame of a page.</summary>
internal static class CommonPhrases
{
    public static readonly Phrase
        NoMen = new("no men", "無人"),
        MenExactly = new("{n} men", "{n}人"),
        MenAbout = new("about {n} men", "約{n}人"),
        OneDay = new("{n} day", "{n}日"),
        Days = new("{n} days", "{n}日"),
        Shi = new("{n} shi of grain", "糧{n}石"),
        OneChance = new("{n} chance in ten", "十之{n}"),
        Odds = new("{n} chances in ten", "十之{n}"),
        Nobody = new("nobody", "無人"),
        Nowhere = new("a place unnamed", "某地"),
        TownsMen = new("the men of {place}", "{place}守兵"),
        SomeForce = new("a body of men", "一部人馬"),
        Court = new("the {polity} court", "{polity}廷"),
        Polity = new("the {polity}", "{polity}"),
        Soldiers = new("the {polity}", "{polity}軍"),
        Unit = new("the {unit}", "{unit}"),
        UnitOf = new("{leader}'s {unit}", "{leader}{unit}"),
        LedUnit = new("{leader} (the {unit})", "{unit}{leader}"),
        LedUnitOf = new("{leader} ({chief}'s {unit})", "{chief}{unit}{leader}"),
        NearOnRoad = new("on the road near {place}", "{place}道中"),
        AtPlace = new("at {place}", "{place}"),
        And = new("{one} and {other}", "{one}、{other}"),
        Comma = new("{one}, {other}", "{one}、{other}"),
        AndMore = new(" and {n} more", "及另{n}處"),
        NoMore = new("", "");

    /// <summary>Page headings.</summary>
    public static readonly Phrase
        Heading = new("{julian} · {lunar} {cycle} · {season}", "{lunar}{cycle}（儒略曆{julian}）{season}"),
        JulianDate = new("{year}-{month}-{day}", "{year}年{month}月{day}日"),
        Spring = new("spring", "春"),
        Summer = new("summer", "夏"),
        Autumn = new("autumn", "秋"),
        Winter = new("winter", "冬");

    /// <summary>Days on which nothing is told.</summary>
    public static readonly Phrase
        QuietDay = new("{from}: nothing to record.", "{from}：無事。"),
        QuietDays = new("{from} to {until}: {days} with nothing to record but riders on the roads.", "{from}至{until}：{days}無事，惟驛騎往來。");

    /// <summary>Citations and notes of the record.</summary>
    public static readonly Phrase
        Recorded = new(" (recorded: {day}, {source})", "（史載：{day}，{source}）"),
        Span = new("{from} to {until}", "{from}至{until}間"),
        RecordOnly = new(
            ["[The annals have, under {day}: {what} ({source}). Not so here, or not yet.]",
                "[On the record, {day}: {what} ({source}). This history has not seen it so far.]"],
            ["〔史載{day}：{what}（{source}）。此局未見。〕", "〔按：史於{day}書「{what}」（{source}），此局至今不然。〕"]);

    /// <summary>Why: put where each language wants it. English follows the sentence, Chinese goes before it.</summary>
    public static readonly Phrase
        NoWhy = new("", ""),
        OnOrdersToday = new(", on the orders of {seat}", "奉{seat}之命，"),
        OnOrders = new(", on orders {seat} had given {days} before", "奉{seat}{days}前之命，"),
        OnOrdersYesterday = new(", on orders {seat} had given the day before", "奉{seat}昨日之命，"),
        SentToday = new(", sent by {seat} {task}", "{seat}遣其{task}，"),
        Sent = new(", sent by {seat} {days} before {task}", "{seat}{days}前遣其{task}，"),
        OnHisWay = new("; he was on his way {task}", "方其往{task}，"),
        BoundFor = new("; he was bound for {place}", "方赴{place}，"),
        OnEdict = new(", obeying the edict of {seat} to {task}", "從{seat}{task}之詔，"),
        Granted = new(", granted by {seat} {days} before", "{seat}{days}前許之，"),
        GrantedToday = new(", granted by {seat} that day", "{seat}是日許之，"),
        AfterDefeat = new(", because of the defeat {place} {days} before", "因{days}前{place}之敗，"),
        AfterDefeatToday = new(", because of the defeat {place} that day", "因是日{place}之敗，"),
        AfterFall = new(", because {place} had fallen {days} before", "因{place}{days}前失守，"),
        AfterFallToday = new(", because {place} had fallen that day", "因{place}是日失守，"),
        AfterSiege = new(", because {place} was under siege", "以{place}被圍，"),
        AfterLifting = new(", the siege of {place} being given up", "以{place}之圍已解，"),
        AfterRefusal = new(", because {place} had refused to open", "以{place}拒不納款，"),
        ForHunger = new(", because the grain had run out", "以糧盡，"),
        ForNumbers = new(", because the enemy was too many", "以敵眾我寡，");
}
