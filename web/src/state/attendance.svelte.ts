import { get } from '../api/client';
import { ageOf } from './belief';
import type { Doings } from './guide';
import { recall, remember } from './keepsakes';
import { newsBetween, type News } from './news';
import type { Seat, View } from './table.svelte';

interface Chosen {
  kind: string;
  id: string;
}

/** How somebody attends to a seat: since when, what came while he was away, what he has tried out so far. */
export class Attendance {
  /** What came since this seat was last looked at; null once it is read. */
  left = $state.raw<{ date: string; news: News[] } | null>(null);
  /** The day on which the guide began at this seat. */
  began = $state.raw<{ day: number; date: string } | null>(null);
  priced = $state(false);
  askedWhy = $state(false);
  ran = $state(false);

  #greeted = false;

  constructor(readonly seat: Seat) {}

  get #seen(): string {
    return `seen.${this.seat.game}.${this.seat.seat}`;
  }

  /** A view came while the person sits here. */
  see(view: View): void {
    if (view.clock.mode === 'speed') this.ran = true;
    if (!this.#greeted) this.#greet(view);
    if (document.visibilityState === 'visible') remember(this.#seen, String(view.day));
  }

  #greet(view: View): void {
    this.#greeted = true;
    const seen = Number(recall(this.#seen) ?? '-1');
    if (seen >= 0 && seen < view.day) void this.#tellSince(seen, view);
    const name = `began.${this.seat.game}.${this.seat.seat}`;
    const [day, date] = (recall(name) ?? `${view.day} ${view.date}`).split(' ') as [string, string];
    remember(name, `${day} ${date}`);
    this.began = { day: Number(day), date };
  }

  /** What came while nobody looked, from what the seat knew when it was last looked at. */
  async #tellSince(seen: number, now: View): Promise<void> {
    const then = await get<View>(`${this.seat.path}/view/${seen}`).catch(() => null);
    if (then) this.left = { date: then.date, news: newsBetween(then, now) };
  }

  /** What has been done of what the guide asks for. */
  doings(view: View, chosen: Chosen | null, tab: string): Doings {
    const [began, force, place] = [this.began, chosen && view.forces[chosen.id], chosen && view.places[chosen.id]];
    const since = (date: string, written: string): boolean => date !== '-' && began !== null && written > began.date;
    return {
      chose: !force?.own ? 'none' : force.place === view.office.at ? 'here' : 'away',
      sawOld: !!((force && ageOf(view, force.asOf) > 0) || (place && ageOf(view, place.asOf) > 0)),
      readCouncil: tab === 'council',
      priced: this.priced,
      waiting: Object.keys(view.waiting).length,
      days: began ? view.day - began.day : 0,
      answered: Object.values(view.forces).some((one) => one.own && since(one.confirmed, one.ordered)) || Object.values(view.commands).some((one) => since(one.answered, one.directed)),
      askedWhy: this.askedWhy,
      readNews: tab === 'news',
      ran: this.ran,
    };
  }
}
