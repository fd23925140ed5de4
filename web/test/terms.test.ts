import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pieces, terms, type TermId } from '../src/terms';

const root = join(import.meta.dirname, '../..');
const named = (text: string): string[] => [...text.matchAll(/\[\[(\w+)/g)].map((match) => match[1]!);

describe.each(Object.entries(terms))('the term %s', (id, term) => {
  it('is explained in both languages by the same terms, none of them itself', () => {
    for (const [name, text] of [term.en, term.zh]) expect(name.length * text.length).toBeGreaterThan(0);
    expect(term.en.join('')).not.toMatch(/[\u4e00-\u9fff]/);
    expect(term.zh.join('')).toMatch(/[\u4e00-\u9fff]/);
    expect(new Set(named(term.zh[1]))).toEqual(new Set(named(term.en[1])));
    for (const other of named(term.en[1])) expect(terms).toHaveProperty(other);
    expect(named(term.en[1])).not.toContain(id);
  });

  it('has a source, and a page of the rules that it names is there', () => {
    for (const source of term.source) expect(source.length).toBeGreaterThan(3);
    for (const page of term.source.join(' ').matchAll(/docs\/[\w/-]+\.md/g)) expect(existsSync(join(root, page[0]))).toBe(true);
  });
});

it('a text is taken apart into words and terms', () => {
  expect(pieces('by [[post|the post]] or [[grain]]', false)).toEqual(['by ', { term: 'post', text: 'the post' }, ' or ', { term: 'grain', text: terms.grain.en[0].toLowerCase() }]);
  expect(pieces('plain', true)).toEqual(['plain']);
  for (const term of Object.values(terms)) for (const [zh, text] of [[false, term.en[1]], [true, term.zh[1]]] as const) expect(pieces(text, zh).map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).not.toMatch(/\[\[|\]\]/);
  expect((Object.keys(terms) as TermId[]).length).toBeGreaterThan(20);
});
