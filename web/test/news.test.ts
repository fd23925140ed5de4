import { describe, expect, it } from 'vitest';
import { newsBetween, unresolved } from '../src/state/news';
import { Kinds } from '../src/state/news';
import { levels, Levels } from '../src/state/notices.svelte';
import { sorted } from '../src/state/ledger';
import { nameOf, typeOfField } from '../src/state/names';
import { settings } from '../src/state/settings.svelte';
import { tell, tellPieces } from '../src/state/tell';
import { termOfFigure } from '../src/terms';
import type { Atlas } from '../src/api/client';
import type { ForceBelief, View } from '../src/state/table.svelte';
import { words } from '../src/words';

const force = (over: Partial<ForceBelief> = {}): ForceBelief => ({
  en: 'Beiwei', zh: '背嵬軍', polity: 'song', seat: 'mine', own: true, hostile: false, reputedCommander: 'yue-fei', traits: '-', place: 'ezhou', men: 8000, horseSixteenths: 4,
  qualityTenths: 8, grainDays: 20, doing: 'standing', asOf: '1140-05-27', task: 'march', target: 'kaifeng', targetForce: '-', ordered: '1140-05-28', expected: '1140-05-29',
  confirmed: '-', answer: 'accepted', reason: 'accepted', ...over,
});

const view = (over: Partial<View> = {}): View =>
  ({
    day: 305, days: 900, date: '1140-05-28', seat: 'mine', forces: { beiwei: force() }, places: { ezhou: { holder: 'song', ours: true, hostile: false, men: 0, asOf: '-' } },
    office: { kind: 'command', superior: 'court', aim: '-', aimPlace: '-', aimSince: '-', authority: 'discretionary', atWarWith: ['jin'] }, commands: {}, waiting: {}, secrets: {}, men: {},
    peace: { offerBy: '-', offered: '-', heard: '-', replied: '-', madeTo: '-', answered: '-', answer: 'accepted' }, ...over,
  }) as unknown as View;

const next = (over: Partial<View> = {}): View => view({ day: 306, date: '1140-05-29', ...over });
const kinds = (before: View, after: View): string[] => newsBetween(before, after).map((one) => one.kind);

describe('what is new to a seat', () => {
  it('is nothing where its views say the same', () => expect(kinds(view(), next())).toEqual([]));

  it.each([
    ['obeys', 'obeyed'], ['adapts', 'adapted'], ['delays', 'adapted'], ['refuses', 'refused'],
  ])('is an answer: %s', (answer, kind) => {
    const after = next({ forces: { beiwei: force({ confirmed: '1140-05-29', answer, reason: 'no-supply' }) } });
    expect(kinds(view(), after)).toEqual([kind]);
    expect(kinds(after, { ...after, day: 307 })).toEqual([]);
    expect(newsBetween(view(), after)[0]!.at).toEqual({ kind: 'force', id: 'beiwei' });
  });

  it('is a town lost, taken, or changed among others', () => {
    const held = (holder: string, ours: boolean) => ({ ezhou: { holder, ours, hostile: !ours, men: 0, asOf: '1140-05-29' } });
    expect(kinds(view(), next({ places: held('jin', false) }))).toEqual(['lost']);
    expect(kinds(view({ places: held('jin', false) }), next({ places: held('song', true) }))).toEqual(['taken']);
    expect(kinds(view({ places: held('jin', false) }), next({ places: held('qi', false) }))).toEqual(['changed']);
  });

  it('is a body in trouble, short of grain, or gone, and an enemy who was not there', () => {
    expect(kinds(view(), next({ forces: { beiwei: force({ doing: 'besieged' }) } }))).toEqual(['beset']);
    expect(kinds(view(), next({ forces: { beiwei: force({ grainDays: 3 }) } }))).toEqual(['hungry']);
    expect(kinds(view({ forces: { beiwei: force({ grainDays: 4 }) } }), next({ forces: { beiwei: force({ grainDays: 3 }) } }))).toEqual([]);
    expect(kinds(view(), next({ forces: { beiwei: force({ doing: 'gone' }) } }))).toEqual(['perished']);
    const enemy = (place: string) => ({ beiwei: force(), wuzhu: force({ own: false, hostile: true, place, asOf: '1140-05-27', ordered: '-' }) });
    expect(kinds(view(), next({ forces: enemy('kaifeng') }))).toEqual(['enemy']);
    expect(kinds(view({ forces: enemy('kaifeng') }), next({ forces: enemy('kaifeng') }))).toEqual([]);
    expect(kinds(view({ forces: enemy('kaifeng') }), next({ forces: enemy('zhengzhou') }))).toEqual(['enemy']);
  });

  it('is what comes from above and from the other side, weightiest first', () => {
    const after = next({
      office: { ...view().office, aim: 'withdraw', aimPlace: 'ezhou', aimSince: '1140-05-29', authority: 'bound', atWarWith: ['jin', 'qi'] },
      peace: { ...view().peace, offerBy: 'jin-court', offered: 'draft', heard: '1140-05-29' },
    });
    const told = kinds(view(), after);
    expect(new Set(told)).toEqual(new Set(['edict', 'powers', 'war', 'paper']));
    expect([...told].sort((a, b) => Kinds.indexOf(a as never) - Kinds.indexOf(b as never))).toEqual(told);
  });
});

describe('what waits for a decision', () => {
  it('names papers, refusals, orders overdue and bodies in trouble, and nothing else', () => {
    expect(unresolved(view())).toEqual([]);
    expect(unresolved(view({ date: '1140-06-03' })).map((one) => one.kind)).toEqual(['overdue']);
    const busy = view({
      forces: { a: force({ confirmed: '1140-05-28', answer: 'refuses' }), b: force({ doing: 'routed', ordered: '-' }), c: force({ grainDays: 1, ordered: '-' }), d: force({ confirmed: '1140-05-28', answer: 'obeys' }) },
      peace: { ...view().peace, offered: 'draft', heard: '1140-05-20' },
    });
    expect(unresolved(busy, [{ number: 3 }]).map((one) => one.kind)).toEqual(['paper', 'turned', 'refused', 'beset', 'hungry']);
    expect(new Set(unresolved(busy).map((one) => one.key)).size).toBe(4);
  });
});

describe('settings of news', () => {
  it('are kept kind by kind, and what is not understood is passed over', () => {
    expect(levels('{"enemy":"pause","nonsense":"toast","lost":"loudly"}')).toEqual({ ...levels(null), enemy: 'pause' });
    expect(levels('not json')).toEqual(levels(null));
    for (const kind of Kinds) expect(Levels).toContain(levels(null)[kind]);
  });

  it('have a text for each kind, level and thing that waits', () => {
    for (const kind of Kinds) for (const key of [`kind-${kind}`, `news-${kind}`]) expect(words).toHaveProperty(key);
    for (const level of Levels) expect(words).toHaveProperty(`level-${level}`);
    for (const kind of ['paper', 'turned', 'refused', 'adapted', 'beset', 'hungry', 'overdue']) expect(words).toHaveProperty(`waits-${kind}`);
  });
});

describe('a sentence with holes', () => {
  const atlas = { places: [{ id: 'kaifeng', en: 'Kaifeng', zh: '開封' }], persons: [], seats: [], forces: [], polities: [], codes: [] } as unknown as Atlas;
  it('has names put in, and leaves out what is not there with its brackets', () => {
    const parts = { who: ['force', 'beiwei'], task: ['task', 'march'], to: ['place', 'kaifeng'], when: ['date', '1140-05-28'], why: ['text', ''] } as const;
    expect(tell(atlas, view(), 'news-refused', parts)).toBe('Beiwei refuses: march to Kaifeng, ordered 1140-05-28.');
  });

  it('has every figure of the news explain itself, with how old it is, and every name lead to what it names', () => {
    const enemy = force({ own: false, hostile: true, place: 'kaifeng', asOf: '1140-05-17', men: 21000, ordered: '-' });
    const after = next({ forces: { beiwei: force({ grainDays: 2, doing: 'besieged', confirmed: '1140-05-29', answer: 'refuses', reason: 'no-grain' }), wuzhu: enemy } });
    const told = newsBetween(view(), after).map((one) => tellPieces(atlas, after, `news-${one.kind}` as keyof typeof words, one.parts));
    expect(told.length).toBe(4);
    for (const pieces of told)
      for (const piece of pieces) {
        // No digit is told that does not say what it counts.
        if (/\d/.test(piece.text)) expect(termOfFigure).toHaveProperty(piece.kind ?? 'none');
        if (piece.text === 'Beiwei') expect(piece).toMatchObject({ kind: 'force', id: expect.stringMatching(/beiwei|wuzhu/) });
      }
    expect(told.flat().filter((piece) => piece.kind === 'men')).toEqual([{ text: '21,000', kind: 'men', age: 12 }]);
    expect(told.flat().filter((piece) => piece.kind === 'grain-days')).toEqual([{ text: '2', kind: 'grain-days', age: 2 }]);
    expect(new Set(told.flat().map((piece) => piece.kind))).toContain('answer');
    expect(new Set(told.flat().map((piece) => piece.kind))).toContain('conduct');
  });
});

describe('what an order names', () => {
  const atlas = {
    treaties: [{ id: 'peace-of-1142', en: 'the peace on the Huai', zh: '紹興和議' }], crossings: [{ id: 'x001', en: 'Yellow River', zh: '黃河' }],
  } as unknown as Atlas;
  it('is called by its name, not by its id', () => {
    expect(nameOf(atlas, null, typeOfField('propose', 'treaty'), 'peace-of-1142')).toBe('the peace on the Huai');
    expect(nameOf(atlas, null, typeOfField('burn-bridge', 'crossing'), 'x001')).toBe('Yellow River');
    settings.language = 'zh';
    expect(nameOf(atlas, null, 'treaty', 'peace-of-1142')).toBe('紹興和議');
    settings.language = 'en';
  });
});

describe('a ledger', () => {
  it('is sorted by numbers as numbers and by words as words, either way', () => {
    const rows = [['b', 9], ['a', 80], ['c', 9]].map(([name, n]) => ({ cells: [{ text: String(name), sort: name! }, { text: String(n), sort: n! }] }));
    const names = (column: number, down: boolean) => sorted(rows, column, down).map((row) => row.cells[0]!.text).join('');
    expect([names(0, false), names(0, true), names(1, false), names(1, true)]).toEqual(['abc', 'cba', 'bca', 'abc']);
  });
});
