import type { Atlas } from '../api/client';

export interface Found {
  kind: 'place' | 'person' | 'seat' | 'force';
  id: string;
  en: string;
  zh: string;
}

/** Without case, marks and what parts syllables: "Linan" finds Lin'an. */
export const bare = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f'’ -]/g, '').toLowerCase();

/** What is called so: names that begin with the word first, then those that hold it. */
export function find(atlas: Atlas, asked: string, most = 12): Found[] {
  const word = bare(asked.trim());
  if (!word) return [];
  const all: Found[] = [
    ...atlas.places.map((one) => ({ kind: 'place' as const, id: one.id, en: one.en, zh: one.zh })),
    ...atlas.persons.map((one) => ({ kind: 'person' as const, id: one.id, en: one.en, zh: one.zh })),
    ...atlas.seats.map((one) => ({ kind: 'seat' as const, id: one.id, en: one.english, zh: one.chinese })),
    ...atlas.forces.map((one) => ({ kind: 'force' as const, id: one.id, en: one.en, zh: one.zh })),
  ];
  const rank = (one: Found): number => {
    const names = [bare(one.en), one.zh];
    if (names.some((name) => name === word || name === asked.trim())) return 0;
    if (names.some((name) => name.startsWith(word))) return 1;
    return names.some((name) => name.includes(word)) ? 2 : 9;
  };
  return all
    .map((one) => [rank(one), one] as const)
    .filter(([order]) => order < 9)
    .sort((a, b) => a[0] - b[0])
    .slice(0, most)
    .map(([, one]) => one);
}
