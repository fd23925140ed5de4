using Yanyun.Chronicle.Annals;
using Yanyun.Chronicle.Orders;
using Yanyun.Chronicle.Reading;
using Yanyun.Chronicle.Settings;
using Yanyun.Engine;
using Yanyun.Engine.Rules;

namespace Yanyun.Chronicle.Experiments;

/// <summary>Reads the rows of <c>both</c> and <c>change</c>.</summary>
internal sealed class EditReader(Pools pools, ExperimentSpan span)
{
    /// <summary>The verb that stands for every kind of order.</summary>
    private const string AnyVerb = "any";

    private static readonly string[] s_words = [.. Words<EditKind>.All];
    private static readonly string[] s_verbs = [AnyVerb, .. OrderVerbs.OfSeats];

    private readonly OrderWords _orders = new(pools.Bookmark.Slugs, pools.Bookmark.Scenario.Atlas);

    public Edit? Read(Fields row)
    {
        var before = pools.Problems.Errors;
        var word = KindWord.Of(row, s_words, new Bilingual("the change", "此改動"));
        if (!Words<EditKind>.TryRead(word, out var kind)) return null;
        var edit = kind switch
        {
            EditKind.Set => Set(row),
            EditKind.Off => new Edit(kind, "", 0, 0, Rule: row.Choice<RuleSwitch>("off")),
            EditKind.Inject => Inject(row),
            _ => Ordered(row, kind, word),
        };
        if (!(kind == EditKind.Set && !row.Has("on"))) edit = Dated(row, edit);
        row.End();
        return pools.Problems.Errors > before ? null : edit with { Text = Text(edit, row) };
    }

    private Edit Set(Fields row)
    {
        var text = row.Text("set");
        var slugs = pools.Bookmark.Slugs;
        var setting = text.Length == 0 ? null : Setting.Read(text, slugs, pools.Bookmark.Scenario.Atlas, row.Of("set"), pools.Problems, out _);
        if (setting is { StartOnly: true } && row.Has("on")) pools.Problems.Add(ExperimentMessages.StartOnly, row.Of("on"), text);
        return new Edit(EditKind.Set, "", 0, 0, Setting: setting);
    }

    private Edit Inject(Fields row)
    {
        var actor = row.Has("actor") ? pools.Seat(row, "actor") : SeatId.None;
        if (!row.Has("actor")) pools.Problems.Add(ExperimentMessages.NoActor, row.At);
        return new Edit(EditKind.Inject, "", 0, 0, actor, Order: Order(row, "inject", actor), Times: row.WholeIfAny("times", 1, 100) ?? 1);
    }

    private Edit Ordered(Fields row, EditKind kind, string word)
    {
        var actor = row.Has("actor") ? pools.Seat(row, "actor") : SeatId.None;
        var edit = new Edit(kind, "", 0, 0, actor, Pattern(row, word));
        return kind switch
        {
            EditKind.Delay => edit with { Days = row.Whole("days", 1, 365) },
            EditKind.Replace => edit with { Order = Order(row, "with", actor) },
            _ => edit,
        };
    }

    /// <summary>An order in words: <c>direct to=song-palace-command task=march place=suzhou</c>.</summary>
    private Order Order(Fields row, string key, SeatId actor)
    {
        var words = row.Text(key).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? default : _orders.Read(actor, words[0], words[1..], row.Of(key), pools.Problems, out _) ?? default;
    }

    private OrderPattern Pattern(Fields row, string key)
    {
        var word = row.OneOf(key, s_verbs);
        var verb = OrderVerbs.Find(word);
        var fields = new List<(string, object)>();
        if (row.Inner("match", required: false) is { } match)
        {
            var known = (verb is null ? OrderVerbs.All : [verb]).SelectMany(v => v.Fields).DistinctBy(field => field.Name).ToList();
            foreach (var (name, value) in match.Pairs())
            {
                if (word.Length == 0) continue;
                if (known.Find(field => field.Name == name.Text) is { } field)
                {
                    if (_orders.ReadValue(field, value.Text, value.At, pools.Problems) is { } read) fields.Add((name.Text, read));
                    continue;
                }
                var names = known.Select(f => f.Name).ToList();
                var owner = verb is null ? new Bilingual("any order", "任何命令") : new Bilingual($"the order '{word}'", $"命令「{word}」");
                pools.Problems.Add(new Problem(ExperimentMessages.UnknownMatchField, name.At, [name.Text, owner, names], Nearest.To(name.Text, names)));
            }
        }
        return new OrderPattern(verb?.Kind ?? OrderKind.None, fields);
    }

    /// <summary>The days of a change: <c>on</c>, or <c>from</c> and <c>until</c>; of an injected order or a fact the one day on which it
    /// happens.</summary>
    private Edit Dated(Fields row, Edit edit)
    {
        if (row.Has("on") || edit.Kind is EditKind.Inject or EditKind.Set)
        {
            var on = Day(row, "on");
            return edit with { From = on, Until = on };
        }
        var from = row.Has("from") ? Day(row, "from") : span.Start;
        var until = row.Has("until") ? Day(row, "until") : span.Last;
        if (from > until) pools.Problems.Add(ExperimentMessages.Reversed, row.Of("from"), span.DateOf(from), span.DateOf(until));
        return edit with { From = from, Until = until };
    }

    private int Day(Fields row, string key)
    {
        if (span.DayOf(row, key) is not { } day) return span.Start;
        if (day < span.Start) pools.Problems.Add(ExperimentMessages.BeforeStart, row.Of(key), key, span.DateOf(day), span.DateOf(span.Start));
        return day;
    }

    /// <summary>The change in words that do not depend on how the row was laid out.</summary>
    private string Text(Edit edit, Fields row)
    {
        var parts = new List<string> { Words<EditKind>.Of(edit.Kind) };
        if (edit.Setting is not null) parts.Add(edit.Setting.Text);
        if (edit.Kind == EditKind.Off) parts.Add(Words<RuleSwitch>.Of(edit.Rule));
        if (edit.Match is not null) parts.Add(edit.Match.Kind == OrderKind.None ? AnyVerb : OrderVerbs.Of(edit.Match.Kind).Word);
        if (edit.Match is not null && row.Inner("match", required: false) is { } match)
            parts.AddRange(match.Pairs().Select(pair => $"{pair.Key.Text}={pair.Value.Text}").Order(StringComparer.Ordinal));
        if (edit.Kind == EditKind.Replace) parts.Add("with");
        if (edit.Order.Kind != OrderKind.None) parts.Add(_orders.Write(edit.Order));
        if (edit.Days > 0) parts.Add($"by {edit.Days} days");
        if (edit.Times > 1) parts.Add($"{edit.Times} times");
        if (edit.Actor.Exists) parts.Add($"of {pools.Bookmark.Slugs.Of(edit.Actor)}");
        if (edit.From > 0) parts.Add(edit.From == edit.Until ? $"on {span.DateOf(edit.From)}" : $"from {span.DateOf(edit.From)} to {span.DateOf(edit.Until)}");
        return string.Join(' ', parts);
    }
}
