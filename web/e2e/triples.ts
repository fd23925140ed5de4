import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { program } from './house';

/** Numbers below a bound, the same for the same beginning (mulberry32). */
export function generator(state: number): (below: number) => number {
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** So many days after a Julian date. */
export function after(date: string, days: number): string {
  let [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const long = () => (month === 2 ? (year % 4 ? 28 : 29) : [4, 6, 9, 11].includes(month) ? 30 : 31);
  for (day += days; day > long(); ) {
    day -= long();
    if (++month > 12) [month, year] = [1, year + 1];
  }
  return [year, month, day].map((part, i) => String(part).padStart(i ? 2 : 4, '0')).join('-');
}

/** What the program says on the command line. */
export const yanyun = async (...line: string[]): Promise<string> =>
  (await promisify(execFile)('dotnet', [program, ...line, '--lang', 'en'], { maxBuffer: 1 << 26, env: { ...process.env, DOTNET_TieredPGO: '0' } })).stdout;

/** Sends to the house in the name of who looks at the page. */
export async function send<T>(page: Page, path: string, data: object | Buffer): Promise<T> {
  const answer = await page.request.post(path, { data, headers: { Origin: new URL(path).origin, ...(Buffer.isBuffer(data) ? { 'Content-Type': 'application/octet-stream' } : {}) } });
  const text = await answer.text();
  expect(answer.ok(), `${path}: ${text}`).toBe(true);
  return (text ? JSON.parse(text) : undefined) as T;
}

export const ask = async <T>(page: Page, path: string): Promise<T> => (await (await page.request.get(path)).json()) as T;

export interface Atlas {
  firstDay: string;
  seats: { id: string }[];
  places: { id: string; point: boolean }[];
  polities: { id: string; en: string }[];
  codes: { id: string; en: string }[];
  legs: { from: number; to: number; kind: string; li: number }[];
}

interface Force {
  own: boolean;
  hostile: boolean;
  men: number;
  doing: string;
  place: string;
  traits: string;
  ordered: string;
  expected: string;
  confirmed: string;
  answer: string;
  reason: string;
}

export interface Seen {
  seed: number;
  day: number;
  date: string;
  forces: Record<string, Force>;
  places: Record<string, { holder: string; men: number; hostile: boolean }>;
  why: Record<string, { en: string }[]>;
}

/** The seats that gave most orders to forces in a record. */
export function busiest(record: string, most: number): string[] {
  const given = new Map<string, number>();
  for (const [, seat] of record.matchAll(/^order=\S+ seat=([a-z-]+)~\S+ .*\bforce=/gm)) given.set(seat!, (given.get(seat!) ?? 0) + 1);
  return [...given].sort((a, b) => b[1] - a[1]).slice(0, most).map(([seat]) => seat);
}

/** The rows of the ledger by sheet, each cell by what it is of. */
async function ledgerOf(page: Page): Promise<Record<string, Record<string, Record<string, string>>>> {
  await page.getByRole('button', { name: 'Open the ledger' }).click();
  const sheets: Record<string, Record<string, Record<string, string>>> = {};
  for (const sheet of ['own', 'enemy', 'friends', 'towns']) {
    await page.getByTestId('sheet-' + sheet).click();
    sheets[sheet] = await page.getByTestId('ledger').evaluate((table) =>
      Object.fromEntries([...table.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((row) => [row.dataset['id']!, Object.fromEntries([...row.cells].map((cell) => [cell.dataset['of']!, cell.innerText]))])),
    );
  }
  await page.keyboard.press('Escape');
  return sheets;
}

export interface Tally {
  towns: number;
  bodies: number;
  clocks: number;
  answers: number;
  causes: number;
}

/** Holds the page of a seat against what the program tells of it. */
export async function compare(page: Page, told: Seen, atlas: Atlas, where: string, draw: (below: number) => number, tally: Tally): Promise<void> {
  const polity = new Map(atlas.polities.map((one) => [one.id, one.en]));
  const code = new Map(atlas.codes.map((one) => [one.id, one.en]));
  expect([await page.getByTestId('julian').innerText(), await page.getByTestId('day').innerText()], where).toEqual([told.date, String(told.day)]);
  const sheets = await ledgerOf(page);
  // Who holds what.
  const held = Object.fromEntries(Object.entries(told.places).map(([place, one]) => [place, polity.get(one.holder)]));
  expect(Object.fromEntries(Object.entries(sheets['towns']!).map(([place, row]) => [place, row['holder']])), where).toEqual(held);
  // How strong.
  const bodies = Object.entries(told.forces).filter(([, force]) => force.doing !== 'gone');
  for (const [sheet, of] of [['own', (one: Force) => one.own], ['enemy', (one: Force) => one.hostile], ['friends', (one: Force) => !one.own && !one.hostile]] as const) {
    const strong = Object.fromEntries(bodies.filter(([, one]) => of(one)).map(([force, one]) => [force, one.men.toLocaleString('en')]));
    expect(Object.fromEntries(Object.entries(sheets[sheet]!).map(([force, row]) => [force, row['menAbout']])), `${where}, ${sheet}`).toEqual(strong);
  }
  // The three clocks of what was ordered, and what came back.
  const own = bodies.filter(([, force]) => force.own);
  const shown = await page.getByTestId('mine').evaluate((table) =>
    Object.fromEntries([...table.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((row) => [row.dataset['id']!, [...row.querySelectorAll<HTMLElement>('[data-testid=clocks] span')].map((clock) => clock.innerText)])),
  );
  const when = (date: string) => (date === '-' ? 'not yet' : date);
  const answered = (one: Force) => `answered ${when(one.confirmed)}` + (one.confirmed === '-' ? '' : `: ${code.get(one.answer)}` + (one.reason === 'accepted' ? '' : ` (${code.get(one.reason)})`));
  expect(shown, where).toEqual(Object.fromEntries(own.map(([force, one]) => [force, one.ordered === '-' ? [] : [`written ${one.ordered}`, `should arrive ${when(one.expected)}`, answered(one)]])));
  // Why one of them is as it is.
  const ordered = own.filter(([, force]) => force.ordered !== '-');
  const among = ordered.length ? ordered : own;
  tally.towns += Object.keys(held).length;
  tally.bodies += bodies.length;
  tally.clocks += ordered.length;
  tally.answers += ordered.filter(([, force]) => force.confirmed !== '-').length;
  if (among.length === 0) return;
  const [force] = among[draw(among.length)]!;
  await page.getByTestId('mine').locator(`tr[data-id="${force}"] button`).first().click();
  await page.getByTestId('seat-why').click();
  const chain = page.getByTestId('known').locator('li');
  await chain.first().waitFor();
  expect(await chain.locator('p.serif').allInnerTexts(), `${where}, ${force}`).toEqual(told.why[force]!.map((link) => link.en));
  tally.causes += told.why[force]!.length;
}
