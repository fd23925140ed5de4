using Yanyun.Engine;

namespace Yanyun.Chronicle.Dates;

/// <summary>How far a month was verified; scenarios/calendar/months.yaml says what each word means.</summary>
public enum Grade : byte { None, Tables, Pairs, Annals, Corrected }

/// <summary>What a month's first day rests on.</summary>
/// <param name="Month">The month in the Song calendar.</param>
/// <param name="Witnesses">The works that give the day, by title.</param>
/// <param name="Pairs">Dated pairs of day number and sexagenary day that give it; 0 where it rests on something else.</param>
public sealed record MonthGrounds(LunarMonth Month, Grade Grade, IReadOnlyList<string> Witnesses, int Pairs, string? Note);

/// <summary>What an era's dates rest on.</summary>
/// <param name="Kind">Source, or Estimate: then the first day lies from <paramref name="Low"/> to <paramref name="High"/>.</param>
/// <param name="Source">The work; null for an estimate.</param>
public sealed record EraGrounds(Era Era, GroundKind Kind, string? Source, Confidence Confidence, Day Low, Day High, string? Note);

/// <summary>The calendar with the grounds of each month and era, in the order of the file.</summary>
public sealed record CalendarTable(Calendar Calendar, IReadOnlyList<MonthGrounds> Months, IReadOnlyList<EraGrounds> Eras);
