using Yanyun.Chronicle.Bookmarks;
using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Annals;

/// <summary>Reads <c>checks.yaml</c>, and holds checks and script against each other.</summary>
internal sealed class CheckReader
{
    private readonly Pools _pools;
    private readonly ScriptReader _script;
    private readonly Script _played;
    private readonly PredicateReader _predicates;
    private readonly IdTable _ids = new("check", "檢驗");
    private readonly List<Check> _checks = [default];
    private readonly List<CheckText> _texts = [new CheckText("", CheckKind.None, new Bilingual("", ""), [], [], 0, "", null, null)];
    private readonly List<short> _needs = [];
    private readonly List<short> _sentencePool = [];
    private readonly List<string> _sentences = [];

    public CheckReader(Pools pools, ScriptReader script, Script played)
    {
        foreach (var id in script.EntryIds.Ids) pools.EntryIds.Add(id, default, pools.Problems);
        (_pools, _script, _played, _predicates) = (pools, script, played, new PredicateReader(pools));
    }

    public IReadOnlyList<CheckText> Texts => _texts;
    public IReadOnlyList<string> Sentences => _sentences;

    public CheckBook Read(Fields top)
    {
        foreach (var row in top.Rows("checks")) One(row);
        return new CheckBook([.. _checks], [.. _predicates.Nodes], [.. _pools.Forces], [.. _needs], [.. _sentencePool], _sentences.Count);
    }

    private void One(Fields row)
    {
        var id = row.Slug("id");
        if (_ids.Add(id, row.Of("id"), _pools.Problems) == 0) return;
        var kind = row.Choice<CheckKind>("kind");
        var on = Math.Max(0, _pools.DayOf(row, id, "on"));
        var until = Math.Max(0, _pools.DayOf(row, id, "until", on));
        if (until < on) _pools.Problems.Add(AnnalsMessages.WindowOrder, row.Of("until"), id, Date(on), Date(on), Date(until));
        var (after, why) = Hook(row, id);
        var anchor = new Anchor(on, until, after, after > 0 && after < _played.Entries.Length ? _played.Entries[after].On : 0);

        var needs = (short)_needs.Count;
        if (after > 0) _needs.Add(after);
        foreach (var entry in DataFiles.Ids(row, "needs", _pools.EntryIds)) _needs.Add((short)entry);
        var (sentences, ids) = SentencesOf(row, id);
        var root = (short)_predicates.Nodes.Count;
        if (row.Inner("met") is { } met) _predicates.Read(met, id, kind, anchor);
        for (var n = (int)needs; n < _needs.Count; n++) LeaveOpen(row, id, _needs[n], root);

        _checks.Add(new Check(Key.Of(id), kind, root, needs, (short)(_needs.Count - needs), sentences, (short)ids.Count));
        _texts.Add(new CheckText(id, kind, DataFiles.Name(row, "what"), ids, _pools.References(row, id), anchor.Tolerance, row.Text("source"), row.TextIfAny("note"), why));
        row.End();
    }

    private (short After, string? Fixed) Hook(Fields row, string id)
    {
        var why = row.TextIfAny("fixed");
        if (row.Has("after")) return (_pools.Entry(row, "after"), why);
        if (why is null) _pools.Problems.Add(AnnalsMessages.NoAnchor, row.At, id);
        return (0, why);
    }

    private (short First, IReadOnlyList<string> Ids) SentencesOf(Fields row, string owner)
    {
        var first = (short)_sentencePool.Count;
        var ids = row.Texts("sentences");
        if (ids.Count == 0) _pools.Problems.Add(AnnalsMessages.NoSentence, row.At, owner);
        foreach (var id in ids)
        {
            if (!Pools.IsSentence(id)) _pools.Problems.Add(AnnalsMessages.WrongReference, row.Of("sentences"), owner, id);
            if (!_sentences.Contains(id)) _sentences.Add(id);
            _sentencePool.Add((short)_sentences.IndexOf(id));
        }
        return (first, ids);
    }

    /// <summary>No entry may ask beforehand, of the place a check of its own names, that it is already held as the check would have it.</summary>
    private void LeaveOpen(Fields row, string check, short entry, int root)
    {
        if (entry <= 0 || entry >= _played.Entries.Length) return;
        ref readonly var e = ref _played.Entries[entry];
        if (e.Given == 0) return;
        for (var n = root; n < _predicates.Nodes.Count; n++)
        {
            var p = _predicates.Nodes[n];
            if (p.Kind is PredicateKind.Taken or PredicateKind.Holds && p.Window.After == entry && Asks(e, p.Place, p.Polity))
            {
                _pools.Problems.Add(AnnalsMessages.RestatesCheck, row.Of("met"), _script.EntryIds[entry], check);
                return;
            }
        }
    }

    private bool Asks(in ScriptEntry entry, PlaceId place, PolityId polity)
    {
        var scenario = _pools.Bookmark.Scenario;
        var own = scenario.Seats[entry.Seat.Value].Polity;
        var end = entry.Given + _played.Conditions[entry.Given].Size;
        for (int n = entry.Given; n < end; n++)
        {
            var c = _played.Conditions[n];
            // What is negated asks the opposite.
            if (c.Kind == ConditionKind.Not) n += c.Size - 1;
            else if (c.Place == place && (c.Kind == ConditionKind.Held && c.Polity == polity
                || c.Kind == ConditionKind.Ours && scenario.SameSide(own, polity) || c.Kind == ConditionKind.Theirs && !scenario.SameSide(own, polity))) return true;
        }
        return false;
    }

    private string Date(int offset) => (_pools.First + offset).ToString();
}
