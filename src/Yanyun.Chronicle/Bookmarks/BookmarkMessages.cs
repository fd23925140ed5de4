using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>The lints of bookmarks. Unknown ids, duplicates and numbers outside bounds are YAML codes.</summary>
public static class BookmarkMessages
{
    public static readonly Message NoBasis = Lint("BKM001",
        "'{0}' has no basis; expected 'basis': source, estimate, balance or \"derived: F-...\"",
        "「{0}」沒有依據；應寫明 basis：source、estimate、balance 或「derived: F-...」");
    public static readonly Message WrongBasis = Lint("BKM002",
        "the basis of '{0}' is '{1}'; expected source, estimate, balance or \"derived: F-...\"",
        "「{0}」的依據為「{1}」；應為 source、estimate、balance 或「derived: F-...」");
    public static readonly Message NotParty = Lint("BKM040",
        "clause '{0}' is owed by '{1}', which is no party to the treaty; expected one of its two parties",
        "條款「{0}」由「{1}」履行，而其並非締約方；應為締約雙方之一");
    public static readonly Message WrongStanding = Lint("BKM041",
        "clause '{0}' stands as '{1}' on the first day; expected duty, performed or waived: a day that falls due needs a conclusion in the run",
        "條款「{0}」於首日為「{1}」；應為 duty、performed 或 waived，因到期之日須由局中成約起算");
    public static readonly Message NotDayOfYear = Lint("BKM042",
        "'opens' is '{0}'; expected a day of the Julian year as MM-DD, up to day 28",
        "opens 為「{0}」；應為儒略年中之日，寫作 MM-DD，日不過 28");
    public static readonly Message NoFormula = Lint("BKM003",
        "'{0}' is derived by '{1}', which formulas.yaml does not know; expected the id of a formula",
        "「{0}」據公式「{1}」推得，而 formulas.yaml 中沒有；應為公式的 id");
    public static readonly Message ArmsDiffer = Lint("BKM004",
        "the arms of '{0}' add up to {1}, its total is {2}; expected foot + light_horse + heavy_horse + militia + boats = total",
        "「{0}」各兵種合計 {1}，總數為 {2}；foot + light_horse + heavy_horse + militia + boats 應等於 total");
    public static readonly Message OutsideRange = Lint("BKM005",
        "'{0}' is {1}, outside its own range {2}-{3}; expected low <= value <= high",
        "「{0}」為 {1}，超出其範圍 {2} 至 {3}；應為 low <= 數值 <= high");
    public static readonly Message CommanderTwice = Lint("BKM006",
        "'{0}' commands '{1}' and '{2}'; expected a person to lead one detachment",
        "「{0}」同時統領「{1}」與「{2}」；一人只應統領一支部隊");
    public static readonly Message LeafWithChild = Lint("BKM007",
        "'{0}' is under '{1}', which holds men itself; expected a group or corps without 'men'",
        "「{0}」隸於「{1}」，而後者自有兵員；上級應為沒有 men 的軍或部");
    public static readonly Message EmptyGroup = Lint("BKM008",
        "'{0}' holds no men and nothing is under it; expected 'men', or a detachment under it",
        "「{0}」既無兵員又無所屬；應有 men，或有所屬部隊");
    public static readonly Message SuperiorRing = Lint("BKM009",
        "the superiors of seat '{0}' run in a ring; expected a chain that ends at a court",
        "職守「{0}」的上級成環；應上溯至朝廷為止");
    public static readonly Message NoHolder = Lint("BKM010",
        "seat '{0}' has no holder; expected 'holder': a person",
        "職守「{0}」無人在任；應寫明 holder：一人");
    public static readonly Message DateOutside = Lint("BKM011",
        "'{0}' is {1}; expected a day of the bookmark, {2} to {3}",
        "「{0}」為 {1}；應在本局起訖之內：{2} 至 {3}");
    public static readonly Message OffNetwork = Lint("BKM012",
        "'{0}' stands at '{1}', which is off the network; expected a node or a point on a route",
        "「{0}」駐於「{1}」，不在路網之上；應為路網節點或路上地點");
    public static readonly Message SpreadTooWide = Lint("BKM013",
        "'{0}' spreads {1} of its {2} men; expected some to stay at its place",
        "「{0}」共 {2} 人而分駐 {1} 人；本處應留有兵員");
    public static readonly Message OtherSide = Lint("BKM014",
        "'{0}' of {1} answers to seat '{2}' of {3}; expected a seat of its own side",
        "「{0}」屬{1}，而聽命於{3}的職守「{2}」；應為同一方的職守");
    public static readonly Message Dead = Lint("BKM015",
        "'{0}' is given to '{1}', dead since {2}; expected somebody alive on the first day",
        "「{0}」由「{1}」任，而此人 {2} 已卒；應為開局日在世之人");
    public static readonly Message NoRegion = Lint("BKM016",
        "towns.yaml says nothing of region '{0}'; expected a row for each region of the geography",
        "towns.yaml 沒有地區「{0}」；地理中的每一地區都應有一行");
    public static readonly Message TwoCourts = Lint("BKM017",
        "'{0}' has {1} seats without a superior; expected one, its court",
        "「{0}」有 {1} 個沒有上級的職守；應只有一個，即其朝廷");
    public static readonly Message Contested = Lint("BKM018",
        "'{0}' is contested between {1} and {2} on the day of survey; expected a 'holder' for it in towns.yaml",
        "「{0}」在調查日為{1}、{2}相爭之地；towns.yaml 應為它寫明 holder");
    public static readonly Message NotRated = Lint("BKM019",
        "'{0}' is given to '{1}', who is not rated; expected a person with 'rated'",
        "「{0}」由「{1}」任，而此人沒有評定；應為有 rated 的人物");
    public static readonly Message TooMany = Lint("BKM020",
        "there are {0} detachments; expected at most {1}",
        "部隊共 {0} 支；至多 {1} 支");
    public static readonly Message TwiceSet = Lint("BKM021",
        "'{0}' of '{1}' is set twice; expected once",
        "「{1}」的「{0}」寫了兩次；只應一次");
    public static readonly Message NotGroup = Lint("BKM022",
        "'{0}' says '{1}', which only a detachment with 'men' may; expected it on the detachments under it",
        "「{0}」寫有「{1}」，只有帶 men 的部隊可用；應寫於其所屬部隊");
    public static readonly Message NoSource = Lint("BKM023",
        "'{0}' rests on a source and names none; expected 'source'",
        "「{0}」依據為史料而未註出處；應有 source");
    public static readonly Message RaisedWhere = Lint("BKM024",
        "'{0}' is born by no row of 'givens'; expected one with what: raised",
        "「{0}」在 givens 中沒有來歷；應有一行 what: raised");
    public static readonly Message NoHolderKnown = Lint("BKM025",
        "no party of the bookmark holds '{0}' on the day of survey; expected one of its polities, or a 'holder' for it in towns.yaml",
        "調查日「{0}」不屬本局任何一方；應屬其 polities 之一，或在 towns.yaml 寫明 holder");

    private static Message Lint(string code, string english, string chinese) => new(code, Severity.Error, english, chinese);
}
