using Yanyun.Chronicle.Reading;
using Yanyun.Engine;

namespace Yanyun.Chronicle.Experiments;

/// <summary>The days of an experiment: its start and its horizons.</summary>
internal sealed class ExperimentSpan
{
    private readonly Scenario _scenario;
    private readonly List<(int Days, string Word)> _horizons = [];

    public ExperimentSpan(Fields top, Scenario scenario, Problems problems)
    {
        _scenario = scenario;
        Start = DayOf(top, "start", earliest: 1) ?? 1;
        if (top.Find("horizons") is Sequence list)
            foreach (var item in list.Items) Add(item, problems);
        else top.Texts("horizons");
        _horizons.Sort();
    }

    /// <summary>Days from the scenario's first.</summary>
    public int Start { get; }

    /// <summary>Days after the start, ascending.</summary>
    public IReadOnlyList<int> Horizons => [.. _horizons.Select(horizon => horizon.Days)];

    /// <summary>As written, in the same order.</summary>
    public IReadOnlyList<string> Words => [.. _horizons.Select(horizon => horizon.Word)];

    public int Last => _horizons.Count == 0 ? _scenario.Days - 1 : Start + _horizons[^1].Days;

    public string DateOf(int day) => (_scenario.FirstDay + day).ToString();

    /// <summary>A day of the scenario under a key, from its first; null with a problem when it is none.</summary>
    public int? DayOf(Fields row, string key, int earliest = 0)
    {
        var day = row.Date(key);
        if (!day.Exists) return null;
        var first = _scenario.FirstDay + earliest;
        if (day >= first && day <= _scenario.LastDay) return day - _scenario.FirstDay;
        row.Problems.Add(ExperimentMessages.DayOutside, row.Of(key), key, day.ToString(), first.ToString(), _scenario.LastDay.ToString());
        return null;
    }

    private void Add(Node item, Problems problems)
    {
        var word = (item as Scalar)?.Text ?? "";
        int days;
        if (int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var whole)) days = whole;
        else if (JulianDate.TryRead(word, out var day)) days = day - _scenario.FirstDay - Start;
        else
        {
            problems.Add(ExperimentMessages.NotHorizon, item.At, word);
            return;
        }
        var date = days > 1_000_000 ? word : (_scenario.FirstDay + Start + days).ToString();
        if (days < 1 || Start + days > _scenario.Days - 1)
            problems.Add(ExperimentMessages.HorizonOutside, item.At, word, date, DateOf(Start), _scenario.LastDay.ToString());
        else if (_horizons.Exists(horizon => horizon.Days == days)) problems.Add(ExperimentMessages.SameHorizon, item.At, word);
        else _horizons.Add((days, word));
    }
}
