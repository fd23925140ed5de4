using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Annals;

/// <summary>The lints of scripts and checks. Unknown ids, words outside a choice and duplicates are YAML codes.</summary>
public static class AnnalsMessages
{
    public static readonly Message DayOutside = Lint("ANN001",
        "'{0}' of '{1}' is {2}; expected a day of the bookmark, {3} to {4}",
        "「{1}」的「{0}」為 {2}；應在本局起訖之內：{3} 至 {4}");
    public static readonly Message WindowOrder = Lint("ANN002",
        "the window of '{0}' runs {1} - {2} - {3}; expected from <= on <= until",
        "「{0}」的期限為 {1} - {2} - {3}；應為 from <= on <= until");
    public static readonly Message NoReference = Lint("ANN003",
        "'{0}' has no refs; expected rows of the chronology (CB053) or sentences (B6.2)",
        "「{0}」沒有 refs；應引編年條目（CB053）或文句（B6.2）");
    public static readonly Message WrongReference = Lint("ANN004",
        "'{0}' refers to '{1}'; expected a row of the chronology (CB053) or a sentence (B6.2)",
        "「{0}」所引「{1}」不合；應為編年條目（CB053）或文句（B6.2）");
    public static readonly Message NotUnderSeat = Lint("ANN005",
        "'{0}' orders '{1}', which is under seat '{2}'; expected a force under seat '{3}'",
        "「{0}」調「{1}」，而該部屬「{2}」；應為「{3}」所轄之部");
    public static readonly Message NobodyMarches = Lint("ANN006",
        "'{0}' orders '{1}', of which nothing under seat '{2}' can march; expected a detachment, or a group with one that can",
        "「{0}」調「{1}」，其中無「{2}」所轄可行之部；應為可行之部或含有可行之部者");
    public static readonly Message LeaderNotAmong = Lint("ANN007",
        "'{0}' lets '{1}' lead, which is not among the forces ordered; expected one of {2}",
        "「{0}」以「{1}」為首，而其不在所調之列；應為下列之一：{2}");
    public static readonly Message OutcomeScripted = Lint("ANN008",
        "'{0}' would script '{1}', an outcome; expected a decision, one of {2}",
        "「{0}」欲定「{1}」，此乃結果；劇本只載決斷，應為下列之一：{2}");
    public static readonly Message NoOneWord = Lint("ANN009",
        "{0} says {1}; expected exactly one of {2}",
        "{0}寫有{1}；應恰為下列之一：{2}");
    public static readonly Message OtherSeatsEntry = Lint("ANN010",
        "'{0}' asks whether '{1}' fired, an entry of another seat, which it cannot know; expected an entry of seat '{2}'",
        "「{0}」問「{1}」已否施行，而後者屬他職，無從得知；應為「{2}」之條");
    public static readonly Message RestatesCheck = Lint("ANN011",
        "the given of '{0}' already asks what its check '{1}' tests; expected a given that leaves the outcome open",
        "「{0}」的 given 已問其檢驗「{1}」所驗之事；given 不得預設結果");
    public static readonly Message NoAnchor = Lint("ANN012",
        "check '{0}' hangs on nothing; expected 'after': a script entry, or 'fixed': why history sets its day",
        "檢驗「{0}」無所繫；應有 after：劇本條目，或 fixed：史定其日之由");
    public static readonly Message DecisionAsOutcome = Lint("ANN013",
        "check '{0}' is an {1} but asks whether '{2}' fired; expected kind: decision",
        "檢驗「{0}」屬「{1}」卻問「{2}」已否施行；應為 kind: decision");
    public static readonly Message NoSentence = Lint("ANN014",
        "check '{0}' stands for no sentence; expected 'sentences': ids such as B14.3",
        "檢驗「{0}」不代表任何文句；應有 sentences，如 B14.3");

    public static readonly Message NotItsPower = Lint("ANN015",
        "'{0}' lets '{1}' command seat '{2}', which is not under it; expected a seat under it, or for powers and posts a court",
        "「{0}」以「{1}」命「{2}」，而後者不在其下；應為其所轄，授權與任命則須為朝廷");

    private static Message Lint(string code, string english, string chinese) => new(code, Severity.Error, english, chinese);
}
