import { describe, expect, it } from 'vitest';
import type { Atlas, Body, DayScene, Question } from '../src/api/client';
import { differencesOf, inLi } from '../src/map/differences';
import { believed, placeAgesOf, type View } from '../src/state/belief';
import { questionOf } from '../src/state/asked';
import { clearOf, meet, sideOf, widthOf, type Box } from '../src/map/labels';
import { ceiling, curvesOf, pathOf } from '../src/state/curves';
import { branchesOf, type Kin } from '../src/state/kin';
import { afterOf, baseOf, compareOf, pageOf } from '../src/state/past';

const body = (id: string, lon: number, lat: number, band = 1000): Body => ({ id, en: id, zh: id, polity: 'song', lat, lon, band, arm: 'foot', doing: 'standing', garrison: false, days: 10 }) as Body;
const scene = (holders: number[], forces: Body[]): DayScene => ({ day: 3, julian: '', heading: '', holders, loyalty: [], stores: [], forces, riders: [], sieges: [], supplies: [], lines: [], notes: [] });

describe('two scenes', () => {
  const left = scene([1, 1, 0, 2], [body('a', 114, 34), body('b', 114, 35, 9000), body('c', 114, 36)]);
  const right = scene([1, 2, 1, 2], [body('a', 114, 34), body('b', 115, 35, 9000), body('d', 110, 30)]);

  it('differ where places are in other hands, and where bodies stand elsewhere or are in one only', () => {
    const differences = differencesOf(left, right);
    expect(differences.places).toEqual([{ place: 1, left: 1, right: 2 }, { place: 2, left: 0, right: 1 }]);
    expect(differences.forces.map((one) => [one.id, one.left?.id ?? null, one.right?.id ?? null])).toEqual([['b', 'b', 'b'], ['c', 'c', null], ['d', null, 'd']]);
    expect(inLi(differences.forces[0]!.apart)).toBeGreaterThan(100);
    expect(differencesOf(left, left)).toEqual({ places: [], forces: [] });
  });

  it('of which one is what a seat believed do not differ in what it knew nothing of', () => {
    const differences = differencesOf(left, right, true);
    expect(differences.places).toEqual([{ place: 1, left: 1, right: 2 }]);
    expect(differences.forces.map((one) => one.id)).toEqual(['b', 'c']);
  });
});

describe('what a seat believed', () => {
  const atlas = { places: [{ id: 'x', lat: 1, lon: 2 }, { id: 'y', lat: 1, lon: 3 }, { id: 'z', lat: 1, lon: 4 }], polities: [{ id: 'song' }, { id: 'jin' }] } as unknown as Atlas;
  const view = { day: 40, date: '1140-06-15', office: { at: '-' }, forces: {}, places: { x: { holder: 'jin', asOf: '1140-06-05' }, y: { holder: 'song', asOf: '-' } } } as unknown as View;

  it('is as old as its news, as the war where there was none, and nothing of what it never heard of', () => {
    expect(placeAgesOf(atlas, view)).toEqual([10, 40, -1]);
    expect(believed(atlas, view).scene.holders).toEqual([2, 1, 0]);
  });
});

describe('charts', () => {
  it('end at a round figure that holds every value', () => {
    expect([0, 1, 3, 7, 10, 11, 169, 414_764].map(ceiling)).toEqual([1, 1, 3, 8, 10, 12, 200, 500_000]);
  });

  it('go through every value, with no point where nothing changes', () => {
    expect(pathOf([5, 5, 5, 7, 7], (day) => day * 10, (value) => 100 - value)).toBe('M0.0 95.0L20.0 95.0L30.0 93.0L40.0 93.0');
    expect(pathOf([], Number, Number)).toBe('');
  });

  it('draw those who have anything', () => {
    const atlas = { polities: [{ id: 'song', en: 'Song', zh: '宋', letter: '宋' }, { id: 'liao', en: 'Liao', zh: '遼', letter: '遼' }] } as unknown as Atlas;
    const series = { source: 'history', days: 1, seats: [], polities: [{ polity: 'song', places: [3, 2], men: [0, 0], stores: [1, 1] }, { polity: 'liao', places: [0, 0], men: [0, 4], stores: [0, 0] }] };
    expect(curvesOf(atlas, series, 'places', { dashed: true, prefix: 'A' }).map((curve) => [curve.id, curve.letter, curve.dashed, curve.values])).toEqual([['A song', 'A宋', true, [3, 2]]]);
    expect(curvesOf(atlas, series, 'men').map((curve) => curve.id)).toEqual(['liao']);
  });
});

describe('a tree of games', () => {
  it('puts each game under the one it was forked from, by the day', () => {
    const one = (id: string, parent: string | null, day: number): Kin => ({ id, title: id, parent, day, days: 9, state: 'still', mine: false });
    const rows = branchesOf([one('history', null, 0), one('a', 'history', 3), one('b', 'a', 7), one('c', 'a', 2), one('d', 'b', 8)]);
    expect(rows.map((row) => [row.one.id, row.depth, row.last])).toEqual([['history', 0, true], ['a', 1, true], ['c', 2, false], ['b', 2, true], ['d', 3, true]]);
  });
});

describe('addresses', () => {
  it('name the record, a replay or a game', () => {
    expect(['history', 'replay-7', 'abc'].map((source) => baseOf('w', source))).toEqual(['/api/scenarios/w', '/api/scenarios/w/replays/7', '/api/games/abc']);
    expect(['history', 'replay-7', 'abc'].map((source) => pageOf('w', source, 3))).toEqual(['/watch/w?day=3', '/watch/w/replay-7?day=3', '/games/abc/watch?day=3']);
    expect(['history', 'replay-7', 'abc'].map((source) => afterOf('w', source))).toEqual(['/after/w/history', '/after/w/replay-7', '/games/abc/after']);
    expect(compareOf('w', 'history', 'abc', 3, 5)).toBe('/compare/w?left=history&right=abc&day=3&rightday=5');
  });
});

describe('a question of one\'s own', () => {
  const ready = [{ ask: { outcomes: [{ id: 'risen', check: 'x' }, { id: 'kaifeng', holder: 'kaifeng', by: 'song' }, { id: 'henan', places: ['kaifeng'], by: 'song' }] } }] as unknown as Question[];
  const compared = (orders: { side: string; seat: string; order: string; later?: number }[]) =>
    ({ first: { day: 319, julian: '1140-06-11', orders } }) as unknown as Parameters<typeof questionOf>[0];

  it('drops what only the one history ordered and gives what only the other did, on the day on which they part', () => {
    const own = questionOf(compared([{ side: 'left', seat: 's', order: 'direct to=a task=hold place=-' }, { side: 'right', seat: 's', order: 'march force=f to=b' }]), ready, 946, ['t', '題'])!;
    expect(own.day).toBe(318);
    expect(own.ask).toEqual({
      change: [{ drop: 'direct', actor: 's', match: { to: 'a', task: 'hold' }, on: '1140-06-11' }, { inject: 'march force=f to=b', actor: 's', on: '1140-06-11' }],
      outcomes: [{ id: 'kaifeng', holder: 'kaifeng', by: 'song' }, { id: 'henan', places: ['kaifeng'], by: 'song' }],
      horizons: [30, 60, 120], primary: { outcome: 'henan', horizon: 60 },
    });
  });

  it('puts off what the other history ordered some days later', () => {
    const own = questionOf(compared([{ side: 'left', seat: 's', order: 'march force=f to=b', later: 5 }]), ready, 946, ['t', '題'])!;
    expect((own.ask as unknown as { change: unknown }).change).toEqual([{ delay: 'march', actor: 's', match: { force: 'f', to: 'b' }, on: '1140-06-11', days: 5 }]);
  });

  it('is none where nothing was ordered otherwise, or the war is about to end', () => {
    expect(questionOf(compared([]), ready, 946, ['t', '題'])).toBeNull();
    expect(questionOf(compared([{ side: 'right', seat: 's', order: 'march force=f to=b' }]), ready, 330, ['t', '題'])).toBeNull();
  });
});

describe('the name of a river', () => {
  it('stands above its line, below it where a banner is in the way, and nowhere where two are', () => {
    const [over, under]: Box[] = [[-20, 4, 20, 40], [-20, -40, 20, -4]];
    const at = (taken: readonly Box[]) => [-11, 13].find((down) => clearOf([0, 0], 30, 13, down, 1, taken));
    expect(at([])).toBe(-11);
    expect(at([over!])).toBe(13);
    expect(at([under!])).toBe(-11);
    expect(at([over!, under!])).toBeUndefined();
    // Of the size of the screen, not of the land.
    expect(clearOf([0, 0], 30, 13, -11, 500, [[-20 * 500, 4 * 500, 20 * 500, 40 * 500]])).toBe(false);
  });
});

describe('the name of a town', () => {
  const banner: Box = [5, -5, 40, 30];

  it('stands right of it, left where a banner is in the way, and nowhere where two are', () => {
    expect(sideOf([0, 0], 30, 12, 7, 1, [])).toBe('right');
    expect(sideOf([0, 0], 30, 12, 7, 1, [banner])).toBe('left');
    expect(sideOf([0, 0], 30, 12, 7, 1, [banner, [-20, -3, -10, 3]])).toBe('none');
    expect(sideOf([0, 0], 30, 12, 7, 1, [[5, 20, 40, 60]])).toBe('right');
  });

  it('that stands clear meets no banner, wherever banners are', () => {
    let seed = 3;
    const dice = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    for (let n = 0; n < 500; n++) {
      const taken = Array.from({ length: 12 }, (): Box => {
        const [x, y] = [dice() * 300 - 150, dice() * 300 - 150];
        return [x, y, x + 28, y + 36];
      });
      const [x, y, wide] = [dice() * 100, dice() * 100, 20 + dice() * 80];
      const side = sideOf([x, y], wide, 14, 7, 1, taken);
      if (side === 'none') continue;
      const own: Box = side === 'right' ? [x + 7, y - 7, x + 7 + wide, y + 7] : [x - 7 - wide, y - 7, x - 7, y + 7];
      expect(taken.some((box) => meet(box, own))).toBe(false);
    }
    expect(widthOf('開封 Kaifeng', 12)).toBeGreaterThan(widthOf('開封', 12));
  });
});
