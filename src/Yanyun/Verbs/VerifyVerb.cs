using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Engine;

namespace Yanyun.Cli.Verbs;

/// <summary>Checks a record: every byte, then every day by running it again.</summary>
public sealed class VerifyVerb : IVerb
{
    /// <summary>Fields named when two worlds differ; one cause soon moves hundreds.</summary>
    private const int FieldsShown = 8;

    public VerbSpec Spec { get; } = new("verify",
        new("check a record byte by byte and day by day", "逐位元組、逐日驗證一份記錄"),
        [new Positional("FILE.yanyun", new("the record", "記錄檔"), [])],
        [new Option("--against", Takes.Text, "FILE", new("another record of the same scenario, to find where the two part", "另一份同劇本的記錄，用以找出兩者自何處不同"))],
        ["verify war.yanyun", "verify war.yanyun --against fork.yanyun"]);

    public Exit Run(Call call)
    {
        var (library, noLibrary) = Library.Open();
        if (noLibrary is not null) return noLibrary.Tell(call.Error, call.Language);
        var (record, broken) = RecordOpener.Open(library!, call.Given.Words[0]);
        if (broken is not null) return broken.Tell(call.Error, call.Language);
        OpenedRecord? other = null;
        if (call.Given.Text("--against") is { } against)
        {
            (other, var wrong) = RecordOpener.Open(library!, against);
            if (wrong is not null) return wrong.Tell(call.Error, call.Language);
            var (mine, theirs) = (record!.File.Head.Scenario, other!.File.Head.Scenario);
            if (mine != theirs)
                return Mistake.NotHere(record.Path, RecordMessages.OtherGame, null, mine, theirs).Tell(call.Error, call.Language);
        }
        var problems = new Problems();
        Check(call, record!, other, problems);
        foreach (var problem in problems.All) call.Error.WriteLine(problem.Render(call.Language));
        if (!problems.Clean) return Exit.NotHere;
        var (days, orders) = (record!.File.Days.Count, record.File.Days.Sum(day => day.Orders.Count));
        call.Out.WriteLine(call.Language == Language.Chinese
            ? $"{record.Path}：{days} 日、{orders} 道命令，逐日雜湊皆同（劇本 {record.File.Head.Scenario}，種子 {record.File.Head.Seed}，規則第 {RulesVersion.Current} 版）"
            : $"{record.Path}: {days} days, {orders} orders, every hash the same (scenario {record.File.Head.Scenario}, "
                + $"seed {record.File.Head.Seed}, rules version {RulesVersion.Current})");
        return Exit.Done;
    }

    private static void Check(Call call, OpenedRecord record, OpenedRecord? other, Problems problems)
    {
        var run = record.Rerun();
        var twin = other?.Rerun();
        var progress = new Progress(call, record.File.Days.Count);
        try
        {
            while (!run.Done && !call.Stop.IsCancellationRequested)
            {
                if (!run.Next(problems)) return;
                var agrees = run.Agrees(problems);
                progress.At(run.World.Today, run.World.Date.ToString());
                if (twin is { Done: false })
                {
                    if (!twin.Next(problems)) return;
                    if (Parted(record, run, twin, problems) || !agrees)
                    {
                        NameFields(record.Bookmark.Slugs, run.Today.Day, twin.World, run.World, problems);
                        return;
                    }
                }
                if (agrees) continue;
                ToNextSnapshot(record, run, problems);
                return;
            }
            if (twin is { Done: false })
                problems.Add(RecordMessages.RecordsDiffer, new Location(record.Path, 0, 0), (run.World.Date + 1).ToString(), "end", "-",
                    RecordLine.Hex(other!.File.Days[run.World.Today].Hash));
        }
        finally
        {
            progress.End();
        }
    }

    /// <summary>Whether the recorded hashes of the day are not those of the other record.</summary>
    private static bool Parted(OpenedRecord record, Rerun run, Rerun twin, Problems problems)
    {
        var (mine, theirs) = (run.Today, twin.Today);
        if (Rerun.Differs(mine.Subsystems, theirs.Subsystems, mine.Hash, theirs.Hash) is not { } t) return false;
        problems.Add(RecordMessages.RecordsDiffer, new Location(record.Path, 0, 0), mine.Day.ToString(), Rerun.NameOf(t),
            RecordLine.Hex(t < 0 ? mine.Hash : mine.Subsystems[t]), RecordLine.Hex(t < 0 ? theirs.Hash : theirs.Subsystems[t]));
        return true;
    }

    /// <summary>Runs on to the next day whose state was kept and names the fields that differ there.</summary>
    private static void ToNextSnapshot(OpenedRecord record, Rerun run, Problems problems)
    {
        while (run.Today.State is null && !run.Done)
            if (!run.Next(problems)) return;
        if (run.Today.State is not { } state) return;
        var kept = record.Start();
        if (Snapshot.Restore(kept, state)) NameFields(record.Bookmark.Slugs, run.Today.Day, kept, run.World, problems);
    }

    private static void NameFields(Slugs slugs, Day day, World recorded, World again, Problems problems)
    {
        foreach (var field in new WorldDiff(slugs).Between(recorded, again).Take(FieldsShown))
            problems.Add(RecordMessages.FieldDiffers, new Location(field.Table, 0, 0), day.ToString(), field.Table, field.Row, field.Field,
                field.Left, field.Right);
    }
}
