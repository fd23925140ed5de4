import { Kinds, newsBetween, type Kind, type News } from './news';
import { recall, remember } from './keepsakes';
import type { View } from './table.svelte';

/** What is done with a piece of news, from nothing to stopping the clock. */
export const Levels = ['ignore', 'log', 'toast', 'popup', 'pause'] as const;
export type Level = (typeof Levels)[number];

const usual: Record<Kind, Level> = {
  refused: 'popup', adapted: 'toast', obeyed: 'log', turned: 'popup', lost: 'pause', taken: 'toast', changed: 'log', enemy: 'log', beset: 'pause', perished: 'pause',
  hungry: 'toast', edict: 'pause', powers: 'toast', war: 'pause', paper: 'pause', reply: 'popup', secret: 'toast', fate: 'popup',
};

/** What is done with each kind, as this person set it. */
export function levels(text: string | null): Record<Kind, Level> {
  const set = { ...usual };
  try {
    for (const [kind, level] of Object.entries(JSON.parse(text ?? '{}') as Record<string, string>))
      if ((Kinds as readonly string[]).includes(kind) && (Levels as readonly string[]).includes(level)) set[kind as Kind] = level as Level;
  } catch {
    // What another program wrote there says nothing.
  }
  return set;
}

/** News kept in the log. */
const Most = 300;

/** Hears the views of a seat one after the other, and does with what is new what was set. */
export class Notices {
  levels = $state(levels(recall('messages')));
  log = $state.raw<News[]>([]);
  toasts = $state.raw<News[]>([]);
  popups = $state.raw<News[]>([]);
  /** Said once by who reads the page aloud. */
  spoken = $state.raw<News[]>([]);

  /** Somebody is reading what passes: it stays. */
  held = false;

  #last: View | null = null;

  /** @param stop Stops the clock, where this person may. */
  constructor(readonly stop: () => void) {}

  set(kind: Kind, level: Level): void {
    this.levels = { ...this.levels, [kind]: level };
    remember('messages', JSON.stringify(this.levels));
  }

  /** What is kept with the account has been heard of since. */
  recall(): void {
    this.levels = levels(recall('messages'));
  }

  hear(view: View, turned: readonly { number: number; verdict: string }[]): void {
    const last = this.#last;
    this.#last = view;
    if (!last || view.day <= last.day) return;
    const news = newsBetween(last, view);
    for (const one of turned) news.push({ kind: 'turned', day: view.day, date: view.date, parts: { why: ['code', one.verdict] }, at: { kind: 'tab', id: 'orders' } });
    const heard = news.filter((one) => this.levels[one.kind] !== 'ignore');
    const passing = heard.filter((one) => this.levels[one.kind] === 'toast');
    this.toasts = (this.held ? [...this.toasts, ...passing] : passing).slice(0, 4);
    this.spoken = heard.filter((one) => this.levels[one.kind] !== 'log');
    if (!heard.length) return;
    this.log = [...heard, ...this.log].slice(0, Most);
    const raised = heard.filter((one) => this.levels[one.kind] === 'popup' || this.levels[one.kind] === 'pause');
    this.popups = [...this.popups, ...raised];
    if (raised.some((one) => this.levels[one.kind] === 'pause')) this.stop();
  }

  /** What passed has been seen. */
  pass(news: News): void {
    this.toasts = this.toasts.filter((one) => one !== news);
  }

  /** The pop-up in front has been read. */
  read(): void {
    this.popups = this.popups.slice(1);
  }

  readAll(): void {
    this.popups = [];
  }
}
