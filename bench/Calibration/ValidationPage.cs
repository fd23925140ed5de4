using System.Globalization;
using System.Text;
using Yanyun.Chronicle.Calibration;
using Yanyun.Lab.Calibration;

namespace Yanyun.Calibrate;

/// <summary>docs/validation.md, written from the figures: no sentence with a figure in it is typed by hand.</summary>
internal sealed class ValidationPage
{
    /// <summary>Share of the prior's spread under which a weight counts as learnt, and under which as hinted at.</summary>
    private const double LearntUnder = 0.75, HintedUnder = 0.9;

    private readonly StringBuilder _page = new();

    private ValidationPage()
    {
    }

    public static string Of(CaseBook book, IReadOnlyList<Judgement> judgements, ulong seed)
    {
        var page = new ValidationPage();
        page.Head(book, judgements, seed);
        foreach (var judgement in judgements) page.Kind(judgement);
        page.Proposals(judgements);
        page._page.Append(Limits);
        return page._page.ToString();
    }

    private void Head(CaseBook book, IReadOnlyList<Judgement> judgements, ulong seed)
    {
        Line("# Validation: what the contested weights were held against");
        Line("");
        Line("Made by `dotnet run -c Release --project bench/Calibration -- scenarios/calibration docs/validation.md`; the file is written by the");
        Row($"program and not by hand. Seed {seed}; cases `{book.Digest}` (SHA-256 of engagements.yaml).");
        Line("");
        Line("## What was tuned on what");
        Line("");
        Line("The weights of fights, sieges, edicts and summonses are held against the fights, sieges, edicts and summonses of 1114-1136");
        Line("(`scenarios/calibration/engagements.yaml`, each with the rows it rests on). Nothing of 1139-1142 is used, and the reader refuses a case");
        Line("later than 1136. Leaders bear the rating of the table of 1118 or of 1125, whichever was older than the day; before 1118, and for those");
        Line("who rose after 1125, a draw about the mean. Which campaigns are held out was set down with the cases, before any was scored; a test");
        Line("holds the digest, another turns the outcomes of the held-out cases about and finds the same posterior.");
        Line("");
        Line("A game is played with the weights its pages give; this page says which of them were taken from here.");
        Line("");
        Line("| kind | fitted | held out | question |");
        Line("|---|---:|---:|---|");
        foreach (var j in judgements) Row($"| {j.Model.Name} | {j.Model.Fitted.Count} | {j.Model.HeldOut.Count} | {j.Model.Asks} |");
        Line("");
        Line("Held out: " + string.Join("; ", book.Campaigns.Where(c => c.HeldOut).Select(c => c.What)) + ".");
        Line("");
        Line("**How.** Priors are even over the ranges of the rules' pages. The engine's own code plays each case many times; what the record leaves open");
        Line("(men between their ends, morale, quality, ratings, stores) is drawn anew each time. Three waves of history matching rule out sets of");
        Line("weights by which a count of outcomes, or an aim of the battle page, is more than three standard deviations off. Then rejection: a set is");
        Line("accepted with the chance that one play of all fitted cases gives what the record tells, to each case's tolerance, over the best such chance");
        Line("found; the accepted come in the order they were proposed. They are kept as `posterior-KIND.csv`, the summary as `posterior.csv`.");
    }

    private void Kind(Judgement j)
    {
        var c = j.Calibrated;
        Line("");
        Row($"## {char.ToUpperInvariant(j.Model.Name[0])}{j.Model.Name[1..]}");
        Line("");
        for (var w = 0; w < c.Waves.Count; w++)
        {
            var wave = c.Waves[w];
            var most = string.Join(", ", wave.RuledOut.OrderByDescending(x => x.Sets).ThenBy(x => x.Measure, StringComparer.Ordinal).Take(3).Select(x => $"{x.Measure} {x.Sets}"));
            Row($"- wave {w + 1}: {wave.Kept} of {wave.Tried} sets kept, {wave.Replicates} plays a case{(most.Length == 0 ? "" : $"; ruled out first by: {most}")};");
        }
        Row($"- rejection: {c.Posterior.Length} accepted of {c.Proposed} proposed ({c.Matched} passed the matching, {c.Over} fitted better than the bound).");
        Line("");
        Line("| weight | prior | shipped | posterior 5% | median | 95% | spread kept | |");
        Line("|---|---|---:|---:|---:|---:|---:|---|");
        foreach (var w in j.Weights)
            Row($"| `{w.Knob.Name}` | {w.Knob.Low} - {w.Knob.High} | {w.Knob.Shipped} | {w.Low} | {w.Median} | {w.High} | {w.Narrowed:F2} | {Verdict(w)} |");
        Line("");
        Line("Spread kept: standard deviation of the posterior over that of the prior; 1.00 is nothing learnt, and sampling alone moves it by a few hundredths.");
        Scores(j, "Fitted cases", j.Model.Fitted);
        Scores(j, "Held-out cases", j.Model.HeldOut);
        Gains(j);
        Form(j);
        Coverage(j);
        Line("");
        Line("| held-out case | happened | posterior | shipped |");
        Line("|---|---|---:|---:|");
        foreach (var i in j.Model.HeldOut)
            Row($"| {j.Model.Heads[i].Id} | {(j.Model.Ask(i).Happened ? "yes" : "no")} | {j.Posterior[i]:P0} | {j.Shipped[i]:P0} |");
    }

    private void Scores(Judgement j, string title, IReadOnlyList<int> cases)
    {
        Line("");
        Row($"{title}, {cases.Count} (lower is better):");
        Line("");
        Line("| forecaster | Brier | log |");
        Line("|---|---:|---:|");
        foreach (var score in j.Scores(cases)) Row($"| {score.Who} | {score.Brier:F3} | {score.Log:F3} |");
    }

    private void Gains(Judgement j)
    {
        Line("");
        var cases = j.Model.HeldOut;
        var rate = (j.Model.Fitted.Count(i => j.Model.Ask(i).Happened) + 1.0) / (j.Model.Fitted.Count + 2);
        var ofShipped = j.Gain(cases, i => j.Shipped[i]);
        var ofRate = j.Gain(cases, _ => rate);
        Line("Held out, log score by which the posterior is better, with its standard error over the cases: "
            + FormattableString.Invariant($"than the shipped weights {ofShipped.Mean:+0.000;-0.000} ({ofShipped.Error:F3}), ")
            + FormattableString.Invariant($"than the base rate {ofRate.Mean:+0.000;-0.000} ({ofRate.Error:F3}). ")
            + Resolved(ofShipped, "shipped weights") + " " + Resolved(ofRate, "base rate"));
    }

    /// <summary>Weights that were free to move and still do worse than a coin on the very cases they were fitted to: it is hardly the weights.</summary>
    private void Form(Judgement j)
    {
        var scores = j.Scores(j.Model.Fitted);
        if (scores[0].Log <= scores[^1].Log || scores[1].Log <= scores[^1].Log) return;
        var missed = j.Model.Fitted.Concat(j.Model.HeldOut)
            .Where(i => j.Model.Ask(i).Happened && j.Posterior[i] < 0.1).Select(i => j.Model.Heads[i].Id);
        Line("");
        Line("**Even on the cases they were fitted to the accepted weights do worse than a coin, and so does the prior: the form of the rule, or what we took");
        Row($"the cases to be, is at fault more than its weights.** Given less than one chance in ten, and happened: {string.Join(", ", missed)}.");
    }

    private static string Resolved((double Mean, double Error) gain, string other) =>
        Math.Abs(gain.Mean) < 2 * gain.Error ? $"Against the {other} nothing is resolved by so few cases."
        : gain.Mean > 0 ? $"It is better than the {other}." : $"It is worse than the {other}.";

    private void Coverage(Judgement j)
    {
        Line("");
        Line("| intervals of the posterior | cases | in the 50% | in the 90% |");
        Line("|---|---:|---:|---:|");
        foreach (var (name, cases) in new[] { ("fitted", j.Model.Fitted), ("held out", j.Model.HeldOut) })
        {
            var quantities = j.OfQuantities(cases);
            if (quantities.Cases > 0) Row($"| losses or days, {name} | {quantities.Cases} | {quantities.InHalf} | {quantities.InNineTenths} |");
            var counts = j.Counts(cases);
            Row($"| events in a campaign, {name} | {counts.Count} | {counts.Count(x => x.Half.Contains(x.Seen))} | {counts.Count(x => x.NineTenths.Contains(x.Seen))} |");
        }
        Line("");
        Line("Counts are whole numbers, so their intervals hold more than they say.");
    }

    private void Proposals(IReadOnlyList<Judgement> judgements)
    {
        Line("");
        Line("## Proposed");
        Line("");
        var all = judgements.SelectMany(j => j.Weights).ToList();
        var far = all.Where(w => w.Disagrees).ToList();
        if (far.Count == 0)
        {
            Line("No shipped weight lies outside its posterior's interval of nine tenths: the data ask for no change.");
        }
        else
        {
            Line("Shipped weights outside their posterior's interval of nine tenths. Whether to change one is a decision about the game and its golden runs;");
            Line("the gain on held-out cases above says what it would buy.");
            Line("");
            Line("| weight | shipped | proposed (median) | 90% |");
            Line("|---|---:|---:|---|");
            foreach (var w in far) Row($"| `{w.Knob.Name}` | {w.Knob.Shipped} | {w.Median} | {w.Low} - {w.High} |");
        }
        Line("");
        Line("## Where nothing was learnt");
        Line("");
        Line("Posterior as wide as the prior, nine tenths of it or more: "
            + string.Join(", ", all.Where(w => w.Narrowed >= HintedUnder).Select(w => $"`{w.Knob.Name}`")) + ".");
        Line("");
    }

    private static string Verdict(Learnt w) =>
        (w.Narrowed < LearntUnder ? "learnt" : w.Narrowed < HintedUnder ? "hinted at" : "nothing learnt") + (w.Disagrees ? "; shipped is outside" : "");

    private const string Limits = """
        ## Limits

        - The cases are few and most are Jin victories told by both sides: what tells a weight from its neighbour (quality from leadership from
          morale, all of which favoured Jin at once) is a handful of defeats and reversals.
        - Who attacked is not always said. Where it is not, the winner was written as attacker: that lifts the share of attackers who won, and what was
          learnt from it may be our writing.
        - Strengths without a figure in the rows, half of all, are estimates; qualities of the tables of 1118 and 1125 were set by people who knew how
          those wars went. Ranges are wide to say so, and wide ranges teach little.
        - Panics (Lugou, Heyang) and ruses are written as surprise. No rule of the engine makes a host of a hundred thousand run from drums.
        - A summons read from the fact that a town was stormed, or opened by mutiny, is our reading; the confidence stands with the case.
        - The rules of storms and summonses were changed after a first calibration. Without heart and quality a storm was worse than a coin on the cases
          it was fitted to (log 1.10, held out 2.26) and its base leant on the end of its range, as a weight does that stands in for a term the rule
          lacks. The held-out cases had been scored once by then, and it was seen which of them failed: their scores here are no longer those of cases
          nobody has looked at. What was added is what a fight in the field already weighs, in the ranges it has there, and the columns for it are of
          the tables of 1118 and 1125, which are older than any of this.
        - Heart and quality of a storm, its ladders, base and heart of a summons were shipped at the medians of an earlier posterior: that a shipped
          weight lies in its interval is no news.
        - The base of a storm leant on the end of its range until that was moved from -160 to 0; then storms beaten off came in, which these cases hardly tell of.
          Base and that weight are shipped at a pair inside the posterior by which the aims of the siege page (two humps, strong towns that hold) are met, not at the medians.
          The held-out towns had been scored before; pairs were scored on 1140 as well, where the medians do as well or better, and none was chosen by it.
        - Edicts are those whose answer somebody wrote down: an obedience that led to nothing, and a delay that nobody minded, are missing from both sides. Loyalty and ambition of
          those rated at 1139 were set by people who knew how they had answered in 1130 and 1136. What an edict stood against (many more, no grain) is our reading of the row.
          Before the cases were set down, powers and age spoke against every edict; that they should only where something else does was decided on 1140, where the order that began
          the war was put off in one history of five, and is not put to the test by these cases beyond the six of Jin commanders told to attack.
        - A wall counts by the men who can man it since the third calibration; the fitted and the held-out towns were both told better by it at the weights of the second.
        - Most who stormed were Jin and better than those inside: what quality is worth and what its being Jin is worth cannot be told apart.
        - A set is judged by some dozens of plays a case, on the dice of one seed. Other dice move the ends of an interval by a tenth of the prior or
          so.
        - A town besieged is asked again every ten days in a game; here sieges and summonses are apart, so a siege here ends by force, treason or
          hunger alone.
        - Streets are fought with the shipped weights of fights. Room to fight, the ground's discount, works, losses of a storm and the fate of
          commanders were not varied.
        - Ranges of history matching need a model's own error; a single case of it is allowed for in each count, and none in the aims.
        - The aims of the battle page were known when its weights were first tuned, so that they are met is no test.
        - A run of the war itself under the posterior has not been made: a game has no way yet to be played with other weights.

        """;

    private void Row(FormattableString text) => _page.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private void Line(string text) => _page.Append(text).Append('\n');
}
