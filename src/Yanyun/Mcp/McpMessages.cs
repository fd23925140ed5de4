using Yanyun.Chronicle.Reading;

namespace Yanyun.Cli.Mcp;

/// <summary>What can be wrong with a call of a tool, beside what the house answers. Codes are stable: programs may rely on them.</summary>
public static class McpMessages
{
    public static readonly Message UnknownTool = new("MCP001", Severity.Error,
        "no tool is called '{0}'; expected one of {1}",
        "沒有工具「{0}」；應為下列之一：{1}");
    public static readonly Message UnknownArgument = new("MCP002", Severity.Error,
        "the tool takes no '{0}'; expected one of {1}",
        "此工具沒有參數「{0}」；應為下列之一：{1}");
    public static readonly Message ArgumentMissing = new("MCP003", Severity.Error,
        "'{0}' is missing; expected {1}",
        "缺少「{0}」；應為{1}");
    public static readonly Message WrongKind = new("MCP004", Severity.Error,
        "'{0}' is {1}; expected {2}",
        "「{0}」為 {1}；應為{2}");
    public static readonly Message NotWord = new("MCP005", Severity.Error,
        "'{0}' is '{1}'; expected one of {2}",
        "「{0}」為「{1}」；應為下列之一：{2}");
    public static readonly Message OutOfRange = new("MCP006", Severity.Error,
        "'{0}' is {1}; expected {2} to {3}",
        "「{0}」為 {1}；應在 {2} 至 {3} 之間");
    public static readonly Message AboutOrRecord = new("MCP007", Severity.Error,
        "this does not say what is asked about; expected {0}",
        "未說明所問何事；應為{0}");

    public static readonly Message NoAnswer = new("MCP010", Severity.Error,
        "the house at {0} does not answer: {1}; expected one that runs: yanyun serve",
        "{0} 處沒有回應：{1}；應有執行中的 yanyun serve");
    public static readonly Message NotYanyun = new("MCP011", Severity.Error,
        "what answers at {0} (status {1}) is not a house of Yanyun; expected the address of a game that yanyun serve told",
        "{0} 處的回應（狀態 {1}）並非燕雲；應為 yanyun serve 所給的對局地址");
    public static readonly Message TokenRefused = new("MCP012", Severity.Error,
        "the house does not know this token; expected one made by POST /api/tokens and not revoked",
        "此權杖未獲承認；應為 POST /api/tokens 所得且未撤回者");
    public static readonly Message WhichSeat = new("MCP013", Severity.Error,
        "neither the address nor the token says which seat; expected a token for one seat, or an address that ends in /seats/ and one of {0}",
        "地址與權杖均未指明職守；應為單一職守的權杖，或以 /seats/ 加下列之一結尾的地址：{0}");
    public static readonly Message Told = new("MCP014", Severity.Error,
        "the house refuses {0} ({1}): {2}; expected a seat that this token speaks for",
        "{0} 未獲允許（{1}）：{2}；應為此權杖可用的職守");

    public static readonly Message NothingCalled = new("MCP020", Severity.Error,
        "nothing in the gazetteer is called '{0}'; expected a place, person, seat or polity by slug, English name or hanzi",
        "地名人名錄中沒有「{0}」；應為地點、人物、職守或政權的代稱、英文名或漢字");
    public static readonly Message NoScenario = new("MCP021", Severity.Error,
        "the scenario {0} of the game is not beside this program; expected one of {1}",
        "程式旁沒有此對局的劇本 {0}；應為下列之一：{1}");
    public static readonly Message NothingSaid = new("MCP022", Severity.Error,
        "the view tells no answer about '{0}'; expected one of {1}",
        "所見之中沒有關於「{0}」的回覆；應為下列之一：{1}");
    public static readonly Message Bug = new("MCP090", Severity.Error,
        "a fault of Yanyun, not of yours: {0}; expected none: please report it",
        "這是燕雲的錯誤，並非使用有誤：{0}；不應發生：請回報");
}
