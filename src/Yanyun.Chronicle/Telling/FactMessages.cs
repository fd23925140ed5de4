using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Telling;

/// <summary>The lints of recorded facts. Unknown ids, words outside a choice and duplicates are YAML codes.</summary>
public static class FactMessages
{
    public static readonly Message DayOutside = new("FCT001", Severity.Error,
        "fact '{0}' is of {1}; expected a day of the bookmark, {2} to {3}",
        "史事「{0}」在 {1}；應在本局起訖之內：{2} 至 {3}");
    public static readonly Message WrongSpan = new("FCT004", Severity.Error,
        "fact '{0}' runs from {1} to {2}; expected 'until' not before 'day'",
        "史事「{0}」自 {1} 至 {2}；until 不應早於 day");
    public static readonly Message NoPlace = new("FCT002", Severity.Error,
        "fact '{0}' is '{1}' and names no place; expected 'places': where on the network",
        "史事「{0}」屬「{1}」而無地點；應有 places：路網上之地");
    public static readonly Message NoSide = new("FCT003", Severity.Error,
        "fact '{0}' is '{1}' and does not say who took, won or besieged; expected 'by': a polity",
        "史事「{0}」屬「{1}」而未言何方攻取、得勝或圍攻；應有 by：一方政權");
}
