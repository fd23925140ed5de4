using Yanyun.Engine;

namespace Yanyun.Deciders;

/// <summary>A place worth having, as seen from another.</summary>
/// <param name="Cost">Weighted li of the march there.</param>
/// <param name="Worth"><see cref="Chart.Worth"/> of its kind.</param>
internal readonly record struct Prize(PlaceId Place, ushort Cost, byte Worth);

/// <summary>What never changes about a country, reckoned once for an atlas: what places are worth, and the prizes near each.</summary>
internal sealed class Chart
{
    /// <summary>Weighted li beyond which a prize is no concern of a host. Balance: from the Yangzi to the Yellow River, some fifty days.</summary>
    public const int Reach = 2000;

    /// <summary>Weighted li within which an enemy's seat of government makes a town one on the border: some six days.</summary>
    public const int BorderLi = 240;

    private readonly Prize[][] _near;
    private readonly PlaceId[][] _neighbours;

    public Chart(Atlas atlas)
    {
        Atlas = atlas;
        var n = atlas.PlaceRows;
        _near = new Prize[n][];
        _neighbours = new PlaceId[n][];
        _near[0] = [];
        _neighbours[0] = [];
        var sorted = new List<(int Cost, short Place)>();
        for (short p = 1; p < n; p++)
        {
            sorted.Clear();
            for (short q = 1; q < n; q++)
            {
                var cost = atlas.MarchCost(new PlaceId(p), new PlaceId(q));
                if (Worth(atlas[new PlaceId(q)].Kind) > 0 && cost <= Reach) sorted.Add((cost, q));
            }
            sorted.Sort();
            _near[p] = [.. sorted.Select(prize => new Prize(new PlaceId(prize.Place), (ushort)prize.Cost, (byte)Worth(atlas[new PlaceId(prize.Place)].Kind)))];
            _neighbours[p] = [.. sorted.Where(prize => prize.Cost <= BorderLi && Worth(atlas[new PlaceId(prize.Place)].Kind) >= SeatOfGovernment).Select(prize => new PlaceId(prize.Place))];
        }
    }

    public Atlas Atlas { get; }

    /// <summary>Prizes near a place, by either side held, nearest first, itself among them.</summary>
    public ReadOnlySpan<Prize> Near(PlaceId place) => _near[place.Value];

    /// <summary>Seats of government within <see cref="BorderLi"/> of a place.</summary>
    public ReadOnlySpan<PlaceId> Neighbours(PlaceId place) => _neighbours[place.Value];

    /// <summary>Worth of the richest place, and the least worth of a seat of government.</summary>
    public const int Richest = 20, SeatOfGovernment = 10;

    /// <summary>
    /// Worth of a place by kind. Balance: seats of government are what wars are counted in; a pass, bridge or fort opens the road to one.
    /// </summary>
    public static int Worth(PlaceKind kind) => kind switch
    {
        PlaceKind.Capital => Richest,
        PlaceKind.SuperiorPrefecture => 14,
        PlaceKind.Prefecture or PlaceKind.MilitaryPrefecture => SeatOfGovernment,
        PlaceKind.County or PlaceKind.Pass or PlaceKind.Fort or PlaceKind.Bridge => 2,
        _ => 0,
    };
}
