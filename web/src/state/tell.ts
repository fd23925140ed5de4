import type { Atlas } from '../api/client';
import { words, type Word } from '../words';
import type { Named } from './news';
import { nameOf, word } from './names';
import { number, say } from './say';
import type { View } from './table.svelte';

function nameFor(atlas: Atlas, view: View | null, [kind, id]: Named): string {
  if (kind === 'task') return word('choice-' + id);
  if (kind === 'date') return id;
  if (kind === 'text') return id === '' ? '' : /^\d+$/.test(id) ? number(Number(id)) : id in words ? say(id as Word) : id.slice(id.indexOf('-') + 1);
  return nameOf(atlas, view, kind, id);
}

/** A sentence of the page with what it names put in, in the language that is read. A hole with nothing in it takes its bracket, comma or blank along. */
export function tell(atlas: Atlas, view: View | null, sentence: Word, parts: Record<string, Named>): string {
  let text = say(sentence);
  for (const [name, named] of Object.entries(parts)) {
    const said = nameFor(atlas, view, named);
    text = said === '' ? text.replace(new RegExp(`( ?\\(\\{${name}\\}\\)|（\\{${name}\\}）| ?\\{${name}\\})`), '') : text.replaceAll(`{${name}}`, said);
  }
  return text;
}
