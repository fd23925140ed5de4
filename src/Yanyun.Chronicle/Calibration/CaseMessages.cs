using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Calibration;

/// <summary>What can be wrong with the cases of the calibration beside what any data file can have.</summary>
public static class CaseMessages
{
    public static readonly Message TooLate = Lint("CSE001",
        "the day is {0}; expected {1} or earlier: nothing of 1139-1142 may be tuned to",
        "日期為 {0}；應不晚於 {1}：不得以 1139 至 1142 年之事調參");
    public static readonly Message NotRange = Lint("CSE002",
        "'{0}' is no range; expected [low, high], whole numbers from {1} to {2}, low <= high",
        "「{0}」不是範圍；應為 [低, 高]，{1} 至 {2} 的整數，且低不大於高");
    public static readonly Message Hindsight = Lint("CSE003",
        "'{0}' is rated as of {1} for a day of {2}; expected the rating known before that day",
        "「{0}」以 {1} 年之評分用於 {2}；應為該日之前已知的評分");
    public static readonly Message Shares = Lint("CSE004",
        "light, heavy and militia add up to {0}; expected at most 1000 per mille",
        "light、heavy、militia 合計 {0}；應不超過千分之 1000");
    public static readonly Message SameId = Lint("CSE005",
        "the id '{0}' is there twice; expected each once",
        "id「{0}」出現兩次；每個只可出現一次");
    public static readonly Message NotRow = Lint("CSE006",
        "the reference is '{0}'; expected a row of the years to 1136: C001 to C243, CB001 to CB020 or F001 to F066",
        "引據為「{0}」；應為 1136 年以前之條目：C001 至 C243、CB001 至 CB020 或 F001 至 F066");
    public static readonly Message NoRows = Lint("CSE007",
        "the case cites no row; expected at least one under 'refs'",
        "此案未引任何條目；refs 之下至少應有一條");
    public static readonly Message OneSided = Lint("CSE008",
        "'{0}' has {1} cases to fit and {2} held out; expected some of each",
        "「{0}」有 {1} 案用於調參、{2} 案留驗；兩者皆應有");

    private static Message Lint(string code, string english, string chinese) => new(code, Severity.Error, english, chinese);
}
