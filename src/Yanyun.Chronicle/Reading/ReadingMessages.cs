namespace Yanyun.Chronicle.Reading;

/// <summary>Faults that any data file can have.</summary>
public static class ReadingMessages
{
    public static readonly Message NoFile = new("YAML001", Severity.Error,
        "the file is missing; expected {0}",
        "文件不存在；應為{0}");
    public static readonly Message Syntax = new("YAML002", Severity.Error,
        "not YAML near '{0}'; expected 'key: value' lines, '- ' rows or '{{key: value}}'",
        "此處不是 YAML：「{0}」；應為「key: value」行、「- 」列或「{{key: value}}」");
    public static readonly Message NotJson = new("YAML019", Severity.Error,
        "not JSON; expected one object",
        "不是 JSON；應為一個物件");
    public static readonly Message UnknownKey = new("YAML003", Severity.Error,
        "unknown key '{0}'; expected one of {1}",
        "不認得鍵「{0}」；應為下列之一：{1}");
    public static readonly Message DuplicateKey = new("YAML004", Severity.Error,
        "key '{0}' again (first on line {1}); expected each key once",
        "鍵「{0}」重複（首見於第 {1} 行）；每個鍵只可出現一次");
    public static readonly Message MissingKey = new("YAML005", Severity.Error,
        "key '{0}' is missing; expected it here",
        "缺少鍵「{0}」；此處必須有它");
    public static readonly Message WrongShape = new("YAML006", Severity.Error,
        "'{0}' is {1}; expected {2}",
        "「{0}」是{1}；應為{2}");
    public static readonly Message NotWhole = new("YAML007", Severity.Error,
        "'{0}' is '{1}'; expected a whole number from {2} to {3}",
        "「{0}」為「{1}」；應為 {2} 至 {3} 的整數");
    public static readonly Message NotDecimal = new("YAML008", Severity.Error,
        "'{0}' is '{1}'; expected a number from {2} to {3} with at most {4} decimals",
        "「{0}」為「{1}」；應為 {2} 至 {3} 之間、至多 {4} 位小數的數");
    public static readonly Message NotChoice = new("YAML009", Severity.Error,
        "'{0}' is '{1}'; expected one of {2}",
        "「{0}」為「{1}」；應為下列之一：{2}");
    public static readonly Message NotKnown = new("YAML010", Severity.Error,
        "'{0}' names no {1}: '{2}'; expected the id of a {1}",
        "「{0}」所指的{1}不存在：「{2}」；應為已有的{1}的 id");
    public static readonly Message NotDate = new("YAML011", Severity.Error,
        "'{0}' is '{1}'; expected a Julian day written yyyy-mm-dd, as 1140-06-15",
        "「{0}」為「{1}」；應為儒略曆日期，寫作 yyyy-mm-dd，如 1140-06-15");
    public static readonly Message DateOutside = new("YAML012", Severity.Error,
        "'{0}' is {1}; expected a day from {2} to {3}",
        "「{0}」為 {1}；應在 {2} 至 {3} 之間");
    public static readonly Message Empty = new("YAML013", Severity.Error,
        "'{0}' is empty; expected text",
        "「{0}」為空；應有文字");
    public static readonly Message NotSlug = new("YAML014", Severity.Error,
        "'{0}' is '{1}'; expected an id of small letters, digits, '-' and '_'",
        "「{0}」為「{1}」；id 只可用小寫字母、數字、「-」和「_」");
    public static readonly Message DuplicateId = new("YAML015", Severity.Error,
        "id '{0}' again (first at {1}); expected each id once",
        "id「{0}」重複（首見於 {1}）；每個 id 只可出現一次");
    public static readonly Message NoReference = new("YAML016", Severity.Error,
        "an anchor, alias or tag '{0}'; expected plain values: the data is written out",
        "出現錨點、別名或標籤「{0}」；資料應直接寫出");
    public static readonly Message WrongFormat = new("YAML017", Severity.Error,
        "format is '{0}'; expected '{1}'",
        "format 為「{0}」；應為「{1}」");
    public static readonly Message NotSeason = new("YAML018", Severity.Error,
        "the season is '{0}'; expected two days of the year written [mm-dd, mm-dd]",
        "季節為「{0}」；應為一年中的兩日，寫作 [mm-dd, mm-dd]");
}
