using FsCheck;
using FsCheck.Fluent;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Records;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Engine;

namespace House;

/// <summary>
/// Law 7: a game is pinned to its rules version and to its scenario's hash. No other build and no other data ever carries it on in silence: it is
/// refused, and the refusal names the version or the hash that is needed.
/// </summary>
public sealed class PinnedGameLaw : IDisposable
{
    /// <summary>What is remembered of the war, not what it is made of: decisions come into a record as orders, checks, citations and the fights of other years move nothing.</summary>
    private static readonly string[] Annals = ["1140-henan/script.yaml", "1140-henan/checks.yaml", "1140-henan/facts.yaml", "1140-henan/notes.yaml", "1140-henan/record.yanyun"];

    private readonly string _folder = Directory.CreateTempSubdirectory("yanyun-pinned-").FullName;
    private readonly Library _library = Library.Open().Library!;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_letter_more_in_any_file_that_makes_the_world_is_another_scenario()
    {
        var files = CopyScenarios();
        var before = ContentHash.Of(_folder, "1140-henan");
        Assert.Equal(TheWar.Scenario.Hash, before);
        // Every file once, each at a place of its own.
        foreach (var file in files)
        {
            var at = new Chance(1140, 7).Below(int.MaxValue, Purpose.Test, Key.Of(file), 1);
            var remembered = Annals.Contains(file) || file.StartsWith("calibration/");
            Assert.Equal(remembered, Changed(file, text => text.Insert(at % (text.Length + 1), "x")) == before);
        }
    }

    [Fact]
    public void Line_ends_of_another_machine_are_the_same_scenario()
    {
        foreach (var path in CopyScenarios().Select(file => Path.Combine(_folder, file))) File.WriteAllText(path, File.ReadAllText(path).Replace("\n", "\r\n"));
        Assert.Equal(TheWar.Scenario.Hash, ContentHash.Of(_folder, "1140-henan"));
    }

    [Fact]
    public void A_record_says_what_it_is_pinned_to()
    {
        Prop.ForAll((DoNotSize<ulong> hash, DoNotSize<ulong> seed, NonNegativeInt rules) =>
        {
            var head = Head(hash.Item, rules.Item, seed.Item);
            var problems = new Problems();
            var read = RecordReader.Read(File.ReadAllBytes(Write(head)), "war.yanyun", problems)!.Head;
            return problems.Clean && read with { Sets = [] } == head with { Sets = [] } && read.Sets.SequenceEqual(head.Sets);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(1140, 71));
    }

    [Fact]
    public void Only_the_rules_that_made_a_record_carry_it_on()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).Where(version => version != RulesVersion.Current).ToArbitrary(), version =>
        {
            var (record, mistake) = RecordOpener.Open(_library, Write(Head(TheWar.Scenario.Hash, version, 1)));
            var problem = mistake!.Problems.Single();
            return record is null && mistake.Exit == Exit.NotHere && problem.Code == "REC010" && problem.Args.SequenceEqual([version, RulesVersion.Current]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(1140, 73));
    }

    [Fact]
    public void Only_the_files_that_made_a_record_carry_it_on()
    {
        Prop.ForAll(Gen.Choose(0, 63).ToArbitrary(), bit =>
        {
            var other = TheWar.Scenario.Hash ^ 1UL << bit;
            var (record, mistake) = RecordOpener.Open(_library, Write(Head(other, RulesVersion.Current, 1)));
            var problem = mistake!.Problems.Single();
            return record is null && mistake.Exit == Exit.NotHere && problem.Code == "REC011"
                && problem.Args.SequenceEqual(["1140-henan", RecordLine.Hex(other), RecordLine.Hex(TheWar.Scenario.Hash)]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(8).WithReplay(1140, 75));
        var (own, none) = RecordOpener.Open(_library, Write(Head(TheWar.Scenario.Hash, RulesVersion.Current, 1)));
        Assert.Null(none);
        Assert.Equal(TheWar.Scenario.Hash, own!.Bookmark.Scenario.Hash);
    }

    private static RecordHead Head(ulong hash, int rules, ulong seed) =>
        new("1140-henan", hash, rules, seed, TheWar.Scenario.FirstDay, "historical", ["places.shunchang.walls=2"]);

    /// <summary>A record of no days.</summary>
    private string Write(RecordHead head)
    {
        var path = Path.Combine(_folder, "war.yanyun");
        using var to = new StreamWriter(path);
        new RecordWriter(to, head, new(TheWar.Bookmark.Slugs, TheWar.Scenario.Atlas)).End();
        return path;
    }

    private List<string> CopyScenarios()
    {
        var from = Path.Combine(Repository.Root, "scenarios");
        // Of the bookmarks only this one; what is no bookmark is shared by all.
        var others = Bookmark.List(from).Where(id => id != "1140-henan").Select(id => id + "/").ToList();
        List<string> files = [.. Repository.Files.Where(path => path.StartsWith("scenarios/") && !path.EndsWith("/LICENSE"))
            .Select(path => path["scenarios/".Length..]).Where(path => !others.Exists(path.StartsWith))];
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file))!);
            File.Copy(Path.Combine(from, file), Path.Combine(_folder, file));
        }
        return files;
    }

    /// <summary>The scenario's hash with one file changed; the file is then as it was.</summary>
    private ulong Changed(string file, Func<string, string> change)
    {
        var path = Path.Combine(_folder, file);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, change(text));
        var hash = ContentHash.Of(_folder, "1140-henan");
        File.WriteAllText(path, text);
        return hash;
    }
}
