using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Annals;

/// <summary>Reads <c>given</c>: a list whose items must all hold.</summary>
internal sealed class ConditionReader(Pools pools)
{
    private static readonly string[] s_words =
        ["all", "any", "not", "held", "ours", "theirs", "fresh", "near", "men", "enemies", "supplied", "heard", "fired", "after", "aim", "powers", "at_war", "offered", "leans", "fate"];

    /// <summary>Nodes read so far; node 0 asks nothing.</summary>
    public List<Condition> Nodes { get; } = [new Condition(ConditionKind.Always)];

    /// <summary>First node of what is asked; 0 when nothing is.</summary>
    public short Read(Fields row, string owner, SeatId seat, IReadOnlyList<SeatId> seatOfEntry)
    {
        if (!row.Has("given")) return 0;
        var root = (short)Nodes.Count;
        List(row, "given", ConditionKind.All, owner, seat, seatOfEntry);
        return root;
    }

    private void List(Fields row, string key, ConditionKind kind, string owner, SeatId seat, IReadOnlyList<SeatId> seatOfEntry)
    {
        var at = Nodes.Count;
        Nodes.Add(default);
        byte children = 0;
        foreach (var item in row.Rows(key))
        {
            One(item, owner, seat, seatOfEntry);
            children++;
        }
        Nodes[at] = new Condition(kind, (ushort)(Nodes.Count - at), children);
    }

    private void One(Fields item, string owner, SeatId seat, IReadOnlyList<SeatId> seatOfEntry)
    {
        switch (pools.Word(item, s_words, new Bilingual($"a condition of '{owner}'", $"「{owner}」的條件")))
        {
            case "all": List(item, "all", ConditionKind.All, owner, seat, seatOfEntry); break;
            case "any": List(item, "any", ConditionKind.Any, owner, seat, seatOfEntry); break;
            case "not":
                var at = Nodes.Count;
                Nodes.Add(default);
                if (item.Inner("not") is { } inner) One(inner, owner, seat, seatOfEntry);
                Nodes[at] = new Condition(ConditionKind.Not, (ushort)(Nodes.Count - at), 1);
                break;
            case "held": Add(new Condition(ConditionKind.Held, Place: pools.Place(item, "held"), Polity: pools.Polity(item, "by"))); break;
            case "ours": Add(new Condition(ConditionKind.Ours, Place: pools.Place(item, "ours"))); break;
            case "theirs": Add(new Condition(ConditionKind.Theirs, Place: pools.Place(item, "theirs"))); break;
            case "fresh": Add(new Condition(ConditionKind.Fresh, Place: pools.Place(item, "fresh"), Number: item.Whole("days", 0, 1000))); break;
            case "near":
                Add(Of(item, "near", ConditionKind.Near) with
                {
                    Place = pools.Place(item, "of"), Li = (short)item.Whole("li", 0, 3000), Number = item.WholeIfAny("count", 1, 200) ?? 1,
                });
                break;
            case "men":
                Add(Of(item, "force", ConditionKind.Men) with
                {
                    Number = item.Whole("men", 1, 1_000_000),
                    Place = item.Has("of") ? pools.Place(item, "of") : default, Li = (short)(item.WholeIfAny("li", 0, 3000) ?? 0),
                });
                break;
            case "enemies":
                Add(new Condition(ConditionKind.Enemies, Number: item.Whole("enemies", 1, 1_000_000), Place: pools.Place(item, "of"), Li: (short)item.Whole("li", 0, 3000)));
                break;
            case "supplied": Add(Of(item, "force", ConditionKind.Supplied) with { Number = item.Whole("supplied", 0, 250) }); break;
            case "heard": Add(Of(item, "heard", ConditionKind.Heard) with { Number = item.WholeIfAny("days", 0, 1000) ?? 0 }); break;
            case "fired":
                var entry = pools.Entry(item, "fired");
                if (entry > 0 && seatOfEntry[entry] != seat)
                    pools.Problems.Add(AnnalsMessages.OtherSeatsEntry, item.Of("fired"), owner, pools.EntryIds[entry], pools.Bookmark.Slugs.Of(seat));
                Add(new Condition(ConditionKind.Fired, Entry: entry));
                break;
            case "after": Add(new Condition(ConditionKind.After, Number: pools.DayOf(item, owner, "after"))); break;
            case "aim":
                Add(new Condition(ConditionKind.Aim, Task: item.Choice<TaskKind>("aim"), Place: item.Has("place") ? pools.Place(item, "place") : default));
                break;
            case "powers": Add(new Condition(ConditionKind.Powers, Powers: item.Choice<Authority>("powers"))); break;
            case "at_war": Add(new Condition(ConditionKind.AtWar, Polity: pools.Polity(item, "at_war"))); break;
            case "offered":
                Add(new Condition(ConditionKind.Offered, Number: item.Id("offered", pools.Bookmark.Slugs.Treaties)));
                break;
            case "leans":
                var least = item.Whole("least", 1, 1000);
                Add(new Condition(ConditionKind.Leans, Number: item.Choice<Counsel>("leans") == Counsel.War ? least : -least));
                break;
            case "fate":
                Add(new Condition(ConditionKind.Fate, Number: (int)item.Choice<PersonFate>("is"), Person: pools.Person(item, "fate")));
                break;
            default: Add(new Condition(ConditionKind.Always)); return;
        }
        item.End();
    }

    private void Add(Condition node) => Nodes.Add(node);

    private Condition Of(Fields item, string key, ConditionKind kind)
    {
        var (first, count) = pools.Pool(pools.Detachments(item, key, _ => true));
        return new Condition(kind, First: first, Count: count);
    }
}
