using System.Globalization;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Settings;

/// <summary>A typed change to a scenario before its first day: <c>places.kaifeng.walls=3</c>.</summary>
public sealed class Setting
{
    private static readonly (string Name, Bilingual Row, SettingField[] Fields)[] Tables =
    [
        ("places", new("place", "地點"), SettingFields.Places), ("forces", new("force", "部隊"), SettingFields.Forces),
        ("persons", new("person", "人物"), SettingFields.Persons), ("seats", new("seat", "職守"), SettingFields.Seats),
        ("polities", new("polity", "政權"), SettingFields.Polities), ("crossings", new("crossing", "渡口"), SettingFields.Crossings),
    ];

    private readonly SettingField _field;
    private readonly int _row;
    private readonly int _value;

    private Setting(string text, SettingField field, int row, int value) => (Text, _field, _row, _value) = (text, field, row, value);

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>It can be made on the first day only.</summary>
    public bool StartOnly => _field.StartOnly;

    /// <summary>Changes a world: that of the first day, from which all runs begin, or one in the midst of a run.</summary>
    public void Apply(World world) => _field.Write(world, _row, _value);

    /// <summary>Reads PATH=VALUE; null, with the reason among the problems, when path or value is not of the scenario.</summary>
    /// <param name="at">How problems call the spot.</param>
    /// <param name="usage">True when the fault is of form or range, false when a name is not in this scenario.</param>
    public static Setting? Read(string text, Slugs slugs, Atlas atlas, Location at, Problems problems, out bool usage)
    {
        usage = true;
        var equals = text.IndexOf('=');
        if (equals <= 0) return Fail(problems, at, SettingMessages.NotPair, null, text);
        var path = text[..equals];
        var value = text[(equals + 1)..];
        var parts = path.Split('.');
        if (parts.Length != 3) return Fail(problems, at, SettingMessages.NotPath, NearestPath(parts, slugs), path);
        usage = false;
        var table = Array.Find(Tables, t => t.Name == parts[0]);
        var names = Tables.Select(t => t.Name).ToArray();
        if (table.Name is null) return Fail(problems, at, SettingMessages.UnknownTable, NearestPath(parts, slugs), path, names);
        var ids = IdsOf(table.Name, slugs);
        if (ids[parts[1]] == 0) return Fail(problems, at, SettingMessages.UnknownRow, NearestPath(parts, slugs), path, table.Row);
        var field = Array.Find(table.Fields, f => f.Name == parts[2]);
        var fields = table.Fields.Select(f => f.Name).ToArray();
        if (field is null) return Fail(problems, at, SettingMessages.UnknownField, NearestPath(parts, slugs), path, table.Row, fields);
        var row = table.Name == "crossings" ? RowOf(parts[1], atlas) : ids[parts[1]];
        return Value(field, path, value, slugs, at, problems, out usage) is { } number ? new Setting(text, field, row, number) : null;
    }

    /// <summary>All paths of a table's row, for help.</summary>
    public static IEnumerable<(string Table, IEnumerable<string> Fields)> All() => Tables.Select(t => (t.Name, t.Fields.Select(f => f.Name)));

    private static int? Value(SettingField field, string path, string text, Slugs slugs, Location at, Problems problems, out bool usage)
    {
        usage = true;
        switch (field.Kind)
        {
            case SettingKind.Whole:
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole >= field.Min && whole <= field.Max) return whole;
                Fail(problems, at, SettingMessages.NotWhole, null, path, text, field.Min, field.Max, field.Unit);
                return null;
            case SettingKind.Tenths:
                if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var tenths) && tenths * 10 == decimal.Truncate(tenths * 10)
                    && tenths * 10 >= field.Min && tenths * 10 <= field.Max) return (int)(tenths * 10);
                Fail(problems, at, SettingMessages.NotTenths, null, path, text, field.Min / 10, field.Max / 10);
                return null;
            case SettingKind.Authority: return Choice(Enum.GetNames<Authority>());
            case SettingKind.Stance: return Choice(Enum.GetNames<Stance>());
            case SettingKind.YesNo: return Choice(["No", "Yes"]);
            default:
                usage = false;
                var table = field.Kind switch
                {
                    SettingKind.Place => slugs.Places,
                    SettingKind.Person => slugs.Persons,
                    SettingKind.Polity => slugs.Polities,
                    _ => slugs.Seats,
                };
                // People write Jin as often as jin; no two ids differ by case.
                if (table[text.ToLowerInvariant()] is > 0 and var id) return id;
                Fail(problems, at, SettingMessages.UnknownId, Nearest.To(text, table.Ids), path, text, table.Kind);
                return null;
        }

        int? Choice(string[] names)
        {
            var words = names.Select(OrderWords.Dashed).ToArray();
            var index = Array.IndexOf(words, text);
            if (index >= 0) return index;
            Fail(problems, at, SettingMessages.NotChoice, Nearest.To(text, words), path, text, words);
            return null;
        }
    }

    /// <summary>The path that was probably meant: each part by its nearest word; null when a part is like nothing.</summary>
    private static string? NearestPath(string[] parts, Slugs slugs)
    {
        if (parts.Length < 2) return null;
        var name = Nearest.To(parts[0], Tables.Select(t => t.Name));
        if (name is null) return null;
        var ids = IdsOf(name, slugs);
        var fields = Array.Find(Tables, t => t.Name == name).Fields.Select(f => f.Name).ToArray();
        var id = ids[parts[1]] > 0 ? parts[1] : Nearest.To(parts[1], ids.Ids);
        var field = parts.Length > 2 ? Nearest.To(parts[2], fields) ?? fields.MinBy(f => Nearest.Slips(parts[2], f)) : fields[0];
        return id is null ? null : $"{name}.{id}.{field}";
    }

    private static IdTable IdsOf(string table, Slugs slugs) => table switch
    {
        "places" => slugs.Places,
        "forces" => slugs.Forces,
        "persons" => slugs.Persons,
        "seats" => slugs.Seats,
        "polities" => slugs.Polities,
        _ => slugs.Crossings,
    };

    private static int RowOf(string crossing, Atlas atlas) => Array.FindIndex(atlas.Crossings, c => c.Key == Key.Of(crossing));

    private static Setting? Fail(Problems problems, Location at, Message message, string? nearest, params object[] args)
    {
        problems.Add(new Problem(message, at, args, nearest));
        return null;
    }
}
