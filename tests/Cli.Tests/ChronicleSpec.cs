using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Telling;
using Yanyun.Cli.Front;
using Yanyun.Cli.Play;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Cli.Tests;

/// <summary>
/// What <c>replay 1140-henan</c> tells of the weeks from the fall of Kaifeng to the end of the siege of Shunchang. The excerpts under golden/ are
/// what the program says today; after a change of rules, data or words write them again with YANYUN_GOLDEN=write and read the difference.
/// </summary>
public class ChronicleSpec
{
    // The wall that Shunchang has anyhow: a scenario that is set otherwise takes nothing from the record of history, which is made anew more often than the rules change.
    private const string Line = "replay 1140-henan --seed 1 --from 1140-05-28 --until 1140-06-30 --set places.shunchang.walls=4";

    private static readonly bool s_write = Environment.GetEnvironmentVariable("YANYUN_GOLDEN") == "write";

    [Theory]
    [InlineData("en", "C.UTF-8")]
    [InlineData("zh", "zh_TW.UTF-8")]
    public void The_excerpt_of_the_summer_of_1140_is_what_the_program_tells(string word, string lang)
    {
        var path = Path.Combine(House.Root, "tests", "Cli.Tests", "golden", $"1140-05-28-to-06-30.{word}.txt");
        var answer = Answer.To(Line, lang);
        Assert.Equal(Exit.Done, answer.Exit);
        if (s_write) File.WriteAllText(path, answer.Out);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), answer.Out);
    }

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

    /// <summary>Neither in the chronicle nor in the log of events: a body that has lost its leader is called after another, or by its own name.</summary>
    [Fact]
    public void Nobody_leads_a_body_or_holds_a_seat_in_any_sentence_after_his_death()
    {
        var run = new Run(Language.English, 1);
        var dead = new Dictionary<EventRef, PersonId>();
        for (var day = 0; day < 400; day++)
        {
            var page = run.Day(tells: true)!;
            foreach (ref readonly var entry in run.Log.Entries)
            {
                var e = EventTypes.Of(entry.Kind).Read(run.Log.Bytes(entry));
                Living(run, entry.Id, run.Teller.Parts(entry, e)!, dead);
                run.Teller.Note(entry, e);
                if (e is PersonExecuted executed) dead[entry.Id] = executed.Person;
                if (e is CommanderLost { Fate: Fate.Killed } fallen) dead[entry.Id] = fallen.Person;
            }
            foreach (var line in page.Lines) Living(run, line.Event, line.Parts, dead);
        }
        Assert.NotEmpty(dead);
    }

    private static void Living(Run run, EventRef told, IReadOnlyList<Piece> parts, Dictionary<EventRef, PersonId> dead)
    {
        foreach (var (died, person) in dead)
        {
            if (told.Packed <= died.Packed) continue;
            var name = run.Bookmark.Facts.NameOf(person)?.English ?? run.Bookmark.People[person].Name.English;
            foreach (var part in parts)
            {
                if (part.Kind is not (PieceKind.Force or PieceKind.Seat)) continue;
                // Its own name may be that of the man who raised it.
                var own = part.Kind == PieceKind.Force && part.Id is not null ? run.Bookmark.Forces.Find(part.Id)!.Name.English : "-";
                Assert.DoesNotContain(name, part.Text.Replace(own, ""));
            }
        }
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

        public Run(Language language, ulong seed)
        {
            var (library, _) = Library.Open();
            var (bookmark, _) = library!.Load("1140-henan");
            _bookmark = bookmark!;
            _script = new ScriptProgress(_bookmark.Annals!.Script);
            World = Campaign.WorldOf(_bookmark, seed);
            World.Log = Log;
            _simulation = new Simulation(World, Minds.Make(_bookmark, Minds.Read(Minds.Usual, _bookmark).Words!, _script));
            _chronicler = new Chronicler(_bookmark, library.Calendar, language);
            Teller = new Teller(_bookmark, library.Calendar, language);
        }

        public World World { get; }
        public EventLog Log { get; } = new();
        public Teller Teller { get; }
        public Bookmark Bookmark => _bookmark;

        public DayPage? Day(bool tells)
        {
            Log.Clear();
            _simulation.Day();
            return tells ? _chronicler.Day(World, Log, Decided.On(_bookmark.Annals!, _script, World.Today)) : null;
        }
    }
}
