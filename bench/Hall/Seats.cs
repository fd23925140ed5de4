using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace HallBench;

/// <summary>Somebody who sits in a game: his line for orders, his stream, and the orders he gives by turns.</summary>
internal sealed class Sitter(Line line, byte[][] orders)
{
    private int _said;
    private long _askedAt;

    public Ear? Ear { get; set; }
    public bool Busy { get; private set; }

    /// <summary>Gives the next order. The time counts from when it was due, so that what kept it waiting here counts too.</summary>
    public async Task Give(long due, Load load)
    {
        Busy = true;
        Volatile.Write(ref _askedAt, due);
        try
        {
            var answer = await line.Ask(orders[_said++ % orders.Length]);
            if (answer.Status == 201) load.Answered.Since(due, Stopwatch.GetTimestamp());
            else load.Refuse(answer.Body);
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>The stream has told of an order.</summary>
    public void Told(long now, Load load)
    {
        if (Interlocked.Exchange(ref _askedAt, 0) is > 0 and var due) load.Told.Since(due, now);
    }
}

/// <summary>What came of giving orders for a while.</summary>
internal sealed class Load
{
    private int _refused;
    private string? _first;

    /// <summary>From when an order was due until its answer was here: it is durable.</summary>
    public Times Answered { get; } = new();

    /// <summary>From the same until the giver's own stream told of it.</summary>
    public Times Told { get; } = new();

    public double Seconds { get; set; }
    public double Cpu { get; set; }
    public int Missed { get; set; }
    public long Days { get; set; }
    public double ASecond => Answered.Count / Seconds;

    public string? Fault => _refused == 0 ? null : $"{_refused} refused, the first: {_first}";

    public void Refuse(string why)
    {
        if (Interlocked.Increment(ref _refused) == 1) _first = why;
    }
}

/// <summary>Games in which two people sit against each other, each with his stream open.</summary>
internal sealed class Tables(Served house) : IDisposable
{
    public const string Scenario = "1140-henan";
    private static readonly string[] s_seats = ["song-court", "jin-court"];

    private readonly List<Line> _lines = [];
    private readonly List<string> _owners = [];
    private long _days;
    private Load? _load;

    public List<Sitter> Sitters { get; } = [];
    public List<string> Games { get; } = [];

    /// <summary>Sets up tables with a clock, two at each, and opens their streams.</summary>
    public async Task Set(int tables, string clock)
    {
        var orders = await Legal();
        var seated = new Sitter[tables * 2];
        var games = new string[tables];
        var owners = new string[tables];
        await Parallel.ForEachAsync(Enumerable.Range(0, tables), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (table, stop) =>
        {
            for (var side = 0; side < 2; side++)
            {
                var visitor = table * 2 + side + 1;
                var line = await Line.Open(visitor, house.Address);
                var cookie = await Guest(line);
                if (side == 0)
                {
                    owners[table] = cookie;
                    var made = (await line.Ask(Request("POST", "/api/games", cookie, $$$"""{"scenario":"{{{Scenario}}}","seed":{{{table + 1}}},"clock":{{{clock}}},"seats":{"{{{s_seats[0]}}}":"person"}}"""))).Expect(201);
                    games[table] = JsonDocument.Parse(made).RootElement.GetProperty("id").GetString()!;
                }
                else (await line.Ask(Request("PUT", $"/api/games/{games[table]}/seats/{s_seats[1]}", cookie, """{"holder":"person"}"""))).Expect(204);
                var path = $"/api/games/{games[table]}/seats/{s_seats[side]}";
                var sitter = seated[visitor - 1] = new Sitter(line, [.. orders[side].Select(order => Request("POST", path + "/orders", cookie, order))]);
                var stream = await Line.Open(visitor, house.Address);
                var ear = sitter.Ear = new Ear(stream);
                ear.Heard = (word, now) => Heard(sitter, word, now);
                _ = ear.Listen(Request("GET", path + "/stream", cookie), GC.AllocateUninitializedArray<byte>(4096));
                lock (_lines) _lines.AddRange(line, stream);
                while (ear.Events == 0) await Task.Delay(1, stop);
            }
        });
        Sitters.AddRange(seated);
        Games.AddRange(games);
        _owners.AddRange(owners);
    }

    private byte[] Request(string method, string path, string? cookie = null, string? json = null) => Line.Request(method, path, house.Address, cookie, json);

    private async Task<string> Guest(Line line)
    {
        var answer = await line.Ask(Request("POST", "/api/guests"));
        answer.Expect(201);
        return answer.Cookie;
    }

    private void Heard(Sitter sitter, Ear.Word word, long now)
    {
        if (_load is not { } load) return;
        if (word == Ear.Word.Given) sitter.Told(now, load);
        else if (word == Ear.Word.Day) Interlocked.Increment(ref _days);
    }

    /// <summary>Two orders for each side, as the house itself lists them as legal.</summary>
    private async Task<string[][]> Legal()
    {
        using var line = await Line.Open(0, house.Address);
        var cookie = await Guest(line);
        var legal = new string[2][];
        for (var side = 0; side < 2; side++)
        {
            var made = (await line.Ask(Request("POST", "/api/games", cookie, $$$"""{"scenario":"{{{Scenario}}}","seats":{"{{{s_seats[side]}}}":"person"}}"""))).Expect(201);
            var path = $"/api/games/{JsonDocument.Parse(made).RootElement.GetProperty("id").GetString()}/seats/{s_seats[side]}/orders";
            var force = await First(line, cookie, path + "/hold", "force");
            var place = await First(line, cookie, $"{path}/hold?force={force[0]}", "place");
            legal[side] = [.. place.Take(2).Select(to => $$$"""{"verb":"hold","args":{"force":"{{{force[0]}}}","place":"{{{to}}}"}}""")];
        }
        return legal;
    }

    private async Task<List<string>> First(Line line, string cookie, string path, string name)
    {
        var body = (await line.Ask(Request("GET", path, cookie))).Expect(200);
        foreach (var field in JsonDocument.Parse(body).RootElement.GetProperty("fields").EnumerateArray())
            if (field.GetProperty("name").GetString() == name)
                return [.. field.GetProperty("values").EnumerateArray().Select(value => value.GetString()!)];
        throw new IOException($"no {name} in {body}");
    }

    /// <summary>Gives orders for a while, by turns of the seats.</summary>
    /// <param name="aSecond">So many a second, whatever becomes of them; 0: always <paramref name="atOnce"/> under way.</param>
    public async Task<Load> Give(double seconds, int aSecond, int atOnce)
    {
        var load = _load = new Load();
        Interlocked.Exchange(ref _days, 0);
        var (cpu, began) = (house.Cpu, Stopwatch.GetTimestamp());
        if (aSecond > 0) await Paced(load, began, seconds, aSecond);
        else await Task.WhenAll(Enumerable.Range(0, atOnce).Select(first => Closed(load, began, seconds, first, atOnce)));
        load.Seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        load.Cpu = (house.Cpu - cpu) / load.Seconds;
        for (var tries = 0; tries < 200 && Sitters.Exists(sitter => sitter.Busy); tries++) await Task.Delay(10);
        load.Days = Interlocked.Read(ref _days);
        _load = null;
        if (Sitters.Select(sitter => sitter.Ear!.Fault).FirstOrDefault(fault => fault is not null) is { } fault) load.Refuse(fault);
        return load;
    }

    private async Task Closed(Load load, long began, double seconds, int first, int step)
    {
        for (var at = first; Stopwatch.GetElapsedTime(began).TotalSeconds < seconds; at = (at + step) % Sitters.Count)
        {
            while (Sitters[at].Busy) at = (at + step) % Sitters.Count;
            await Sitters[at].Give(Stopwatch.GetTimestamp(), load);
        }
    }

    private async Task Paced(Load load, long began, double seconds, int aSecond)
    {
        var (at, sent) = (0, 0);
        while (Stopwatch.GetElapsedTime(began).TotalSeconds is var now && now < seconds)
        {
            for (; sent < now * aSecond; sent++)
            {
                var due = began + (long)(sent * (double)Stopwatch.Frequency / aSecond);
                var tries = 0;
                while (Sitters[at].Busy && ++tries < Sitters.Count) at = (at + 1) % Sitters.Count;
                if (Sitters[at].Busy) load.Missed++;
                else _ = Sitters[at].Give(due, load);
                at = (at + 1) % Sitters.Count;
            }
            await Task.Delay(1);
        }
    }

    public async Task SetClocks(string clock)
    {
        for (var table = 0; table < Games.Count; table++)
        {
            using var line = await Line.Open(table * 2 + 1, house.Address);
            (await line.Ask(Request("PUT", $"/api/games/{Games[table]}/clock", _owners[table], clock))).Expect(204);
        }
    }

    public void Dispose()
    {
        foreach (var line in _lines) line.Dispose();
    }
}
