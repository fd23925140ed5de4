import Feature from 'ol/Feature';
import { LineString, MultiLineString, Polygon } from 'ol/geom';
import { Fill, Stroke, Style } from 'ol/style';
import type { Atlas } from '../api/client';
import { faded, type Ink } from './ink';
import { brushed, distance, Li, projectLine, type Point } from './project';

/** What stands still, one upon the other in this order. */
const Sheets = ['rivers', 'sea', 'squares', 'waters', 'roads'] as const;
type Of = (typeof Sheets)[number];

/** Sea, net of squares, waters, ranges and roads: all that no day of the war moves. */
export function groundOf(atlas: Atlas, points: readonly Point[]): Feature[] {
  const all = waters(atlas);
  const river = (feature: Feature): boolean => feature.get('kind') === 'river';
  // The sea lies over the rivers, which are drawn a little beyond their mouths.
  const of: Record<Of, Feature[]> = { rivers: all.filter(river), sea: seaOf(atlas), squares: squares(), waters: all.filter((one) => !river(one)), roads: roads(atlas, points) };
  return Sheets.flatMap((sheet) => of[sheet].map((feature) => (feature.set('sheet', sheet, true), feature)));
}

/** @param resolution Metres of a point of the screen. */
export function groundStyle(feature: Feature, resolution: number, day: number, ink: Ink): Style | undefined {
  const sheet = feature.get('sheet') as Of;
  const style = styleOf(sheet, feature, resolution, day, ink);
  style?.setZIndex(Sheets.indexOf(sheet));
  return style;
}

function styleOf(sheet: Of, feature: Feature, resolution: number, day: number, ink: Ink): Style | undefined {
  if (sheet === 'sea') return new Style({ fill: new Fill({ color: ink.sea }) });
  if (sheet === 'squares') return new Style({ stroke: new Stroke({ color: faded(ink.grid, resolution < 1500 ? 0.42 : 0.26), width: 0.7 }) });
  return sheet === 'roads' ? roadStyle(feature, resolution, ink) : waterStyle(feature, resolution, day, ink);
}

/** Whether a water runs in this bed on a day. */
export const runs = (feature: Feature, day: number): boolean => day >= (feature.get('from') as number) && day < (feature.get('to') as number);

function waterStyle(feature: Feature, resolution: number, day: number, ink: Ink): Style | undefined {
  if (!runs(feature, day)) return undefined;
  const scale = Math.min(1.7, Math.max(0.55, 700 / resolution));
  switch (feature.get('kind')) {
    case 'coast':
      return new Style({ stroke: new Stroke({ color: faded(ink.ink, 0.75), width: 1.2, lineJoin: 'round' }) });
    case 'river':
      return new Style({ stroke: new Stroke({ color: faded(ink.river, 0.85), width: (feature.get('width') as number) * scale, lineCap: 'round', lineJoin: 'round' }) });
    case 'canal':
      return resolution > 1500 ? undefined : new Style({ stroke: new Stroke({ color: faded(ink.river, 0.9), width: 1.4 * scale, lineDash: [7, 3] }) });
    case 'lake':
      return new Style({ fill: new Fill({ color: faded(ink.river, 0.28) }), stroke: new Stroke({ color: faded(ink.river, 0.7), width: 0.8 }) });
    case 'marsh':
      return resolution > 1600 ? undefined : new Style({ stroke: new Stroke({ color: faded(ink.river, 0.35), width: 7 * scale, lineDash: [2, 7] }) });
    case 'wall':
      return new Style({ stroke: new Stroke({ color: faded(ink.ridge, 0.55), width: 1, lineDash: [2, 3] }) });
    case 'range':
      return new Style({ renderer: (points, state) => ridge(state.context, points as Point[], ink, scale) });
  }
  return undefined;
}

function roadStyle(feature: Feature, resolution: number, ink: Ink): Style | undefined {
  const kind = feature.get('kind') as string;
  if (kind === 'river' || kind === 'canal' || kind === 'sea') return undefined;
  const hard = kind === 'mountain_road' || kind === 'pass';
  if (resolution > (hard ? 1100 : 1700)) return undefined;
  return new Style({ stroke: new Stroke({ color: faded(ink.road, resolution > 900 ? 0.4 : 0.75), width: resolution > 500 ? 0.9 : 1.4, ...(hard ? { lineDash: [4, 3] } : {}) }) });
}

/** The sea: what lies beyond the coasts, closed at the edge of the sheet. */
function seaOf(atlas: Atlas): Feature[] {
  const coast = (id: string) => projectLine(atlas.waters.find((water) => water.id === id)?.line ?? []);
  const shore = ['coast_liaodong_bohai', 'coast_shandong', 'coast_jiangsu', 'coast_zhe_min'].flatMap((id) => brushed(coast(id), 1));
  if (shore.length < 2) return [];
  const [first, last] = [shore[0]!, shore[shore.length - 1]!];
  const east = 3e6;
  return [new Feature(new Polygon([[...shore, [last[0], -3e6], [east, -3e6], [east, first[1]], first]]))];
}

/** The net of squares, a hundred li a side. */
function squares(): Feature[] {
  const side = Li * 100;
  const reach = 40;
  const lines: Point[][] = [];
  for (let n = -reach; n <= reach; n++) {
    lines.push([[n * side, -reach * side], [n * side, reach * side]], [[-reach * side, n * side], [reach * side, n * side]]);
  }
  return [new Feature(new MultiLineString(lines))];
}

function roads(atlas: Atlas, points: readonly Point[]): Feature[] {
  const lines = new Map<string, Point[][]>();
  for (const leg of atlas.legs) {
    const kind = leg.kind;
    const list = lines.get(kind) ?? [];
    list.push([points[leg.from - 1]!, points[leg.to - 1]!]);
    lines.set(kind, list);
  }
  return [...lines].map(([kind, legs]) => new Feature({ geometry: new MultiLineString(legs), kind }));
}

/** Rivers that begin as such a stroke and end as such a one. */
export const Great: Record<string, [number, number]> = {
  huanghe_upper: [2.2, 3.2], huanghe_mid: [3.2, 3.6], huanghe_north: [3.6, 4.4], huanghe_south: [3.6, 4.6], yangtze_upper: [2.4, 3.8],
  yangtze_lower: [3.8, 6.5], huai: [1.2, 3.4], han: [1.1, 2.8], wei: [1, 2.4],
};

function waters(atlas: Atlas): Feature[] {
  const features: Feature[] = [];
  for (const water of atlas.waters) {
    const said = { kind: water.kind, from: water.from, to: water.to };
    const line = water.kind === 'range' || water.kind === 'wall' ? brushed(projectLine(water.line), 1) : brushed(projectLine(water.line));
    if (water.kind === 'lake') features.push(new Feature({ geometry: new Polygon([[...line, line[0]!]]), ...said }));
    else if (water.kind !== 'river') features.push(new Feature({ geometry: new LineString(line), ...said }));
    else {
      // A brushed stroke: it thickens downstream.
      const [thin, thick] = Great[water.id] ?? [0.7, 1.7];
      const pieces = Math.min(14, Math.max(4, Math.floor(line.length / 6)));
      for (let p = 0; p < pieces; p++) {
        const part = line.slice(Math.floor((p * (line.length - 1)) / pieces), Math.floor(((p + 1) * (line.length - 1)) / pieces) + 1);
        if (part.length > 1) features.push(new Feature({ geometry: new LineString(part), width: thin + ((thick - thin) * p) / (pieces - 1), ...said }));
      }
    }
  }
  return features;
}

/** A range as the stone map has it: a row of drawn ridges. */
function ridge(pen: CanvasRenderingContext2D, line: Point[], ink: Ink, scale: number): void {
  const step = 17 * scale;
  let left = step / 2;
  pen.strokeStyle = faded(ink.ridge, 0.85);
  pen.lineWidth = 1.1;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  let n = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const length = distance(a, b);
    while (left < length) {
      const [x, y] = [a[0] + ((b[0] - a[0]) * left) / length, a[1] + ((b[1] - a[1]) * left) / length];
      const tall = (n++ % 3 === 1 ? 9 : 6.5) * scale;
      pen.beginPath();
      pen.moveTo(x - tall * 0.8, y + tall * 0.35);
      pen.quadraticCurveTo(x - tall * 0.2, y - tall * 0.2, x, y - tall * 0.6);
      pen.quadraticCurveTo(x + tall * 0.25, y - tall * 0.1, x + tall * 0.8, y + tall * 0.35);
      pen.moveTo(x + tall * 0.1, y - tall * 0.25);
      pen.lineTo(x + tall * 0.25, y + tall * 0.2);
      pen.stroke();
      left += step;
    }
    left -= length;
  }
}
