using System.Diagnostics;
using System.Text.Json;

namespace HallBench;

/// <summary>Many games that run by the clock with nobody at them but a few who watch; and games that sleep and are woken.</summary>
internal sealed class Live(Served house)
{
    /// <summary>One address makes no more games than a house lets it in a minute.</summary>
    private const int GamesAVisitor = 100;

    public List<string> Games { get; private init; } = [];

    private readonly List<(string Game, string Owner)> _owners = [];

    /// <summary>The same games in another house on the same data.</summary>
    public Live In(Served other) => new(other) { Games = Games };

    /// <summary>Stops all clocks.</summary>
    public async Task Stop()
    {
        for (var game = 0; game < _owners.Count; game++)
        {
            using var line = await Line.Open(game, house.Address);
            (await line.Ask(Line.Request("PUT", $"/api/games/{_owners[game].Game}/clock", house.Address, _owners[game].Owner, """{"mode":"paused"}"""))).Expect(204);
        }
    }

    public async Task Make(int games, string clock)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, (games + GamesAVisitor - 1) / GamesAVisitor), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (visitor, _) =>
        {
            using var line = await Line.Open(100_000 + visitor, house.Address);
            var guest = await line.Ask(Line.Request("POST", "/api/guests", house.Address));
            guest.Expect(201);
            var cookie = guest.Cookie;
            for (var game = visitor * GamesAVisitor; game < Math.Min(games, (visitor + 1) * GamesAVisitor); game++)
            {
                var wish = $$"""{"scenario":"{{Tables.Scenario}}","clock":{{clock}},"seed":{{game + 1}},"open":true}""";
                var made = (await line.Ask(Line.Request("POST", "/api/games", house.Address, cookie, wish))).Expect(201);
                var id = JsonDocument.Parse(made).RootElement.GetProperty("id").GetString()!;
                lock (Games)
                {
                    Games.Add(id);
                    _owners.Add((id, cookie));
                }
            }
        });
    }

    /// <summary>Days done of every game.</summary>
    public async Task<Dictionary<string, int>> Days()
    {
        using var line = await Line.Open(0, house.Address);
        var body = (await line.Ask(Line.Request("GET", "/api/games", house.Address))).Expect(200);
        return JsonDocument.Parse(body).RootElement.EnumerateArray().ToDictionary(game => game.GetProperty("id").GetString()!, game => game.GetProperty("day").GetInt32());
    }

    /// <summary>Lets them run; answers days a second, the least that any game did, processor time a second, and how far from its beat each watched day came.</summary>
    public async Task<(double ASecond, int Least, double Cpu, Times Off)> Run(double seconds, int watched, double beat)
    {
        var (off, lines) = (new Times(), new List<Line>());
        for (var w = 0; w < watched; w++)
        {
            var line = await Line.Open(120_000 + w, house.Address);
            lines.Add(line);
            long last = 0;
            var ear = new Ear(line) { Heard = (word, now) =>
            {
                if (word != Ear.Word.Day) return;
                if (last > 0) off.Add(Math.Abs((now - last) * 1000.0 / Stopwatch.Frequency - beat));
                last = now;
            } };
            _ = ear.Listen(Line.Request("GET", $"/api/games/{Games[w * Games.Count / watched]}/stream", house.Address), new byte[4096]);
        }
        var (before, cpu, began) = (await Days(), house.Cpu, Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        var (after, took) = (await Days(), Stopwatch.GetElapsedTime(began).TotalSeconds);
        cpu = (house.Cpu - cpu) / took;
        foreach (var line in lines) line.Dispose();
        var done = Games.Select(game => after[game] - before[game]).ToList();
        return (done.Sum() / took, done.Min(), cpu, off);
    }

    /// <summary>Asks once for every game, one after the other.</summary>
    public async Task<Times> AskAll()
    {
        var times = new Times();
        for (var game = 0; game < Games.Count; game++)
        {
            using var line = await Line.Open(game % 200, house.Address);
            var request = Line.Request("GET", $"/api/games/{Games[game]}/table", house.Address);
            var began = Stopwatch.GetTimestamp();
            (await line.Ask(request)).Expect(200);
            times.Since(began, Stopwatch.GetTimestamp());
        }
        return times;
    }
}
