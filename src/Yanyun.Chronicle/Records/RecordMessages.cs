using Yanyun.Chronicle.Reading;

namespace Yanyun.Chronicle.Records;

/// <summary>What can be wrong with a record file.</summary>
public static class RecordMessages
{
    public static readonly Message Damaged = new("REC001", Severity.Error,
        "line {0}, day {1}, field {2}: damaged, found '{3}'; expected the bytes that were written, whose check is part of the field",
        "第 {0} 行，日 {1}，欄位 {2}：已損壞，現為「{3}」；應為寫入時的內容，欄位末尾有其校驗碼");
    public static readonly Message Chain = new("REC002", Severity.Error,
        "line {0}, day {1}, field {2}: the checksum does not follow from the lines before; expected an unbroken chain: "
        + "a line was taken out, put in or rewritten here",
        "第 {0} 行，日 {1}，欄位 {2}：校驗和與前文不相承；應為不間斷的鏈：此處有行被刪去、插入或改寫");
    public static readonly Message Cut = new("REC003", Severity.Error,
        "line {0}, day {1}, field {2}: the record stops here; expected the line that ends it",
        "第 {0} 行，日 {1}，欄位 {2}：記錄在此中斷；應有結束行");
    public static readonly Message NotRecord = new("REC004", Severity.Error,
        "not a record of Yanyun: the first line begins with '{0}'; expected it to begin with yanyun={1}",
        "不是燕雲的記錄：首行開頭為「{0}」；應以 yanyun={1} 開頭");
    public static readonly Message Unexpected = new("REC005", Severity.Error,
        "line {0}, day {1}, field {2}: found '{3}'; expected {4}",
        "第 {0} 行，日 {1}，欄位 {2}：現為「{3}」；應為 {4}");
    public static readonly Message OtherRules = new("REC010", Severity.Error,
        "the record was made under rules version {0} and this program has {1}; expected a program of rules version {0}",
        "此記錄依規則第 {0} 版寫成，本程式為第 {1} 版；應使用規則第 {0} 版的程式");
    public static readonly Message OtherScenario = new("REC011", Severity.Error,
        "the files of scenario {0} have changed since: their hash was {1} and is {2}; expected the files the record was made with",
        "劇本 {0} 的檔案已經改動：其雜湊原為 {1}，現為 {2}；應使用寫成記錄時的檔案");
    public static readonly Message RunsDifferently = new("REC020", Severity.Error,
        "day {0}, subsystem {1}: the record says {2}, the same orders give {3}; expected the same world from the same record",
        "日 {0}，子系統 {1}：記錄為 {2}，依同樣命令重演得 {3}；同一記錄應得同一世界");
    public static readonly Message OrderRefused = new("REC021", Severity.Error,
        "day {0}: the recorded order '{1}' of {2} does not pass the desk when run again; expected every recorded order to pass",
        "日 {0}：記錄中 {2} 的命令「{1}」重演時未獲接受；記錄中的命令應全部有效");
    public static readonly Message RecordsDiffer = new("REC022", Severity.Error,
        "day {0}, subsystem {1}: the two records part here, {2} against {3}; expected the same hash in both",
        "日 {0}，子系統 {1}：兩份記錄自此不同，{2} 對 {3}；兩者應有同樣的雜湊");
    public static readonly Message OtherGame = new("REC024", Severity.Error,
        "this record is of scenario {0} and the other of {1}; expected two records of one scenario",
        "此記錄屬於劇本 {0}，另一份屬於 {1}；應為同一劇本的兩份記錄");
    public static readonly Message FieldDiffers = new("REC023", Severity.Error,
        "day {0}, subsystem {1}, row {2}, field {3}: {4} where {5} comes of running this record; expected the same value",
        "日 {0}，子系統 {1}，列 {2}，欄位 {3}：應為 {4}，此記錄重演得 {5}；兩值應相同");

    public static readonly Message StaleHistory = new("REC030", Severity.Error,
        "the record of history is stale: it was made under rules version {0} for the scenario files {1}, and here are version {2} and {3}; "
        + "expected one made anew: dotnet run -c Release --project bench/Record",
        "史事記錄已過期：寫成時規則為第 {0} 版、劇本檔案為 {1}，現為第 {2} 版與 {3}；應重新生成：dotnet run -c Release --project bench/Record");
    public static readonly Message HistoryRunsDifferently = new("REC031", Severity.Error,
        "the record of history is stale: its orders no longer give the world that it names on {0}; "
        + "expected one made anew: dotnet run -c Release --project bench/Record",
        "史事記錄已過期：依其命令重演，{0} 之世界與所載不同；應重新生成：dotnet run -c Release --project bench/Record");

    public static readonly Bilingual BeforeFirstDay = new("0 (header)", "0（檔頭）");
    public static readonly Bilingual DayLine =
        new("one of day, order, hash, state or end, in the order of a day", "day、order、hash、state、end 之一，依一日的次序");
}
