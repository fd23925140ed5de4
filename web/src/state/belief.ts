import type { Atlas, Body, DayScene } from '../api/client';
import { daysBetween } from './dates';
import { say, unknown } from './say';
import type { View as Table } from './table.svelte';

/** What of a view is believed: that of a seat at the table, or of one on a day that is over. */
export type View = Pick<Table, 'day' | 'date' | 'places' | 'forces' | 'office'>;

/** How old a piece of knowledge is; what is known since the first day is as old as the war. */
export const ageOf = (view: View, asOf: string | undefined): number => daysBetween(asOf, view.date) ?? view.day;

/** That age in words. */
export function aged(view: View, asOf: string | undefined): string {
  if (asOf === undefined) return unknown;
  if (asOf === '-') return say('sinceFirst');
  const days = ageOf(view, asOf);
  return days <= 0 ? say('today') : say('daysOld').replace('{n}', String(days));
}

/** What a seat believes, as the map draws a day. Nothing is added to it: places that it knows no holder of stay bare. */
export function believed(atlas: Atlas, view: View): { scene: DayScene; ages: Map<string, number> } {
  const row = new Map(atlas.polities.map((polity, i) => [polity.id, i + 1]));
  const places = new Map(atlas.places.map((place) => [place.id, place]));
  const forces: Body[] = [];
  const ages = new Map<string, number>();
  for (const [id, force] of Object.entries(view.forces)) {
    const place = places.get(force.place);
    if (!place || force.doing === 'gone') continue;
    const traits = force.traits.split(', ');
    forces.push({
      id, en: force.en, zh: force.zh, polity: force.polity, at: force.place, lat: place.lat, lon: place.lon, band: force.men,
      arm: traits.includes('fleet') ? 'boats' : traits.includes('band') ? 'band' : force.horseSixteenths >= 8 ? 'horse' : 'foot',
      doing: force.doing, garrison: traits.includes('garrison'), days: force.grainDays, toward: null,
      commander: force.reputedCommander === '-' ? null : force.reputedCommander, seat: force.seat === '-' ? null : force.seat,
    });
    ages.set(id, force.own && force.place === view.office.at ? 0 : ageOf(view, force.asOf));
  }
  return {
    scene: {
      day: view.day, julian: view.date, heading: '', holders: atlas.places.map((place) => row.get(view.places[place.id]?.holder ?? '') ?? 0), loyalty: [], stores: [],
      forces, riders: [], sieges: [], supplies: [], lines: [], notes: [],
    },
    ages,
  };
}

/** By place, how old what the view holds of it is; -1 where it holds nothing. */
export const placeAgesOf = (atlas: Atlas, view: View): number[] => atlas.places.map((place) => (view.places[place.id] ? ageOf(view, view.places[place.id]!.asOf) : -1));

/** An order as records write it, taken apart: "march force=yue-beiwei to=linan". */
export function partsOf(order: string): { verb: string; fields: [string, string][] } {
  const [verb = '', ...rest] = order.split(' ');
  return { verb, fields: rest.filter((word) => word.includes('=')).map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]) };
}
