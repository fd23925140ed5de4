using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Cli.Front;
using Yanyun.Cli.Mcp;

namespace Yanyun.Cli.Verbs;

/// <summary>Lets a program hold a seat, or read the books, over the Model Context Protocol on standard input and output.</summary>
public sealed class McpVerb : IVerb
{
    private static readonly Bilingual AddressLike = new("the address of a game or of a seat in it, like http://localhost:1140/games/ID or .../games/ID/seats/SEAT",
        "對局或其中職守的地址，如 http://localhost:1140/games/ID 或 .../games/ID/seats/SEAT");

    public VerbSpec Spec { get; } = new("mcp",
        new("let a program hold a seat by the Model Context Protocol, or look up dates, names and causes", "令程式經 Model Context Protocol 擔任職守，或查日期、名稱與因果"),
        [],
        [
            new Option("--game", Takes.Text, "URL", new("address of the game, or of the seat in it; with --seat", "對局或其中職守的地址；與 --seat 並用")),
            new Option("--seat", Takes.Text, "TOKEN", new("token of the seat, from POST /api/tokens; with --game", "職守的權杖，由 POST /api/tokens 取得；與 --game 並用")),
        ],
        ["mcp", "mcp --game http://localhost:1140/games/ID --seat TOKEN"]);

    public Exit Run(Call call)
    {
        var (url, token) = (call.Given.Text("--game"), call.Given.Text("--seat"));
        if (url is null != token is null)
            return Mistake.Usage(url is null ? "--seat" : "--game", CliMessages.NotAlone, null, url is null ? "--game" : "--seat").Tell(call.Error, call.Language);
        SeatAddress? address = null;
        if (url is not null && (address = SeatAddress.Read(url)) is null) return Mistake.Usage("--game", CliMessages.NotAddress, null, url, AddressLike).Tell(call.Error, call.Language);
        if (token is not null && !token.All(c => c is > ' ' and < '\x7f')) return Mistake.Usage("--seat", CliMessages.NotToken, null).Tell(call.Error, call.Language);
        var (library, noLibrary) = Library.Open();
        return noLibrary is not null ? noLibrary.Tell(call.Error, call.Language) : Serve(call, library!, address, token).GetAwaiter().GetResult();
    }

    private static async Task<Exit> Serve(Call call, Library library, SeatAddress? address, string? token)
    {
        var log = TextWriter.Synchronized(call.Error);
        SeatSession? seat = null;
        if (address is not null)
        {
            (seat, var mistake) = await SeatSession.Open(address, token!, call.Language, log, call.Stop);
            if (mistake is not null) return mistake.Tell(call.Error, call.Language);
        }
        await using (seat)
        {
            IReadOnlyList<ToolSpec> tools =
                [.. seat is null ? [] : new SeatTools(seat).All, new WhyTool(seat, call.Language).Spec, .. new BookTools(library, seat?.Scenario, call.Language).All];
            log.WriteLine(seat is null ? "mcp: no game" : $"mcp: {seat.Seat} of game {seat.Game} at {seat.House.House}");
            // Standard output belongs to the protocol: nothing else is ever written there.
            await new McpDoor(tools, call.Language, log).Serve(Console.OpenStandardInput(), Console.OpenStandardOutput(), seat?.Seat, call.Stop);
        }
        return Exit.Done;
    }
}
