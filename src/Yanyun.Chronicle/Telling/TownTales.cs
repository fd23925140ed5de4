using Yanyun.Chronicle.Telling.Phrases;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Telling;

/// <summary>Towns: shut in, stormed, summoned, opened one by one or in a wave.</summary>
internal sealed partial class Gatherer
{
    /// <summary>Towns to one side in one day from which they are told as a wave.</summary>
    private const int Wave = 3;
    /// <summary>Days without a town after which the next one begins a new wave.</summary>
    private const int WaveBreak = 3;

    private readonly Dictionary<PolityId, (int Began, int Last, int Towns)> _waves = [];
    private readonly Dictionary<PlaceId, int> _siegeBegan = [];

    private void Besieged(int index, in SiegeLaid laid)
    {
        _siegeBegan[laid.Place] = _today;
        if (laid.Men + laid.Defenders < BattleJoined.SmallMen && Rank(laid.Place) < 12) return;
        Tell(index, 48 + Rank(laid.Place) / 2 + Mass(laid.Men + laid.Defenders) / 2, laid, memory.At(index).Cause, laid.Leader,
            new Likeness(FactKind.Besieged, laid.Place, laid.By), laid.Place);
    }

    private void Repulsed(int index, in StormRepulsed repulsed) =>
        Tell(index, 60 + Rank(repulsed.Place) / 2, repulsed, memory.At(index).Cause, repulsed.By, new Likeness(FactKind.Besieged,
            repulsed.Place, _world[repulsed.By].Polity), repulsed.Place);

    private void Lifted(int index, in SiegeLifted lifted)
    {
        _siegeBegan.Remove(lifted.Place);
        if (lifted.Days > 0 || Rank(lifted.Place) >= 12) Tell(index, 50 + Rank(lifted.Place), lifted);
    }

    /// <summary>A refusal that leads straight to a siege is told with it.</summary>
    private void Refused(int index, int first, in SummonsRefused refused)
    {
        if (Rank(refused.Place) < 12 || Again(refused.By, EventKind.SummonsRefused, refused.Place)) return;
        for (var i = first; i < memory.Count; i++)
            if (memory.At(i).Kind == EventKind.SiegeLaid && memory.Read<SiegeLaid>(i).Place == refused.Place) return;
        Tell(index, 34 + Rank(refused.Place) / 2, refused);
    }

    private void Takings(int first)
    {
        var waves = new Dictionary<PolityId, List<int>>();
        for (var i = first; i < memory.Count; i++)
        {
            if (memory.At(i).Kind != EventKind.PlaceTaken) continue;
            var taken = memory.Read<PlaceTaken>(i);
            if (taken.How == Taking.Ceded) continue;
            // Capitals, and towns that were fought for, stand alone.
            if (taken.How is Taking.Stormed or Taking.Betrayed or Taking.Starved || Rank(taken.Place) >= 30) Alone(i, taken);
            else if (waves.TryGetValue(taken.By, out var wave)) wave.Add(i);
            else waves[taken.By] = [i];
        }
        foreach (var (by, wave) in waves)
        {
            var run = Run(by, wave.Count);
            if (wave.Count >= Wave) Together(by, wave, run);
            else
                foreach (var i in wave) Alone(i, memory.Read<PlaceTaken>(i));
        }
    }

    /// <summary>How many towns in how many days, this one's included.</summary>
    private (int Days, int Towns) Run(PolityId by, int towns)
    {
        var run = _waves.TryGetValue(by, out var before) && _today - before.Last <= WaveBreak ? before : (Began: _today, Last: _today,
            Towns: 0);
        _waves[by] = (run.Began, _today, run.Towns + towns);
        return (_today - run.Began + 1, run.Towns + towns);
    }

    private void Alone(int index, in PlaceTaken taken)
    {
        var siege = new Saying(SiegePhrases.NoSiege);
        if (taken.How is Taking.Stormed or Taking.Betrayed or Taking.Starved && _siegeBegan.Remove(taken.Place, out var began)
            && _today > began)
            siege = new Saying(SiegePhrases.OnDayOfSiege, ("n", new Exactly(_today - began + 1)));
        var fought = memory.Find<BattleEnded>(memory.At(index).Cause, out var streets);
        var cost = !fought ? new Saying(SiegePhrases.NoCost)
            : new Saying(SiegePhrases.Cost, ("men", new Men(streets.AttackerLost)), ("others", new Men(streets.DefenderLost)));
        var saying = Sentences.Taken(taken, siege, cost, Why(index, taken.Force, taken.Place));
        // A village that opens is no news by itself.
        var weight = taken.How is Taking.Stormed or Taking.Betrayed or Taking.Starved ? 60 : Rank(taken.Place) == 0 ? 30 : 46;
        Add(index, weight + Rank(taken.Place), saying, new Likeness(FactKind.Taken, taken.Place, taken.By));
    }

    private void Together(PolityId by, List<int> wave, (int Days, int Towns) run)
    {
        var (places, forces) = (new List<PlaceId>(), new List<ForceId>());
        foreach (var i in wave)
        {
            var taken = memory.Read<PlaceTaken>(i);
            places.Add(taken.Place);
            if (!forces.Contains(taken.Force)) forces.Add(taken.Force);
        }
        // What the annals name comes first.
        places.Sort((a, b) => Rank(a) != Rank(b) ? Rank(b) - Rank(a) : a.Value - b.Value);
        var phrase = run.Towns > places.Count ? SiegePhrases.ManyInDays : SiegePhrases.ManyOpened;
        var saying = new Saying(phrase, ("n", new Count(places.Count)), ("by", by), ("forces", forces), ("places", places), ("total",
            new Count(run.Towns)),
            ("days", new Days(run.Days)), ("why", Why(wave[0], forces[0], default)));
        Add(wave[0], 62 + Math.Min(20, 2 * places.Count), saying, new Likeness(FactKind.Taken, places[0], by));
    }
}
