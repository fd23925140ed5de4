using Yanyun.Lab;

namespace Lab.Tests;

/// <summary>Measured alone: other tests use memory too.</summary>
[CollectionDefinition(nameof(MemorySpec), DisableParallelization = true)]
[Collection(nameof(MemorySpec))]
public class MemorySpec
{
    [Fact]
    public void Memory_does_not_grow_with_the_number_of_pairs()
    {
        using var folder = new Folder();
        var experiment = SmallExperiment.SilentSong() with { Start = 1, Horizons = [1, 2] };
        long After(string name, int pairs)
        {
            using var store = LaboratorySpec.Store(folder, name, experiment);
            Laboratory.Run(experiment, store, experiment.On(1, pairs));
            return GC.GetTotalMemory(forceFullCollection: true);
        }
        After("warm", 64);
        var few = After("few", 128);
        var many = After("many", 65_536);
        // The results of so many pairs as objects are above thirty megabytes.
        Assert.InRange(many - few, long.MinValue, 300_000);
    }
}
