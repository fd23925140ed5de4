using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle;

/// <summary>The lints of geography. Unknown ids, duplicates, dates outside the period and numbers outside bounds are YAML codes.</summary>
public static class GeographyMessages
{
    public static readonly Message NotHan = Lint("GEO001",
        "the hanzi of '{0}' is '{1}'; expected Chinese characters",
        "「{0}」的 hanzi 為「{1}」；應為漢字");
    public static readonly Message NoName = Lint("GEO002",
        "'{0}' has no {1}; expected a name in English (name) and in Chinese (hanzi)",
        "「{0}」沒有 {1}；應有英文名（name）和中文名（hanzi）");
    public static readonly Message OffMap = Lint("GEO003",
        "'{0}' lies at {1} N {2} E; expected a spot on the map, 18-55 N and 90-135 E",
        "「{0}」位於北緯 {1}、東經 {2}；應在地圖之內：北緯 18 至 55、東經 90 至 135");
    public static readonly Message NoGround = Lint("GEO004",
        "'{0}' of '{1}' has no ground; expected one under 'basis', for the file or in the row",
        "「{1}」的「{0}」沒有依據；應在文件或該行的 basis 中寫明");
    public static readonly Message NoRange = Lint("GEO005",
        "ground '{0}' is of kind {1} without a range or reason; expected 'range' for an estimate, 'reason' for a balance",
        "依據「{0}」屬 {1} 而無範圍或理由；estimate 應有 range，balance 應有 reason");
    public static readonly Message LowWithoutNote = Lint("GEO006",
        "'{0}' is of low confidence and says nothing of why; expected a note",
        "「{0}」可信度低而未說明原因；應有 note");
    public static readonly Message Unreachable = Lint("GEO007",
        "no route leads to '{0}' from '{1}'; expected one connected network",
        "由「{1}」無路可達「{0}」；路網應連成一體");
    public static readonly Message TooLong = Lint("GEO008",
        "route '{0}' is {1} li, 1.6 x the {2} li of the great circle or more; expected less, or a reason",
        "路線「{0}」長 {1} 里，達大圓距離 {2} 里的 1.6 倍以上；應較短，或寫明 reason");
    public static readonly Message TooShort = Lint("GEO009",
        "route '{0}' is {1} li, shorter than the {2} li of the great circle; expected at least that",
        "路線「{0}」長 {1} 里，短於大圓距離 {2} 里；不應更短");
    public static readonly Message NotWinding = Lint("GEO010",
        "route '{0}' is {1} li, but great circle x winding gives {2}; expected these to agree within 2 li",
        "路線「{0}」長 {1} 里，而大圓距離乘曲折係數得 {2} 里；兩者相差應在 2 里之內");
    public static readonly Message SelfLoop = Lint("GEO011",
        "route '{0}' leads from '{1}' to itself; expected two places",
        "路線「{0}」起訖皆為「{1}」；應連接兩地");
    public static readonly Message BeyondRoute = Lint("GEO012",
        "'{0}' lies at li {1} of route '{2}'; expected a li from 1 to {3}, inside the route",
        "「{0}」在路線「{2}」第 {1} 里；應在路線之內，第 1 至 {3} 里");
    public static readonly Message UnsurePoint = Lint("GEO013",
        "point '{0}' is of {1} confidence and {2} km off its route; expected medium or high and 15 km at most, or a reason",
        "路上地點「{0}」可信度 {1}，離路線 {2} 公里；可信度應為 medium 或 high 且至多 15 公里，否則應寫明 reason");
    public static readonly Message ReversedDates = Lint("GEO014",
        "'{0}' runs from {1} to {2}; expected 'to' after 'from'",
        "「{0}」自 {1} 至 {2}；to 應在 from 之後");
    public static readonly Message CrossingBeyondRoute = Lint("GEO015",
        "crossing '{0}' is at li {1}; expected a li from 0 to {2}, the length of its route",
        "渡口「{0}」在第 {1} 里；應在路線全長之內，第 0 至 {2} 里");
    public static readonly Message CapacityOutside = Lint("GEO016",
        "crossing '{0}' takes {1} men a day, with bounds {2} to {3}; expected the figure within its bounds",
        "渡口「{0}」每日渡 {1} 人，而上下限為 {2} 至 {3}；數字應在上下限之內");
    public static readonly Message CrossedTwice = Lint("GEO017",
        "crossing '{0}' charges the river that '{1}' charges on the same days; expected one of them, or 'charged: no'",
        "渡口「{0}」與「{1}」同時計算同一條河；只應計其一，否則寫 charged: no");
    public static readonly Message IceWithoutSeason = Lint("GEO018",
        "crossing '{0}' is {1} and its season is {2}; expected ice to have a season, and open water none",
        "渡口「{0}」為 {1}，季節為 {2}；冰面應有 season，其他不應有");
    public static readonly Message SameRoute = Lint("GEO019",
        "route '{0}' joins the same places in the same way as '{1}'; expected one",
        "路線「{0}」與「{1}」以同樣方式連接同兩地；應只有一條");
    public static readonly Message NotSurveyDay = Lint("GEO020",
        "'{0}' names a holder on '{1}'; expected a day of survey: {2}",
        "「{0}」所記持有者日期為「{1}」；應為下列之一：{2}");
    public static readonly Message NoFirstHolder = Lint("GEO021",
        "'{0}' has no holder on {1}; expected one on the first day of survey",
        "「{0}」沒有 {1} 的持有者；首個調查日應有持有者");
    public static readonly Message PointOnWater = Lint("GEO022",
        "point '{0}' lies on '{1}', a way of kind {2}; expected a route by land",
        "路上地點「{0}」位於「{1}」，屬 {2}；應在陸路上");
    public static readonly Message AttestedFarOff = Lint("GEO023",
        "route '{0}' is {1} li but attested at {2}; expected the attested figure within 0.7 to 1.5 of it, else it is another road",
        "路線「{0}」長 {1} 里而文獻作 {2} 里；文獻數字應在其 0.7 至 1.5 倍之間，否則當屬另一條路");
    public static readonly Message OpenRing = Lint("GEO024",
        "the outline of '{0}' ends elsewhere than it began; expected a closed ring of at least four points",
        "「{0}」的輪廓首尾不接；應為至少四點的閉合環");
    public static readonly Message ShapeOffMap = Lint("GEO025",
        "a point of '{0}' lies off the map: {1}, {2}; expected longitude 90-135 and latitude 18-55, in this order",
        "「{0}」有一點在地圖之外：{1}、{2}；應依次為東經 90 至 135、北緯 18 至 55");
    public static readonly Message TooFewPoints = Lint("GEO026",
        "'{0}' is drawn with {1} points; expected at least two",
        "「{0}」只有 {1} 點；至少應有兩點");
    public static readonly Message OffsetDiffers = Lint("GEO027",
        "point '{0}' says {1} km off route '{2}', but its coordinates lie {3} km off; expected these to agree within 2 km",
        "路上地點「{0}」記離路線「{2}」{1} 公里，而按坐標為 {3} 公里；兩者相差應在 2 公里之內");

    private static Message Lint(string code, string english, string chinese) => new(code, Severity.Error, english, chinese);
}
