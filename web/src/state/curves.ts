import type { Atlas } from '../api/client';
import type { components } from '../api/schema';
import { named } from './say';

export type Series = components['schemas']['SeriesShape'];

/** A line of a chart. */
export interface Curve {
  id: string;
  name: string;
  /** What it is called where there is little room. */
  letter: string;
  /** The name of a colour among the tokens of the page. */
  colour: string;
  dashed: boolean;
  values: readonly number[];
}

/** The least round figure that is no less. */
export function ceiling(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].map((n) => Math.round(n * ten)).find((n) => n >= value) ?? ten * 10;
}

/** A stroke through values a day apart; days on which nothing changes take no point. */
export function pathOf(values: readonly number[], at: (day: number) => number, up: (value: number) => number): string {
  let path = '';
  const point = (day: number): string => `${at(day).toFixed(1)} ${up(values[day]!).toFixed(1)}`;
  for (let day = 0; day < values.length; day++) {
    if (day > 0 && day < values.length - 1 && values[day] === values[day - 1] && values[day] === values[day + 1]) continue;
    path += `${path ? 'L' : 'M'}${point(day)}`;
  }
  return path;
}

/** Of the largest value in a chart, in per cent, what a curve must reach to be drawn: lesser ones lie on the ground. */
const Least = 3;

/** What a history came to by power, as curves; of the first of two histories dashed. Who never has much of it is left out. */
export function curvesOf(atlas: Atlas, series: Series, of: 'places' | 'men' | 'stores', side?: { dashed: boolean; prefix: string }): Curve[] {
  const most = Math.max(1, ...series.polities.flatMap((one) => one[of]));
  return series.polities
    .filter((one) => one[of].some((value) => value * 100 >= most * Least))
    .map((one) => {
      const polity = atlas.polities.find((other) => other.id === one.polity)!;
      const prefix = side ? side.prefix + ' ' : '';
      return { id: prefix + one.polity, name: prefix + named(polity), letter: (side?.prefix ?? '') + polity.letter, colour: one.polity, dashed: side?.dashed ?? false, values: one[of] };
    });
}
