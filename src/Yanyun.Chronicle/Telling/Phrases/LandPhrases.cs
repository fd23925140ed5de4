namespace Yanyun.Chronicle.Telling.Phrases;

/// <summary>Seasons, grain, money, sickness, and the people who leave.</summary>
internal static class LandPhrases
{
    public static readonly Phrase
        MonthBegan = new("a new month began.", "朔，月易。"),
        HardWinter = new(["the winter set in hard.", "it was to be a hard winter."], ["是冬嚴寒。", "冬氣甚厲。"]),
        MildWinter = new(["the winter set in mild.", "it was to be a mild winter."], ["是冬和暖。", "冬無嚴寒。"]),
        Harvest = new("in {region} the harvest came in at {n} in the thousand of a usual one: {grain} into granaries.",
            "{region}秋成，較常年千分之{n}，入倉{grain}。"),
        Raised = new(
            ["at {place} {men} gathered under {force}.", "{men} took up arms at {place} with {force}."],
            ["{force}聚{men}於{place}。", "{place}有{men}應募，隸{force}。"]),
        SentHome = new(["{men} of {force} were sent home.", "{force} let {men} go."], ["{force}放散{men}。", "罷遣{force}{men}。"]),
        Disbanded = new(["{force}, {men}, was disbanded.", "{force} was broken up and its {men} sent away."], ["罷{force}，凡{men}。",
            "{force}{men}悉散遣。"]),
        Lapsed = new("what should have been done that day could not be: the place or the force was lost.", "當日應行之事不果：其地或其軍已失。"),
        Fed = new("{force} ate {grain} in {days}.", "{force}{days}食{grain}。"),
        FedFrom = new("{force} ate {grain} in {days} from the granary of {from}.", "{force}{days}食{from}倉{grain}。"),
        Drew = new("{force} drew {grain} at {place}.", "{force}於{place}支{grain}。"),
        Based = new("{force} made {to} its base, {from} being too far to feed it.", "{force}以{from}饋遠，移屯就食於{to}。"),
        Convoy = new("a convoy from {from} brought {force} {grain}.", "{from}運{grain}至{force}。"),
        Raided = new(
            ["{by} fell on a convoy from {from} near {at} and took or spoiled {grain}.",
                "near {at} {grain} on the way from {from} was lost to {by}."],
            ["{by}劫{from}餉道於{at}，奪焚{grain}。", "{from}所運{grain}至{at}，為{by}所掠。"]),
        ConvoySent = new("{grain} left {from} for {to}.", "{from}發{grain}往{to}。"),
        ConvoyCame = new("{grain} reached {to}.", "{grain}運抵{to}。"),
        Granted = new("by the returns of its armies {polity} granted {grain} to the magazine at {place}.", "{polity}據諸軍籍冊，給{place}倉{grain}。"),
        Returned = new("the rolls of {polity} came to {n} strings of pay for the month.", "{polity}籍諸軍，月俸計{n}貫。"),
        Requisitioned = new("{polity} took grain of its people beyond the tax.", "{polity}於常賦外和糴科率於民。"),
        TaxedGrain = new("{polity} took in {grain} at {place}.", "{polity}於{place}收{grain}。"),
        TaxedCash = new("{polity} took in {n} strings of cash.", "{polity}入錢{n}貫。"),
        Paid = new("{polity} paid its soldiers {n} strings of cash, in full.", "{polity}給軍俸{n}貫，如數。"),
        PaidShort = new(
            ["{polity} owed its soldiers {due} strings of cash for the month and paid {n}.",
                "of {due} strings due to the soldiers for the month {polity} paid {n}."],
            ["{polity}月俸當給{due}貫，僅給{n}貫。", "軍俸{due}貫，{polity}祇支{n}貫。"]),
        Foraged = new("{force} took {grain} from the country about {place}.", "{force}掠糧{place}，得{grain}。"),
        Starved = new(
            ["{force} went hungry for {days}: {men} died or went away.", "for {days} {force} had not enough to eat and lost {men}."],
            ["{force}乏食{days}，亡散{men}。", "{force}{days}不得飽，死逃{men}。"]),
        TownFed = new("the garrison of {place} ate {grain} in {days}.", "{place}守軍{days}食{grain}。"),
        Wasted = new(
            ["{force} lost {men} to sickness and desertion.", "sickness and desertion took {men} from {force}."],
            ["{force}疾疫逃亡，失{men}。", "{force}病亡逃散{men}。"]),
        Straggled = new("{force} lost {men} who fell behind on the road.", "{force}途中失伍{men}。"),
        GarrisonWasted = new("the guard of {place} lost {men} to sickness and desertion.", "{place}守兵病亡逃散{men}。"),
        Rested = new("{force} rested.", "{force}休整。"),
        HouseholdsLeft = new(
            ["{n} households left {from} for {to}.", "from {from} {n} households took to the road for {to}."],
            ["{from}民{n}戶徙{to}。", "{n}戶自{from}避地{to}。"]),
        EscortCalled = new(
            ["{force} gave out at {place} that it would wait {days} for all who wished to go with it.",
                "at {place} {force} waited {days} for the people who would leave."],
            ["{force}於{place}約留{days}，以待願從之民。", "{force}駐{place}{days}，俟百姓欲去者。"]),
        EscortGathered = new(
            ["{n} households of {from} joined {force} on its way.", "from {from} {n} households went with {force}."],
            ["{from}民{n}戶隨{force}而行。", "{force}護{from}之民{n}戶同行。"]),
        EscortSettled = new(
            ["{force} settled {n} households at {place}.", "{n} households that had come with {force} found land at {place}."],
            ["{force}處所護{n}戶於{place}。", "隨{force}來者{n}戶安於{place}。"]),
        EscortScattered = new(
            ["{n} households under the care of {force} were scattered near {place}.",
                "{force} lost the {n} households it was bringing, near {place}."],
            ["{force}所護{n}戶散於{place}。", "{n}戶失{force}之護，流離{place}。"]),
        MoodMoved = new("the people of {place} grew used to who held them.", "{place}之民漸安其主。"),
        MoodSoured = new("the people of {place} grew bitter against who held them.", "{place}之民益怨其主。"),
        CommandPassed = new(
            ["{unit}, which {former} had led, went to {person}.", "{person} took {unit} over from {former}."],
            ["{former}所領{unit}改隸{person}。", "{person}代{former}領{unit}。"]),
        CommandLeft = new(
            ["{former} no longer led {unit}, which was left to its officers.", "{unit} was taken from {former} and left to its officers."],
            ["{former}罷領{unit}，將校分統之。", "{unit}不復隸{former}，將校分統之。"]),
        SeatFilled = new(
            ["{person} took over {office} from {former}.", "with {former} gone, {person} held {office}."],
            ["{person}代{former}領{office}。", "以{person}領{office}，代{former}。"]);
}
