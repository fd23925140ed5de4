using System.Diagnostics;
using System.Net;

namespace Server.Tests;

/// <summary>The bots of the docs play real days on a real server.</summary>
public class BotsSpec
{
    [Theory]
    [InlineData("python3", "bot.py", "song-hubei-jingxi-command", new string[0])]
    [InlineData("bash", "bot.sh", "song-court", new[] { "song-huaidong-command" })]
    public async Task The_bot_of_the_docs_plays_three_days(string shell, string bot, string seat, string[] more)
    {
        await using var house = await TestHouse.Open();
        using var me = await house.Guest();
        var game = await me.Game(new Dictionary<string, string> { [seat] = "bot" }, clock: new { mode = "ready" });
        var token = (string)(await me.Post("/api/tokens", new { label = bot, game, seat }, HttpStatusCode.Created))["token"]!;
        var script = Path.Combine(TheShelf.Root, "docs", "bots", bot);
        Assert.InRange(File.ReadAllLines(script).Length, 1, 30);
        using var process = Process.Start(new ProcessStartInfo(shell, [script, house.Address.ToString(), game, seat, token, .. more, "3"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var wrong = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(300_000), "the bot does not come to an end");
        Assert.Equal("", await wrong);
        Assert.Equal(3, (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.Contains("order")));
        Assert.True((int)(await me.Get($"/api/games/{game}"))["day"]! >= 2);
    }
}
