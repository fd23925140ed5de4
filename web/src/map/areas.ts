import { distance, type Point } from './project';

/**
 * The country that answers to each town: what lies nearer to it than to any other, and no farther than a day or two of march. Nobody knows
 * where the borders ran between towns; these only show who held what, and are drawn broken.
 */
export interface Cell {
  ring: Point[];
  /** The town on the other side of each edge of the ring; -1 where open country begins. */
  beyond: number[];
}

/** How far a town's country is shown, metres. */
const Reach = 150_000;
const Corners = 36;

/** @param held Which towns have country of their own; the others lie in that of their neighbours, and have an empty cell. */
export function cellsOf(towns: readonly Point[], held: (town: number) => boolean, reach = Reach): Cell[] {
  return towns.map((town, i) => {
    if (!held(i)) return { ring: [], beyond: [] };
    let ring: Point[] = [];
    let beyond: number[] = [];
    for (let c = 0; c < Corners; c++) {
      const angle = (c * 2 * Math.PI) / Corners;
      ring.push([town[0] + Math.cos(angle) * reach, town[1] + Math.sin(angle) * reach]);
      beyond.push(-1);
    }
    for (let j = 0; j < towns.length; j++) {
      const other = towns[j]!;
      const apart = distance(town, other);
      if (j === i || !held(j) || apart > reach * 2 || apart === 0) continue;
      [ring, beyond] = nearer(ring, beyond, town, other, j);
    }
    return { ring, beyond };
  });
}

/** Cuts off what is nearer to the other town. */
function nearer(ring: Point[], beyond: number[], town: Point, other: Point, j: number): [Point[], number[]] {
  const middle: Point = [(town[0] + other[0]) / 2, (town[1] + other[1]) / 2];
  const [nx, ny] = [other[0] - town[0], other[1] - town[1]];
  const side = (p: Point) => (p[0] - middle[0]) * nx + (p[1] - middle[1]) * ny;
  const cut: Point[] = [];
  const edges: number[] = [];
  for (let k = 0; k < ring.length; k++) {
    const [a, b] = [ring[k]!, ring[(k + 1) % ring.length]!];
    const [sa, sb] = [side(a), side(b)];
    const crossing = (): Point => {
      const t = sa / (sa - sb);
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    };
    if (sa <= 0) {
      cut.push(a);
      edges.push(beyond[k]!);
      if (sb > 0) {
        cut.push(crossing());
        edges.push(j);
      }
    } else if (sb <= 0) {
      cut.push(crossing());
      edges.push(beyond[k]!);
    }
  }
  return [cut, edges];
}

/** The stretches between country of different holders. */
export function bordersOf(cells: readonly Cell[], holders: readonly number[], sides: (holder: number) => string): Point[][] {
  const lines: Point[][] = [];
  cells.forEach((cell, i) => {
    if (!holders[i]) return;
    cell.beyond.forEach((j, k) => {
      // Each shared edge is seen from both towns; the first draws it.
      if (j < 0 || j < i || !holders[j] || sides(holders[i]!) === sides(holders[j]!)) return;
      lines.push([cell.ring[k]!, cell.ring[(k + 1) % cell.ring.length]!]);
    });
  });
  return lines;
}
