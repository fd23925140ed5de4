/**
 * The map is drawn as the stone map of 1136 was: on squares. Degrees are laid out on an even grid that is true at the latitude of Kaifeng,
 * so that a square of a hundred li is the same size everywhere on the sheet.
 */
const EarthRadius = 6_371_000;
const Degree = (Math.PI / 180) * EarthRadius;
const TrueAt = Math.cos((34.8 * Math.PI) / 180);

/** Metres of a Song li. */
export const Li = 561.6;

/** Where the net of squares is hung: the middle of Kaifeng. */
export const Origin: [number, number] = [114.35, 34.8];

export type Point = [number, number];

export function project(lon: number, lat: number): Point {
  return [(lon - Origin[0]) * Degree * TrueAt, (lat - Origin[1]) * Degree];
}

export function unproject([x, y]: Point): Point {
  return [x / (Degree * TrueAt) + Origin[0], y / Degree + Origin[1]];
}

/** A flat list of longitudes and latitudes as points of the sheet. */
export function projectLine(line: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < line.length; i += 2) points.push(project(line[i]!, line[i + 1]!));
  return points;
}

/** Rounds the corners of a drawn line as a brush would (Chaikin), keeping its ends. */
export function brushed(points: Point[], times = 2): Point[] {
  let line = points;
  for (let n = 0; n < times; n++) {
    if (line.length < 3) return line;
    const next: Point[] = [line[0]!];
    for (let i = 0; i < line.length - 1; i++) {
      const [a, b] = [line[i]!, line[i + 1]!];
      if (i > 0) next.push([a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25]);
      if (i < line.length - 2) next.push([a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75]);
    }
    next.push(line[line.length - 1]!);
    line = next;
  }
  return line;
}

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The point a share of the way along a line. */
export function along(line: readonly Point[], share: number): Point {
  const first = line[0] ?? [0, 0];
  let length = 0;
  for (let i = 1; i < line.length; i++) length += distance(line[i - 1]!, line[i]!);
  let left = Math.min(1, Math.max(0, share)) * length;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const step = distance(a, b);
    if (left <= step && step > 0) return [a[0] + ((b[0] - a[0]) * left) / step, a[1] + ((b[1] - a[1]) * left) / step];
    left -= step;
  }
  return line[line.length - 1] ?? first;
}
