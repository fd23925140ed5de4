namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>Secret offers, and what came of them.</summary>
internal static class BargainPhrases
{
    public static readonly Phrase
        ToEntice = new("to win over {force} with {n} strings of cash", "以錢{n}貫招{force}"),
        ToTempt = new("to have {place} handed over for {n} strings of cash", "以錢{n}貫招{place}守臣"),
        Resolved = new(["{seat} meant, in secret, {task}.", "in secret {seat} set about it: {task}."], ["{seat}密謀{task}。", "{seat}陰欲{task}。"]),
        ToHim = new("{force}", "{force}"),
        ToOfficer = new("the officer of {place}", "{place}守臣"),
        ToNamedOfficer = new("{man} at {place}", "{place}{man}"),
        Wrote = new(
            ["{seat} wrote in secret to {him}, and offered {n} strings of cash if he came over.",
                "a man set out in secret from {seat} to {him} with an offer of {n} strings of cash."],
            ["{seat}密書招{him}，許錢{n}貫。", "{seat}遣人齎密書詣{him}，約以錢{n}貫。"]),
        Caught = new(
            ["the secret letter of {seat} to {him} was found on the man who carried it; {him} was suspected for it.",
                "the man whom {seat} had sent to {him} was caught, and {him} came under suspicion."],
            ["{seat}致{him}密書為其主所獲，{him}由是見疑。", "{seat}所遣詣{him}者被執，{him}遂見疑。"]),
        Strayed = new("the secret letter of {seat} to {him} found nobody to read it.", "{seat}致{him}密書不達而返。"),
        Refused = new("{him} would not hear of the offer of {seat}.", "{him}不從{seat}之招。"),
        Reported = new(
            ["{him} showed the letter of {seat} to his own chief.", "what {seat} had written him in secret, {him} laid before his chief."],
            ["{him}以{seat}密書上其主帥。", "{him}執{seat}密書白於其帥。"]),
        Listened = new(
            ["{him} listened to the offer of {seat}, and waited to see who would win.", "secret talks began between {seat} and {him}, who bound himself to nothing."],
            ["{him}得{seat}密書，陰與通而持兩端。", "{seat}與{him}密相往來，{him}觀望未決。"]),
        Agreed = new(
            ["{him} agreed in secret with {seat} to come over.", "a day was set in secret on which {him} would come over to {seat}."],
            ["{him}密約{seat}，許以來歸。", "{him}與{seat}陰定歸附之期。"]),
        Feigned = new(
            ["{him} let {seat} believe that he would come over, and laid an ambush.", "the consent that {him} sent to {seat} was bait."],
            ["{him}佯許{seat}，設伏以待。", "{him}報{seat}之約，實以為餌。"]),
        HeardYes = new("{seat} read that {him} would come over.", "{seat}得{him}許附之報。"),
        HeardPerhaps = new("{seat} read that {him} was not unwilling.", "{seat}知{him}意在兩可。"),
        HeardNo = new("{seat} read that {him} would have none of it.", "{seat}知{him}不從。"),
        WentOver = new(
            ["{man} came over near {at} with {men}, who were put under {to}; {n} strings of cash were paid.",
                "near {at} {man} led {men} across to {to}, and had {n} strings of cash for it."],
            ["{man}以{men}來歸於{at}，隸{to}，給錢{n}貫。", "{man}率{men}自{at}附於{to}，得錢{n}貫。"]),
        NamelessWentOver = new(
            ["near {at} {men} of {force} came over and were put under {to}; {n} strings of cash were paid."],
            ["{force}{men}於{at}來歸，隸{to}，給錢{n}貫。"]),
        TownHandedOver = new(
            ["{him} handed the town over to {polity} as he had promised, for {n} strings of cash.", "as was agreed in secret, and for {n} strings of cash, {him} let {polity} in."],
            ["{him}如約以城附{polity}，得錢{n}貫。", "{him}踐密約，納{polity}，給錢{n}貫。"]),
        Ambushed = new(
            ["{victim}, come to receive {force}, walked into an ambush near {at}.", "near {at} {force} fell on {victim}, who had come to welcome him."],
            ["{victim}往納{force}，至{at}遇伏。", "{force}於{at}伏擊來迎之{victim}。"]),
        Lapsed = new(["nothing came of the secret talks between {seat} and {him}.", "the talks of {seat} with {him} came to an end without fruit."],
            ["{seat}與{him}之密約不果。", "{seat}招{him}，事遂寢。"]);
}
