using Yanyun.Chronicle.Reading;

namespace Yanyun.Cli.Front;

/// <summary>What can be wrong with a command line.</summary>
public static class CliMessages
{
    public static readonly Message UnknownVerb = new("CLI001", Severity.Error,
        "no verb is called '{0}'; expected one of {1}",
        "沒有動詞「{0}」；應為下列之一：{1}");
    public static readonly Message UnknownOption = new("CLI002", Severity.Error,
        "no option is called '{0}'; expected one of {1}",
        "沒有選項「{0}」；應為下列之一：{1}");
    public static readonly Message NoValue = new("CLI003", Severity.Error,
        "nothing follows the option; expected {0} after it",
        "選項之後沒有值；其後應為 {0}");
    public static readonly Message ValueToFlag = new("CLI004", Severity.Error,
        "'{0}' is given to an option that takes no value; expected the option alone",
        "此選項不帶值，卻給了「{0}」；應單獨書寫");
    public static readonly Message Twice = new("CLI005", Severity.Error,
        "given twice: '{0}', then '{1}'; expected it once",
        "出現兩次：先為「{0}」，後為「{1}」；只可出現一次");
    public static readonly Message NotWhole = new("CLI006", Severity.Error,
        "'{0}' is not a whole number in range; expected {1} to {2}",
        "「{0}」不是範圍內的整數；應在 {1} 至 {2} 之間");
    public static readonly Message NotWord = new("CLI007", Severity.Error,
        "'{0}' is not a word that stands here; expected one of {1}",
        "「{0}」不可用於此處；應為下列之一：{1}");
    public static readonly Message WordMissing = new("CLI008", Severity.Error,
        "{0} is missing; expected: yanyun {1}",
        "缺少 {0}；應為：yanyun {1}");
    public static readonly Message WordTooMany = new("CLI009", Severity.Error,
        "'{0}' is one word too many; expected: yanyun {1}",
        "多出一詞「{0}」；應為：yanyun {1}");
    public static readonly Message Empty = new("CLI010", Severity.Error,
        "the value is empty; expected {0}",
        "值為空；應為 {0}");
    public static readonly Message NoVerb = new("CLI011", Severity.Error,
        "no verb is given; expected one of {0}",
        "沒有給出動詞；應為下列之一：{0}");

    public static readonly Message UnknownScenario = new("CLI020", Severity.Error,
        "no scenario is called '{0}'; expected one of {1}",
        "沒有劇本「{0}」；應為下列之一：{1}");
    public static readonly Message NoScenarios = new("CLI021", Severity.Error,
        "no scenarios were found beside the program; expected the folder 'scenarios' of the project above {0}",
        "程式旁沒有劇本；{0} 之上應有本項目的「scenarios」資料夾");
    public static readonly Message DayOutside = new("CLI022", Severity.Error,
        "{0} is not a day of {1}; expected a day from {2} to {3}",
        "{0} 不在劇本 {1} 之內；應在 {2} 至 {3} 之間");
    public static readonly Message DaysReversed = new("CLI023", Severity.Error,
        "{0} is before {1}, the day of --from; expected a later day or the same",
        "{0} 早於 --from 之日 {1}；應為同日或更晚");
    public static readonly Message UnknownMind = new("CLI024", Severity.Error,
        "no mind is called '{0}'; expected one of {1}",
        "沒有決策者「{0}」；應為下列之一：{1}");
    public static readonly Message UnknownSeat = new("CLI025", Severity.Error,
        "no seat of this scenario is called '{0}'; expected one of {1}",
        "此劇本沒有職守「{0}」；應為下列之一：{1}");
    public static readonly Message NoFile = new("CLI026", Severity.Error,
        "there is no such file; expected {0}",
        "沒有這個檔案；應為{0}");
    public static readonly Message NoFolder = new("CLI027", Severity.Error,
        "the folder {0} does not exist; expected an existing folder to write in",
        "資料夾 {0} 不存在；應為已有的資料夾");
    public static readonly Message IsFolder = new("CLI028", Severity.Error,
        "this is a folder; expected the name of a file",
        "這是資料夾；應為檔案名");
    public static readonly Message NotWritable = new("CLI029", Severity.Error,
        "cannot be written: {0}; expected a place where files can be made",
        "無法寫入：{0}；應為可以建立檔案之處");
    public static readonly Message UnknownEvent = new("CLI030", Severity.Error,
        "no event {0} in this record; expected an id like {1}",
        "此記錄沒有事件 {0}；應為如 {1} 的編號");
    public static readonly Message NotEvent = new("CLI031", Severity.Error,
        "'{0}' is not the id of an event; expected day.number, like 1140-06-15.17",
        "「{0}」不是事件編號；應為「日期.序號」，如 1140-06-15.17");
    public static readonly Message SameFile = new("CLI032", Severity.Error,
        "--log and --record name the same file; expected two files",
        "--log 與 --record 指向同一檔案；應為兩個檔案");
    public static readonly Message NotData = new("CLI033", Severity.Error,
        "not part of any data of Yanyun; expected {0}",
        "不屬於燕雲的資料；應為{0}");

    public static readonly Message OrderShort = new("CLI034", Severity.Error,
        "an order of {0} words is too short; expected \"DATE SEAT VERB key=slug ...\"",
        "命令只有 {0} 詞，過短；應為「日期 職守 動詞 key=slug ...」");
    public static readonly Message OrderRefused = new("CLI035", Severity.Error,
        "the order is refused at the desk: {0}; expected an order that the seat may give by what it knows on that day",
        "命令未獲接受：{0}；應為該職守依當日所知可以發出的命令");
    public static readonly Message NotWithRecord = new("CLI036", Severity.Error,
        "'{0}' is given beside the record {1}, which has its own; expected the option with a scenario alone",
        "記錄 {1} 自有其值，卻又給了「{0}」；此選項只可與劇本同用");
    public static readonly Message OrderBeforeFork = new("CLI037", Severity.Error,
        "{0} is before {1}, the day of --from; expected a later day or the same",
        "{0} 早於 --from 之日 {1}；應為同日或更晚");

    public static readonly Message NoAnnals = new("CLI040", Severity.Error,
        "scenario '{0}' has no script and no checks to be scored by; expected a scenario with script.yaml and checks.yaml",
        "劇本「{0}」沒有可供評分的史事條目與檢驗；應為具 script.yaml 與 checks.yaml 者");

    public static readonly Message OtherResults = new("CLI050", Severity.Error,
        "the folder {0} holds results of another experiment or of another build of the program ({1}); expected an empty folder, or the same experiment",
        "資料夾 {0} 中是另一實驗或程式另一版本的結果（{1}）；應為空資料夾或同一實驗");
    public static readonly Message NoResults = new("CLI051", Severity.Error,
        "the folder {0} holds no experiment; expected one that 'yanyun lab run' has written",
        "資料夾 {0} 中沒有實驗；應為 yanyun lab run 所寫的資料夾");
    public static readonly Message ResultsInUse = new("CLI052", Severity.Error,
        "another process is at work in {0}; expected a folder that nobody else writes",
        "另一程序正在使用 {0}；應為無人寫入的資料夾");
    public static readonly Message PairsLeft = new("CLI053", Severity.Warning,
        "stopped by the user; the pairs played are kept; 'yanyun lab resume {0}' goes on",
        "使用者中止；已推演各對均已保存；可用 yanyun lab resume {0} 繼續");
    public static readonly Message StoreFailed = new("CLI054", Severity.Error,
        "the results cannot be kept: {0}; expected a place where SQLite can write",
        "結果無法保存：{0}；應為 SQLite 可以寫入之處");

    public static readonly Message UnknownClaim = new("CLI055", Severity.Error,
        "no claim is called '{0}'; expected one of {1}",
        "沒有主張「{0}」；應為下列之一：{1}");
    public static readonly Message NoBroker = new("CLI056", Severity.Error,
        "'{0}': workers on a broker belong to a later version; expected one of {1}",
        "「{0}」：以訊息佇列分派之推演屬後續版本；應為下列之一：{1}");
    public static readonly Message ClaimStopped = new("CLI057", Severity.Warning,
        "stopped by the user; the pairs played are kept in {0}; the same command goes on",
        "使用者中止；已推演各對均存於 {0}；以同一命令繼續");
    public static readonly Message BegunAnew = new("CLI058", Severity.Warning,
        "the results in {0} are of another experiment or of another build of the program ({1}); they are begun anew",
        "{0} 中是另一實驗或程式另一版本的結果（{1}）；從頭推演");

    public static readonly Message PortTaken = new("CLI060", Severity.Error,
        "nobody can listen on port {0}: it is taken, or not allowed; expected a free one, or 0 for any",
        "無法監聽埠 {0}：已被佔用或不允許；應為空閒的埠，或 0 表示任一");
    public static readonly Message HallInUse = new("CLI061", Severity.Error,
        "another house is open on the games in {0}; expected a folder that no other process uses",
        "另一程序正在使用 {0} 中的對局；應為無人使用的資料夾");
    public static readonly Message NoHall = new("CLI062", Severity.Error,
        "the games in {0} cannot be opened: {1}; expected a folder where SQLite can write",
        "無法開啟 {0} 中的對局：{1}；應為 SQLite 可以寫入的資料夾");
    public static readonly Message BadStore = new("CLI065", Severity.Error,
        "'{0}' is not the address of a database of games; expected {1}",
        "「{0}」不是對局資料庫的位址；應為 {1}");
    public static readonly Message NoDatabase = new("CLI066", Severity.Error,
        "the database {0} cannot be used: {1}; expected a PostgreSQL that answers and in which tables can be made",
        "無法使用資料庫 {0}：{1}；應為有回應且可建立資料表的 PostgreSQL");

    public static readonly Message NotAlone = new("CLI070", Severity.Error,
        "given without {0}; expected both, or neither",
        "缺少 {0}；應兩者並用，或均不用");
    public static readonly Message NotAddress = new("CLI071", Severity.Error,
        "'{0}' is not such an address; expected {1}",
        "「{0}」不是此類地址；應為{1}");
    public static readonly Message NotToken = new("CLI072", Severity.Error,
        "this cannot be a token; expected letters and signs without spaces, as POST /api/tokens gave them",
        "這不是權杖；應為 POST /api/tokens 所得、不含空格的字符");

    public static readonly Message Bug = new("CLI090", Severity.Error,
        "a fault of Yanyun, not of yours: {0}; expected none: please report it with the command line (YANYUN_DEBUG=1 shows where)",
        "這是燕雲的錯誤，並非使用有誤：{0}；不應發生：請附命令行回報（設 YANYUN_DEBUG=1 可見出錯之處）");
    public static readonly Message Stopped = new("CLI091", Severity.Warning,
        "stopped by the user on {0}; what is written is whole up to that day",
        "使用者於 {0} 中止；已寫出的部分完整至該日");
    public static readonly Message BackupOfDatabase = new("CLI093", Severity.Error,
        "--backup copies the file of a house; the games are in a database; expected its own means (pg_dump), as docs/hosting.md has them",
        "--backup 用於本館的檔案，而對局保存在資料庫；應使用資料庫自身的工具（pg_dump），見 docs/hosting.md");
    public static readonly Message NoBackup = new("CLI094", Severity.Error,
        "no copy was made in {0}: {1}; expected a folder with room where files can be made",
        "未能在 {0} 存放副本：{1}；應為有空間、可建立檔案的資料夾");
    public static readonly Message Machine = new("CLI092", Severity.Error,
        "the machine did not let it be read or written: {0}; expected room on the disk and the right to use it",
        "系統不允許讀寫：{0}；應有磁碟空間與使用權限");
}
