using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Records;

/// <summary>A field in which two worlds differ.</summary>
/// <param name="Table">The subsystem.</param>
/// <param name="Row">The slug of the row, or its number where rows have no names.</param>
public sealed record FieldDifference(string Table, string Row, string Field, string Left, string Right);

/// <summary>Compares two worlds of one scenario, row by row and field by field.</summary>
/// <param name="slugs">Names of rows and values.</param>
public sealed class WorldDiff(Slugs slugs)
{
    private static readonly MethodInfo ReadRow = typeof(WorldDiff).GetMethod(nameof(Read), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The first differences in the order of tables, rows and fields.</summary>
    public IEnumerable<FieldDifference> Between(World left, World right)
    {
        foreach (var table in WorldTables.All)
        {
            var size = table.RowBytes;
            var (a, b) = (table.Bytes(left).ToArray(), table.Bytes(right).ToArray());
            for (var row = 0; row * size < a.Length; row++)
            {
                var span = (row * size)..((row + 1) * size);
                if (a.AsSpan(span).SequenceEqual(b.AsSpan(span))) continue;
                var read = ReadRow.MakeGenericMethod(table.Row);
                var (before, after) = (read.Invoke(null, [a[span]])!, read.Invoke(null, [b[span]])!);
                foreach (var field in table.Row.GetFields(BindingFlags.Instance | BindingFlags.Public))
                {
                    var (was, now) = (field.GetValue(before)!, field.GetValue(after)!);
                    if (!was.Equals(now)) yield return new(table.Name, NameOf(table, row, left), field.Name, Word(was), Word(now));
                }
            }
        }
    }

    private string NameOf(WorldTable table, int row, World world) => table.Name switch
    {
        "places" => slugs.Of(new PlaceId((short)row)),
        "forces" or "copyBooks" => slugs.Of(new ForceId((short)row)),
        "seats" => slugs.Of(new SeatId((byte)row)),
        "persons" => slugs.Of(new PersonId((short)row)),
        "polities" => slugs.Of(new PolityId((byte)row)),
        "placeBeliefs" => $"{SeatsOf(world, row / world.Atlas.PlaceRows)}/{slugs.Of(new PlaceId((short)(row % world.Atlas.PlaceRows)))}",
        "forceBeliefs" => $"{SeatsOf(world, row / world.ForceRows)}/{slugs.Of(new ForceId((short)(row % world.ForceRows)))}",
        _ => row.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The first seat that reads a row set of beliefs.</summary>
    private string SeatsOf(World world, int set)
    {
        for (byte s = 1; s < world.Scenario.Seats.Length; s++)
            if (world.Scenario.Seats[s].Beliefs == set) return slugs.Of(new SeatId(s));
        return set.ToString(CultureInfo.InvariantCulture);
    }

    private string Word(object value) => value switch
    {
        PlaceId id => slugs.Of(id),
        ForceId id => slugs.Of(id),
        SeatId id => slugs.Of(id),
        PersonId id => slugs.Of(id),
        PolityId id => slugs.Of(id),
        SiegeId id => Number(id.Value),
        DispatchId id => Number(id.Value),
        LegId id => Number(id.Value),
        RouteId id => Number(id.Value),
        EventRef id => $"{id.Day}.{id.Ordinal}",
        Order order => order.Kind == OrderKind.None ? Slugs.Nobody : $"{slugs.Of(order.Seat)} {OrderVerbs.Of(order.Kind).Word}",
        Enum word => OrderWords.Dashed(word.ToString()),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Number(int row) => row.ToString(CultureInfo.InvariantCulture);

    private static object Read<T>(byte[] bytes) where T : unmanaged => MemoryMarshal.Read<T>(bytes);
}
