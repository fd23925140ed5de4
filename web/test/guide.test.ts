import { describe, expect, it } from 'vitest';
import { Steps, stepAfter, type Doings } from '../src/state/guide';
import { words } from '../src/words';

const nothing: Doings = { chose: 'none', priced: false, waiting: 0, days: 0, answered: false, askedWhy: false, readNews: false, ran: false };

describe('the first quarter of an hour', () => {
  it('waits at a step until it is done, and goes on by what is done', () => {
    expect(stepAfter(0, nothing)).toBe(0);
    const path: Partial<Doings>[] = [{ chose: 'here' }, { chose: 'away' }, { priced: true }, { waiting: 1 }, { days: 1 }, { answered: true }, { askedWhy: true }, { readNews: true }, { ran: true }];
    let [step, doings] = [0, nothing];
    path.forEach((done, i) => {
      doings = { ...doings, ...done };
      step = stepAfter(step, doings);
      expect(step).toBe(i + 1);
    });
    expect(step).toBe(Steps.length);
  });

  it('passes over what has been done already, and is never led back', () => {
    expect(stepAfter(0, { ...nothing, chose: 'away' })).toBe(2);
    expect(stepAfter(5, nothing)).toBe(5);
    expect(stepAfter(Steps.length, nothing)).toBe(Steps.length);
  });

  it('has a text for every step', () => {
    for (const step of Steps) expect(words).toHaveProperty(`guide-${step.id}`);
  });
});
