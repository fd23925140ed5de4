import Feature from 'ol/Feature';
import { Point as PointGeometry } from 'ol/geom';
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style';
import type { Atlas, Place } from '../api/client';
import type { Language } from '../state/settings.svelte';
import { Great, runs } from './ground';
import { faded, type Ink } from './ink';
import { clearOf, sideOf, widthOf, type Box } from './labels';
import { along, brushed, projectLine, type Point } from './project';

/** Towns by rank: what is shown from how far. Metres of a point of the screen. */
const Ranks: Record<string, { far: number; label: number; size: number }> = {
  capital: { far: 9e9, label: 3200, size: 15 },
  superior_prefecture: { far: 2600, label: 1350, size: 12.5 },
  prefecture: { far: 1900, label: 900, size: 12 },
  military_prefecture: { far: 1500, label: 720, size: 11.5 },
  pass: { far: 1000, label: 560, size: 11 },
  county: { far: 750, label: 430, size: 11 },
};
const Least = { far: 520, label: 300, size: 10.5 };

export const rankOf = (kind: string) => Ranks[kind] ?? Least;

/** By what names are written. */
export interface Hand {
  ink: Ink;
  language: Language;
  day: number;
  /** Whether the letters are here; marks of towns are drawn without. */
  named: boolean;
  /** Where banners stand, in metres. */
  taken: readonly Box[];
}

export function townsOf(atlas: Atlas, points: readonly Point[]): Feature[] {
  return atlas.places.map((place, i) => new Feature({ geometry: new PointGeometry(points[i]!), place, kind: place.kind }));
}

/** A town's mark and name, or the name of a water or range. */
export const nameStyle = (feature: Feature, resolution: number, hand: Hand): Style | Style[] | undefined =>
  feature.get('place') ? townStyle(feature, resolution, hand) : waterNameStyle(feature, resolution, hand);

function townStyle(feature: Feature, resolution: number, hand: Hand): Style[] | undefined {
  const place = feature.get('place') as Place;
  const rank = rankOf(place.kind);
  if (resolution > rank.far) return undefined;
  const mark = new Style({ image: markOf(place.kind, hand.ink), zIndex: 1 });
  if (!hand.named || resolution > rank.label) return [mark];
  const near = resolution < rank.label * 0.45;
  const size = rank.size + (near ? 1.5 : 0);
  const name = hand.language === 'zh' ? place.zh : `${place.zh} ${shortName(place.en)}`;
  const side = sideOf((feature.getGeometry() as PointGeometry).getCoordinates() as Point, widthOf(name, size), size * 1.1, 7, resolution, hand.taken);
  // A name that would stand under a banner on both sides is not written, but for capitals: the banner leads to it.
  return side === 'none' && place.kind !== 'capital' ? [mark] : [mark, ...nameStyles(place, size, hand.ink, hand.language, side === 'none' ? 'right' : side)];
}

function waterNameStyle(feature: Feature, resolution: number, hand: Hand): Style | undefined {
  if (!runs(feature, hand.day) || !hand.named || resolution > (feature.get('far') as number)) return undefined;
  const range = feature.get('kind') === 'range';
  const name = feature.get(hand.language === 'zh' ? 'zh' : 'both') as string;
  // It stands above or below the spot on its line, wherever no banner covers it; where one does on both sides it is not written.
  const at = (feature.getGeometry() as PointGeometry).getCoordinates() as Point;
  const drop = range ? [15, -15] : [-11, 13];
  const offsetY = drop.find((down) => clearOf(at, widthOf(name, 12), 13, down, resolution, hand.taken));
  if (offsetY === undefined) return undefined;
  return new Style({
    zIndex: 3,
    text: new Text({
      text: name,
      font: `${range ? '500' : 'italic 500'} 12px ${hand.ink.serif}`,
      fill: new Fill({ color: range ? hand.ink.ridge : hand.ink.river }),
      stroke: new Stroke({ color: faded(hand.ink.paper, 0.85), width: 3 }),
      offsetY,
    }),
  });
}

/** Names that stay where there is not room for all: of capitals, great rivers, ranges and lakes, then of towns by rank. */
export function byRank(a: unknown, b: unknown): number {
  const weight = (feature: unknown): number => {
    const one = feature as Feature;
    return one.get('place') ? rankOf(one.get('kind') as string).far : 1e6 + (one.get('far') as number);
  };
  return weight(b) - weight(a);
}

/** Marks of towns are drawn once for each rank and light: a picture of its own for every town would cost more than all else on the sheet. */
const marks = new Map<string, Circle | RegularShape>();

function markOf(kind: string, ink: Ink): Circle | RegularShape {
  const key = `${kind} ${ink.ink}`;
  let mark = marks.get(key);
  if (!mark) marks.set(key, (mark = townMark(kind, ink)));
  return mark;
}

function townMark(kind: string, ink: Ink): Circle | RegularShape {
  const stroke = new Stroke({ color: ink.ink, width: 1.1 });
  const fill = new Fill({ color: ink.raised });
  switch (kind) {
    case 'capital':
      return new RegularShape({ declutterMode: 'none', points: 4, radius: 7, angle: Math.PI / 4, fill: new Fill({ color: ink.ink }), stroke: new Stroke({ color: ink.raised, width: 1.4 }) });
    case 'superior_prefecture':
      return new RegularShape({ declutterMode: 'none', points: 4, radius: 5.4, angle: Math.PI / 4, fill, stroke: new Stroke({ color: ink.ink, width: 1.8 }) });
    case 'prefecture':
    case 'military_prefecture':
      return new RegularShape({ declutterMode: 'none', points: 4, radius: 4.2, angle: Math.PI / 4, fill, stroke });
    case 'pass':
    case 'fort':
      return new RegularShape({ declutterMode: 'none', points: 3, radius: 4.4, fill, stroke });
    default:
      return new Circle({ declutterMode: 'none', radius: 2.2, fill, stroke });
  }
}

/** A name in hanzi with its reading under it; only the hanzi for who reads Chinese. */
function nameStyles(place: Place, size: number, ink: Ink, language: Language, side: 'left' | 'right'): Style[] {
  const halo = new Stroke({ color: faded(ink.paper, 0.88), width: 3 });
  const capital = place.kind === 'capital';
  const plain = shortName(place.en);
  const text = language === 'zh' ? [place.zh, `500 ${size + 1}px ${ink.serif}`] : [place.zh, `500 ${size + 0.5}px ${ink.serif}`, ` ${plain}`, `${capital ? 600 : 400} ${size - 0.5}px ${ink.sans}`];
  return [
    new Style({
      // Over the marks of other towns; where there is not room for all, capitals come before waters and these before towns.
      zIndex: capital ? 4 : 2,
      text: new Text({
        text,
        font: `500 ${size}px ${ink.serif}`,
        textAlign: side === 'right' ? 'left' : 'right',
        offsetX: (capital ? 9 : 7) * (side === 'right' ? 1 : -1),
        fill: new Fill({ color: ink.ink }),
        stroke: halo,
      }),
    }),
  ];
}

/** Kaifeng fu is Kaifeng on the map; what tells two towns apart stays in the encyclopaedia. */
export const shortName = (name: string): string => name.replace(/ \(.*\)$/, '').replace(/ (fu|jun|xian|zhen)$/, '');

export function waterNames(atlas: Atlas): Feature[] {
  return atlas.waters
    .filter((water) => ['river', 'range', 'canal', 'lake'].includes(water.kind) && !['huanghe_upper', 'yangtze_upper', 'songhua_2', 'liao_upper'].includes(water.id))
    .map((water) => {
      const line = brushed(projectLine(water.line));
      const zh = water.zh.split(/[ (]/)[0]!;
      const name = water.en.split(/[:,(/]/)[0]!.trim().replace(/ range(s)?$/, '');
      return new Feature({
        geometry: new PointGeometry(along(line, 0.55)), kind: water.kind, from: water.from, to: water.to, zh, both: `${zh} ${name}`,
        far: Great[water.id] ? 1500 : water.kind === 'range' ? 1100 : 620,
      });
    });
}
