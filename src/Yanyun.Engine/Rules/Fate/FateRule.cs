namespace Yanyun.Engine.Rules;

/// <summary>
/// How history is told in the model's own terms. The orders of nobody that a reconstructed record holds: other dice for the contests about a place
/// from a day until a day, and, where no dice would do, what the annals say came of it set down in so many words.
/// </summary>
/// <remarks>docs/rules/fate.md. A player, a mind or a seat never gives them; a world without them throws the dice it always threw.</remarks>
public static class FateRule
{
    /// <summary>Contests whose dice can be other ones on the same day; more are refused. Balance: several times what a busy month of the war needs.</summary>
    public const int Most = World.FateRows - 1;

    /// <summary>Whether an order is nobody's: part of a reconstructed past.</summary>
    public static bool Owns(OrderKind kind) => kind is OrderKind.Fate or OrderKind.Impose or OrderKind.Strike or OrderKind.Part;

    /// <summary>Whether the past can be told so. Only nobody may order it.</summary>
    public static Verdict Judge(World world, in Order order)
    {
        if (order.Seat.Exists) return Verdict.Refused(Code.OfficeLacksPower);
        switch (order.Kind)
        {
            case OrderKind.Fate:
                var fate = order.As<Ordain>();
                if (!Known(world, fate.Place)) return Verdict.Refused(Code.UnknownPlace, fate.Place);
                return fate.Until < world.Today || fate.Salt == 0 || FreeRow(world) == 0 ? Verdict.Refused(Code.OutOfBounds, fate.Place) : Verdict.Accepted;
            case OrderKind.Impose:
                var impose = order.As<Impose>();
                if (!Known(world, impose.Place)) return Verdict.Refused(Code.UnknownPlace, impose.Place);
                if (!impose.Holder.Exists || impose.Holder.Value >= world.PolityTable.Length) return Verdict.Refused(Code.WrongPolity, impose.Place);
                return world[impose.Place].Holder == impose.Holder ? Verdict.Refused(Code.AlreadyOurs, impose.Place) : Verdict.Accepted;
            case OrderKind.Strike:
                var strike = order.As<Strike>();
                if (!strike.Force.Exists || strike.Force.Value >= world.Forces) return Verdict.Refused(Code.UnknownForce, force: strike.Force);
                if (!world[strike.Force].Alive) return Verdict.Refused(Code.ForceGone, force: strike.Force);
                return strike.Men < 1 || strike.Men > world[strike.Force].Men
                    ? Verdict.Refused(Code.OutOfBounds, force: strike.Force, number: strike.Men) : Verdict.Accepted;
            default:
                return Verdict.Accepted;
        }
    }

    /// <summary>Does what was judged good.</summary>
    internal static void Obey(World world, in Order order)
    {
        switch (order.Kind)
        {
            case OrderKind.Fate:
                world.Emit(new FateSet(order.As<Ordain>()), EventRef.None);
                break;
            case OrderKind.Impose:
                Hand(world, order.As<Impose>());
                break;
            case OrderKind.Strike:
                var (id, men) = order.As<Strike>();
                ref readonly var force = ref world[id];
                var part = Host.Of(force).Part(men);
                var grain = Whole.MulDiv(force.Grain, men, Whole.Max(1, force.Men));
                world.Emit(new RecordImposed(PlaceId.None, force.Polity, PolityId.None, id, part, grain), EventRef.None);
                break;
            case OrderKind.Part:
                world.Emit(new FateEnded(order.As<Part>().Seed), EventRef.None);
                break;
        }
    }

    /// <summary>
    /// A place changes hands by the annals: its own guard and the garrisons in it go to the account, a field force that was for the old holder falls
    /// back; a force of the new holder that stands there has taken it and leaves its guard; where none stands, the new holder's account finds one.
    /// </summary>
    private static void Hand(World world, in Impose order)
    {
        world.Muster();
        var place = order.Place;
        var from = world[place].Holder;
        var cause = EventRef.None;
        var by = ForceId.None;
        for (short f = 1; f < world.Forces; f++)
        {
            ref readonly var force = ref world.ForceTable[f];
            if (!force.Alive || force.At != place) continue;
            var id = new ForceId(f);
            if (world.Scenario.SameSide(force.Polity, order.Holder))
            {
                if (!by.Exists || force.Men > world[by].Men) by = id;
                continue;
            }
            cause = force.Mobile
                ? world.Emit(new ForceRetired(id, Retreat.Refuge(world, force), Doing.Retreating), cause)
                : world.Emit(new RecordImposed(place, force.Polity, order.Holder, id, Host.Of(force), force.Grain), cause);
        }
        if (from.Exists && world[place].Garrison > 0)
            cause = world.Emit(new RecordImposed(place, from, order.Holder, ForceId.None, new Arms(0, 0, 0, world[place].Garrison, 0), 0), cause);
        if (by.Exists && world[by].Polity == order.Holder)
        {
            Fall.Take(world, place, by, Taking.Empty, cause);
            return;
        }
        var taken = world.Emit(new PlaceTaken(place, order.Holder, ForceId.None, from, Taking.Empty), cause);
        var guard = new Arms(0, 0, 0, -Fall.Need(world, place), 0);
        world.Emit(new RecordImposed(place, order.Holder, order.Holder, ForceId.None, guard, 0), taken);
    }

    /// <summary>The first row that no fate of today or later has; 0 when there is none.</summary>
    internal static int FreeRow(World world)
    {
        for (var row = 1; row < world.FateTable.Length; row++)
            if (world.FateTable[row].Until < world.Today || !world.FateTable[row].Place.Exists) return row;
        return 0;
    }

    private static bool Known(World world, PlaceId place) => place.Value > 0 && place.Value < world.Atlas.PlaceRows;
}
