using Yanyun.Chronicle;
using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Orders;
using Yanyun.Engine;
using Yanyun.Engine.Rules;
using Yanyun.Server.Games;
using Yanyun.Server.Http;
using Yanyun.Server.Store;

namespace Yanyun.Server.Views;

/// <summary>
/// The orders of one seat and what came of each: from the log what it gave, took back and had turned away; from its copy-books, as they stood before they
/// were written over, what was answered. Nothing of it is more than the seat knew on some day.
/// </summary>
public sealed class PastOrders(Reel reel, SeatId seat)
{
    /// <summary>Orders told of, the newest.</summary>
    public const int Most = 200;

    private sealed class Row(int number, Order order, int given)
    {
        public int Number { get; } = number;
        public Order Order { get; } = order;
        public int Given { get; } = given;
        public int Rode { get; set; } = -1;
        public bool Undone { get; set; }
        public Code Away { get; set; }
        /// <summary>The last day on which the copy-book is about it; today while nothing was written over it.</summary>
        public int Until { get; set; } = int.MaxValue;
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<OwnOrderShape> Of(IEnumerable<Entry> log)
    {
        var rows = Rows(log);
        Supersede(rows);
        rows.Reverse();
        if (rows.Count > Most) rows.RemoveRange(Most, rows.Count - Most);
        var told = new OwnOrderShape[rows.Count];
        foreach (var day in rows.Select((row, i) => (Row: row, At: i)).GroupBy(one => Math.Min(one.Row.Until, reel.Days)))
        {
            var view = new View(reel.On(day.Key), seat);
            foreach (var (row, i) in day) told[i] = Shape(view, row);
        }
        return told;
    }

    private List<Row> Rows(IEnumerable<Entry> log)
    {
        var (rows, waiting) = (new List<Row>(), new List<Row>());
        foreach (var entry in log)
            switch (entry.Kind)
            {
                case EntryKind.Given when entry.Seat == seat.Value:
                    var row = new Row(DayBody.NumberOf(entry.Body), DayBody.OrderOf(entry.Body), entry.Day);
                    rows.Add(row);
                    waiting.Add(row);
                    break;
                case EntryKind.Undone when entry.Seat == seat.Value:
                    var undone = DayBody.NumberOf(entry.Body);
                    foreach (var one in waiting.Where(one => one.Number == undone)) one.Undone = true;
                    waiting.RemoveAll(one => one.Number == undone);
                    break;
                case EntryKind.Day:
                    foreach (var away in DayBody.AwayIn(entry.Body))
                        if (away.Seat == seat && waiting.Find(one => one.Number == away.Number) is { } turned)
                        {
                            turned.Away = away.Code;
                            waiting.Remove(turned);
                        }
                    foreach (var one in waiting) one.Rode = entry.Day;
                    waiting.Clear();
                    break;
            }
        return rows;
    }

    /// <summary>Of two that rode to one addressee the later is written over the earlier, the day it rides.</summary>
    private static void Supersede(List<Row> rows)
    {
        var last = new Dictionary<(OrderKind Kind, int To), Row>();
        foreach (var row in rows.Where(row => row.Rode >= 0))
        {
            if (Addressee(row.Order) is not { } to) continue;
            if (last.TryGetValue(to, out var before)) before.Until = row.Rode - 1;
            last[to] = row;
        }
    }

    private static (OrderKind, int)? Addressee(in Order order)
    {
        var force = OrderFacts.ForceOf(order);
        if (force.Exists) return (OrderKind.March, force.Value);
        return order.Kind == OrderKind.Direct ? (OrderKind.Direct, order.As<Direct>().To.Value) : null;
    }

    private OwnOrderShape Shape(in View view, Row row)
    {
        var (ground, first) = (reel.Ground, reel.Ground.Scenario.FirstDay);
        string On(int day) => day <= 0 ? Slugs.Nobody : (first + day).ToString();
        string Word(Code code) => code == Code.Accepted ? Slugs.Nobody : OrderWords.Dashed(code.ToString());
        var (expected, confirmed, answer, reason) = row.Rode < 0 ? default : Answer(view, row);
        if (row.Away != Code.Accepted) reason = row.Away;
        var state = row.Undone ? "undone" : row.Away != Code.Accepted ? "turned-away" : row.Rode < 0 ? "waiting" : answer == Code.Accepted ? "sent" : "answered";
        return new OwnOrderShape(row.Number, OrderVerbs.Of(row.Order.Kind).Word, ground.Words.Write(row.Order), (first + row.Given).ToString(), state,
            On(row.Rode), On(expected), On(confirmed), Word(answer), Word(reason), row.Until != int.MaxValue);
    }

    /// <summary>As the copy-book has it. An order of which it has nothing (one that stood only for part of a day, or to nobody who answers) has no answer.</summary>
    private static (int Expected, int Confirmed, Code Answer, Code Reason) Answer(in View view, Row row)
    {
        var force = OrderFacts.ForceOf(row.Order);
        if (force.Exists) return view.Ordered(force) is var book && book.GivenOn == row.Rode ? (book.ExpectedOn, book.ConfirmedOn, book.Answer, book.Reason) : default;
        if (row.Order.Kind != OrderKind.Direct) return default;
        return view.Directed(row.Order.As<Direct>().To) is var edict && edict.GivenOn == row.Rode ? (0, edict.AnsweredOn, edict.Answer, edict.Reason) : default;
    }
}
