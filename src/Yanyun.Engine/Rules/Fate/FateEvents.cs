namespace Yanyun.Engine.Rules;

/// <summary>Other dice fall in the contests about a place, from today until a day.</summary>
public readonly record struct FateSet(Ordain Order) : IEvent
{
    public static EventKind Kind => EventKind.FateSet;

    public void Apply(World world)
    {
        var rows = world.FateTable.AsSpan();
        var row = FateRule.FreeRow(world);
        rows[row] = new FateState { Place = Order.Place, Li = Order.Li, Until = Order.Until, Salt = Order.Salt };
        rows[0].Until = (ushort)Whole.Max(rows[0].Until, (int)Order.Until);
    }
}

/// <summary>
/// What the annals say was set down against the model. Men and grain that it takes out of the world stand in the account of the polity that lost
/// them, and what it puts in is taken from there: the world and the accounts together never change.
/// </summary>
/// <param name="Place">The place that changes hands; none when a force is struck.</param>
/// <param name="From">Whose account it is.</param>
/// <param name="Holder">The new holder of the place; none when a force is struck.</param>
/// <param name="Force">The force that is struck, or that lay in the place and is no more; none when it is the town's own guard.</param>
/// <param name="Men">Men to the account.</param>
/// <param name="Grain">Sheng to the account.</param>
public readonly record struct RecordImposed(PlaceId Place, PolityId From, PolityId Holder, ForceId Force, Arms Men, int Grain) : IEvent, IFlow
{
    public static EventKind Kind => EventKind.RecordImposed;
    public Flow Net => new(Men: -Men.Men, Grain: -Grain);

    public void Apply(World world)
    {
        ref var account = ref world.Accounts[From.Value];
        account.Men += Men.Men;
        account.Grain += Grain;
        world[From].Lost += Whole.Max(0, Men.Men);
        if (!Force.Exists)
        {
            world[Place].Garrison -= Men.Men;
            world.Stir(Place);
            return;
        }
        ref var force = ref world.Change(Force);
        Aftermath.Take(ref force, Men);
        force.Lost += Men.Men;
        force.Grain -= Grain;
        force.NewsOn = (ushort)world.Today;
        force.Wound = world.LastEvent;
        if (force.Men == 0) Aftermath.Dissolve(world, ref force, ForceId.None, force.At.Exists ? force.At : force.Toward);
    }
}

/// <summary>The reconstructed past is over: no contest has other dice any more.</summary>
/// <param name="Seed">The dice of the world from now on.</param>
public readonly record struct FateEnded(ulong Seed) : IEvent
{
    public static EventKind Kind => EventKind.FateEnded;

    public void Apply(World world)
    {
        Array.Clear(world.FateTable);
        world.Reseed(Seed);
    }
}
