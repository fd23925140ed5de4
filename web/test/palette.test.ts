import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hatchingOf } from '../src/map/ink';
import { apart, contrast, differ, Eyes } from './sight';

const css = readFileSync(join(import.meta.dirname, '../src/tokens.css'), 'utf8');
const split = css.indexOf(":root[data-theme='dark']");
const tokens = (part: string): Map<string, string> => new Map([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]));
const themes = { paper: tokens(css.slice(0, split)), night: new Map([...tokens(css.slice(0, split)), ...tokens(css.slice(split))]) };

/** Parties that may stand against each other, and the others. Qi and Chu have the hue of Jin, their patron, and are told by their letters. */
const powers = ['song', 'liao', 'jin', 'xixia'];
const parties = [...powers, 'loyalist', 'goryeo', 'dali'];

describe('the distance of colours', () => {
  // Of the table of Sharma, Wu and Dalal (2005): pairs 1, 7, 17, 25 and 34.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as [number[], number[], number][])('of %j and %j is %d', (one, other, distance) => {
    expect(apart(one as never, other as never)).toBeCloseTo(distance, 4);
  });
});

describe.each(Object.entries(themes))('the parties by %s', (_, colours) => {
  describe.each(Eyes)('to an eye: %s', (eye) => {
    it('are told from each other', () => {
      const alike: string[] = [];
      for (const [i, one] of parties.entries())
        for (const other of parties.slice(0, i)) {
          const far = differ(colours.get(one)!, colours.get(other)!, eye);
          const both = powers.includes(one) && powers.includes(other);
          // Without hue only lightness is left: for the four powers it is enough, the others are told by their hatching.
          const least = eye === 'grey' ? (both ? 5.5 : hatchingOf(one) === hatchingOf(other) ? 5.5 : 0) : both ? 9 : 5;
          if (far < least) alike.push(`${one} and ${other}: ${far.toFixed(1)}`);
        }
      expect(alike).toEqual([]);
    });

    it('bear their letters', () => {
      for (const one of parties) expect(contrast(colours.get(one)!, colours.get('paper-raised')!, eye)).toBeGreaterThanOrEqual(4.5);
    });

    it('leave text readable', () => {
      for (const ink of ['ink', 'ink-soft', 'accent', 'seal']) for (const ground of ['paper', 'paper-raised']) expect(contrast(colours.get(ink)!, colours.get(ground)!, eye), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    });
  });
});

it('whose land lies side by side is told by its hatching too', () => {
  expect(new Set(['song', 'jin', 'loyalist', 'xixia', 'goryeo', 'dali'].map(hatchingOf)).size).toBe(6);
});
