using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Telling;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Engine;

namespace Cli.Tests;

/// <summary>The chronicle that <c>replay 1140-henan</c> prints.</summary>
public class ChronicleSpec
{
    public static TheoryData<Language, ulong> Runs() => new(
        (Language.English, 1ul), (Language.Chinese, 1ul), (Language.English, 2ul), (Language.Chinese, 3ul));

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_day_has_fifteen_sentences_at_most_and_no_wording_follows_itself(Language language, ulong seed)
    {
        var told = 0;
        var last = "";
        foreach (var page in Pages(language, seed, 500))
        {
            Assert.InRange(page.Lines.Count, 0, Chronicler.MostLines);
            foreach (var line in page.Lines)
            {
                Assert.NotEqual(last, line.Wording);
                Assert.DoesNotContain("{", line.Text);
                last = line.Wording;
                told++;
            }
        }
        Assert.True(told > 200, $"Only {told} sentences.");
    }

    [Fact]
    public void Sentences_cite_the_annals_where_they_agree_each_fact_once()
    {
        var cited = Pages(Language.English, 1, 500).SelectMany(page => page.Lines).Where(line => line.Fact is not null).ToList();
        Assert.True(cited.Count > 20, $"Only {cited.Count} citations.");
        Assert.All(cited, line => Assert.Contains($"(recorded: {line.Fact!.Day}", line.Text));
        Assert.Equal(cited.Count, cited.Select(line => line.Fact!.Id).Distinct().Count());
    }

    [Fact]
    public void Telling_changes_nothing()
    {
        var hashes = new List<ulong>();
        foreach (var tells in (bool[])[false, true])
        {
            var run = new Run(Language.English, 1);
            for (var day = 0; day < 320; day++) run.Day(tells);
            hashes.Add(WorldHash.Full(run.World));
        }
        Assert.Equal(hashes[0], hashes[1]);
    }

    private static IEnumerable<DayPage> Pages(Language language, ulong seed, int days)
    {
        var run = new Run(language, seed);
        for (var day = 0; day < days; day++) yield return run.Day(tells: true)!;
    }

    /// <summary>The usual run of the bookmark.</summary>
    private sealed class Run
    {
        private readonly Simulation _simulation;
        private readonly Chronicler _chronicler;
        private readonly ScriptProgress _script;
        private readonly Bookmark _bookmark;
        private readonly EventLog _log = new();

        public Run(Language language, ulong seed)
        {
            var (library, _) = Library.Open();
            var (bookmark, _) = library!.Load("1140-henan");
            _bookmark = bookmark!;
            _script = new ScriptProgress(_bookmark.Annals!.Script);
            World = Campaign.WorldOf(_bookmark, seed);
            World.Log = _log;
            _simulation = new Simulation(World, Minds.Make(_bookmark, Minds.Read(Minds.Usual, _bookmark).Words!, _script));
            _chronicler = new Chronicler(_bookmark, library.Calendar, language);
        }

        public World World { get; }

        public DayPage? Day(bool tells)
        {
            _log.Clear();
            _simulation.Day();
            return tells ? _chronicler.Day(World, _log, Decided.On(_bookmark.Annals!, _script, World.Today)) : null;
        }
    }
}
