using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Annals;

/// <summary>Where a check stands in time: the day of the annals, from the bookmark's first day, and the entry it hangs on.</summary>
/// <param name="On">Day of the annals.</param>
/// <param name="Until">Last day of a span; <paramref name="On"/> when it is a point.</param>
/// <param name="After">Entry whose firing opens the window; 0 when history fixes the day.</param>
/// <param name="EntryOn">History's day of that entry; 0 when there is none.</param>
internal readonly record struct Anchor(int On, int Until, short After, int EntryOn)
{
    private int Lead => On - EntryOn;

    /// <summary>Days either way, by the one rule of tolerance.</summary>
    public int Tolerance => After == 0 ? CheckBook.LeastTolerance : CheckBook.Tolerance(Lead);

    /// <summary>A day may be off by the tolerance either way; never before the entry itself.</summary>
    /// <param name="early">Any day from the entry (or the first day) on.</param>
    public Window Point(bool early) => new(After, (short)(early ? 0 : Math.Max(0, Lead - Tolerance)), (short)(Lead + Tolerance));

    /// <summary>A span is less the tolerance at each end; what would be empty is its middle day.</summary>
    public Window Span()
    {
        var from = Lead + Tolerance;
        var to = Until - EntryOn - Tolerance;
        if (from > to) from = to = (Lead + Until - EntryOn) / 2;
        return new Window(After, (short)Math.Max(0, from), (short)Math.Max(0, to));
    }
}

/// <summary>Reads <c>met</c>: what a check asks of a run.</summary>
internal sealed class PredicateReader(Pools pools)
{
    private static readonly string[] s_words =
    [
        "all", "any", "not", "count", "taken", "holds", "fought", "near", "believes", "answered", "letters", "granted", "escorted", "losses", "fired",
        "concluded", "fate", "paid", "risen", "treats", "defects",
    ];

    /// <summary>Nodes read so far; node 0 belongs to no check.</summary>
    public List<Predicate> Nodes { get; } = [default];

    public void Read(Fields item, string owner, CheckKind kind, Anchor anchor)
    {
        switch (pools.Word(item, s_words, new Bilingual($"'met' of check '{owner}'", $"檢驗「{owner}」的 met")))
        {
            case "all": Group(item.Rows("all"), new Predicate(PredicateKind.All), owner, kind, anchor); break;
            case "any": Group(item.Rows("any"), new Predicate(PredicateKind.Any), owner, kind, anchor); break;
            case "count": Group(item.Rows("of"), new Predicate(PredicateKind.Count, Number: item.Whole("count", 1, 100)), owner, kind, anchor); break;
            case "not": Group(item.Inner("not") is { } inner ? [inner] : [], new Predicate(PredicateKind.Not), owner, kind, anchor); break;
            case "": return;
            case var word: Nodes.Add(Atom(item, word, owner, kind, anchor)); break;
        }
        item.End();
    }

    private void Group(IEnumerable<Fields> items, Predicate group, string owner, CheckKind kind, Anchor anchor)
    {
        var at = Nodes.Count;
        Nodes.Add(group);
        byte children = 0;
        foreach (var item in items)
        {
            Read(item, owner, kind, anchor);
            children++;
        }
        Nodes[at] = group with { Size = (ushort)(Nodes.Count - at), Children = children };
    }

    private Predicate Atom(Fields item, string word, string owner, CheckKind kind, Anchor anchor)
    {
        var p = new Predicate(Kind(word), anchor.Point(item.YesNo("early", absent: false)));
        switch (p.Kind)
        {
            case PredicateKind.Taken: return Forces(item, "force", p) with { Place = pools.Place(item, word), Polity = pools.Polity(item, "by") };
            case PredicateKind.Holds: return p with { Window = anchor.Span(), Place = pools.Place(item, word), Polity = pools.Polity(item, "by") };
            case PredicateKind.Fought:
                return Forces(item, "force", p) with
                {
                    Place = pools.Place(item, word), Li = (short)item.Whole("li", 0, 3000), Polity = pools.Polity(item, "winner"),
                    Against = pools.Polity(item, "loser"), Number = item.WholeIfAny("men", 1, 500_000) ?? Engine.Rules.BattleJoined.SmallMen,
                };
            case PredicateKind.Near: return Forces(item, word, p) with { Place = pools.Place(item, "of"), Li = (short)item.Whole("li", 0, 3000) };
            case PredicateKind.Believes:
                return p with { Seat = pools.Seat(item, word), Place = pools.Place(item, "place"), Polity = pools.Polity(item, "held_by") };
            case PredicateKind.Answered:
                return p with { Seat = pools.Seat(item, word), Task = item.Choice<TaskKind>("task"), Answer = item.ChoiceIfAny<Code>("reply") ?? Code.Accepted };
            case PredicateKind.Letters:
                return p with { Seat = pools.Seat(item, word), From = pools.Seat(item, "from"), Number = item.Whole("number", 1, 100) };
            case PredicateKind.Granted: return p with { Seat = pools.Seat(item, word), Powers = item.Choice<Authority>("powers") };
            case PredicateKind.Escorted: return Forces(item, word, p) with { Number = item.Whole("households", 1, 1_000_000) };
            case PredicateKind.Risen: return Forces(item, "of", p) with { Number = item.Whole(word, 1, 100) };
            case PredicateKind.Treats or PredicateKind.Defects: return Forces(item, word, p);
            case PredicateKind.Concluded: return p with { Number = item.Id(word, pools.Bookmark.Slugs.Treaties) };
            case PredicateKind.Fate: return p with { Person = pools.Person(item, word), Number = (int)item.Choice<PersonFate>("is") };
            case PredicateKind.Paid: return p with { Polity = pools.Polity(item, word), Number = item.Whole("strings", 1, 100_000_000) };
            case PredicateKind.Losses:
                return p with
                {
                    Against = pools.Polity(item, word), Polity = pools.Polity(item, "to"), Place = pools.Place(item, "about"),
                    Li = (short)item.Whole("li", 0, 3000), Number = item.Whole("per_mille", 1, 100_000),
                };
            default:
                var entry = pools.Entry(item, word);
                if (kind == CheckKind.Outcome && entry > 0)
                    pools.Problems.Add(AnnalsMessages.DecisionAsOutcome, item.Of(word), owner, Words<CheckKind>.Of(kind), pools.EntryIds[entry]);
                return p with { Entry = entry };
        }
    }

    private static PredicateKind Kind(string word) => Words<PredicateKind>.TryRead(word, out var kind) ? kind : PredicateKind.All;

    private Predicate Forces(Fields item, string key, Predicate p)
    {
        if (!item.Has(key)) return p;
        var (first, count) = pools.Pool(pools.Detachments(item, key, _ => true));
        return p with { First = first, Count = count };
    }
}
