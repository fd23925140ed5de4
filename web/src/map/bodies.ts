import type { Body, DayScene, Rider } from '../api/client';
import { faded, type Ink } from './ink';
import { along, project, type Point } from './project';
import { Pen } from './pen';

/** What can be met on the map beside towns. */
export interface Token {
  /** Bodies of one party that stand together, the strongest first. */
  bodies: Body[];
  x: number;
  y: number;
  /** Of the map's days: how old the knowledge is; 0 for the truth of today. */
  age: number;
}

export interface Hand {
  /** From metres of the sheet to points of the screen. */
  at(point: Point): Point;
  width: number;
  height: number;
  resolution: number;
}

/** How far above the spot where it stands the middle of a banner is. */
export const Raised = 24;

/** Bodies that stand within so many points of the screen of each other are drawn as one. */
const Together = 24;

/** Where a body stands a share of the way from today to tomorrow. */
export function placeOf(body: Body, next: ReadonlyMap<string, Body>, share: number): Point {
  const here = project(body.lon, body.lat);
  const then = share > 0 ? next.get(body.id) : undefined;
  if (!then) return here;
  const there = project(then.lon, then.lat);
  return [here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share];
}

/** Gathers bodies into tokens: one for all of a party that stand together; parties side by side. */
export function tokensOf(scene: DayScene, next: DayScene | null, share: number, hand: Hand, ages?: ReadonlyMap<string, number>): Token[] {
  const tomorrow = new Map(next?.forces.map((body) => [body.id, body]) ?? []);
  const tokens: (Token & { polity: string })[] = [];
  const garrisons = hand.resolution < 240;
  const bodies = scene.forces.filter((body) => garrisons || !body.garrison).sort((a, b) => b.band - a.band || (a.id < b.id ? -1 : 1));
  for (const body of bodies) {
    const [x, y] = hand.at(placeOf(body, tomorrow, share));
    if (x < -60 || y < -60 || x > hand.width + 60 || y > hand.height + 60) continue;
    const friend = tokens.find((token) => token.polity === body.polity && Math.hypot(token.x - x, token.y - y) < Together);
    const age = ages?.get(body.id) ?? 0;
    if (friend) {
      friend.bodies.push(body);
      friend.age = Math.min(friend.age, age);
      continue;
    }
    tokens.push({ bodies: [body], polity: body.polity, x, y, age });
  }
  // Whoever stands on the same spot as another party steps aside, so that both are seen.
  for (let i = 0; i < tokens.length; i++)
    for (let j = 0; j < i; j++)
      if (Math.abs(tokens[i]!.x - tokens[j]!.x) < 26 && Math.abs(tokens[i]!.y - tokens[j]!.y) < 30) tokens[i]!.x = tokens[j]!.x + 28;
  return tokens;
}

export const menOf = (token: Token): number => token.bodies.reduce((men, body) => men + body.band, 0);

/** 7.5k, 45k, 820: what a strength is called where there is little room. */
export function short(men: number): string {
  if (!Number.isFinite(men)) return '?';
  if (men < 1000) return String(Math.round(men / 10) * 10);
  return men < 10_000 ? `${(men / 1000).toFixed(1).replace('.0', '')}k` : `${Math.round(men / 1000)}k`;
}

export interface RiderSpot {
  rider: Rider;
  x: number;
  y: number;
}

/** Kinds of riders that change things; the others bring the daily reports. */
export const carriesWord = (rider: Rider): boolean => rider.kind !== 'report' && rider.kind !== 'memorial';

export function ridersOf(scene: DayScene, points: readonly Point[], share: number, hand: Hand): RiderSpot[] {
  const spots: RiderSpot[] = [];
  for (const rider of scene.riders) {
    const time = rider.due > rider.sent ? (scene.day + share - rider.sent) / (rider.due - rider.sent) : 1;
    if (time < 0 || time >= 1) continue;
    const way = rider.way.map((place) => points[place - 1]!);
    const [x, y] = hand.at(along(way, time));
    if (x < -20 || y < -20 || x > hand.width + 20 || y > hand.height + 20) continue;
    spots.push({ rider, x, y });
  }
  return spots;
}

export function drawTokens(pen: CanvasRenderingContext2D, tokens: readonly Token[], ink: Ink, letters: ReadonlyMap<string, string>, chosen: string | null): void {
  const brush = new Pen(pen, ink);
  for (const token of [...tokens].sort((a, b) => a.y - b.y)) {
    const first = token.bodies[0]!;
    const colour = ink.polity(first.polity);
    // On whole points, so that what was drawn once is not smeared.
    const [x, foot] = [Math.round(token.x), Math.round(token.y)];
    const top = foot - Raised;
    pen.globalAlpha = token.age > 3 ? Math.max(0.4, 1 - token.age / 50) : 1;
    brush.banner(x, foot, first.arm, colour, first.polity);
    pen.fillStyle = ink.raised;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.font = `500 13px ${ink.serif}`;
    pen.fillText(letters.get(first.polity) ?? '?', x, top - 6.5);
    pen.font = `600 9.5px ${ink.sans}`;
    pen.fillText(short(menOf(token)), x, top + 6);
    if (token.age > 0) brush.label(`${token.age}d`, x + 22, top - 10);
    if (first.doing === 'routed' || first.doing === 'retreating') brush.tail(x + 12, top - 10, colour);
    if (chosen && token.bodies.some((body) => body.id === chosen)) brush.ring(x, top - 1, 21);
    pen.globalAlpha = 1;
  }
}

export function drawRiders(pen: CanvasRenderingContext2D, spots: readonly RiderSpot[], ink: Ink): void {
  for (const { rider, x, y } of spots) {
    const colour = ink.polity(rider.polity);
    const word = carriesWord(rider);
    pen.beginPath();
    if (rider.kind === 'envoy') pen.rect(x - 4, y - 4, 8, 8);
    else pen.arc(x, y, word ? 3.6 : 2, 0, Math.PI * 2);
    pen.fillStyle = word ? colour : faded(colour, 0.75);
    pen.fill();
    pen.lineWidth = word ? 1.6 : 0.8;
    pen.strokeStyle = word ? ink.seal : ink.raised;
    pen.stroke();
  }
}
