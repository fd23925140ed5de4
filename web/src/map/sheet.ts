import Feature from 'ol/Feature';
import OlMap from 'ol/Map';
import View from 'ol/View';
import ViewHint from 'ol/ViewHint';
import { defaults as interactions } from 'ol/interaction/defaults';
import { LineString, MultiLineString, Point as PointGeometry, Polygon } from 'ol/geom';
import VectorLayer from 'ol/layer/Vector';
import VectorImageLayer from 'ol/layer/VectorImage';
import Projection from 'ol/proj/Projection';
import VectorSource from 'ol/source/Vector';
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style';
import type { Atlas, Place } from '../api/client';
import { bordersOf, cellsOf, type Cell } from './areas';
import { faded, hatch, inkNow, type Ink } from './ink';
import { clearOf, sideOf, widthOf, type Box } from './labels';
import { along, brushed, distance, Li, project, projectLine, type Point } from './project';
import type { Language } from '../state/settings.svelte';

/** What colours the land: who holds it, how its people feel, what its granaries have, or how old the news of it is. */
export type Mode = 'control' | 'loyalty' | 'supply' | 'age';

const projection = new Projection({ code: 'yanyun', units: 'm', extent: [-3e6, -3e6, 3e6, 3e6] });

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

/** How much wider than the window the ground is painted, so that a dragged map does not end at its edge. */
const Wider = 1.6;

type Styling = (feature: Feature, resolution: number) => Style | Style[] | undefined;

/** The sheet on which everything is drawn: what never moves, and whose land it is. */
export class Sheet {
  readonly map: OlMap;
  readonly points: Point[];
  ink: Ink = inkNow();
  #atlas: Atlas;
  #cells: Cell[] = [];
  #held = '';
  #holders: readonly number[] = [];
  #shades: readonly number[] = [];
  #day = 0;
  #mode: Mode = 'control';
  #language: Language = 'en';
  #land = new VectorSource();
  #layers: (VectorLayer | VectorImageLayer)[] = [];
  #named = false;
  #taken: readonly Box[] = [];
  #towns: VectorLayer | null = null;
  #rivers: VectorLayer | null = null;
  #border: Feature | null = null;
  #hatches = new Map<string, CanvasPattern | string>();

  constructor(target: HTMLElement, atlas: Atlas, still: boolean, view?: View) {
    this.#atlas = atlas;
    this.points = atlas.places.map((place) => project(place.lon, place.lat));
    this.map = new OlMap({
      target,
      controls: [],
      interactions: still ? undefined : interactions({ altShiftDragRotate: false, pinchRotate: false }),
      view: view ?? new View({
        projection,
        center: project(114.6, 34.1),
        resolution: 900,
        minResolution: 60,
        maxResolution: 2600,
        extent: [-1.9e6, -1.9e6, 1.5e6, 1.4e6],
        constrainOnlyCenter: true,
        enableRotation: false,
      }),
    });
    if (still) this.map.getInteractions().clear();
    this.#draw();
    void this.#letters();
  }

  /** Names are written once their letters are here: measured in another hand, they would stand on each other. */
  async #letters(): Promise<void> {
    const all = [...new Set([...this.#atlas.places, ...this.#atlas.waters, ...this.#atlas.polities].map((one) => one.zh).join(''))].join('');
    const late = new Promise((done) => setTimeout(done, 4000));
    await Promise.race([document.fonts.load(`500 13px "Noto Serif TC"`, all + 'abcdefghijklmnopqrstuvwxyz').catch(() => undefined), late]);
    this.#named = true;
    this.repaint();
  }

  #add<Layer extends VectorLayer | VectorImageLayer>(layer: Layer): Layer {
    this.#layers.push(layer);
    this.map.addLayer(layer);
    return layer;
  }

  /** What stands still is painted once, wider than the window, and only moved while the map is dragged. */
  #ground(source: VectorSource, style: Styling): void {
    this.#add(new VectorImageLayer({ source, style: style as never, imageRatio: Wider }));
  }

  /** Names are never stretched: they are set anew wherever the map is, of those already chosen while it moves. */
  #names(source: VectorSource, style: Styling, more = {}): VectorLayer {
    return this.#add(new VectorLayer({ source, style: style as never, declutter: 'names', renderBuffer: 400, ...more }));
  }

  /** Paints the ground anew when the map was dragged so far that its painted part would end. */
  #follow(): void {
    const view = this.map.getView();
    const [centre, scale, size] = [view.getCenter(), view.getResolution(), this.map.getSize()];
    if (!centre || !scale || !size) return;
    const held = view.getInteracting() || view.getAnimating();
    const [x, y] = this.#painted;
    const far = Math.abs(centre[0]! - x) > (size[0]! * scale * (Wider - 1)) / 2 || Math.abs(centre[1]! - y) > (size[1]! * scale * (Wider - 1)) / 2;
    if (held && !far) return;
    this.#painted = [centre[0]!, centre[1]!];
    if (!held || !view.getInteracting() || view.getAnimating()) return;
    view.setHint(ViewHint.INTERACTING, -1);
    this.map.renderSync();
    view.setHint(ViewHint.INTERACTING, 1);
  }
  #painted: Point = [0, 0];

  #draw(): void {
    const atlas = this.#atlas;
    this.#ground(this.#land, (feature) => (feature.get('border') ? new Style({ zIndex: 1, stroke: new Stroke({ color: faded(this.ink.ink, 0.55), width: 1.1, lineDash: [5, 4] }) }) : this.#landStyle(feature)));
    // One upon the other in this order.
    const sheets: [Feature[], Styling][] = [
      [seaOf(atlas), () => new Style({ fill: new Fill({ color: this.ink.sea }) })],
      [squares(), (_, resolution) => new Style({ stroke: new Stroke({ color: faded(this.ink.grid, resolution < 1500 ? 0.42 : 0.26), width: 0.7 }) })],
      [waters(atlas), (feature, resolution) => this.#waterStyle(feature, resolution)],
      [this.#roads(), (feature, resolution) => this.#roadStyle(feature, resolution)],
    ];
    sheets.forEach(([features], sheet) => features.forEach((feature) => feature.set('sheet', sheet, true)));
    this.#ground(sourceOf(sheets.flatMap(([features]) => features)), (feature, resolution) => {
      const sheet = feature.get('sheet') as number;
      const styles = sheets[sheet]![1](feature, resolution);
      for (const style of Array.isArray(styles) ? styles : styles ? [styles] : []) style.setZIndex(sheet);
      return styles;
    });
    this.#towns = this.#names(sourceOf(this.#townFeatures()), (feature, resolution) => this.#townStyle(feature, resolution), { renderOrder: byRank });
    this.#rivers = this.#names(sourceOf(waterNames(atlas)), (feature, resolution) => this.#waterName(feature, resolution));
    this.map.on('postrender', () => this.#follow());
  }

  /** Shares the country out among the towns that somebody holds. */
  #share(holders: readonly number[]): void {
    const held = holders.map((holder) => (holder ? '1' : '0')).join('');
    if (held === this.#held) return;
    this.#held = held;
    this.#cells = cellsOf(this.points, (town) => holders[town] !== 0);
    this.#land.clear();
    this.#border = null;
    for (const area of this.#atlas.areas)
      if (area.polity !== 'song' && area.polity !== 'jin') this.#land.addFeature(new Feature({ geometry: new Polygon([projectLine(area.ring)]), polity: area.polity }));
    this.#cells.forEach((cell, i) => {
      if (cell.ring.length > 2) this.#land.addFeature(new Feature({ geometry: new Polygon([[...cell.ring, cell.ring[0]!]]), place: i }));
    });
  }

  /** Whose land it is today. */
  show(day: number, holders: readonly number[], shades: readonly number[], mode: Mode, language: Language): void {
    const moved = day !== this.#day && this.#atlas.waters.some((water) => [water.from, water.to].some((at) => at > Math.min(day, this.#day) && at <= Math.max(day, this.#day)));
    const changed = holders.length !== this.#holders.length || holders.some((holder, i) => holder !== this.#holders[i]);
    const repaint = mode !== this.#mode || language !== this.#language || moved || (mode !== 'control' && (day !== this.#day || shades !== this.#shades));
    [this.#day, this.#shades, this.#mode, this.#language] = [day, shades, mode, language];
    if (changed) {
      this.#holders = holders;
      this.#share(holders);
      const side = (holder: number) => this.#atlas.polities[holder - 1]!.side;
      if (this.#border) this.#land.removeFeature(this.#border);
      this.#border = new Feature({ geometry: new MultiLineString(bordersOf(this.#cells, holders, side)), border: true });
      this.#land.addFeature(this.#border);
    }
    if (changed || repaint) this.repaint();
  }

  /** Draws everything again: other light, other letters. */
  repaint(): void {
    this.ink = inkNow();
    this.#hatches.clear();
    for (const layer of this.#layers) layer.changed();
  }

  /** Where banners stand, in metres: names of towns keep clear of them. */
  avoid(taken: readonly Box[]): void {
    this.#taken = taken;
    this.#towns?.changed();
    this.#rivers?.changed();
  }

  polityAt(place: number): string | null {
    const holder = this.#holders[place];
    return holder ? (this.#atlas.polities[holder - 1]?.id ?? null) : null;
  }

  #landStyle(feature: Feature): Style | undefined {
    const place = feature.get('place') as number | undefined;
    const polity = place === undefined ? (feature.get('polity') as string) : this.polityAt(place);
    if (!polity) return undefined;
    if (this.#mode !== 'control' && place !== undefined) {
      // Deep where the people are their holder's, the granary full, the news fresh; pale where not.
      const share = (this.#shades[place] ?? 0) / 1000;
      return new Style({ fill: new Fill({ color: faded(this.ink.polity(polity), 0.06 + share * 0.55) }) });
    }
    let fill = this.#hatches.get(polity);
    if (!fill) this.#hatches.set(polity, (fill = hatch(polity, this.ink.polity(polity), 0.17)));
    return new Style({ fill: new Fill({ color: fill as never }) });
  }

  #waterStyle(feature: Feature, resolution: number): Style | Style[] | undefined {
    if (this.#day < (feature.get('from') as number) || this.#day >= (feature.get('to') as number)) return undefined;
    const scale = Math.min(1.7, Math.max(0.55, 700 / resolution));
    switch (feature.get('kind')) {
      case 'coast':
        return new Style({ stroke: new Stroke({ color: faded(this.ink.ink, 0.75), width: 1.2, lineJoin: 'round' }) });
      case 'river':
        return new Style({ stroke: new Stroke({ color: faded(this.ink.river, 0.85), width: (feature.get('width') as number) * scale, lineCap: 'round', lineJoin: 'round' }) });
      case 'canal':
        return resolution > 1500 ? undefined : new Style({ stroke: new Stroke({ color: faded(this.ink.river, 0.9), width: 1.4 * scale, lineDash: [7, 3] }) });
      case 'lake':
        return new Style({ fill: new Fill({ color: faded(this.ink.river, 0.28) }), stroke: new Stroke({ color: faded(this.ink.river, 0.7), width: 0.8 }) });
      case 'marsh':
        return resolution > 1600 ? undefined : new Style({ stroke: new Stroke({ color: faded(this.ink.river, 0.35), width: 7 * scale, lineDash: [2, 7] }) });
      case 'wall':
        return new Style({ stroke: new Stroke({ color: faded(this.ink.ridge, 0.55), width: 1, lineDash: [2, 3] }) });
      case 'range':
        return new Style({ renderer: (points, state) => ridge(state.context, points as Point[], this.ink, scale) });
    }
    return undefined;
  }

  #roads(): Feature[] {
    const lines = new Map<string, Point[][]>();
    for (const leg of this.#atlas.legs) {
      const kind = leg.kind;
      const list = lines.get(kind) ?? [];
      list.push([this.points[leg.from - 1]!, this.points[leg.to - 1]!]);
      lines.set(kind, list);
    }
    return [...lines].map(([kind, legs]) => new Feature({ geometry: new MultiLineString(legs), kind }));
  }

  #roadStyle(feature: Feature, resolution: number): Style | undefined {
    const kind = feature.get('kind') as string;
    if (kind === 'river' || kind === 'canal' || kind === 'sea') return undefined;
    const hard = kind === 'mountain_road' || kind === 'pass';
    if (resolution > (hard ? 1100 : 1700)) return undefined;
    return new Style({ stroke: new Stroke({ color: faded(this.ink.road, resolution > 900 ? 0.4 : 0.75), width: resolution > 500 ? 0.9 : 1.4, ...(hard ? { lineDash: [4, 3] } : {}) }) });
  }

  #townFeatures(): Feature[] {
    return this.#atlas.places.map((place, i) => new Feature({ geometry: new PointGeometry(this.points[i]!), place: i, kind: place.kind }));
  }

  #townStyle(feature: Feature, resolution: number): Style[] | undefined {
    const place = this.#atlas.places[feature.get('place') as number]!;
    const rank = rankOf(place.kind);
    if (resolution > rank.far) return undefined;
    const mark = new Style({ image: townMark(place, this.ink), zIndex: 1 });
    if (!this.#named || resolution > rank.label) return [mark];
    const near = resolution < rank.label * 0.45;
    const size = rank.size + (near ? 1.5 : 0);
    const name = this.#language === 'zh' ? place.zh : `${place.zh} ${shortName(place.en)}`;
    const side = sideOf(this.points[feature.get('place') as number]!, widthOf(name, size), size * 1.1, 7, resolution, this.#taken);
    // A name that would stand under a banner on both sides is not written, but for capitals: the banner leads to it.
    return side === 'none' && place.kind !== 'capital' ? [mark] : [mark, ...nameStyles(place, size, this.ink, this.#language, side === 'none' ? 'right' : side)];
  }

  #waterName(feature: Feature, resolution: number): Style | undefined {
    if (this.#day < (feature.get('from') as number) || this.#day >= (feature.get('to') as number)) return undefined;
    if (!this.#named || resolution > (feature.get('far') as number)) return undefined;
    const range = feature.get('kind') === 'range';
    const name = feature.get(this.#language === 'zh' ? 'zh' : 'both') as string;
    // It stands above or below the spot on its line, wherever no banner covers it; where one does on both sides it is not written.
    const at = (feature.getGeometry() as PointGeometry).getCoordinates() as Point;
    const drop = range ? [15, -15] : [-11, 13];
    const offsetY = drop.find((down) => clearOf(at, widthOf(name, 12), 13, down, resolution, this.#taken));
    if (offsetY === undefined) return undefined;
    return new Style({
      text: new Text({
        text: name,
        font: `${range ? '500' : 'italic 500'} 12px ${this.ink.serif}`,
        fill: new Fill({ color: range ? this.ink.ridge : this.ink.river }),
        stroke: new Stroke({ color: faded(this.ink.paper, 0.85), width: 3 }),
        offsetY,
      }),
    });
  }
}

/** Capitals are drawn before prefectures, so that theirs are the names that stay. */
function byRank(a: unknown, b: unknown): number {
  const size = (feature: unknown) => rankOf((feature as Feature).get('kind') as string).far;
  return size(b) - size(a);
}

function sourceOf(features: Feature[]): VectorSource {
  return new VectorSource({ features });
}

function townMark(place: Place, ink: Ink): Circle | RegularShape {
  const stroke = new Stroke({ color: ink.ink, width: 1.1 });
  const fill = new Fill({ color: ink.raised });
  switch (place.kind) {
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

/** The sea: what lies beyond the coasts, closed at the edge of the sheet. */
function seaOf(atlas: Atlas): Feature[] {
  const coast = (id: string) => projectLine(atlas.waters.find((water) => water.id === id)?.line ?? []);
  const shore = ['coast_liaodong_bohai', 'coast_shandong', 'coast_jiangsu', 'coast_zhe_min'].flatMap((id) => brushed(coast(id), 1));
  if (shore.length < 2) return [];
  const [first, last] = [shore[0]!, shore[shore.length - 1]!];
  const east = 3e6;
  const features = [new Feature(new Polygon([[...shore, [last[0], -3e6], [east, -3e6], [east, first[1]], first]]))];
  return features;
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

/** Rivers that begin as such a stroke and end as such a one. */
const Great: Record<string, [number, number]> = {
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

function waterNames(atlas: Atlas): Feature[] {
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
