import type { Atlas, Body, DayScene } from '../api/client';
import { short, type Hand } from './bodies';
import { faded, type Ink } from './ink';
import { Pen } from './pen';
import { distance, Li, project, type Point } from './project';

/** A town in other hands: who holds it in the one history, and in the other. Rows among the polities from 1; 0 nobody. */
export interface OtherHands {
  place: number;
  left: number;
  right: number;
}

/** A body that stands elsewhere, or is in one of the two only. */
export interface Elsewhere {
  id: string;
  left: Body | null;
  right: Body | null;
  /** Metres between the two; endless where one has it not. */
  apart: number;
}

export interface Differences {
  places: OtherHands[];
  forces: Elsewhere[];
}

/** Points of the screen within which hollow banners of one party are drawn as one. */
const Together = 24;

/** Nearer than this, in metres, the two stand together. */
const Near = 2_000;

/**
 * What two scenes differ in: nothing is weighed, only laid side by side.
 * @param known Of what one seat believed: what it knew nothing of is no difference.
 */
export function differencesOf(left: DayScene, right: DayScene, known = false): Differences {
  const places: OtherHands[] = [];
  left.holders.forEach((holder, place) => {
    const other = right.holders[place] ?? 0;
    if (holder !== other && !(known && holder === 0)) places.push({ place, left: holder, right: other });
  });
  const theirs = new Map(right.forces.map((body) => [body.id, body]));
  const forces: Elsewhere[] = [];
  for (const body of left.forces) {
    const other = theirs.get(body.id) ?? null;
    theirs.delete(body.id);
    const apart = other ? distance(project(body.lon, body.lat), project(other.lon, other.lat)) : Infinity;
    if (apart > Near) forces.push({ id: body.id, left: body, right: other, apart });
  }
  if (!known) for (const body of theirs.values()) forces.push({ id: body.id, left: null, right: body, apart: Infinity });
  const men = (one: Elsewhere): number => Math.max(one.left?.band ?? 0, one.right?.band ?? 0);
  forces.sort((a, b) => men(b) - men(a) || (a.id < b.id ? -1 : 1));
  return { places, forces };
}

/** A distance as people of the time would say it: li, to ten. */
export const inLi = (metres: number): number => Math.round(metres / Li / 10) * 10;

/** Marks on the map of the right history what the left one has otherwise: told by shape, not by colour alone. */
export function drawDifferences(pen: CanvasRenderingContext2D, differences: Differences, atlas: Atlas, points: readonly Point[], hand: Hand, ink: Ink): void {
  const letter = (row: number): string => (row ? (atlas.polities[row - 1]?.letter ?? '?') : '—');
  const colour = (row: number): string => ink.polity(row ? (atlas.polities[row - 1]?.id ?? '') : '');
  const inSight = ([x, y]: Point): boolean => x > -60 && y > -60 && x < hand.width + 60 && y < hand.height + 60;
  const garrisons = hand.resolution < 240;
  const banners: Banner[] = [];
  for (const one of differences.forces) {
    const body = one.left ?? one.right!;
    if (body.garrison && !garrisons) continue;
    const from = one.left ? hand.at(project(one.left.lon, one.left.lat)) : null;
    const to = one.right ? hand.at(project(one.right.lon, one.right.lat)) : null;
    if (from && to && (inSight(from) || inSight(to))) {
      pen.save();
      pen.setLineDash([2, 4]);
      pen.strokeStyle = ink.polity(body.polity);
      pen.lineWidth = 1.8;
      pen.beginPath();
      pen.moveTo(...from);
      pen.lineTo(...to);
      pen.stroke();
      pen.restore();
    }
    if (!from || !inSight(from)) continue;
    const friend = banners.find((other) => other.polity === body.polity && other.alone === !to && Math.hypot(other.at[0] - from[0], other.at[1] - from[1]) < Together);
    if (friend) friend.men += body.band;
    else banners.push({ at: from, polity: body.polity, men: body.band, alone: !to });
  }
  for (const one of banners) hollow(pen, one, ink, letter(atlas.polities.findIndex((polity) => polity.id === one.polity) + 1));
  for (const one of differences.places) {
    const spot = hand.at(points[one.place]!);
    if (!inSight(spot) || (hand.resolution > 1400 && !['capital', 'superior_prefecture', 'prefecture'].includes(atlas.places[one.place]!.kind))) continue;
    split(pen, spot, [letter(one.left), colour(one.left)], [letter(one.right), colour(one.right)], ink);
  }
}

/** Bodies of one party that stand together in the left history, and in the right one elsewhere or not at all. */
interface Banner {
  at: Point;
  polity: string;
  men: number;
  alone: boolean;
}

/** A banner of which only the edge is drawn; crossed where the other history has no such body. */
function hollow(pen: CanvasRenderingContext2D, { at: [x, y], polity, men, alone }: Banner, ink: Ink, letter: string): void {
  const colour = ink.polity(polity);
  pen.save();
  pen.fillStyle = faded(ink.raised, 0.75);
  pen.strokeStyle = colour;
  pen.lineWidth = 1.6;
  pen.setLineDash([4, 2.5]);
  pen.beginPath();
  pen.rect(x - 12, y - 36, 24, 24);
  pen.fill();
  pen.stroke();
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x, y - 12);
  if (alone) {
    pen.moveTo(x - 12, y - 12);
    pen.lineTo(x + 12, y - 36);
  }
  pen.stroke();
  pen.fillStyle = colour;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.font = `500 11px ${ink.serif}`;
  pen.fillText(letter, x, y - 29);
  pen.font = `600 9px ${ink.sans}`;
  pen.fillText(short(men), x, y - 18);
  pen.restore();
}

/** A seal in two halves: the left history's holder above, the right one's below. */
function split(pen: CanvasRenderingContext2D, [x, y]: Point, above: [string, string], below: [string, string], ink: Ink): void {
  pen.save();
  const [left, top, wide, tall] = [x + 7, y - 13, 15, 26];
  pen.fillStyle = above[1];
  pen.fillRect(left, top, wide, tall / 2);
  pen.fillStyle = below[1];
  pen.fillRect(left, top + tall / 2, wide, tall / 2);
  pen.strokeStyle = ink.raised;
  pen.lineWidth = 1.2;
  pen.strokeRect(left, top, wide, tall);
  pen.beginPath();
  pen.moveTo(left, top + tall / 2);
  pen.lineTo(left + wide, top + tall / 2);
  pen.stroke();
  pen.strokeStyle = ink.ink;
  pen.strokeRect(left - 1, top - 1, wide + 2, tall + 2);
  pen.fillStyle = ink.raised;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.font = `500 10.5px ${ink.serif}`;
  pen.fillText(above[0], left + wide / 2, top + 7);
  pen.fillText(below[0], left + wide / 2, top + 20);
  pen.restore();
}

/** Roads by which magazines feed bodies in the field; crosses where raiders take a part, and days of grain beside the banner. */
export function drawSupply(pen: CanvasRenderingContext2D, scene: DayScene, points: readonly Point[], hand: Hand, ink: Ink): void {
  const bodies = new Map(scene.forces.map((body) => [body.id, body]));
  const brush = new Pen(pen, ink);
  const said = new Set<string>();
  for (const line of scene.supplies) {
    const body = bodies.get(line.force);
    if (!body) continue;
    const way = line.way.map((place) => hand.at(points[place - 1]!));
    way[way.length - 1] = hand.at(project(body.lon, body.lat));
    pen.save();
    pen.setLineDash([1.5, 5]);
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    for (const [colour, width] of [[faded(ink.paper, 0.8), 6], [ink.polity(body.polity), 3]] as const) {
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.beginPath();
      way.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
      pen.stroke();
    }
    pen.restore();
    const [x, y] = way[Math.floor(way.length / 2)]!;
    if (line.raided) brush.fight(x, y);
  }
  for (const body of scene.forces) {
    if (body.garrison || body.days >= 255) continue;
    const [x, y] = hand.at(project(body.lon, body.lat));
    // Those that stand together are said once: the hungriest comes first in no order that is ours, so that the least is found.
    const spot = `${Math.round(x / 26)} ${Math.round(y / 26)} ${body.polity}`;
    if (said.has(spot)) continue;
    said.add(spot);
    const least = Math.min(...scene.forces.filter((other) => other.polity === body.polity && !other.garrison && other.lat === body.lat && other.lon === body.lon).map((other) => other.days));
    brush.label(`${least}d`, x - 20, y - 30);
  }
}
