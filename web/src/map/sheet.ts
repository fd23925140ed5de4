import Feature from 'ol/Feature';
import OlMap from 'ol/Map';
import View from 'ol/View';
import ViewHint from 'ol/ViewHint';
import { defaults as interactions } from 'ol/interaction/defaults';
import VectorImageLayer from 'ol/layer/VectorImage';
import Projection from 'ol/proj/Projection';
import type { FrameState } from 'ol/Map';
import { checkedFonts } from 'ol/render/canvas';
import CanvasVectorImageLayerRenderer from 'ol/renderer/canvas/VectorImageLayer';
import VectorSource from 'ol/source/Vector';
import type { Style } from 'ol/style';
import type { Atlas } from '../api/client';
import type { Language } from '../state/settings.svelte';
import { groundOf, groundStyle } from './ground';
import { inkNow, type Ink } from './ink';
import type { Box } from './labels';
import { Land, type Mode } from './land';
import { byRank, nameStyle, townsOf, waterNames, type Hand } from './names';
import { project, type Point } from './project';

const projection = new Projection({ code: 'yanyun', units: 'm', extent: [-3e6, -3e6, 3e6, 3e6] });

/** How much wider than the window what stands still is painted, so that a dragged map does not end at its edge. */
const Wider = 1.6;

/** What stands still is painted once and only moved while the map is dragged: how much wider than the window, is said anew for every painting. */
class Painted extends VectorImageLayer {
  ratio = Wider;

  override createRenderer(): CanvasVectorImageLayerRenderer {
    return new Painter(this);
  }
}

class Painter extends CanvasVectorImageLayerRenderer {
  readonly #of: Painted;

  constructor(of: Painted) {
    super(of);
    this.#of = of;
  }

  override prepareFrame(frame: FrameState): boolean {
    // OpenLayers asks for the ratio but once, when the layer is first painted.
    Object.assign(this, { layerImageRatio_: this.#of.ratio });
    return super.prepareFrame(frame);
  }
}

/** How many maps look where a view does. */
const looks = new WeakMap<View, number>();

type Styling = (feature: Feature, resolution: number) => Style | Style[] | undefined;

/** The sheet on which everything is drawn: what never moves, and whose land it is. */
export class Sheet {
  readonly map: OlMap;
  readonly points: Point[];
  ink: Ink = inkNow();
  #atlas: Atlas;
  #land: Land;
  #shades: readonly number[] = [];
  #mode: Mode = 'control';
  #day = 0;
  #language: Language = 'en';
  #named = false;
  #taken: readonly Box[] = [];
  #washes: Painted;
  #ground: Painted;
  #names: Painted;
  /** How much wider than the window it is painted while it is dragged, either way, in pixels. */
  #lifted: Point = [0, 0];
  /** Where it looked when it was taken in hand. */
  #held: Point = [0, 0];

  constructor(target: HTMLElement, atlas: Atlas, still: boolean, view?: View) {
    this.#atlas = atlas;
    this.points = atlas.places.map((place) => project(place.lon, place.lat));
    this.#land = new Land(atlas, this.points);
    knowLetters(this.ink);
    this.#washes = painted(this.#land.source, (feature) => this.#land.style(feature, this.#mode, this.#shades, this.ink));
    this.#ground = painted(sourceOf(groundOf(atlas, this.points)), (feature, resolution) => groundStyle(feature, resolution, this.#day, this.ink));
    this.#names = painted(sourceOf([...townsOf(atlas, this.points), ...waterNames(atlas)]), (feature, resolution) => nameStyle(feature, resolution, this.#hand()), { declutter: true, renderOrder: byRank, renderBuffer: 400 });
    this.map = new OlMap({
      target,
      layers: [this.#washes, this.#ground, this.#names],
      controls: [],
      interactions: still ? [] : interactions({ altShiftDragRotate: false, pinchRotate: false, dragPan: false }),
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
    looks.set(this.map.getView(), (looks.get(this.map.getView()) ?? 0) + 1);
    this.map.on('postrender', () => this.#follow());
    for (const taken of ['pointerdown', 'wheel'])
      target.addEventListener(taken, () => this.#widen(), { passive: true });
    void this.#letters();
  }

  /** Names are written once their letters are here: measured in another hand, they would stand on each other. */
  async #letters(): Promise<void> {
    const all = [...new Set([...this.#atlas.places, ...this.#atlas.waters, ...this.#atlas.polities].map((one) => one.zh).join(''))].join('');
    const late = new Promise((done) => setTimeout(done, 4000));
    await Promise.race([document.fonts.load(`500 13px "Noto Serif TC"`, all + 'abcdefghijklmnopqrstuvwxyz').catch(() => undefined), late]);
    this.#named = true;
    this.#rename();
  }

  #hand(): Hand {
    return { ink: this.ink, language: this.#language, day: this.#day, named: this.#named, taken: this.#taken };
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

  /**
   * The window on the map grows by what is painted around it: nothing is painted anew, and all of it can be shifted by so much either way. A map that looks
   * where another one looks is not lifted: the other has to follow it.
   */
  lift(): Point {
    const [view, size] = [this.map.getView(), this.map.getSize() ?? [0, 0]];
    this.#held = view.getCenter()! as Point;
    this.#widen();
    this.map.renderSync();
    view.beginInteraction();
    if ((looks.get(view) ?? 0) > 1) return [Infinity, Infinity];
    this.#lifted = [Math.floor((size[0]! * (Wider - 1)) / 2), Math.floor((size[1]! * (Wider - 1)) / 2)];
    this.#fit();
    return this.#lifted;
  }

  /** Looks aside, where it is not lifted; says whether it did. */
  shift(x: number, y: number): boolean {
    if (this.#lifted[0] > 0) return false;
    const scale = this.map.getView().getResolution()!;
    this.map.getView().setCenter([this.#held[0] - x * scale, this.#held[1] + y * scale]);
    return true;
  }

  /** The window is as wide again as it is seen, and looks where the map was shifted to. */
  settle(x: number, y: number): void {
    const [view, lifted] = [this.map.getView(), this.#lifted[0] > 0];
    this.#lifted = [0, 0];
    this.shift(x, y);
    view.endInteraction();
    if (lifted) this.#fit();
  }

  #fit(): void {
    const frame = this.map.getTargetElement()!.parentElement!;
    frame.style.inset = `${-this.#lifted[1]}px ${-this.#lifted[0]}px`;
    this.map.updateSize();
    this.map.renderSync();
  }

  /** Whose land it is today. */
  show(day: number, holders: readonly number[], shades: readonly number[], mode: Mode, language: Language): void {
    const moved = day !== this.#day && this.#atlas.waters.some((water) => [water.from, water.to].some((at) => at > Math.min(day, this.#day) && at <= Math.max(day, this.#day)));
    const recoloured = mode !== this.#mode || (mode !== 'control' && (day !== this.#day || shades !== this.#shades));
    const renamed = language !== this.#language || moved;
    [this.#day, this.#shades, this.#mode, this.#language] = [day, shades, mode, language];
    // A town that changes hands costs a new wash of the land, not new rivers, roads and names.
    if (this.#land.show(holders) || recoloured) this.#wash(1);
    if (moved) this.#ground.changed();
    if (renamed) this.#rename();
  }

  /** Paints the land: no wider than the window while days change, for most of what is painted then is never seen. */
  #wash(ratio: number): void {
    this.#washes.ratio = ratio;
    this.#washes.changed();
  }

  /** The map is about to be moved: what was painted no wider than the window is painted wide. */
  #widen(): void {
    for (const layer of [this.#washes, this.#names])
      if (layer.ratio < Wider) {
        layer.ratio = Wider;
        layer.changed();
      }
  }

  /** Draws everything again: other light, other letters. */
  repaint(): void {
    this.ink = inkNow();
    this.#land.remix();
    for (const layer of [this.#washes, this.#ground]) layer.changed();
    this.#rename();
  }

  #rename(): void {
    this.#names.ratio = 1;
    this.#names.changed();
  }

  /** Where banners stand, in metres: names keep clear of them. */
  avoid(taken: readonly Box[]): void {
    this.#taken = taken;
    this.#rename();
  }

  dispose(): void {
    const view = this.map.getView();
    looks.set(view, (looks.get(view) ?? 1) - 1);
    this.map.setTarget(undefined);
    this.map.dispose();
  }

  polityAt(place: number): string | null {
    return this.#land.polityAt(place);
  }
}

function painted(source: VectorSource, style: Styling, more = {}): Painted {
  return new Painted({ source, style: style as never, ...more });
}

function sourceOf(features: Feature[]): VectorSource {
  return new VectorSource({ features });
}

/** OpenLayers would fetch every file of a font that it meets, a hundred of hanzi; the sheet fetches those of its own letters. */
function knowLetters(ink: Ink): void {
  const families = `${ink.serif}, ${ink.sans}`.split(',').map((family) => family.trim().replace(/^['"]|['"]$/g, ''));
  for (const family of families)
    for (const style of ['normal', 'italic']) for (const weight of ['400', '500', '600']) checkedFonts.set(`${style} ${weight} 16px "${family}"`, 100, true);
}
