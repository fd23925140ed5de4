import { describe, expect, it } from 'vitest';
import { bordersOf, cellsOf } from '../src/map/areas';
import type { Point } from '../src/map/project';

const towns: Point[] = [];
let seed = 7;
const dice = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
for (let i = 0; i < 120; i++) towns.push([dice() * 600_000, dice() * 600_000]);

function within(ring: Point[], [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

describe('the country of towns', () => {
  const cells = cellsOf(towns, () => true);

  it('is what lies nearer to a town than to any other, without gaps', () => {
    for (let n = 0; n < 2000; n++) {
      const point: Point = [dice() * 600_000, dice() * 600_000];
      const apart = towns.map((town) => Math.hypot(town[0] - point[0], town[1] - point[1]));
      const nearest = apart.indexOf(Math.min(...apart));
      if (apart[nearest]! > 100_000) continue;
      const owners = cells.flatMap((cell, i) => (within(cell.ring, point) ? [i] : []));
      expect(owners).toEqual([nearest]);
    }
  });

  it('of a town that nobody holds falls to its neighbours', () => {
    const without = cellsOf(towns, (town) => town !== 5);
    expect(without[5]!.ring).toEqual([]);
    expect(without.some((cell) => cell.ring.length > 2 && within(cell.ring, towns[5]!))).toBe(true);
  });

  it('has a border only where the sides differ, and each once', () => {
    const holders = towns.map((town) => (town[0] < 300_000 ? 1 : 2));
    const lines = bordersOf(cells, holders, (holder) => String(holder));
    expect(lines.length).toBeGreaterThan(5);
    for (const [a, b] of lines as [Point, Point][]) {
      const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const two = towns.map((town, i) => [Math.hypot(town[0] - middle[0], town[1] - middle[1]), holders[i]!] as const).sort((p, q) => p[0] - q[0]).slice(0, 2);
      expect(two[0]![1]).not.toBe(two[1]![1]);
    }
    expect(bordersOf(cells, towns.map(() => 1), String)).toEqual([]);
  });
});
