import type { Atlas, DayScene } from '../api/client';
import { Li, project, type Point } from './project';

export type Toward = 'north' | 'south' | 'east' | 'west';

const turned: Record<Toward, (dx: number, dy: number) => [ahead: number, aside: number]> = {
  north: (dx, dy) => [dy, dx],
  south: (dx, dy) => [-dy, dx],
  east: (dx, dy) => [dx, dy],
  west: (dx, dy) => [-dx, dy],
};

/** The place that one comes to going that way: the nearest within half a right angle to either side, what lies straight ahead before what lies aside. None at the edge. */
export function nextPlace(points: readonly Point[], from: number, toward: Toward): number | null {
  const [x, y] = points[from]!;
  let best: number | null = null;
  let least = Infinity;
  points.forEach((point, i) => {
    const [ahead, aside] = turned[toward](point[0] - x, point[1] - y);
    if (ahead <= 0 || Math.abs(aside) > ahead) return;
    const far = Math.hypot(ahead, aside * 1.6);
    if (far < least) [least, best] = [far, i];
  });
  return best;
}

/** The place nearest to a point. */
export function nearestPlace(points: readonly Point[], to: Point): number {
  let best = 0;
  points.forEach((point, i) => {
    if (Math.hypot(point[0] - to[0], point[1] - to[1]) < Math.hypot(points[best]![0] - to[0], points[best]![1] - to[1])) best = i;
  });
  return best;
}

/** Ways of the wind, from the north by east. */
export const Winds = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

/** How far, as the crow flies, and which way one place lies from another. */
export function lies(from: Point, to: Point): { li: number; wind: (typeof Winds)[number] } {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  return { li: Math.round(Math.hypot(dx, dy) / Li), wind: Winds[Math.round((Math.atan2(dx, dy) / (Math.PI / 4) + 8) % 8) % 8]! };
}

/** What the map shows of a place, to be put into words: who holds it, who besieges it, the bodies there, where it lies from another. */
export interface Spot {
  place: Atlas['places'][number];
  holder: Atlas['polities'][number] | null;
  besieger: Atlas['polities'][number] | null;
  bodies: { en: string; zh: string; polity: string; men: number; doing: string; age: number }[];
  from: Atlas['places'][number] | null;
  li: number;
  wind: (typeof Winds)[number];
}

export function spotOf(atlas: Atlas, scene: DayScene | null, row: number, reference: string | null, ages?: ReadonlyMap<string, number>): Spot {
  const place = atlas.places[row]!;
  const siege = scene?.sieges.find((one) => one.place === place.id);
  const home = atlas.places.find((one) => one.id === reference) ?? null;
  return {
    place,
    holder: scene?.holders[row] ? atlas.polities[scene.holders[row]! - 1]! : null,
    besieger: siege ? (atlas.polities.find((one) => one.id === siege.by) ?? null) : null,
    bodies: (scene?.forces ?? [])
      .filter((body) => body.at === place.id)
      .sort((a, b) => b.band - a.band)
      .map((body) => ({ en: body.en, zh: body.zh, polity: body.polity, men: body.band, doing: body.doing, age: ages?.get(body.id) ?? 0 })),
    from: home && home.id !== place.id ? home : null,
    ...lies(home ? project(home.lon, home.lat) : project(place.lon, place.lat), project(place.lon, place.lat)),
  };
}
