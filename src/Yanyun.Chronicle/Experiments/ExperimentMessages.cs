using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Experiments;

/// <summary>What can be wrong with the file of an experiment beside what any data file can have.</summary>
public static class ExperimentMessages
{
    public static readonly Message DayOutside = Lint("EXP001",
        "'{0}' is {1}; expected a day of the scenario, {2} to {3}",
        "「{0}」為 {1}；應在劇本起訖之內：{2} 至 {3}");
    public static readonly Message BeforeStart = Lint("EXP002",
        "'{0}' is {1}, before the start on {2}; expected that day or a later one: what comes before is shared by both runs",
        "「{0}」為 {1}，早於開始之日 {2}；應為該日或更晚：此前兩次推演相同");
    public static readonly Message Reversed = Lint("EXP003",
        "the change runs from {0} to {1}; expected from <= until",
        "此改動自 {0} 至 {1}；應為 from <= until");
    public static readonly Message NoOneWord = Lint("EXP004",
        "{0} says {1}; expected exactly one of {2}",
        "{0}寫有{1}；應恰為下列之一：{2}");
    public static readonly Message NotHorizon = Lint("EXP005",
        "the horizon is '{0}'; expected whole days after the start, or a day written yyyy-mm-dd",
        "期限為「{0}」；應為開始後的整日數，或寫作 yyyy-mm-dd 的日期");
    public static readonly Message HorizonOutside = Lint("EXP006",
        "the horizon '{0}' is {1}; expected a day after the start on {2} and up to {3}",
        "期限「{0}」為 {1}；應在開始之日 {2} 之後，至遲 {3}");
    public static readonly Message NotAHorizon = Lint("EXP007",
        "the primary horizon '{0}' is none of the horizons; expected one of {1}",
        "主要期限「{0}」不在所列期限之中；應為下列之一：{1}");
    public static readonly Message NothingChanges = Lint("EXP008",
        "nothing is changed between the two runs; expected at least one row under 'change'",
        "兩次推演之間毫無改動；change 之下至少應有一條");
    public static readonly Message StartOnly = Lint("EXP009",
        "'{0}' is read on the scenario's first day and never again; expected no 'on': a change of the first day",
        "「{0}」只在劇本首日讀取；不應寫 on，而應為首日的改動");
    public static readonly Message NothingMarches = Lint("EXP010",
        "'{0}' names no force with men of its own; expected a detachment, or a group that has one",
        "「{0}」所指無一部有兵；應為有兵之部或轄有此等之部者");
    public static readonly Message NoChecks = Lint("EXP011",
        "scenario '{0}' has no checks; expected another outcome",
        "劇本「{0}」沒有檢驗；應改用他種結果");
    public static readonly Message NoActor = Lint("EXP012",
        "an order is injected and nobody is named to give it; expected 'actor': the id of a seat",
        "加入命令而未指明由誰發出；應有 actor：職守的 id");
    public static readonly Message UnknownMatchField = Lint("EXP013",
        "'{0}' is no part of {1}; expected one of {2}",
        "「{0}」不屬於{1}；應為下列之一：{2}");
    public static readonly Message SameHorizon = Lint("EXP014",
        "the horizon '{0}' is said twice; expected each once",
        "期限「{0}」出現兩次；每個只可出現一次");
    public static readonly Message NoOutcome = Lint("EXP015",
        "nothing is looked at; expected at least one row under 'outcomes' and one under 'horizons'",
        "沒有可看的結果；outcomes 與 horizons 之下至少應各有一條");

    public static readonly Message FirstDayOfRecord = Lint("EXP016",
        "the past is the record's, and '{0}' is a fact of the scenario's first day; expected 'on': a day from the start on, or 'from: own'",
        "前事取自史錄，而「{0}」為劇本首日之事；應有 on：開始後之日，或作 from: own");
    public static readonly Message TwoPasts = Lint("EXP017",
        "the past is the record's, and a seed is given for it too; expected 'from: record' or 'past_seed', not both",
        "前事取自史錄，又另給種子；應為 from: record 或 past_seed 之一");
    public static readonly Message NoRecord = Lint("EXP018",
        "scenario '{0}' has no reconstructed record; expected 'from: own'",
        "劇本「{0}」沒有重建之史錄；應作 from: own");
    public static readonly Message NoRoomBefore = Lint("EXP019",
        "the record of '{0}' ends on {1}; expected a start on the day after, or sooner",
        "「{0}」之史錄止於 {1}；開始之日至遲為其次日");

    private static Message Lint(string code, string english, string chinese) => new(code, Severity.Error, english, chinese);
}
