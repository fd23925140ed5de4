/** What the player has done, as far as the guide looks at it. */
export interface Doings {
  /** The body that is chosen: of one's own, and whether it stands elsewhere than one sits oneself. */
  chose: 'none' | 'here' | 'away';
  /** An order is being written: odds are shown for it. */
  priced: boolean;
  waiting: number;
  /** Days that have turned since the guide began. */
  days: number;
  /** An answer to an order of one's own has come. */
  answered: boolean;
  askedWhy: boolean;
  readNews: boolean;
  ran: boolean;
}

/** The steps of the first quarter of an hour, and what makes each of them done. */
export const Steps: readonly { id: string; done: (doings: Doings) => boolean }[] = [
  { id: 'look', done: (it) => it.chose !== 'none' },
  { id: 'away', done: (it) => it.chose === 'away' },
  { id: 'price', done: (it) => it.priced || it.waiting > 0 },
  { id: 'give', done: (it) => it.waiting > 0 || it.answered },
  { id: 'ride', done: (it) => it.days > 0 },
  { id: 'answer', done: (it) => it.answered },
  { id: 'why', done: (it) => it.askedWhy },
  { id: 'news', done: (it) => it.readNews },
  { id: 'run', done: (it) => it.ran },
];

/** The step to be at: on from where one is, past all that is done already. As many as there are steps: the guide is over. */
export function stepAfter(at: number, doings: Doings): number {
  let step = at;
  while (step < Steps.length && Steps[step]!.done(doings)) step++;
  return step;
}
