import type { Point } from './project';

/** A rectangle: left, lower, right, upper edge. */
export type Box = readonly [number, number, number, number];

export const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** How wide a name is written, in points: a hanzi takes its size, a letter of Latin a good half of it. */
export function widthOf(text: string, size: number): number {
  let wide = 0;
  for (const letter of text) wide += /[\u2e80-\u9fff]/.test(letter) ? size * 1.05 : size * 0.58;
  return wide;
}

/** On which side of its town a name stands clear of everything that is drawn over the map. */
export type Side = 'right' | 'left' | 'none';

/**
 * @param at Of the town, in metres of the sheet.
 * @param wide,tall Of the name, in points of the screen.
 * @param gap From the town's middle to the name, points.
 * @param scale Metres of a point.
 */
export function sideOf(at: Point, wide: number, tall: number, gap: number, scale: number, taken: readonly Box[]): Side {
  const [low, high] = [at[1] - (tall / 2) * scale, at[1] + (tall / 2) * scale];
  const right: Box = [at[0] + gap * scale, low, at[0] + (gap + wide) * scale, high];
  if (!taken.some((box) => meet(box, right))) return 'right';
  const left: Box = [at[0] - (gap + wide) * scale, low, at[0] - gap * scale, high];
  return taken.some((box) => meet(box, left)) ? 'none' : 'left';
}

/** Whether a name in the middle of a spot, so many points below it, stands clear of everything that is drawn over the map. */
export function clearOf(at: Point, wide: number, tall: number, down: number, scale: number, taken: readonly Box[]): boolean {
  const middle = at[1] - down * scale;
  const box: Box = [at[0] - (wide / 2) * scale, middle - (tall / 2) * scale, at[0] + (wide / 2) * scale, middle + (tall / 2) * scale];
  return !taken.some((one) => meet(one, box));
}
