import type { components } from '../api/schema';

export type Kin = components['schemas']['KinShape'];

export interface Branch {
  one: Kin;
  /** Forks away from the first. */
  depth: number;
  /** The last fork of its parent. */
  last: boolean;
}

/** A tree as rows: each game under the one it was forked from, forks of one game by the day on which they were. */
export function branchesOf(kin: readonly Kin[]): Branch[] {
  const rows: Branch[] = [];
  const forks = (parent: string | null): Kin[] => kin.filter((one) => (one.parent ?? null) === parent).sort((a, b) => a.day - b.day);
  const add = (parent: string | null, depth: number): void => {
    const own = forks(parent);
    own.forEach((one, i) => {
      rows.push({ one, depth, last: i === own.length - 1 });
      add(one.id, depth + 1);
    });
  };
  add(null, 0);
  return rows;
}
