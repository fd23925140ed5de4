using System.Globalization;
using Yanyun.Cli.Front;
using Yanyun.Effects;

// PAIRS [FILE]: plays the pairs, prints the page, and writes it to the file if one is named.
if (args.Length is < 1 or > 2 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pairs)
    || pairs is < 1 or > 10_000)
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/Rules -- PAIRS [FILE]   (PAIRS from 1 to 10000)");
    return 2;
}
var (library, noLibrary) = Library.Open();
if (noLibrary is not null) return (int)noLibrary.Tell(Console.Error, Yanyun.Chronicle.Language.English);
var (bookmark, broken) = library!.Load("1140-henan");
if (broken is not null) return (int)broken.Tell(Console.Error, Yanyun.Chronicle.Language.English);
var experiment = Experiment.Of(bookmark!, pairs, Environment.ProcessorCount);
var command = "dotnet run -c Release --project bench/Rules -- " + string.Join(' ', args);
var page = EffectsPage.Of(experiment, command, DateOnly.FromDateTime(DateTime.UtcNow));
Console.Write(page);
if (args.Length == 2) File.WriteAllText(args[1], page);
return 0;
