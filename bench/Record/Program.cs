using System.Diagnostics;
using System.Globalization;
using Yanyun.Chronicle;
using Yanyun.Cli.Front;
using Yanyun.HistoryRecord;
using Yanyun.Lab.History;

// [SEED]: finds history among the fates of the model, writes the bookmark's record.yanyun and docs/record.md, prints the page. Without a seed it tries
// some and takes the record that meets most outcomes.
ulong seed = 0;
if (args.Length > 1 || (args.Length == 1 && !ulong.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out seed)))
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/Record -- [SEED]");
    return 2;
}
var (library, noLibrary) = Library.Open();
if (noLibrary is not null) return (int)noLibrary.Tell(Console.Error, Language.English);
var (bookmark, broken) = library!.Load("1140-henan");
if (broken is not null) return (int)broken.Tell(Console.Error, Language.English);
var watch = Stopwatch.StartNew();
var page = new RecordPage(bookmark!);
var found = args.Length == 0
    ? Reconstruction.Best(bookmark!, (tried, met, setDown) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {tried}: {met} met, {setDown} set down ({watch.Elapsed.TotalSeconds:F0} s)")))
    : Reconstruction.Of(bookmark!, seed, finding => Console.Error.WriteLine(page.Line(finding)));
RecordedHistory.Write(library.Folder, bookmark!, found);
var text = page.Of(found);
File.WriteAllText(Path.Combine(library.Folder, "..", "docs", "record.md"), text);
Console.Write(text);
Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:F0} s in all"));
return 0;
