import Feature from 'ol/Feature';
import { MultiLineString, Polygon } from 'ol/geom';
import VectorSource from 'ol/source/Vector';
import { Fill, Stroke, Style } from 'ol/style';
import type { Atlas } from '../api/client';
import { bordersOf, cellsOf, type Cell } from './areas';
import { faded, hatch, type Ink } from './ink';
import { projectLine, type Point } from './project';

/** What colours the land: who holds it, how its people feel, what its granaries have, or how old the news of it is. */
export type Mode = 'control' | 'loyalty' | 'supply' | 'age';

/** The first ring of a piece of land is turned against all others, which would cut holes where it met them: it is laid where nothing is. */
const Nowhere: Point[] = [[-9e6, -9e6], [-9e6, -9e6 + 1], [-9e6 + 1, -9e6], [-9e6, -9e6]];

/** Whose land it is: the country shared out among its towns, and the borders between parties. */
export class Land {
  readonly source = new VectorSource();
  #cells: Cell[] = [];
  #holders: readonly number[] = [];
  #washes = new Map<string, CanvasPattern | string>();

  constructor(
    readonly atlas: Atlas,
    readonly points: readonly Point[],
  ) {}

  /** @returns Whether anything is in other hands than it was. */
  show(holders: readonly number[]): boolean {
    if (holders.length === this.#holders.length && holders.every((holder, i) => holder === this.#holders[i])) return false;
    const shared = holders.length === this.#holders.length && holders.every((holder, i) => (holder === 0) === (this.#holders[i] === 0));
    this.#holders = holders;
    if (!shared) this.#cells = cellsOf(this.points, (town) => holders[town] !== 0);
    this.#lay();
    return true;
  }

  /** Lays the country out: for the modes that colour it town by town, and all of a party's in one piece, which is painted many times as fast. */
  #lay(): void {
    const side = (holder: number) => this.atlas.polities[holder - 1]!.side;
    const rings = new Map<string, Point[][]>();
    const add = (polity: string, ring: Point[]): void => void (rings.get(polity) ?? rings.set(polity, []).get(polity)!).push(ring);
    const beyond = this.atlas.areas.filter((area) => area.polity !== 'song' && area.polity !== 'jin');
    for (const area of beyond) add(area.polity, projectLine(area.ring));
    this.#cells.forEach((cell, place) => {
      const polity = this.polityAt(place);
      if (polity && cell.ring.length > 2) add(polity, [...cell.ring, cell.ring[0]!]);
    });
    this.source.clear(true);
    this.source.addFeatures([
      ...beyond.map((area) => new Feature({ geometry: new Polygon([projectLine(area.ring)]), polity: area.polity, beyond: true })),
      ...[...rings].map(([polity, all]) => new Feature({ geometry: new Polygon([Nowhere, ...all]), polity })),
      ...this.#cells.flatMap((cell, place) => (cell.ring.length > 2 ? [new Feature({ geometry: new Polygon([[...cell.ring, cell.ring[0]!]]), place })] : [])),
      new Feature({ geometry: new MultiLineString(bordersOf(this.#cells, this.#holders, side)), border: true }),
    ]);
  }

  polityAt(place: number): string | null {
    const holder = this.#holders[place];
    return holder ? (this.atlas.polities[holder - 1]?.id ?? null) : null;
  }

  /** Other light: the washes are mixed anew. */
  remix(): void {
    this.#washes.clear();
  }

  /** @param shades By place, 0-1000, for the modes that are not control. */
  style(feature: Feature, mode: Mode, shades: readonly number[], ink: Ink): Style | undefined {
    if (feature.get('border')) return new Style({ zIndex: 1, stroke: new Stroke({ color: faded(ink.ink, 0.55), width: 1.1, lineDash: [5, 4] }) });
    const place = feature.get('place') as number | undefined;
    if ((mode === 'control') !== (place === undefined && !feature.get('beyond'))) return undefined;
    const polity = place === undefined ? (feature.get('polity') as string) : this.polityAt(place);
    if (!polity) return undefined;
    // Deep where the people are their holder's, the granary full, the news fresh; pale where not.
    if (place !== undefined) return new Style({ fill: new Fill({ color: faded(ink.polity(polity), 0.06 + ((shades[place] ?? 0) / 1000) * 0.55) }) });
    let wash = this.#washes.get(polity);
    if (!wash) this.#washes.set(polity, (wash = hatch(polity, ink.polity(polity), 0.17)));
    return new Style({ fill: new Fill({ color: wash as never }) });
  }
}
