using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Server.Games;

namespace Yanyun.Server.Http;

/// <summary>The words of the plain pages.</summary>
internal static class PageTexts
{
    public static readonly Bilingual
        Title = new("Yanyun", "燕雲"),
        About = new("The wars of Song, Liao and Jin, day by day. This is the server's plain page; programs use /api, described at /openapi/v1.json.",
            "宋、遼、金之戰，逐日推演。此為伺服器的簡明頁面；程式可用 /api，其說明見 /openapi/v1.json。"),
        Scenarios = new("Scenarios", "劇本"),
        Games = new("Games", "對局"),
        NoGames = new("None yet.", "尚無。"),
        Make = new("Make a game", "開局"),
        Name = new("Title", "標題"),
        Watch = new("watch only (everybody sees everything)", "僅旁觀（人人可見全局）"),
        SitAs = new("You", "您"),
        Day = new("Day", "第幾日"),
        State = new("State", "狀態"),
        Clock = new("Clock", "時鐘"),
        SetIt = new("Set", "設定"),
        Seat = new("Seat", "職守"),
        Holder = new("Held by", "擔任者"),
        Take = new("Take this seat", "就座"),
        Leave = new("Leave it to a mind", "交予機器"),
        View = new("what it sees", "所見"),
        Chronicle = new("Chronicle", "編年"),
        Record = new("Record (.yanyun)", "記錄（.yanyun）"),
        Office = new("Office", "職事"),
        Forces = new("Forces heard of", "所聞部隊"),
        Places = new("Places heard of", "所聞城邑"),
        AsOf = new("as of", "時間"),
        Men = new("men, about", "約有兵"),
        Where = new("where", "所在"),
        Doing = new("doing", "動向"),
        Waiting = new("Orders that wait for the day to turn", "待發命令"),
        Undo = new("take back", "撤回"),
        Order = new("Give an order, as in: march force=yue-beiwei to=yingchang", "下令，例如：march force=yue-beiwei to=yingchang"),
        Give = new("Give", "下令"),
        Ready = new("Ready: no more today", "今日事畢"),
        Back = new("back", "返回"),
        Accept = new("Accept the invitation", "接受邀請"),
        Invited = new("You are invited to a seat", "您獲邀就一職守"),
        Refused = new("Not done", "未執行"),
        Mine = new("yours", "您"),
        Days = new("days", "日");

    /// <summary>What a force was last seen doing.</summary>
    public static Bilingual Of(Doing doing) => doing switch
    {
        Yanyun.Engine.Doing.Standing => new("stands", "駐"),
        Yanyun.Engine.Doing.Marching => new("on the march", "行軍"),
        Yanyun.Engine.Doing.Waiting => new("waits on the road", "途中待"),
        Yanyun.Engine.Doing.Besieging => new("besieges", "圍城"),
        Yanyun.Engine.Doing.Besieged => new("is besieged", "被圍"),
        Yanyun.Engine.Doing.Retreating => new("falls back", "退軍"),
        Yanyun.Engine.Doing.Routed => new("in flight", "潰走"),
        Yanyun.Engine.Doing.Hidden => new("in hiding", "潛伏"),
        _ => new("no more", "已亡"),
    };

    /// <summary>Who leads a seat.</summary>
    public static Bilingual Of(HolderKind kind) => kind switch
    {
        HolderKind.Historical => new("history's decisions", "依史事"),
        HolderKind.Heuristic => new("a mind of the house", "本館機器"),
        HolderKind.Person => new("a person", "人"),
        HolderKind.Bot => new("a program", "程式"),
        _ => new("nobody", "無"),
    };

    /// <summary>How the clock runs.</summary>
    public static Bilingual Of(ClockMode mode) => mode switch
    {
        ClockMode.Speed => new("runs", "進行"),
        ClockMode.Ready => new("turns when all are ready", "眾人事畢即進"),
        ClockMode.Slow => new("by letter", "通信"),
        _ => new("paused", "暫停"),
    };

    public static readonly IReadOnlyList<(string Value, Bilingual Text)> Clocks =
    [
        ("paused", new("paused", "暫停")),
        ("speed1", new("a day in 5 seconds", "五秒一日")),
        ("speed2", new("a day in 2 seconds", "二秒一日")),
        ("speed3", new("a day a second", "一秒一日")),
        ("speed4", new("two days a second", "每秒二日")),
        ("speed5", new("five days a second", "每秒五日")),
        ("ready", new("when all are ready", "眾人事畢即進")),
        ("slow", new("by letter: a day a day", "通信：每日一日")),
    ];
}
