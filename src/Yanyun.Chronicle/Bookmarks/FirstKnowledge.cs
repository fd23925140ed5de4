using Yanyun.Engine;

namespace Yanyun.Chronicle.Bookmarks;

/// <summary>
/// What each seat believes on the first day, by the rule of scenario.yaml: its own side as it is; who holds which place; other sides' forces
/// where they are, with a strength the rougher the farther, and nothing beyond the reach of news.
/// </summary>
internal sealed class FirstKnowledge(Bookmark book, Scenario scenario)
{
    public void Tell(World world)
    {
        for (byte s = 1; s < scenario.Seats.Length; s++)
        {
            // Those who read another seat's letters know what he knows.
            if (book.Seats.All[s - 1].Reads.Exists) continue;
            var (seat, set) = (new SeatId(s), scenario.Seats[s].Beliefs);
            for (short p = 1; p < world.Atlas.PlaceRows; p++) TellPlace(world, seat, set, new PlaceId(p));
            for (short f = 1; f < world.Forces; f++) TellForce(world, seat, set, new ForceId(f));
        }
    }

    private void TellPlace(World world, SeatId seat, byte set, PlaceId place)
    {
        ref readonly var state = ref world[place];
        var own = scenario.SameSide(state.Holder, scenario.Seats[seat.Value].Polity);
        var men = state.Garrison;
        foreach (var force in book.Forces.Detachments)
            if (force.Place == place && !force.Hidden && !force.Born && scenario.SameSide(force.Polity, state.Holder)) men += force.Men.Value - force.SpreadMen;
        var steps = own ? 8 : Steps(world, seat, place);
        ref var belief = ref world.BeliefOf(set, place);
        belief.Holder = state.Holder;
        if (steps > 0) belief.Strength = Round(men, steps);
    }

    private void TellForce(World world, SeatId seat, byte set, ForceId id)
    {
        ref readonly var force = ref world[id];
        if (!force.Alive) return;
        var own = scenario.SameSide(force.Polity, scenario.Seats[seat.Value].Polity);
        if (force.Doing == Doing.Hidden && !(own && force.Seat == seat)) return;
        var steps = own ? 8 : Steps(world, seat, force.At);
        if (steps == 0) return;
        var sixteenths = Math.Min(15, force.Horse * 16 / Math.Max(1, force.Men));
        world.BeliefOf(set, id) = new ForceBelief
        {
            Place = force.At, Doing = force.Doing, Men = Round(force.Men, steps), Arms = (byte)(sixteenths | Math.Min(15, force.Quality / 10) << 4),
            SupplyDays = (byte)(own ? Math.Min(254, force.Grain / Math.Max(1, 2 * force.Mouths)) : 255),
        };
    }

    /// <summary>Steps to a doubling in which a strength is known at that distance; 0 past the reach of news.</summary>
    private int Steps(World world, SeatId seat, PlaceId place)
    {
        var li = world.Atlas.RideLi(world[seat].At, place);
        if (li == Atlas.NoWay) return 0;
        var age = book.Head.Knowledge.Least + li / book.Head.Knowledge.LiADay;
        foreach (var (days, steps) in book.Head.Knowledge.Steps)
            if (age <= days) return steps;
        return 0;
    }

    /// <summary>The band of a strength, rounded to so many steps of a doubling; nobody is nobody.</summary>
    private static byte Round(int men, int steps)
    {
        int band = Band.Of(men), size = 8 / steps;
        return (byte)(band == 0 ? 0 : Math.Max(1, (band + size / 2) / size * size));
    }
}
