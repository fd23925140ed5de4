import { get, Gone, post, put, Refused, remove } from '../api/client';
import type { components } from '../api/schema';
import { settings } from './settings.svelte';
import { merge } from './merge';

type Schemas = components['schemas'];
export type View = Schemas['ViewShape'];
export type Verb = Schemas['VerbShape'];
export type Field = Schemas['FieldShape'];
export type ForceBelief = Schemas['ForceBeliefShape'];

interface TurnedAway {
  number: number;
  verdict: string;
  en: string;
  zh: string;
}

/** A seat at the table: its view as it comes over the stream, and what may be done from it. */
export class Seat {
  view = $state.raw<View | null>(null);
  verbs = $state.raw<Verb[]>([]);
  /** The stream is up. */
  heard = $state(false);
  fault = $state<Error | null>(null);
  /** The last thing that was turned away, in the words of the house. */
  refused = $state<string | null>(null);
  away = $state.raw<TurnedAway[]>([]);

  #source: EventSource | null = null;
  #again = 0;
  #verbsOf = -1;

  constructor(
    readonly game: string,
    readonly seat: string,
  ) {}

  /** Where the house has this seat. */
  get path(): string {
    return `/api/games/${this.game}/seats/${this.seat}`;
  }

  open(): void {
    this.#source?.close();
    clearTimeout(this.#again);
    const source = new EventSource(`${this.path}/stream`);
    this.#source = source;
    for (const kind of ['view', 'day', 'given', 'undone', 'seated', 'clock', 'ready', 'ended']) source.addEventListener(kind, (event) => this.#hear(kind, (event as MessageEvent<string>).data));
    source.onopen = () => {
      this.heard = true;
      this.fault = null;
    };
    source.onerror = () => {
      this.heard = false;
      // A browser tries again by itself after a cut; after an answer that is no stream it does not.
      if (source.readyState === EventSource.CLOSED) void this.#ask();
      else this.fault = new Gone();
    };
  }

  /** Asks in words why there is no stream, then tries again if it may come back. */
  async #ask(): Promise<void> {
    try {
      this.view = await get<View>(`${this.path}/view`);
      this.fault = new Gone();
    } catch (why) {
      this.fault = why as Error;
      if (why instanceof Refused && why.status < 500 && why.status !== 429) return;
    }
    this.#again = window.setTimeout(() => this.open(), 1500);
  }

  close(): void {
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#again);
  }

  #hear(kind: string, data: string): void {
    const told = JSON.parse(data) as { view: unknown; turnedAway?: TurnedAway[] };
    this.view = (kind === 'view' ? told.view : merge(this.view, told.view)) as View;
    if (kind === 'day') this.away = told.turnedAway ?? [];
    if (this.view.day !== this.#verbsOf) void this.#offers(this.view.day);
  }

  async #offers(day: number): Promise<void> {
    this.#verbsOf = day;
    try {
      const verbs = await get<Verb[]>(`${this.path}/orders`);
      if (this.#verbsOf === day) this.verbs = verbs;
    } catch {
      if (this.#verbsOf === day) this.verbs = [];
    }
  }

  /** The values of the fields of an order that go with those given. */
  values(verb: string, given: Record<string, string>): Promise<Verb> {
    const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
    return get<Verb>(`${this.path}/orders/${verb}?${query.toString()}`);
  }

  async #do(act: () => Promise<unknown>): Promise<boolean> {
    this.refused = null;
    try {
      await act();
      return true;
    } catch (why) {
      if (why instanceof Refused) this.refused = why.message;
      else this.fault = why as Error;
      return false;
    }
  }

  give(verb: string, args: Record<string, string | number>): Promise<boolean> {
    return this.#do(() => post(`${this.path}/orders`, { verb, args, day: this.view?.day }));
  }

  undo(number: string): Promise<boolean> {
    return this.#do(() => remove(`${this.path}/orders/${number}`));
  }

  ready(): Promise<boolean> {
    return this.#do(() => post(`${this.path}/ready`));
  }

  clock(mode: string, speed?: number): Promise<boolean> {
    return this.#do(() => put(`/api/games/${this.game}/clock`, speed ? { mode, speed } : { mode }));
  }

  in(one: TurnedAway): string {
    return settings.language === 'zh' ? one.zh : one.en;
  }
}
