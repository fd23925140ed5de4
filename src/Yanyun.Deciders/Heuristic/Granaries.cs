using Yanyun.Engine;

namespace Yanyun.Deciders;

/// <summary>
/// Where there is grain, as a seat can know it: a body that stands in a town of its own side reports the days of grain it has, the granary's among
/// them; and the magazines of the first day's order of battle, which the state goes on filling.
/// </summary>
internal sealed class Granaries(Picture picture)
{
    /// <summary>Days for which a town must be able to feed a host that goes there to eat. Balance: to fill the train, and rest.</summary>
    private const int Feeds = 20;

    /// <summary>The nearest town of its own side, but for the one where it is, thought able to feed a host; none if none is known.</summary>
    public PlaceId Nearest(in View view, in Host host)
    {
        var atlas = picture.Chart.Atlas;
        var (best, least) = (PlaceId.None, (int)Atlas.NoWay);
        var home = view.BaseOf(host.Leader);
        if (home.Exists && home != host.At && view.Ours(home) && picture.FieldAt(home) == 0) (best, least) = (home, atlas.MarchCost(host.At, home));
        var beliefs = view.Forces;
        for (short f = 1; f < beliefs.Length; f++)
        {
            ref readonly var belief = ref beliefs[f];
            if (!belief.Known || belief.Doing != Doing.Standing || belief.Place == host.At || view.Today - belief.AsOf > Picture.Stale) continue;
            if (!picture.Ours(belief.Place) || picture.FieldAt(belief.Place) > 0) continue;
            if (Whole.MulDiv(Band.Men(belief.Men), belief.SupplyDays, Feeds) < host.Men || !view.SeatOf(new ForceId(f)).Exists) continue;
            if (atlas.MarchCost(host.At, belief.Place) is var cost && cost < least) (best, least) = (belief.Place, cost);
        }
        return best;
    }
}
