using System.Globalization;

namespace Yanyun.Chronicle;

/// <summary>Distances on the globe, for lints only: no number of the world comes from here.</summary>
internal static class Ground2D
{
    private const double KmPerLi = 0.5616, EarthKm = 6371;

    /// <summary>Great circle between two places, in li.</summary>
    public static double Li(PlaceEntry a, PlaceEntry b)
    {
        var (lat1, lat2) = (Radians(a.LatE4), Radians(b.LatE4));
        var (halfLat, halfLon) = ((lat2 - lat1) / 2, Radians(b.LonE4 - a.LonE4) / 2);
        var h = Math.Pow(Math.Sin(halfLat), 2) + Math.Cos(lat1) * Math.Cos(lat2) * Math.Pow(Math.Sin(halfLon), 2);
        return EarthKm * 2 * Math.Asin(Math.Sqrt(h)) / KmPerLi;
    }

    /// <summary>Distance of a place from the straight line between two others, in tenths of a km.</summary>
    public static int OffsetTenths(PlaceEntry place, PlaceEntry from, PlaceEntry to)
    {
        var kmPerLon = 111.2 * Math.Cos(Radians(place.LatE4));
        (double X, double Y) At(PlaceEntry p) => ((p.LonE4 - place.LonE4) / 1e4 * kmPerLon, (p.LatE4 - place.LatE4) / 1e4 * 111.2);
        var (a, b) = (At(from), At(to));
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var t = Math.Clamp(-(a.X * dx + a.Y * dy) / Math.Max(1e-9, dx * dx + dy * dy), 0, 1);
        return (int)Math.Round(10 * Math.Sqrt(Math.Pow(a.X + t * dx, 2) + Math.Pow(a.Y + t * dy, 2)));
    }

    /// <summary>A scaled whole number as a decimal text: 347950 with 4 digits is 34.795.</summary>
    public static string Decimal(int scaled, int digits)
    {
        var value = (decimal)scaled;
        for (var i = 0; i < digits; i++) value /= 10;
        return value.ToString("0.####", CultureInfo.InvariantCulture);
    }

    private static double Radians(int e4) => e4 / 1e4 * Math.PI / 180;
}
