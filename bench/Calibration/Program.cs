using System.Globalization;
using Yanyun.Calibrate;
using Yanyun.Chronicle.Calibration;
using Yanyun.Chronicle.Reading;
using Yanyun.Lab.Calibration;

// FOLDER PAGE [SEED]: reads FOLDER/engagements.yaml, calibrates, writes the posterior beside it and the page.
if (args.Length is < 2 or > 3 || (args.Length == 3 && !ulong.TryParse(args[2], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/Calibration -- FOLDER PAGE [SEED]");
    return 2;
}
var seed = args.Length == 3 ? ulong.Parse(args[2], CultureInfo.InvariantCulture) : 1;
var file = Path.Combine(args[0], "engagements.yaml");
if (!File.Exists(file))
{
    Console.Error.WriteLine($"{file}: no such file; expected the cases of the calibration");
    return 1;
}
var problems = new Problems();
var book = CaseReader.Read(File.ReadAllText(file), file, problems);
foreach (var problem in problems.All) Console.Error.WriteLine(problem);
if (book is null) return 1;

var judgements = new List<Judgement>();
foreach (var (model, budget) in Plan.Of(book, seed))
{
    var clock = System.Diagnostics.Stopwatch.StartNew();
    var calibrated = Calibrator.Run(model, budget);
    judgements.Add(new Judgement(book, calibrated, seed));
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{model.Name}: waves kept {string.Join(", ", calibrated.Waves.Select(w => $"{w.Kept}/{w.Tried}"))}; {calibrated.Posterior.Length} accepted of {calibrated.Proposed} ({calibrated.Matched} matched, {calibrated.Over} over); {clock.Elapsed.TotalSeconds:F0} s"));
    File.WriteAllText(Path.Combine(args[0], $"posterior-{model.Name}.csv"), CalibrationFiles.Draws(calibrated));
}
File.WriteAllText(Path.Combine(args[0], "posterior.csv"), CalibrationFiles.Summary(judgements));
File.WriteAllText(args[1], ValidationPage.Of(book, judgements, seed));
return 0;
