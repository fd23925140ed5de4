import { describe, expect, it } from 'vitest';
import { stepAfter, stepAt, stepsFor, type Doings, type Step } from '../src/state/guide';
import { words } from '../src/words';

const nothing: Doings = { chose: 'none', sawOld: false, readCouncil: false, priced: false, waiting: 0, days: 0, answered: false, askedWhy: false, readNews: false, ran: false };

type Offers = Parameters<typeof stepsFor>[0];
const body = (place: string): unknown => ({ own: true, doing: 'standing', place });
/** A seat at Ezhou that has bodies at these places, and these commands under it. */
const seat = (kind: string, bodies: string[], commands: string[] = []): Offers =>
  ({ office: { kind, at: 'ezhou' }, forces: Object.fromEntries(bodies.map((place, i) => [`f${i}`, body(place)])), commands: Object.fromEntries(commands.map((one) => [one, {}])) }) as unknown as Offers;
const Steps = stepsFor(seat('command', ['ezhou', 'xiangyang']));

describe('the first quarter of an hour', () => {
  it('waits at a step until it is done, and goes on by what is done', () => {
    expect(stepAfter(Steps, 0, nothing)).toBe(0);
    const path: Partial<Doings>[] = [{ chose: 'here' }, { chose: 'away' }, { priced: true }, { waiting: 1 }, { days: 1 }, { answered: true }, { askedWhy: true }, { readNews: true }, { ran: true }];
    let [step, doings] = [0, nothing];
    path.forEach((done, i) => {
      doings = { ...doings, ...done };
      step = stepAfter(Steps, step, doings);
      expect(step).toBe(i + 1);
    });
    expect(step).toBe(Steps.length);
  });

  it('passes over what has been done already, and is never led back', () => {
    expect(stepAfter(Steps, 0, { ...nothing, chose: 'away' })).toBe(2);
    expect(stepAfter(Steps, 5, nothing)).toBe(5);
    expect(stepAfter(Steps, Steps.length, nothing)).toBe(Steps.length);
  });

  it('is made for the seat: by what its view offers', () => {
    expect(Steps).toEqual(['look', 'away', 'price', 'give', 'ride', 'answer', 'why', 'news', 'run']);
    expect(stepsFor(seat('command', ['ezhou']))).toContain('old'); // nobody stands elsewhere
    expect(stepsFor(seat('court', ['ezhou'], ['huaixi']))).toEqual(['council', 'old', 'edict', 'ride', 'answer', 'why', 'news', 'run']);
    expect(stepsFor(seat('commandery', []))).toEqual(['council', 'old', 'news', 'run']); // nothing to order with
  });

  it('goes on at another seat where it was left, or begins again where that seat has no such step', () => {
    expect(stepAt(Steps, 'answer')).toBe(5);
    expect(stepAt(Steps, 'council')).toBe(0);
    expect(stepAt(Steps, null)).toBe(0);
  });

  it('has a text for every step', () => {
    const all = new Set<Step>([seat('command', ['ezhou', 'far']), seat('command', ['ezhou']), seat('court', [], ['huaixi']), seat('commandery', [])].flatMap((one) => [...stepsFor(one)]));
    for (const step of all) expect(words).toHaveProperty(`guide-${step}`);
    expect(all.size).toBe(12);
  });
});
