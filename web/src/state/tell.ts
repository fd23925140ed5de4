import type { components } from '../api/schema';
import type { Atlas } from '../api/client';
import { words, type Word } from '../words';
import { ageOf } from './belief';
import type { Named } from './news';
import { nameOf, word } from './names';
import { number, say } from './say';
import type { View } from './table.svelte';

/** A piece of a sentence as the house sends them; of a figure besides, as of which day it was so, and how many days ago that is. */
export type Told = Pick<components['schemas']['PieceShape'], 'text'> & Partial<components['schemas']['PieceShape']> & { age?: number };

/** What the hole of a sentence holds, with what it is: a name leads to whom it names, a figure explains itself. */
function piece(atlas: Atlas, view: View | null, [kind, id, asOf]: Named): Told {
  const figure = asOf !== undefined && view ? { age: Math.max(0, ageOf(view, asOf)) } : {};
  switch (kind) {
    case 'task':
      return { text: word('choice-' + id) };
    case 'date':
    case 'written':
      return { text: id, kind };
    case 'men':
    case 'age':
    case 'grain-days':
      return { text: number(Number(id)), kind, ...figure };
    case 'powers':
      return { text: word('choice-' + id), kind };
    case 'conduct':
      return { text: word('doing-' + id), kind, ...figure };
    case 'answer':
      return { text: nameOf(atlas, view, 'code', id), kind };
    case 'text':
      return { text: id === '' ? '' : id in words ? say(id as Word) : id.slice(id.indexOf('-') + 1) };
    default:
      return { text: nameOf(atlas, view, kind, id), kind, id };
  }
}

/** A sentence of the page taken apart, with what it names put in, in the language that is read. A hole with nothing in it takes its bracket, comma or blank along. */
export function tellPieces(atlas: Atlas, view: View | null, sentence: Word, parts: Record<string, Named>): Told[] {
  const filled = Object.fromEntries(Object.entries(parts).map(([name, named]) => [name, piece(atlas, view, named)]));
  let text = say(sentence);
  for (const [name, one] of Object.entries(filled)) if (one.text === '') text = text.replace(new RegExp(`( ?\\(\\{${name}\\}\\)|（\\{${name}\\}）| ?\\{${name}\\})`), '');
  return text
    .split(/(\{\w+\})/)
    .filter((one) => one !== '')
    .map((one) => (one.startsWith('{') ? (filled[one.slice(1, -1)] ?? { text: one }) : { text: one }));
}

/** The same as one text, to be said aloud. */
export const tell = (atlas: Atlas, view: View | null, sentence: Word, parts: Record<string, Named>): string =>
  tellPieces(atlas, view, sentence, parts).map((one) => one.text).join('');
