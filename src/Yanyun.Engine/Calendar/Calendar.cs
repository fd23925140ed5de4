namespace Yanyun.Engine;

/// <summary>
/// The lunisolar calendars of Song, Jin and Liao with their eras, over the months given to it. Months were proclaimed by calendar
/// offices, not computed by a rule we could repeat, so they are a table, whose every row says how far it was verified.
/// </summary>
public sealed class Calendar
{
    private readonly LunarMonth[][] _months;
    private readonly Era[] _eras;

    /// <param name="song">Months of the Song calendar, at least one, each beginning the day after the one before ends.</param>
    /// <param name="jin">The same for Jin, over the same days.</param>
    /// <param name="liao">The same for Liao, over the same days.</param>
    /// <param name="eras">Eras in any order; official eras of one reckoning must not overlap.</param>
    public Calendar(ReadOnlySpan<LunarMonth> song, ReadOnlySpan<LunarMonth> jin, ReadOnlySpan<LunarMonth> liao, ReadOnlySpan<Era> eras)
    {
        _months = [song.ToArray(), jin.ToArray(), liao.ToArray()];
        _eras = eras.ToArray();
        First = song[0].First;
        Last = song[^1].Last;
        for (var r = 0; r < _months.Length; r++) RequireUnbroken(_months[r], (Reckoning)r);
    }

    /// <summary>The first day of the table: 1111-02-10, Zhenghe 1/1/1.</summary>
    public Day First { get; }

    /// <summary>The last day of the table: 1143-01-17, Shaoxing 12/12/30.</summary>
    public Day Last { get; }

    public ReadOnlySpan<Era> Eras => _eras;

    public ReadOnlySpan<LunarMonth> Months(Reckoning reckoning) => _months[(int)reckoning];

    /// <summary>Whether the table covers a day.</summary>
    public bool Covers(Day day) => day >= First && day <= Last;

    /// <summary>The month a day falls in; none outside the table.</summary>
    public LunarMonth MonthOf(Day day, Reckoning reckoning)
    {
        if (!Covers(day)) return default;
        var months = _months[(int)reckoning];
        int low = 0, high = months.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (months[middle].First <= day) low = middle;
            else high = middle - 1;
        }
        return months[low];
    }

    /// <summary>The month of a lunar year; none if that year has no such month or the table does not reach it.</summary>
    public LunarMonth MonthOf(Reckoning reckoning, int year, int month, bool leap)
    {
        var months = _months[(int)reckoning];
        var wanted = LunarMonth.OrderOf(year, month, leap);
        int low = 0, high = months.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (months[middle].Order < wanted) low = middle + 1;
            else high = middle;
        }
        return months[low].Order == wanted ? months[low] : default;
    }

    /// <summary>The leap month of a lunar year; none if it has none.</summary>
    public LunarMonth LeapOf(Reckoning reckoning, int year)
    {
        foreach (var month in _months[(int)reckoning])
        {
            if (month.Year == year && month.Leap) return month;
        }
        return default;
    }

    /// <summary>The lunar date of a day; none outside the table.</summary>
    public LunarDate DateOf(Day day, Reckoning reckoning)
    {
        var month = MonthOf(day, reckoning);
        return month.Exists ? new(reckoning, month.Year, month.Month, month.Leap, (byte)(day - month.First + 1)) : default;
    }

    /// <summary>The day of a lunar date; none if the date does not exist in this calendar.</summary>
    public Day DayOf(LunarDate date)
    {
        var month = MonthOf(date.Reckoning, date.Year, date.Month, date.Leap);
        return date.DayOfMonth >= 1 && date.DayOfMonth <= month.Days ? month.First + (date.DayOfMonth - 1) : Day.None;
    }

    /// <summary>The official era a court used on a day, or null: Jin had none before 1115-01-28, Liao none after 1125-03-26.</summary>
    public Era? EraOn(Day day, Reckoning reckoning)
    {
        foreach (var era in _eras)
        {
            if (era.Official && era.Reckoning == reckoning && era.From <= day && day <= era.Until) return era;
        }
        return null;
    }

    private void RequireUnbroken(LunarMonth[] months, Reckoning reckoning)
    {
        var next = First;
        for (var i = 0; i < months.Length; i++)
        {
            var month = months[i];
            var follows = month.First == next && (i == 0 || month.Order > months[i - 1].Order);
            if (month.Reckoning != reckoning || !follows || month.Days is not (29 or 30))
                throw new ArgumentException($"The {reckoning} month at {month.First} does not follow the one before.", nameof(months));
            next = month.Last + 1;
        }
        if (next != Last + 1) throw new ArgumentException($"The {reckoning} months end on {next - 1}, not on {Last}.", nameof(months));
    }
}
