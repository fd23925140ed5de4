using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Claims;

/// <summary>What can be wrong with the file of a claim beside what that of an experiment can have.</summary>
public static class ClaimMessages
{
    public static readonly Message NoControl = Lint("CLM001",
        "claim '{0}' has no control of role '{1}'; expected one under 'controls'",
        "主張「{0}」沒有 role 為「{1}」的對照；controls 之下應有一項");
    public static readonly Message NobodySays = Lint("CLM002",
        "nobody is named who holds claim '{0}', or denies it; expected a row under 'held_by'",
        "未寫明何人主張或反對「{0}」；held_by 之下應有一條");
    public static readonly Message NoSentence = Lint("CLM003",
        "claim '{0}' stands for no sentence; expected 'sentences': ids such as B14.3",
        "主張「{0}」不代表任何文句；應有 sentences，如 B14.3");
    public static readonly Message OtherFile = Lint("CLM004",
        "the claim is called '{0}' in a file called '{1}'; expected the same name",
        "主張名為「{0}」，檔案名為「{1}」；二者應同名");
    public static readonly Message SameAsClaim = Lint("CLM005",
        "control '{0}' changes what the claim changes, on the same ground and from the same day; expected another change, ground or day",
        "對照「{0}」之改動、前提與起始之日皆與主張相同；應改其一");
    public static readonly Message NothingExpected = Lint("CLM006",
        "claim '{0}' does not say what is expected; expected 'expect': raises, lowers or no_effect",
        "主張「{0}」未言所期；應有 expect：raises、lowers 或 no_effect");
    public static readonly Message NarrowerThanAsked = Lint("CLM007",
        "'half_width' is {0} and 'margin' {1}; expected a half width of at most the margin: a wider interval could never say that there is no effect",
        "half_width 為 {0}，margin 為 {1}；半寬不得大於界限，否則永不能斷為無效果");

    private static Message Lint(string code, string english, string chinese) => new(code, Severity.Error, english, chinese);
}
