import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../src/words';

const source = join(import.meta.dirname, '../src');
const components = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.svelte'));

describe('the texts of the page', () => {
  it.each(Object.entries(words))('%s is there in both languages', (key, [english, chinese]) => {
    expect(english.trim()).not.toBe('');
    expect(chinese.trim()).not.toBe('');
    if (key === 'language') return; // the name of the other language, in that language
    expect(english).not.toMatch(/[\u4e00-\u9fff]/);
    expect(chinese).toMatch(/[\u4e00-\u9fff]/);
    // Both say the same numbers of things: {n} and the like.
    expect([...english.matchAll(/\{\w+\}/g)].map(String).sort()).toEqual([...chinese.matchAll(/\{\w+\}/g)].map(String).sort());
  });

  it('are all said somewhere', () => {
    const all = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(svelte|ts)$/.test(file) && !/words[\w-]*\.ts$/.test(file) && !file.endsWith('schema.ts'))
      .map((file) => readFileSync(join(source, file), 'utf8'))
      .join('\n');
    const idle = Object.keys(words).filter((key) => !new RegExp(`['"\`]${key}['"\`]`).test(all) && !dynamic.has(key) && !/^(doing|row|is|verb|field|choice|holder|clock|level|kind|news|fate|waits|ledger|odds|kinds|wind|guide|rider)-/.test(key));
    expect(idle).toEqual([]);
  });

  it.each(components)('%s has no words of its own', (file) => {
    const text = readFileSync(join(source, file), 'utf8')
      .replace(/<script[\s\S]*?<\/script>/g, '')
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/<!--[\s\S]*?-->/g, '');
    const said = [...braceless(text).matchAll(/>([^<>]+)</g)].map((match) => match[1]!.trim()).filter((one) => /[A-Za-z]{2,}/.test(one));
    expect(said.filter((one) => one !== 'Yanyun' && one !== 'Ctrl K')).toEqual([]);
    expect(braceless(text)).not.toMatch(/\b(aria-label|title|placeholder|alt)="[^"{]*[A-Za-z]{2,}/);
  });
});

/** Said by a word that comes from the house: seasons, certainties, kinds. */
const dynamic = new Set(['spring', 'summer', 'autumn', 'winter', 'high', 'medium', 'low', 'place', 'person', 'seat', 'force']);

/** A template without what stands in braces, nested ones too. */
function braceless(text: string): string {
  let depth = 0;
  let out = '';
  for (const c of text) {
    if (c === '{') depth++;
    else if (c === '}') depth--;
    else if (depth === 0) out += c;
  }
  return out;
}
