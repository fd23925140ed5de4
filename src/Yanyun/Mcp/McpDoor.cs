using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Cli.Front;

namespace Yanyun.Cli.Mcp;

/// <summary>Offers tools to a program over the Model Context Protocol. What it reads and writes is the protocol and nothing else; what goes wrong is logged.</summary>
public sealed class McpDoor(IReadOnlyList<ToolSpec> tools, Language language, TextWriter log)
{
    private static readonly Bilingual
        OfBooks = new("The calendar and the gazetteer of Yanyun, wars of Song, Liao and Jin, 1111-1142, and the causes of what happened in a record of a run.",
            "燕雲（宋遼金之戰，1111-1142）的曆法與名錄，以及推演記錄中事件的因果。"),
        OfSeat = new("You hold the seat {0} of a game of Yanyun, a war of Song, Liao and Jin run day by day. You know what riders have told you, with the day it is true of; "
            + "orders ride, and commanders obey, put off or refuse. Each day: view (sections are shorter than the whole), orders, give, then ready; wait until=day tells what changed.",
            "您擔任燕雲（宋遼金之戰，逐日推演）一局的職守 {0}。所知皆由使者傳來，各有其日；命令亦由使者遞送，將領或從或緩或拒。每日：view（分節較全部為短）、orders、give，然後 ready；"
            + "wait until=day 告知變化。");

    /// <summary>Serves until the program closes its end, or the user asks to stop.</summary>
    /// <param name="seat">The seat that is held; null without a game.</param>
    public async Task Serve(Stream input, Stream output, string? seat, CancellationToken stop)
    {
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "yanyun", Version = Engine.RulesVersion.Current.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            ServerInstructions = seat is null ? OfBooks.In(language) : string.Format(System.Globalization.CultureInfo.InvariantCulture, OfSeat.In(language), seat),
            Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. tools.Select(Listed)] }),
                CallToolHandler = async (request, stopCall) => Result(await Call(request.Params?.Name ?? "", request.Params?.Arguments, stopCall)),
            },
        };
        await using var transport = new StreamServerTransport(input, output, "yanyun");
        await using var server = McpServer.Create(transport, options);
        try
        {
            await server.RunAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private Tool Listed(ToolSpec tool) => new()
    {
        Name = tool.Name, Description = tool.Help.In(language), InputSchema = tool.Schema(language),
        Annotations = new ToolAnnotations { ReadOnlyHint = tool.Reads, DestructiveHint = false, OpenWorldHint = false },
    };

    private static CallToolResult Result(ToolAnswer answer) => new() { Content = [new TextContentBlock { Text = answer.Text }], IsError = answer.Failed };

    private async Task<ToolAnswer> Call(string name, IDictionary<string, JsonElement>? given, CancellationToken stop)
    {
        var names = tools.Select(tool => tool.Name).ToList();
        if (tools.FirstOrDefault(tool => tool.Name == name) is not { } called)
            return ToolAnswer.Refused(language, McpMessages.UnknownTool, Nearest.To(name, names), name, names);
        try
        {
            return called.Check(given, language) ?? await called.Act(new Arguments(given), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ToolAnswer.Refused(language, CliMessages.Machine, null, e.Message);
        }
        catch (Exception fault)
        {
            await log.WriteLineAsync($"mcp: {name}: {fault}");
            return ToolAnswer.Refused(language, McpMessages.Bug, null, fault.Message);
        }
    }
}
