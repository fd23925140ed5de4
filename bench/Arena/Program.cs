using System.Globalization;
using Deciders.Tests;
using Yanyun.Cli.Front;
using Yanyun.Deciders;
using Yanyun.Engine;

// GAMES [THREADS]: plays seeds 1 .. GAMES and prints how the heuristic mind does against Random, and how often it takes Kaifeng with all seats to itself.
var threads = Environment.ProcessorCount;
if (args.Length is < 1 or > 2 || !Number(args[0], 10_000, out var games) || (args.Length == 2 && !Number(args[1], 64, out threads)))
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/Arena -- GAMES [THREADS]   (GAMES from 1 to 10000)");
    return 2;
}
var (library, noLibrary) = Library.Open();
if (noLibrary is not null) return (int)noLibrary.Tell(Console.Error, Yanyun.Chronicle.Language.English);
var (bookmark, broken) = library!.Load("1140-henan");
if (broken is not null) return (int)broken.Tell(Console.Error, Yanyun.Chronicle.Language.English);
var scenario = bookmark!.Scenario;
var (song, jin) = (new PolityId((byte)bookmark.Slugs.Polities["song"]), new PolityId((byte)bookmark.Slugs.Polities["jin"]));
var kaifeng = new PlaceId((short)bookmark.Slugs.Places["kaifeng"]);
var ground = Battleground.Of("1140-henan", scenario, song, jin);
var unforced = ground with { Opening = [] };
var first = new Heuristic(scenario);
var results = new Result[games];
Parallel.For(0, games, new ParallelOptions { MaxDegreeOfParallelism = threads }, g =>
{
    var seed = (ulong)g + 1;
    var (mind, random) = (first.Twin(), new RandomLegal());
    var chance = ground.Play(seed, _ => random);
    (int Mind, int Chance, int Foe) Led(PolityId side, PolityId other)
    {
        var end = ground.Play(seed, of => of == side ? mind : random);
        return (Battleground.Prefectures(end, side), Battleground.Prefectures(chance, side), Battleground.Prefectures(end, other));
    }
    var (taken, war) = (0, 0);
    var alone = unforced.Play(seed, _ => mind, world =>
    {
        if (war == 0 && world.Hostile(song, jin)) war = world.Today;
        if (taken == 0 && world.Scenario.SameSide(world[kaifeng].Holder, jin)) taken = world.Today;
    });
    results[g] = new Result(
        Led(song, jin), Led(jin, song), war, taken,
        scenario.SameSide(alone[kaifeng].Holder, jin), Battleground.Prefectures(alone, song), Battleground.Prefectures(alone, jin));
});
var start = World.Of(scenario, 1);
Tell("Song", song, [.. results.Select(r => r.Song)]);
Tell("Jin", jin, [.. results.Select(r => r.Jin)]);
var wars = results.Count(r => r.War > 0);
Console.WriteLine($"all seats heuristic, no script: war in {wars} of {games}"
    + (wars == 0 ? "" : $", begun on {scenario.FirstDay + Median(results, r => r.War)} (median)"));
var takes = results.Count(r => r.Taken > 0);
Console.WriteLine($"  Jin takes Kaifeng in {takes} of {games}"
    + (takes == 0 ? "" : $", on {scenario.FirstDay + Median(results, r => r.Taken)} (median)") + $"; holds it on the last day in {results.Count(r => r.Holds)}");
Console.WriteLine($"  held at the end, mean: Song {Mean(results, r => r.SongAtEnd)}, Jin {Mean(results, r => r.JinAtEnd)}");
return 0;

void Tell(string name, PolityId side, (int Mind, int Chance, int Foe)[] of)
{
    var lost = of.Select((r, g) => (r, Seed: g + 1)).Where(game => game.r.Mind <= game.r.Chance).Select(game => $"{game.Seed} ({game.r.Mind}:{game.r.Chance})").ToList();
    Console.WriteLine($"{name}: won {games - lost.Count} of {games}; held at the end, mean: {Mean(of, r => r.Mind)}, Random in the chair {Mean(of, r => r.Chance)}, "
        + $"on the first day {Battleground.Prefectures(start, side)}; ends with more than its opponent in {of.Count(r => r.Mind > r.Foe)}, who has {Mean(of, r => r.Foe)}");
    if (lost.Count > 0) Console.WriteLine($"  not won: {string.Join(", ", lost)}");
}

static bool Number(string word, int most, out int number) =>
    int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most;

static string Mean<T>(T[] of, Func<T, int> value) => of.Average(value).ToString("F1", CultureInfo.InvariantCulture);

static int Median(Result[] of, Func<Result, int> value)
{
    var days = of.Select(value).Where(day => day > 0).Order().ToList();
    return days[days.Count / 2];
}

/// <summary>What the games of one seed came to: prefectures held by the mind, by Random in its chair and by Random across the table from it, and the war that nobody opened for it.</summary>
/// <param name="War">Day it was renounced; 0 never.</param>
/// <param name="Taken">Day on which Jin first held Kaifeng; 0 never.</param>
internal sealed record Result((int Mind, int Chance, int Foe) Song, (int Mind, int Chance, int Foe) Jin, int War, int Taken, bool Holds, int SongAtEnd, int JinAtEnd);
