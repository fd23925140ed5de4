using Engine.Tests;
using Yanyun.Chronicle.Storage;
using Yanyun.Deciders;
using Yanyun.Engine;
using Yanyun.Lab;

namespace Lab.Tests;

/// <summary>How experiments are carried out: whatever the threads and the interruptions, the same pairs come to the same figures.</summary>
public class LaboratorySpec
{
    [Fact]
    public void Threads_and_interruptions_do_not_change_a_bit_of_the_result()
    {
        using var folder = new Folder();
        var experiment = SmallExperiment.SilentSong(pairs: 200);
        LabResult Whole(string name, int threads)
        {
            using var store = Store(folder, name, experiment);
            return Laboratory.Run(experiment, store, experiment.On(threads));
        }
        var (one, two) = (Whole("one", 1), Whole("two", 2));
        Assert.True(one.Finished);
        Assert.Equal([64, 128, 200], one.Looks.Select(look => look.Pairs));
        Assert.Equal(one.Digest, two.Digest);
        Assert.Equal(one.Effects, two.Effects);
        Assert.Equal(one.Looks, two.Looks);

        // Stopped after the first batches, again and again, each time opened anew.
        LabResult last;
        var sessions = 0;
        do
        {
            using var store = Store(folder, "halting", experiment);
            using var stop = new CancellationTokenSource();
            last = Laboratory.Run(experiment, store, experiment.On(2) with { Progress = _ => stop.Cancel() }, stop.Token);
            sessions++;
        }
        while (!last.Finished);
        Assert.InRange(sessions, 2, 100);
        Assert.Equal(one.Digest, last.Digest);
        Assert.Equal(one.Effects, last.Effects);
    }

    [Fact]
    public void More_pairs_go_on_from_those_that_are_there()
    {
        using var folder = new Folder();
        var experiment = SmallExperiment.SilentSong(pairs: 64);
        string digest;
        using (var store = Store(folder, "a", experiment)) Laboratory.Run(experiment, store, experiment.On(2));
        using (var store = Store(folder, "a", experiment))
        {
            Assert.Equal([(64, 100)], store.Missing(100));
            var result = Laboratory.Run(experiment, store, experiment.On(2, pairs: 100));
            Assert.Equal(100, result.Pairs);
            digest = result.Digest;
        }
        using (var store = Store(folder, "b", experiment))
            Assert.Equal(digest, Laboratory.Run(experiment, store, experiment.On(1, pairs: 100)).Digest);
    }

    [Fact]
    public void A_pair_that_breaks_is_a_row_with_its_seed_and_the_others_are_played()
    {
        using var folder = new Folder();
        var experiment = SmallExperiment.SilentSong(pairs: 80);
        Func<Cast> casting = () => new Cast([null, null, new Brittle(), null, null]);
        using var store = Store(folder, "a", experiment);
        var result = Laboratory.Run(experiment, store, new LabOptions(2, Casting: casting));
        var rows = store.Rows(80).ToList();
        Assert.Equal(80, rows.Count);
        var broken = rows.Where(row => row.Error is not null).ToList();
        Assert.InRange(broken.Count, 1, 79);
        Assert.Equal(broken.Count, result.Failed);
        Assert.Equal(80 - broken.Count, result.Primary!.Pairs);
        Assert.All(broken, row => Assert.Equal("InvalidOperationException: it broke", row.Error));
        Assert.All(broken, row => Assert.Equal(row.Error, new PairPlayer(experiment, casting).Play(row.Run).Error));
        Assert.Equal([.. Enumerable.Range(0, 80)], rows.Select(row => row.Run));
        Assert.All(rows, row => Assert.Equal((ulong)row.Run + 1, row.Seed));
    }

    [Fact]
    public void A_batch_done_twice_counts_once()
    {
        using var folder = new Folder();
        var experiment = SmallExperiment.SilentSong();
        using var store = Store(folder, "a", experiment);
        var player = new PairPlayer(experiment, SmallExperiment.Heuristics(experiment.Scenario));
        var batch = new Batch(0, [.. Enumerable.Range(0, 5).Select(player.Play)], 0);
        store.Add(batch);
        var digest = store.Digest(5);
        store.Add(batch);
        Assert.Equal((5, 0, 0), store.Count(1000));
        Assert.Equal(digest, store.Digest(5));
        Assert.Equal([(5, 64)], store.Missing(64));
    }

    [Fact]
    public void Looks_stop_on_width_alone()
    {
        using var folder = new Folder();
        // However plain the effect is, it goes on while the interval is wide, and stops at the first look at which it is not.
        var wide = SmallExperiment.SilentSong(pairs: 256, halfWidth: 0);
        using (var store = Store(folder, "wide", wide))
        {
            var result = Laboratory.Run(wide, store, wide.On(2));
            Assert.Equal([64, 128, 256], result.Looks.Select(look => look.Pairs));
            Assert.Equal(Stop.Cap, result.Looks[^1].Stop);
            Assert.True(result.Looks[0].HalfWidth > result.Looks[^1].HalfWidth);
        }
        var narrow = SmallExperiment.SilentSong(pairs: 256, halfWidth: 1_000_000);
        using (var store = Store(folder, "narrow", narrow))
        {
            var result = Laboratory.Run(narrow, store, narrow.On(2));
            Assert.Equal([64], result.Looks.Select(look => look.Pairs));
            Assert.Equal(Stop.Width, result.Looks[^1].Stop);
        }
    }

    [Fact]
    public void A_number_that_has_not_varied_yet_does_not_stop_anything()
    {
        using var folder = new Folder();
        var experiment = SmallExperiment.SilentSong(pairs: 128, halfWidth: 10) with { Change = [SmallExperiment.Silence(new SeatId(0)) with { From = 46, Until = 46 }] };
        using var store = Store(folder, "a", experiment);
        var result = Laboratory.Run(experiment, store, experiment.On(2));
        Assert.Equal(1, result.Primary!.Same);
        Assert.Equal(Stop.Cap, result.Looks[^1].Stop);
    }

    [Fact]
    public void Results_of_another_experiment_or_another_build_are_not_added_to()
    {
        using var folder = new Folder();
        var experiment = SmallExperiment.SilentSong();
        using (Store(folder, "a", experiment))
        {
        }
        var path = folder.File("a.sqlite");
        Assert.Equal(experiment.Hash(), PairStore.Open(path, experiment with { Start = 7 }, "build").Other);
        Assert.Equal("build", PairStore.Open(path, experiment, "another build").Other);
        var (store, other) = PairStore.Open(path, experiment with { Pairs = 7, HalfWidth = 9 }, "build");
        Assert.Null(other);
        store!.Dispose();
    }

    [Fact]
    public void Two_processes_do_not_write_one_store()
    {
        using var folder = new Folder();
        var experiment = SmallExperiment.SilentSong();
        using var store = Store(folder, "a", experiment);
        var fault = Assert.Throws<DatabaseException>(() => PairStore.Open(folder.File("a.sqlite"), experiment, "build"));
        Assert.True(fault.IsBusy);
    }

    internal static PairStore Store(Folder folder, string name, Yanyun.Chronicle.Experiments.Experiment experiment)
    {
        var (store, other) = PairStore.Open(folder.File(name + ".sqlite"), experiment, "build");
        Assert.Null(other);
        return store!;
    }

    /// <summary>Breaks on a die of its day: in some runs, and always in the same ones.</summary>
    private sealed class Brittle : IMind
    {
        public bool WakesToday(in View view) => true;

        public void Decide(in View view, Orders orders)
        {
            if (view.Today == 9 && view.Dice.PerMille(Purpose.Mind, 7) < 300) throw new InvalidOperationException("it broke");
        }
    }
}
