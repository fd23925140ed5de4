/** Julian dates as the house writes them, 1140-06-15, as days that can be subtracted. */
export function dayNumber(julian: string): number {
  const [year, month, day] = julian.split('-').map(Number) as [number, number, number];
  const a = Math.floor((14 - month) / 12);
  const y = year + 4800 - a;
  return day + Math.floor((153 * (month + 12 * a - 3) + 2) / 5) + 365 * y + Math.floor(y / 4) - 32083;
}

/** Days from one date to another; null where one of them never came, no number where one was not told. */
export function daysBetween(from: string | undefined, to: string | undefined): number | null {
  if (from === undefined || to === undefined) return NaN;
  return from === '-' || to === '-' ? null : dayNumber(to) - dayNumber(from);
}
