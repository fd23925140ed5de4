using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Settings;

/// <summary>What can be wrong with a change to a scenario.</summary>
public static class SettingMessages
{
    public static readonly Message NotPair = new("SET001", Severity.Error,
        "'{0}' is not PATH=VALUE; expected something like places.kaifeng.walls=3",
        "「{0}」不是「路徑=值」；應如 places.kaifeng.walls=3");
    public static readonly Message NotPath = new("SET002", Severity.Error,
        "'{0}' is not a path of three words; expected TABLE.ID.FIELD, as places.kaifeng.walls",
        "「{0}」不是三段的路徑；應為「表.編號.欄位」，如 places.kaifeng.walls");
    public static readonly Message UnknownTable = new("SET003", Severity.Error,
        "the path '{0}' begins with no table of the scenario; expected one of {1}",
        "路徑「{0}」開頭不是劇本的表；應為下列之一：{1}");
    public static readonly Message UnknownRow = new("SET004", Severity.Error,
        "the path '{0}' names no {1} of this scenario; expected the id of a {1}",
        "路徑「{0}」所指的{1}不在此劇本；應為已有的{1}的 id");
    public static readonly Message UnknownField = new("SET005", Severity.Error,
        "the path '{0}' ends in no field of a {1}; expected one of {2}",
        "路徑「{0}」末段不是{1}的欄位；應為下列之一：{2}");
    public static readonly Message NotWhole = new("SET006", Severity.Error,
        "'{0}' is '{1}'; expected a whole number from {2} to {3} ({4})",
        "「{0}」為「{1}」；應為 {2} 至 {3} 的整數（{4}）");
    public static readonly Message NotTenths = new("SET007", Severity.Error,
        "'{0}' is '{1}'; expected a number from {2} to {3} with at most one decimal",
        "「{0}」為「{1}」；應為 {2} 至 {3}、至多一位小數的數");
    public static readonly Message NotChoice = new("SET008", Severity.Error,
        "'{0}' is '{1}'; expected one of {2}",
        "「{0}」為「{1}」；應為下列之一：{2}");
    public static readonly Message UnknownId = new("SET009", Severity.Error,
        "'{0}' is '{1}', which names no {2} of this scenario; expected the id of a {2}",
        "「{0}」為「{1}」，此劇本沒有這個{2}；應為已有的{2}的 id");
}
