import { describe, expect, it } from 'vitest';
import { along, brushed, Li, Origin, project, unproject, type Point } from '../src/map/project';
import { short } from '../src/map/bodies';
import { dayNumber, daysBetween } from '../src/state/dates';
import { find } from '../src/state/find';
import { groupOf } from '../src/state/marks';
import { merge } from '../src/state/merge';
import { grainOf } from '../src/state/say';
import { settings } from '../src/state/settings.svelte';
import { titleOf } from '../src/state/past';
import { scenarios, type Atlas } from '../src/api/client';

describe('dates', () => {
  it('count days of the Julian calendar', () => {
    expect(dayNumber('1127-01-09')).toBe(2132703);
    expect(daysBetween('1140-02-28', '1140-03-01')).toBe(2);
    expect(daysBetween('1139-12-31', '1140-01-01')).toBe(1);
    expect(daysBetween('-', '1140-01-01')).toBeNull();
  });
});

describe('a merge patch', () => {
  it('does what RFC 7396 says', () => {
    const before = { a: 'b', c: { d: 'e', f: 'g' } };
    expect(merge(before, { a: 'z', c: { f: null } })).toEqual({ a: 'z', c: { d: 'e' } });
    expect(before).toEqual({ a: 'b', c: { d: 'e', f: 'g' } });
    expect(merge({ a: [{ b: 'c' }] }, { a: [1] })).toEqual({ a: [1] });
    expect(merge('x', { a: 1 })).toEqual({ a: 1 });
    expect(merge({ a: 1 }, {})).toEqual({ a: 1 });
  });
});

describe('the sheet', () => {
  it('is true at Kaifeng: a hundred li are a square there, and there and back is the same', () => {
    expect(project(...Origin)).toEqual([0, 0]);
    const [x] = project(Origin[0] + (Li * 100) / (6_371_000 * (Math.PI / 180) * Math.cos((34.8 * Math.PI) / 180)), Origin[1]);
    expect(x).toBeCloseTo(Li * 100, 3);
    const [lon, lat] = unproject(project(112.5, 37.9));
    expect([lon, lat].map((one) => Math.round(one * 1e6) / 1e6)).toEqual([112.5, 37.9]);
  });

  it('brushes a line without moving its ends, and goes along it evenly', () => {
    const line: Point[] = [[0, 0], [10, 0], [10, 10]];
    const soft = brushed(line);
    expect(soft[0]).toEqual([0, 0]);
    expect(soft.at(-1)).toEqual([10, 10]);
    expect(soft.length).toBeGreaterThan(line.length);
    expect(along(line, 0.5)).toEqual([10, 0]);
    expect(along(line, 0.25)).toEqual([5, 0]);
    expect(along(line, 2)).toEqual([10, 10]);
    expect(along([[3, 4]], 0.5)).toEqual([3, 4]);
  });

  it('says strengths shortly', () => {
    expect([64, 824, 1000, 7512, 9984, 45_056].map(short)).toEqual(['60', '820', '1k', '7.5k', '10k', '45k']);
  });
});

describe('the finder', () => {
  const atlas = {
    places: [{ id: 'linan', en: "Lin'an", zh: '臨安' }, { id: 'kaifeng', en: 'Kaifeng', zh: '開封' }],
    persons: [{ id: 'kai', en: 'Kai Feng', zh: '凱豐' }], seats: [{ id: 'song-court', english: "the court at Lin'an", chinese: '臨安行在' }], forces: [],
  } as unknown as Atlas;

  it('minds neither case nor marks, and puts what is called so before what only has it in its name', () => {
    expect(find(atlas, 'LINAN').map((one) => one.id)).toEqual(['linan', 'song-court']);
    expect(find(atlas, '開').map((one) => one.id)).toEqual(['kaifeng']);
    expect(find(atlas, '  ')).toEqual([]);
    expect(find(atlas, 'nowhere')).toEqual([]);
  });
});

describe('kinds of events', () => {
  it('fall into groups; what is of no other is of the court', () => {
    expect(['place-taken', 'battle-ended', 'decision', 'news', 'march-begun', 'person-arrested'].map(groupOf)).toEqual(['captures', 'battles', 'decisions', 'news', 'marches', 'court']);
  });
});

describe('what a game is called', () => {
  it('is its war where nobody named it, in the language that is read, and what somebody thought of in any', () => {
    scenarios.set('1140-henan', { en: 'The war for Henan', zh: '河南之戰' });
    expect([titleOf('g1', '1140-henan'), titleOf('g1', '河南之戰'), titleOf('g1', '居岳飛之位'), titleOf('g1', 'mine')]).toEqual(['The war for Henan', 'The war for Henan', 'Take the seat of Yue Fei', 'mine']);
    settings.language = 'zh';
    expect([titleOf('g1', '1140-henan'), titleOf('g1', 'Take the seat of Yue Fei'), titleOf('history', '')]).toEqual(['河南之戰', '居岳飛之位', '史載']);
    settings.language = 'en';
    scenarios.clear();
  });
});

describe('grain', () => {
  it('is told in days, as plenty, or not at all', () => expect([3, 254, 255, -1, undefined].map(grainOf)).toEqual(['3 days', 'plenty', 'plenty', '?', '?']));
});
