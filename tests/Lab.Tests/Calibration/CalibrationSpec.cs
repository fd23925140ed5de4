using Yanyun.Chronicle.Calibration;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine.Rules;
using Yanyun.Lab.Calibration;

namespace Lab.Tests.Calibration;

/// <summary>What a calibration promises: the same for a seed, blind to what is held out, and a posterior that stays in the prior.</summary>
public class CalibrationSpec
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Root(), "scenarios", "calibration", "engagements.yaml"));
    private static readonly CaseBook Book = Read(Text);

    private static readonly Budget Small = new(Seed: 7, Draws: 60, Keep: 12, Proposals: 60, Accepted: 10, Replicates: 16);

    public static TheoryData<string> Kinds => ["fights", "sieges", "summonses", "edicts"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_seed_gives_one_posterior_and_one_score(string kind)
    {
        var (first, second) = (Run(Book, kind), Run(Book, kind));
        Assert.Equal(CalibrationFiles.Draws(first), CalibrationFiles.Draws(second));
        var (one, two) = (new Judgement(Book, first, 7), new Judgement(Book, second, 7));
        Assert.Equal(CalibrationFiles.Summary([one]), CalibrationFiles.Summary([two]));
        Assert.Equal(one.Scores(first.Model.HeldOut), two.Scores(second.Model.HeldOut));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_of_the_held_out_cases_reaches_the_posterior(string kind)
    {
        // Their outcomes turned about, the posterior is the same to the last weight.
        var turned = Book with
        {
            Fights = [.. Book.Fights.Select(x => Book.HeldOut(x.Head) ? x with { Won = 1 - x.Won, LoserLost = null } : x)],
            Sieges = [.. Book.Sieges.Select(x => Book.HeldOut(x.Head) ? x with { How = SiegeEnding.Held, Days = new Span(400, 400) } : x)],
            Summonses = [.. Book.Summonses.Select(x => Book.HeldOut(x.Head) ? x with { Opened = !x.Opened } : x)],
            Edicts = [.. Book.Edicts.Select(x => Book.HeldOut(x.Head) ? x with { Obeyed = !x.Obeyed } : x)],
        };
        Assert.Equal(CalibrationFiles.Draws(Run(Book, kind)), CalibrationFiles.Draws(Run(turned, kind)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Shipped_weights_are_the_constants_lie_in_the_prior_and_every_weight_reaches_the_engine(string kind)
    {
        var model = Model(Book, kind, 64);
        Assert.All(model.Knobs, knob => Assert.InRange(knob.Shipped, knob.Low, knob.High));
        var shipped = Enumerable.Range(0, model.Heads.Count).Select(i => Told(model, model.Shipped, i)).ToList();
        var deaf = new List<string>();
        for (var k = 0; k < model.Knobs.Count; k++)
        {
            var (low, high) = (model.Shipped, model.Shipped);
            (low[k], high[k]) = (model.Knobs[k].Low, model.Knobs[k].High);
            if (shipped.Where((told, i) => told != Told(model, low, i) || told != Told(model, high, i)).Any()) continue;
            deaf.Add(model.Knobs[k].Name);
        }
        Assert.Empty(deaf);
    }

    [Fact]
    public void A_town_weighs_a_summons_as_the_game_does()
    {
        var plight = new Plight(20_000, 800, 3, 450, 650, 100, 0, 0);
        Assert.InRange(Summons.Chance(plight, SummonsWeights.Shipped), 400, 600); // the example of docs/rules/surrender.md: about half
        Assert.True(Summons.Chance(plight with { Loyalty = 900 }, SummonsWeights.Shipped) < 200);
        Assert.True(Summons.Chance(plight with { Loyalty = 200 }, SummonsWeights.Shipped) > 700);
    }

    [Fact]
    public void Accepted_sets_lie_in_the_prior_and_match_the_record_better_than_others()
    {
        var run = Calibrator.Run(new SummonsModel(Book, 7, 32), Small with { Draws = 600, Keep = 100, Proposals = 4_000, Accepted = 60, Replicates = 32 });
        Assert.Equal(60, run.Posterior.Length);
        Assert.All(run.Posterior, values => Assert.All(values.Zip(run.Model.Knobs), x => Assert.InRange(x.First, x.Second.Low, x.Second.High)));
        Assert.True(run.Posterior.Average(v => Calibrator.LogMatch(run.Model, v, 32)) > run.Prior.Average(v => Calibrator.LogMatch(run.Model, v, 32)));
    }

    [Fact]
    public void The_page_and_the_posterior_are_of_these_cases()
    {
        Assert.Contains(Book.Digest, File.ReadAllText(Path.Combine(Root(), "docs", "validation.md")));
        var rows = File.ReadAllLines(Path.Combine(Root(), "scenarios", "calibration", "posterior.csv")).Skip(1).Select(row => row.Split(',')).ToList();
        foreach (var model in (CaseModel[])[new FightModel(Book, 1, 1), new SiegeModel(Book, 1), new SummonsModel(Book, 1, 1), new EdictModel(Book, 1, 1)])
        {
            var mine = rows.Where(row => row[0] == model.Name).ToList();
            Assert.Equal(model.Knobs.Select(knob => $"{knob.Name} {knob.Low} {knob.High}"), mine.Select(row => $"{row[1]} {row[2]} {row[3]}"));
        }
    }

    private static (double, double, double) Told(CaseModel model, int[] values, int index)
    {
        var told = model.Tell(values, index, 64);
        return (told.Matches, told.Event, model.Draw(values, index, 64).Sum());
    }

    private static Calibrated Run(CaseBook book, string kind) => Calibrator.Run(Model(book, kind, Judgement.Replicates), Small);

    private static CaseModel Model(CaseBook book, string kind, int most) => kind switch
    {
        "fights" => new FightModel(book, 7, most), "sieges" => new SiegeModel(book, 7), "edicts" => new EdictModel(book, 7, most), _ => new SummonsModel(book, 7, most),
    };

    private static CaseBook Read(string text)
    {
        var problems = new Problems();
        var book = CaseReader.Read(text, "engagements.yaml", problems);
        Assert.Empty(problems.All.Select(problem => problem.ToString()));
        return book!;
    }

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Yanyun.slnx"))) at = Path.GetDirectoryName(at)!;
        return at;
    }
}
