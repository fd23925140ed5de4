import { get, Gone, type Chain, type DayScene, type Story } from '../api/client';
import type { Group } from './marks';
import { still } from './settings.svelte';

/** Days a second at each of the five paces. */
export const Paces = [0.5, 1, 2, 4, 8] as const;

/** Days kept at hand around the one that is looked at. */
const Kept = 80;

/** A history that is looked at: which day, and whether it moves. */
export class Tale {
  story = $state.raw<Story | null>(null);
  scene = $state.raw<DayScene | null>(null);
  next = $state.raw<DayScene | null>(null);
  day = $state(0);
  /** The share of the day that has passed while it plays. */
  share = $state(0);
  playing = $state(false);
  pace = $state(2);
  fault = $state<Error | null>(null);
  /** Kinds of events that the reader does not want told. */
  hidden = $state.raw<ReadonlySet<Group>>(new Set());
  /** How long the last jump took, milliseconds. */
  took = $state(0);

  #kept = new Map<number, Promise<DayScene>>();
  #frame = 0;
  #last = 0;
  #wanted = 0;

  constructor(readonly base: string) {}

  async open(day: number): Promise<void> {
    try {
      // The day is asked for beside its story; one that the story has not is refused and asked for again as its last.
      if (Number.isSafeInteger(day) && day < Number.MAX_SAFE_INTEGER) void this.#of(day).catch(() => undefined);
      this.story = await get<Story>(`${this.base}/story`);
      await this.seek(day);
    } catch (why) {
      this.fault = why as Error;
    }
  }

  close(): void {
    this.pause();
  }

  #of(day: number): Promise<DayScene> {
    let scene = this.#kept.get(day);
    if (!scene) {
      scene = get<DayScene>(`${this.base}/story/days/${day}`);
      scene.catch(() => this.#kept.delete(day));
      this.#kept.set(day, scene);
      if (this.#kept.size > Kept) this.#kept.delete(this.#kept.keys().next().value!);
    }
    return scene;
  }

  /** Shows a day; when several are asked for in a hurry, the last. */
  async seek(day: number): Promise<void> {
    if (!this.story) return;
    const wanted = Math.max(0, Math.min(this.story.days, Math.round(day)));
    const began = performance.now();
    this.#wanted = wanted;
    this.day = wanted;
    this.share = 0;
    try {
      const scene = await this.#of(wanted);
      if (this.#wanted !== wanted) return;
      this.scene = scene;
      this.next = null;
      this.took = performance.now() - began;
      this.fault = null;
      void this.#ahead(wanted);
    } catch (why) {
      if (this.#wanted === wanted) this.fault = why as Error;
    }
  }

  async #ahead(day: number): Promise<void> {
    const last = this.story?.days ?? 0;
    if (day >= last) return;
    try {
      const next = await this.#of(day + 1);
      if (this.day === day) this.next = next;
      for (let more = 2; more <= (this.playing ? 6 : 2) && day + more <= last; more++) await this.#of(day + more);
    } catch (why) {
      if (why instanceof Gone) this.fault = why;
    }
  }

  play(pace = this.pace): void {
    this.pace = pace;
    if (this.playing) return;
    this.playing = true;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame((now) => this.#turn(now));
    void this.#ahead(this.day);
  }

  pause(): void {
    this.playing = false;
    cancelAnimationFrame(this.#frame);
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  #turn(now: number): void {
    if (!this.playing) return;
    const passed = Math.min(0.25, (now - this.#last) / 1000);
    this.#last = now;
    const share = this.share + passed * Paces[this.pace - 1]!;
    if (this.day >= (this.story?.days ?? 0)) {
      this.pause();
      return;
    }
    if (share < 1) this.share = share;
    else if (this.next && this.next.day === this.day + 1) {
      this.day = this.day + 1;
      this.#wanted = this.day;
      this.scene = this.next;
      this.next = null;
      this.share = Math.min(0.99, share - 1);
      void this.#ahead(this.day);
    } else this.share = 0.999; // tomorrow is still on its way
    this.#frame = requestAnimationFrame((then) => this.#turn(then));
  }

  /** The share of the day that is drawn: for who wants less motion, things stand until the day is over. */
  get drawn(): number {
    return still() ? 0 : this.share;
  }

  why(event: string): Promise<Chain> {
    return get<Chain>(`${this.base}/story/why/${event}`);
  }

  /** Reads everything again: other language. */
  async reread(): Promise<void> {
    this.#kept.clear();
    const day = this.day;
    await this.open(day);
  }
}
