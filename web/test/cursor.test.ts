import { describe, expect, it } from 'vitest';
import type { Atlas, DayScene } from '../src/api/client';
import { lies, nearestPlace, nextPlace, spotOf, type Toward } from '../src/map/cursor';
import { Li, type Point } from '../src/map/project';

const points: Point[] = [[0, 0], [0, 10], [3, 30], [12, 1], [-9, 9], [-5, -20]];

describe('the cursor over places', () => {
  it('goes to the nearest place that lies that way, and nowhere over the edge', () => {
    expect((['north', 'east', 'west', 'south'] as Toward[]).map((way) => nextPlace(points, 0, way))).toEqual([1, 3, 4, 5]);
    expect(nextPlace(points, 2, 'north')).toBeNull();
  });

  it('comes to every place of a country, going to and fro', () => {
    const many: Point[] = [];
    let seed = 11;
    const dice = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    for (let i = 0; i < 80; i++) many.push([dice() * 1000, dice() * 1000]);
    const met = new Set([0]);
    for (const queue = [0]; queue.length; ) {
      const from = queue.pop()!;
      for (const way of ['north', 'south', 'east', 'west'] as Toward[]) {
        const next = nextPlace(many, from, way);
        if (next !== null && !met.has(next)) {
          met.add(next);
          queue.push(next);
        }
      }
    }
    expect(met.size).toBeGreaterThan(76);
  });

  it('says how far off a place lies, and which way', () => {
    expect(lies([0, 0], [0, Li * 100])).toEqual({ li: 100, wind: 'n' });
    expect(['e', 's', 'w'].map((_, i) => lies([0, 0], [[1, 0], [0, -1], [-1, 0]][i] as Point).wind)).toEqual(['e', 's', 'w']);
    expect(lies([0, 0], [-5, 5]).wind).toBe('nw');
    expect(nearestPlace(points, [11, 0])).toBe(3);
  });

  it('names what the map shows there and nothing else', () => {
    const atlas = {
      places: [{ id: 'a', en: 'A', zh: '甲', kind: 'prefecture', lon: 114, lat: 34 }, { id: 'b', en: 'B', zh: '乙', kind: 'pass', lon: 114, lat: 35 }],
      polities: [{ id: 'song', en: 'Song', zh: '宋' }, { id: 'jin', en: 'Jin', zh: '金' }],
    } as unknown as Atlas;
    const scene = { holders: [1, 0], sieges: [{ place: 'a', by: 'jin' }], forces: [{ id: 'x', en: 'X', zh: '丙', at: 'a', band: 10, polity: 'jin', doing: 'besieging' }, { id: 'y', en: 'Y', zh: '丁', at: 'a', band: 90, polity: 'jin', doing: 'besieging' }] } as unknown as DayScene;
    const here = spotOf(atlas, scene, 0, 'b', new Map([['x', 4]]));
    expect([here.holder?.id, here.besieger?.id, here.bodies.map((body) => [body.en, body.age]), here.from?.id, here.wind]).toEqual(['song', 'jin', [['Y', 0], ['X', 4]], 'b', 's']);
    expect(here.li).toBeGreaterThan(190);
    const there = spotOf(atlas, scene, 1, 'b');
    expect([there.holder, there.besieger, there.bodies, there.from]).toEqual([null, null, [], null]);
  });
});
