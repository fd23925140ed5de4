import type { View } from './table.svelte';

/** What the player has done, as far as the guide looks at it. */
export interface Doings {
  /** The body that is chosen: of one's own, and whether it stands elsewhere than one sits oneself. */
  chose: 'none' | 'here' | 'away';
  /** Something is looked at that is known by old news alone. */
  sawOld: boolean;
  readCouncil: boolean;
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

/** The steps there are, and what makes each of them done. */
const done = {
  council: (it) => it.readCouncil,
  look: (it) => it.chose !== 'none',
  away: (it) => it.chose === 'away',
  old: (it) => it.sawOld,
  price: (it) => it.priced || it.waiting > 0,
  edict: (it) => it.waiting > 0,
  give: (it) => it.waiting > 0 || it.answered,
  ride: (it) => it.days > 0,
  answer: (it) => it.answered,
  why: (it) => it.askedWhy,
  news: (it) => it.readNews,
  run: (it) => it.ran,
} satisfies Record<string, (doings: Doings) => boolean>;

export type Step = keyof typeof done;

/**
 * The first quarter of an hour at a seat, by what its view offers: who has bodies of his own looks at them and orders a march; a court reads its
 * dispatches and writes an edict; who has neither reads, and lets days run.
 */
export function stepsFor(view: Pick<View, 'forces' | 'commands' | 'office'>): readonly Step[] {
  const own = Object.values(view.forces).filter((force) => force.own && force.doing !== 'gone');
  const afar: Step = own.some((force) => force.place !== view.office.at) ? 'away' : 'old';
  const acts: readonly Step[] = ['give', 'ride', 'answer', 'why'];
  if (view.office.kind === 'court' && Object.keys(view.commands).length) return ['council', 'old', 'edict', 'ride', 'answer', 'why', 'news', 'run'];
  return own.length ? ['look', afar, 'price', ...acts, 'news', 'run'] : ['council', 'old', 'news', 'run'];
}

/** The step to be at: on from where one is, past all that is done already. As many as there are steps: the guide is over. */
export function stepAfter(steps: readonly Step[], at: number, doings: Doings): number {
  let step = at;
  while (step < steps.length && done[steps[step]!](doings)) step++;
  return step;
}

/** Where the guide goes on that was left at a step: at the same, or where this seat has none such, at the beginning. */
export const stepAt = (steps: readonly Step[], name: string | null): number => Math.max(0, steps.indexOf(name as Step));
