using Yanyun.Chronicle.Reading;

namespace Yanyun.Server;

/// <summary>What the hall answers when it does not do what it was asked. Codes are stable: clients may rely on them.</summary>
public static class HallMessages
{
    public static readonly Message UnknownScenario = new("HAL001", Severity.Error,
        "no scenario is called '{0}'; expected one of {1}",
        "沒有劇本「{0}」；應為下列之一：{1}");
    public static readonly Message UnknownGame = new("HAL002", Severity.Error,
        "there is no game '{0}' that you may see; expected the id of one, as GET /api/games lists them",
        "沒有您可見的對局「{0}」；應為 GET /api/games 所列的編號");
    public static readonly Message UnknownSeat = new("HAL003", Severity.Error,
        "no seat of this scenario is called '{0}'; expected one of {1}",
        "此劇本沒有職守「{0}」；應為下列之一：{1}");
    public static readonly Message OtherRules = new("HAL004", Severity.Error,
        "the game is pinned to rules version {0} and this house plays version {1}; expected a house of rules version {0}: export it there",
        "此對局依規則第 {0} 版進行，本館為第 {1} 版；應使用規則第 {0} 版的程式");
    public static readonly Message OtherScenario = new("HAL005", Severity.Error,
        "the files of scenario {0} have changed since the game was made: their hash was {1} and is {2}; expected the files it was made with",
        "劇本 {0} 的檔案在開局後已經改動：其雜湊原為 {1}，現為 {2}；應使用開局時的檔案");
    public static readonly Message Damaged = new("HAL006", Severity.Error,
        "entry {0} of the log (after day {1}) is not what was written; the game is set apart; expected an unbroken chain: restore it from a backup",
        "日誌第 {0} 條（第 {1} 日之後）與寫入時不同；此對局已隔離；應為不間斷的鏈：請自備份恢復");
    public static readonly Message RunsDifferently = new("HAL007", Severity.Error,
        "day {0} does not give the world that the log names; the game is set apart with its log; expected the same world from the same orders",
        "第 {0} 日重演所得與日誌所載不同；此對局及其日誌已隔離；同樣命令應得同樣的世界");
    public static readonly Message Quarantined = new("HAL008", Severity.Error,
        "the game is set apart: {0}; expected a sound one",
        "此對局已隔離：{0}；應為完好者");
    public static readonly Message Busy = new("HAL009", Severity.Error,
        "another node wrote to the game at the same time; nothing was done; expected to be asked again",
        "另一節點同時寫入此對局；未作任何改動；請重試");
    public static readonly Message StoreFailed = new("HAL010", Severity.Error,
        "the store cannot keep it now: {0}; nothing was done; expected room on the disk and the right to write",
        "目前無法保存：{0}；未作任何改動；應有磁碟空間與寫入權限");

    public static readonly Message StoreUnsure = new("HAL011", Severity.Error,
        "the store broke off while it kept this: {0}; whether it is done is not known; expected you to look, or to ask again: "
        + "an order that names its \"number\" is kept once however often it is asked for",
        "保存途中中斷：{0}；是否已保存，尚不可知；請查看，或再次請求：命令若附 number，無論請求幾次只保存一次");

    public static readonly Message Over = new("HAL020", Severity.Error,
        "the game has ended; expected one that goes on, or a fork of this one",
        "對局已經結束；應為進行中的對局，或由此另開分支");
    public static readonly Message OpenGame = new("HAL021", Severity.Error,
        "this game is open: everybody sees all of it, so nobody can sit in it; expected a fork to play in",
        "此為公開對局，人人可見全局，故不可就座；請另開分支以參與");
    public static readonly Message SeatTaken = new("HAL022", Severity.Error,
        "the seat {0} is held by {1}; expected a seat held by a mind, or an invitation from its holder",
        "職守 {0} 由 {1} 擔任；應為由機器擔任的職守，或持其邀請");
    public static readonly Message NotYours = new("HAL023", Severity.Error,
        "the seat {0} is not yours; expected one that you hold",
        "職守 {0} 不歸您擔任；應為您所擔任者");
    public static readonly Message NotWaiting = new("HAL024", Severity.Error,
        "no order {0} of this seat waits: it was taken back, or it rides already; expected one of those that the view lists; "
        + "a rider can only be overtaken by another order",
        "此職守沒有待發的第 {0} 道命令：已撤回，或使者已出；應為所見待發命令之一；已發之令只能再令追改");
    public static readonly Message Refused = new("HAL025", Severity.Error,
        "refused at the desk ({0}): {1}; expected an order that the seat may give by what it knows today",
        "命令未獲接受（{0}）：{1}；應為該職守依今日所知可以發出的命令");
    public static readonly Message TooManyWaiting = new("HAL026", Severity.Error,
        "{0} orders wait already; expected at most so many a day",
        "待發命令已有 {0} 道；每日至多如此");
    public static readonly Message StaleDay = new("HAL027", Severity.Error,
        "the order was meant for day {0} and the game stands at day {1}; expected the order to name the day that its view shows",
        "命令針對第 {0} 日，對局已至第 {1} 日；應以所見之日為準");

    public static readonly Message OtherNumber = new("HAL028", Severity.Error,
        "the order was to be number {0}, which is another one or has ridden, or is not the next; the next of this seat is {1}; expected that, or a look at /history",
        "命令欲為第 {0} 道，然該道為他令、使者已出，或非下一道；此職守的下一道為第 {1} 道；應為該數，或查看 /history");

    public static readonly Message NotClock = new("HAL030", Severity.Error,
        "no clock goes like this; expected mode paused, ready, speed with \"speed\" 1-5, or slow with \"seconds\" {0}-{1}",
        "時鐘設定無效；應為 paused、ready、speed（附 speed 1-5）或 slow（附 seconds {0}-{1}）");
    public static readonly Message NotOwner = new("HAL031", Severity.Error,
        "only who made the game may do this; expected a call by its owner",
        "只有開局者可以如此；應由開局者操作");
    public static readonly Message NotHolder = new("HAL032", Severity.Error,
        "'{0}' is no kind of holder; expected one of {1}",
        "「{0}」不是擔任職守的方式；應為下列之一：{1}");
    public static readonly Message BadTitle = new("HAL033", Severity.Error,
        "the title is empty, longer than {0} characters or has control characters in it; expected plain words",
        "標題為空、超過 {0} 字或含控制字元；應為普通文字");
    public static readonly Message NoDay = new("HAL034", Severity.Error,
        "day {0} is not done in this game; expected a day from 0 to {1}",
        "此對局未至第 {0} 日；應為 0 至 {1}");
    public static readonly Message StillHidden = new("HAL035", Severity.Error,
        "others sit in this game, and this would tell what they do not know; expected a game that is open, has ended, or that you play alone",
        "此對局中尚有他人就座，如此將洩露其所不知；應為公開、已結束或僅您一人參與的對局");
    public static readonly Message NoHistory = new("HAL036", Severity.Error,
        "the scenario {0} has no record of history made under these rules and files; expected a scenario with one",
        "劇本 {0} 沒有依現行規則與檔案寫成的史事記錄；應為具有者");
    public static readonly Message BadRecord = new("HAL037", Severity.Error,
        "the record is not taken: {0}; expected a .yanyun record that verifies here",
        "記錄未獲接受：{0}；應為可在此驗證的 .yanyun 記錄");
    public static readonly Message BadSet = new("HAL038", Severity.Error,
        "the scenario is not to be had like this: {0}; expected changes as path=value",
        "劇本不能如此更改：{0}；應為 path=value 形式的改動");
    public static readonly Message RecordDayDiffers = new("HAL039", Severity.Error,
        "its day {0} does not run again to the world that it names",
        "其第 {0} 日重演所得與所載不同");

    public static readonly Message OtherSide = new("HAL040", Severity.Error,
        "you hold {0}, of the other side, and others play too; expected a seat of one side alone",
        "您已擔任對方的 {0}，且另有他人參與；只可擔任一方的職守");
    public static readonly Message NotInvited = new("HAL041", Severity.Error,
        "the game is not listed and you were not invited to this seat; expected an invitation",
        "此對局未公開列出，您亦未獲邀就此職；應持邀請");
    public static readonly Message NoInvitation = new("HAL042", Severity.Error,
        "there is no such invitation, or it was revoked; expected one that stands",
        "沒有此邀請，或已撤回；應為有效的邀請");
    public static readonly Message NotShown = new("HAL043", Severity.Error,
        "you may not see what the seat {0} sees; expected a seat that you hold or were invited to watch, or a game that is open or over",
        "您不可見職守 {0} 之所見；應為您所擔任或受邀旁觀者，或公開、已結束的對局");

    public static readonly Message NothingKnown = new("HAL044", Severity.Error,
        "the seat {0} knows nothing of why with '{1}'; expected a force or place that it has heard of, a command under it, or itself",
        "職守 {0} 於「{1}」一無所知；應為其所聞的部隊或地點、其下的職守，或本職守");

    public static readonly Message NobodyKnown = new("HAL050", Severity.Error,
        "nobody is known by this request; expected the cookie of a guest (POST /api/guests) or \"Authorization: Bearer\" with a token",
        "無法識別請求者；應附訪客的 cookie（POST /api/guests）或「Authorization: Bearer」權杖");
    public static readonly Message Forged = new("HAL051", Severity.Error,
        "the request carries a cookie but does not come from a page of this house; expected its Origin, or the header X-Yanyun-Token from GET /api/me",
        "請求附有 cookie，卻非來自本館頁面；應有本館的 Origin，或 GET /api/me 所給的 X-Yanyun-Token");
    public static readonly Message TokenTooNarrow = new("HAL052", Severity.Error,
        "the token is for the seat {0} of the game {1} alone; expected a request for that seat",
        "此權杖僅用於對局 {1} 的職守 {0}；應僅就該職守請求");
    public static readonly Message BadName = new("HAL053", Severity.Error,
        "'{0}' is no name for an account; expected {1} to {2} letters, digits, hanzi, '-' or '_'",
        "「{0}」不可作帳號名；應為 {1} 至 {2} 個字母、數字、漢字、「-」或「_」");
    public static readonly Message NameTaken = new("HAL054", Severity.Error,
        "the name '{0}' is taken; expected another",
        "名稱「{0}」已被使用；應另選一名");
    public static readonly Message WeakPassword = new("HAL055", Severity.Error,
        "the password is shorter than {0} or longer than {1} characters; expected one between",
        "密碼短於 {0} 或長於 {1} 字；應在其間");
    public static readonly Message WrongPassword = new("HAL056", Severity.Error,
        "the name and the password, or the recovery code, do not belong together; expected those of one account",
        "名稱與密碼（或恢復碼）不符；應為同一帳號者");
    public static readonly Message HasName = new("HAL057", Severity.Error,
        "this account has a name already: {0}; expected a guest",
        "此帳號已有名稱：{0}；應為訪客");

    public static readonly Message NotJson = new("HAL060", Severity.Error,
        "the body is not the JSON that is expected here: {0}; expected an object as /openapi/v1.json describes it",
        "內容不是此處應有的 JSON：{0}；應為 /openapi/v1.json 所述的物件");
    public static readonly Message NotJsonType = new("HAL061", Severity.Error,
        "the body is of type '{0}'; expected Content-Type: {1}",
        "內容類型為「{0}」；應為 Content-Type: {1}");
    public static readonly Message TooLarge = new("HAL062", Severity.Error,
        "the body is larger than {0} bytes; expected less",
        "內容超過 {0} 位元組；應更小");
    public static readonly Message TooMany = new("HAL063", Severity.Error,
        "too many requests at once; expected a pause of some seconds",
        "請求過於頻繁；請稍候數秒");
    public static readonly Message OtherHost = new("HAL064", Severity.Error,
        "the request is for the host '{0}', which is not this house; expected one of {1}",
        "請求的主機為「{0}」，並非本館；應為下列之一：{1}");
    public static readonly Message NoSuchPath = new("HAL065", Severity.Error,
        "nothing is served at this path; expected one of those in /openapi/v1.json",
        "此路徑沒有內容；應為 /openapi/v1.json 所列者");
    public static readonly Message NoSuchEvent = new("HAL095", Severity.Error,
        "no event of this history has the id '{0}'; expected one as its days name them: 1140-06-15.17",
        "此史中無編號為「{0}」的事件；應如各日所載：1140-06-15.17");
    public static readonly Message NoEntry = new("HAL096", Severity.Error,
        "the encyclopaedia has nothing under '{0}'; expected a place, person, seat or force of the scenario",
        "辭典中沒有「{0}」；應為本劇本的地點、人物、職守或部隊");
    public static readonly Message OtherMethod = new("HAL066", Severity.Error,
        "the path does not take this method; expected one of those in /openapi/v1.json",
        "此路徑不接受該方法；應為 /openapi/v1.json 所列者");
    public static readonly Message BadEventId = new("HAL067", Severity.Error,
        "Last-Event-ID is '{0}'; expected the id of an event of this stream, a whole number up to {1}",
        "Last-Event-ID 為「{0}」；應為此串流的事件編號，不大於 {1} 的整數");
    public static readonly Message BadValue = new("HAL068", Severity.Error,
        "'{0}' is '{1}'; expected {2}",
        "「{0}」為「{1}」；應為{2}");
    public static readonly Message UnknownWhatIf = new("HAL070", Severity.Error,
        "there is no what-if '{0}' of yours; expected the id of one, as GET /api/whatifs lists them",
        "您沒有推演「{0}」；應為 GET /api/whatifs 所列的編號");
    public static readonly Message BadQuestion = new("HAL071", Severity.Error,
        "the what-if cannot be played: {0}; expected change, outcomes and horizons as docs/lab.md describes them",
        "此推演無法進行：{0}；change、outcomes、horizons 應如 docs/lab.md 所述");
    public static readonly Message TooMuchAsked = new("HAL072", Severity.Error,
        "{0} pairs and {1} figures (outcomes times horizons) are asked for; expected at most {2} and {3}",
        "所求為 {0} 對、{1} 個數字（結果數乘期限數）；至多 {2} 對、{3} 個");
    public static readonly Message TooManyWhatIfs = new("HAL073", Severity.Error,
        "{0} what-ifs of yours are not over yet; expected at most so many at once: wait for one, or stop one",
        "您尚有 {0} 項推演未畢；同時至多如此：請待其一完成，或停止其一");
    public static readonly Message TooManyKept = new("HAL074", Severity.Error,
        "{0} what-ifs of yours are kept; expected at most so many: take one away with DELETE",
        "您保存的推演已有 {0} 項；至多如此：請以 DELETE 除去其一");
    public static readonly Message HouseBusy = new("HAL075", Severity.Error,
        "{0} what-ifs of all visitors wait to be played; expected fewer: ask again later",
        "各方待推演者已有 {0} 項；請稍後再試");

    public static readonly Message NoSuchReplay = new("HAL097", Severity.Error,
        "there is no replay with the seed {0}; expected a whole number from 1 to {1}",
        "無種子為 {0} 的推演；應為 1 至 {1} 的整數");
    public static readonly Message OtherWar = new("HAL098", Severity.Error,
        "'{0}' is a history of '{1}'; expected one of '{2}', as both must be of one war",
        "「{0}」為「{1}」之史；應為「{2}」之史，二者須屬同一戰事");
    public static readonly Message NoTable = new("HAL099", Severity.Error,
        "there is no table '{0}'; expected one of {1}",
        "沒有表「{0}」；應為下列之一：{1}");
    public static readonly Message BadChange = new("HAL045", Severity.Error,
        "change {0} of the fork cannot be made: {1}; expected do to be drop, delay (days 1 to 60), replace or add, and order the number of an order of that day",
        "分支之第 {0} 項改動無法進行：{1}；do 應為 drop、delay（days 為 1 至 60）、replace 或 add，order 應為該日命令之編號");

    public static readonly Message Fault = new("HAL090", Severity.Error,
        "a fault of Yanyun, not of yours; expected none: it is in the log as {0}",
        "這是燕雲的錯誤，並非請求有誤；已記入日誌，編號 {0}");
}
