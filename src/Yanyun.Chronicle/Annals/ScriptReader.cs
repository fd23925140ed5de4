using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Annals;

/// <summary>Reads <c>script.yaml</c>.</summary>
internal sealed class ScriptReader
{
    /// <summary>Days a window stays open when the file does not say. Balance: two rides across the theatre.</summary>
    private const int OpenDays = 14;

    private readonly Pools _pools;
    private readonly ConditionReader _conditions;
    private readonly ActReader _acts;
    private readonly List<ScriptEntry> _entries = [default];
    private readonly List<EntryText> _texts = [new EntryText("", new Bilingual("", ""), "", [], new Grounds("", [], null, null))];

    public ScriptReader(Pools pools)
    {
        _pools = pools;
        _conditions = new ConditionReader(pools);
        _acts = new ActReader(pools);
    }

    public IdTable EntryIds => _pools.EntryIds;
    public IReadOnlyList<EntryText> Texts => _texts;

    public Script Read(Fields top)
    {
        var rows = top.Rows("entries").ToList();
        var seats = new List<SeatId> { SeatId.None };
        var kept = new List<Fields>();
        // Two passes: a condition may name an entry that stands further down, and must know whose it is.
        foreach (var row in rows)
        {
            if (_pools.EntryIds.Add(row.Slug("id"), row.Of("id"), _pools.Problems) == 0) continue;
            seats.Add(_pools.Seat(row, "seat"));
            kept.Add(row);
        }
        for (var i = 0; i < kept.Count; i++) Entry(kept[i], seats[i + 1], seats);
        return new Script([.. _entries], [.. _conditions.Nodes], [.. _acts.Acts], [.. _pools.Forces], _pools.Bookmark.Scenario.Seats.Length);
    }

    private void Entry(Fields row, SeatId seat, IReadOnlyList<SeatId> seatOfEntry)
    {
        var id = row.Text("id");
        var on = _pools.DayOf(row, id, "on");
        var from = _pools.DayOf(row, id, "from", on);
        var to = _pools.DayOf(row, id, "until", on < 0 ? -1 : Math.Min(on + OpenDays, _pools.Bookmark.Scenario.Days - 1));
        if (on >= 0 && from >= 0 && to >= 0 && (from > on || on > to))
            _pools.Problems.Add(AnnalsMessages.WindowOrder, row.Of("on"), id, Date(from), Date(on), Date(to));
        var given = _conditions.Read(row, id, seat, seatOfEntry);
        var (first, count) = _acts.Read(row, "do", id, seat);
        var (other, otherCount) = _acts.Read(row, "otherwise", id, seat);
        var (task, place) = Aim(first, count);
        _entries.Add(new ScriptEntry(Key.Of(id), seat, Offset(on), Offset(from), Offset(to), given, first, count, other, otherCount, task, place));
        _texts.Add(new EntryText(id, DataFiles.Name(row, "what"), row.Text("alternative"), _pools.References(row, id),
            Grounds.Read(row, id, _pools.Bookmark.Formulas.Ids)));
        row.End();
    }

    private string Date(int offset) => (_pools.First + offset).ToString();

    private static ushort Offset(int day) => (ushort)Math.Max(0, day);

    /// <summary>What a seat is after once an entry has fired: the task of its first order that has one.</summary>
    private (TaskKind, PlaceId) Aim(int first, int count)
    {
        for (var a = first; a < first + count; a++)
        {
            var act = _acts.Acts[a];
            if (!act.Place.Exists || act.Count == 0) continue;
            switch (act.Kind)
            {
                case OrderKind.Take: return (TaskKind.Take, act.Place);
                case OrderKind.Relieve: return (TaskKind.Relieve, act.Place);
                case OrderKind.Harass: return (TaskKind.Harass, act.Place);
                case OrderKind.March: return (TaskKind.March, act.Place);
                case OrderKind.Hold: return (TaskKind.Hold, act.Place);
                case OrderKind.Withdraw or OrderKind.Escort: return (TaskKind.Withdraw, act.Place);
            }
        }
        return (TaskKind.Hold, PlaceId.None);
    }
}
