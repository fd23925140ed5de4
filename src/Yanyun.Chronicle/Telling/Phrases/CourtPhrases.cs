namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>Factions, memorials, disgrace and death at court.</summary>
internal static class CourtPhrases
{
    public static readonly Phrase
        ForWar = new("for war", "主戰"),
        ForPeace = new("for peace", "主和"),
        ToArgue = new("to write to {to} {counsel}", "上疏{to}{counsel}"),
        ToDismiss = new("to relieve {person} of his office", "罷{person}之職"),
        ToArrest = new("to put {person} under arrest", "逮{person}"),
        ToExecute = new("to put {person} to death", "誅{person}"),
        WarMen = new("those for war", "主戰者"),
        PeaceMen = new("those for peace", "主和者");

    public static readonly Phrase
        Argued = new(["{seat} wrote to {to} {counsel}.", "a memorial {counsel} went from {seat} to {to}."], ["{seat}上疏{to}{counsel}。", "{seat}奏{to}，{counsel}。"]),
        DismissedBy = new(["{seat} relieved {person} of his office.", "an edict of {seat} relieved {person} of his office."], ["{seat}罷{person}之職。", "{seat}詔罷{person}。"]),
        ArrestOrdered = new(["{seat} ordered the arrest of {person}.", "the arrest of {person} was ordered by {seat}."], ["{seat}命逮{person}。", "{seat}詔捕{person}。"]),
        DeathOrdered = new(["{seat} gave {person} over to death.", "the death of {person} was ordered by {seat}."], ["{seat}賜{person}死。", "{seat}命誅{person}。"]);

    public static readonly Phrase
        Leaned = new(["at the court of {polity} {who} had the upper hand.", "{who} prevailed at the court of {polity}."], ["{polity}朝中{who}得勢。", "{polity}廷議以{who}為上。"]),
        Evened = new("at the court of {polity} those for war and those for peace were even.", "{polity}朝中和戰兩議相持。"),
        MemorialRead = new(["the memorial of {seat} {counsel} was read at court.", "at court they read what {seat} wrote {counsel}."],
            ["{seat}{counsel}之疏達於朝。", "朝廷覽{seat}{counsel}之奏。"]),
        Relieved = new(["{person} was relieved of {office}.", "{person} laid down {office} on the court's order."], ["{person}罷{office}。", "{person}以詔解{office}之任。"]),
        Recalled = new("{person} was called back to office.", "{person}起復。"),
        Lapsed = new("the appointment of {person} to {office} came to nothing.", "除{person}{office}之命不果行。"),
        CommandTaken = new("{former} was taken from {force}.", "{former}罷領{force}。"),
        Arrested = new(["{person} was put under arrest at {place}.", "at {place} {person} gave himself up to the court's men."], ["{person}下獄於{place}。", "{person}就逮於{place}。"]),
        Fled = new(["{person} ran from {place} when they came for him.", "{person} did not wait at {place} to be taken."], ["{person}自{place}亡去。", "捕者至{place}，{person}已亡。"]),
        Escaped = new("{person} got away over the border.", "{person}逸出境外。"),
        Executed = new(["{person} was put to death at {place}.", "at {place} {person} died by the court's order."], ["{person}伏誅於{place}。", "{person}死於{place}，奉詔也。"]),
        Killed = new(["{person}, who had run, was caught and killed.", "they caught {person} on his flight and killed him."], ["{person}亡命，為追者所殺。", "追及{person}，殺之。"]),
        DeathHeard = new("{seat} heard that {person} had been put to death.", "{seat}聞{person}被誅。"),
        Shaken = new("the men of {force} took the death of {person} hard.", "{force}聞{person}死，士卒沮喪。"),
        CoupWon = new("{person} seized the court of {polity} with {men} against {guards}.", "{person}以{men}兵變，執{polity}之政，衛者{guards}。"),
        CoupLost = new("{person} reached for the court of {polity} with {men} and was put down by {guards}.", "{person}以{men}謀亂於{polity}，為{guards}所平。");
}
