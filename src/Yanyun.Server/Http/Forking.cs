using System.Text.Json;
using Yanyun.Chronicle;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;
using Yanyun.Server.Games;
using Yanyun.Server.Gate;
using Yanyun.Server.Store;
using Ground = Yanyun.Server.Games.Ground;

namespace Yanyun.Server.Http;

/// <summary>Reads what a fork is to have otherwise.</summary>
internal static class Forking
{
    private static readonly string[] s_words = ["drop", "delay", "replace", "add"];

    /// <summary>The changes; why there are none where one cannot be read.</summary>
    public static (IReadOnlyList<Change>? Changes, Refusal? Why) Read(IReadOnlyList<ChangeShape>? shapes, Ground ground)
    {
        var changes = new List<Change>();
        if (shapes?.Count > Change.Most)
            return (null, Refusal.Unfit(HallMessages.BadChange, Change.Most + 1, new Bilingual($"{shapes.Count} are too many", $"共 {shapes.Count} 項，過多")));
        foreach (var shape in shapes ?? [])
        {
            var (number, kind) = (changes.Count + 1, (ChangeKind)Array.IndexOf(s_words, shape.Do ?? ""));
            Refusal Bad(Bilingual said) => Refusal.Unfit(HallMessages.BadChange, number, said);
            if (kind < 0) return (null, Bad(Both(Answers.Short(shape.Do ?? ""))));
            if (kind == ChangeKind.Delay && shape.Days is not (>= 1 and <= Change.MostDays)) return (null, Bad(Both($"days: {shape.Days}")));
            if (kind is ChangeKind.Drop or ChangeKind.Delay)
            {
                changes.Add(new Change(kind, shape.Order ?? 0, shape.Days ?? 0));
                continue;
            }
            var seats = ground.Bookmark.Slugs.Seats;
            var slug = Answers.Short(shape.Seat ?? "");
            if (seats[slug] is not (> 0 and var seat)) return (null, Refusal.Bad(HallMessages.UnknownSeat, Nearest.To(slug, seats.Ids), slug, seats.Ids));
            var (order, why) = OrderOf(ground, new SeatId((byte)seat), shape);
            if (order is not { } read) return (null, why);
            changes.Add(new Change(kind, kind == ChangeKind.Add ? 0 : shape.Order ?? 0, Order: read));
        }
        return (changes, null);
    }

    private static Bilingual Both(string said) => new($"'{said}'", $"「{said}」");

    private static (Order? Order, Refusal? Why) OrderOf(Ground ground, SeatId seat, ChangeShape shape)
    {
        var (words, why) = SeatsApi.Words(shape.Args);
        if (words is null) return (null, why);
        var problems = new Problems();
        return ground.Words.Read(seat, Answers.Short(shape.Verb ?? ""), words, new Location("order", 0, 0), problems, out _) is { } order
            ? (order, null) : (null, new Refusal(400, problems.All[0].Message, problems.All[0].Args, problems.All[0].Nearest));
    }
}

/// <summary>Games of one beginning.</summary>
internal static class Kin
{
    /// <summary>Those told at most. Balance: more than a tree can show.</summary>
    private const int Most = 300;

    /// <summary>All that were forked, at however many removes, from the first ancestor of a game; one that may not be seen keeps its place without its name.</summary>
    public static IReadOnlyList<KinShape> Of(GameHead head, IReadOnlyDictionary<string, GameRow> rows, Func<GameRow, bool> shown, Visitor? visitor)
    {
        var first = head;
        while (first.Parent is { } parent && rows.TryGetValue(parent, out var above)) first = above.Head;
        var kin = new List<KinShape>();
        // What is in no log, the record and what minds play by a seed, is the root of its forks and seen by all.
        var root = first.Parent is { } from && (from == GameHead.History || Sources.IsReplay(from)) ? from : null;
        if (root is not null) kin.Add(new KinShape(root, first.Scenario, null, 0, null, null, false));
        var forks = rows.Values.Where(row => row.Head.Parent is not null).OrderBy(row => row.Head.MadeAt).ThenBy(row => row.Head.Id, StringComparer.Ordinal)
            .ToLookup(row => row.Head.Parent!);
        Add(first.Id, root);
        return kin;

        void Add(string id, string? parent)
        {
            if (kin.Count >= Most || !rows.TryGetValue(id, out var row)) return;
            var seen = shown(row);
            // What may not be seen and leads nowhere that may be is not there.
            if (!seen && !Leads(id)) return;
            kin.Add(seen ? new KinShape(id, row.Head.Title, parent, row.Head.ParentDay, row.Day, GamesApi.StateOf(row), visitor is not null && row.Head.Owner == visitor.Id)
                : new KinShape(Hidden(kin.Count), "-", parent, row.Head.ParentDay, null, null, false));
            var own = kin[^1].Id;
            foreach (var fork in forks[id]) Add(fork.Head.Id, own);
        }

        bool Leads(string id) => forks[id].Any(fork => shown(fork) || Leads(fork.Head.Id));
    }

    /// <summary>A place in the tree without a name.</summary>
    private static string Hidden(int row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"-{row}");
}
