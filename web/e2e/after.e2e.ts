import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { at, fits, grave, newcomer, phone, Stores, useBrowser } from './browser';

useBrowser();

const api = <T>(page: Page, path: string): Promise<T> => page.evaluate(async (one) => (await (await fetch(one)).json()) as unknown, path) as Promise<T>;
/** A house that has run a war through once answers at once; the first time it takes as long as the war does. */
const patient = { timeout: 200_000 };

interface Compared {
  first: { day: number; julian: string; left: { text: string }; right: { text: string }; orders: { side: string }[] };
  places: { place: string; julian: string; day: number }[];
}

it('the record stands beside a replay: where and when the one left the other, on one map, side by side and by the swipe', async () => {
  const { page, complaints, leave } = await newcomer();
  await page.goto(at('/compare/1140-henan?left=history&right=replay-7&day=340'));
  const parting = page.getByTestId('parting');
  await parting.waitFor(patient);
  const told = await api<Compared>(page, '/api/scenarios/1140-henan/compare?left=history&right=replay-7');
  const text = await parting.innerText();
  for (const said of [told.first.julian, told.first.left.text, told.first.right.text]) expect(text).toContain(said);
  await expect.poll(() => page.getByTestId('strayed').locator('tbody tr').count()).toBe(told.places.length);
  expect(await grave(page)).toEqual([]);
  // A place leads to the day on which it strayed, on both sides.
  await page.getByTestId('strayed').getByRole('button').first().click();
  await expect.poll(() => page.getByTestId('julian').innerText(), patient).toBe(told.places[0]!.julian);
  await page.getByRole('button', { name: 'On this day' }).click();
  const day = told.places[0]!.day;
  const [ours, theirs] = [await api<{ holders: number[] }>(page, `/api/scenarios/1140-henan/story/days/${day}`), await api<{ holders: number[] }>(page, `/api/scenarios/1140-henan/replays/7/story/days/${day}`)];
  const differ = ours.holders.filter((holder, i) => holder !== theirs.holders[i]).length;
  await expect.poll(() => page.locator('aside').innerText(), patient).toContain(`${differ} places in other hands`);
  for (const layout of ['sideBySide', 'swipe', 'oneMap']) {
    await page.getByTestId('layout').selectOption(layout);
    await expect.poll(() => page.locator('.side').count(), patient).toBe(layout === 'oneMap' ? 1 : 2);
  }
  await page.getByRole('button', { name: 'Charts' }).click();
  await page.locator('figure path').first().waitFor();
  expect(await grave(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
}, 600_000);

it.each(Stores)('kept in %s, a day is forked with one order left out, and the house says that this is where the two part', async (kept) => {
  const { page, complaints, leave } = await newcomer();
  await page.goto(at('/watch/1140-henan?day=319', kept));
  await page.getByTestId('lines').waitFor(patient);
  await page.getByRole('button', { name: 'Orders of this day' }).click();
  const first = page.getByTestId('ordersthen').locator('li').first();
  await first.waitFor(patient);
  expect(await page.getByTestId('branch').isEnabled()).toBe(false);
  await first.getByRole('combobox').selectOption('drop');
  await page.getByTestId('branch').click();
  await page.waitForURL(/\/compare\/1140-henan\?left=history&right=\w+/, patient);
  const parting = page.getByTestId('parting');
  await parting.waitFor(patient);
  await expect.poll(() => parting.innerText()).toContain('They share the first 318 days');
  await expect.poll(() => page.getByTestId('onlyorders').innerText()).toContain('Huaiyang');
  await expect.poll(() => parting.innerText()).toContain('1140-06-11');
  const made = new URL(page.url()).searchParams.get('right')!;
  // The same can be asked of as many histories as one likes.
  await parting.getByRole('link', { name: 'Play it many times' }).click();
  await expect.poll(() => page.getByRole('radio').first().isChecked(), patient).toBe(true);
  await expect.poll(() => page.locator('.ask label').first().innerText()).toContain('What the orders of 1140-06-11 changed');
  expect(await page.getByRole('button', { name: 'Play them' }).isEnabled()).toBe(true);
  // The tree of the new game leads back to the record.
  await page.goto(at(`/games/${made}`, kept));
  await expect.poll(() => page.getByTestId('lineage').innerText(), patient).toMatch(/The record[\s\S]*forked on day 318[\s\S]*this one/);
  expect(await grave(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
}, 600_000);

it('after a war: what a seat believed beside what was so, charts, the chronicle, and all of it to take away', async () => {
  const { page, complaints, leave } = await newcomer();
  await page.goto(at('/after/1140-henan/history?day=340&seat=song-court&tab=belief'));
  await page.getByTestId('wrong').waitFor(patient);
  const view = await api<{ places: Record<string, { holder: string }> }>(page, '/api/scenarios/1140-henan/story/days/340/seats/song-court/view');
  const scene = await api<{ holders: number[] }>(page, '/api/scenarios/1140-henan/story/days/340');
  const atlas = await api<{ places: { id: string }[]; polities: { id: string }[] }>(page, '/api/scenarios/1140-henan/atlas');
  const wrong = atlas.places.filter((place, i) => view.places[place.id] && view.places[place.id]!.holder !== atlas.polities[scene.holders[i]! - 1]?.id).length;
  expect(wrong).toBeGreaterThan(0);
  await expect.poll(() => page.getByTestId('wrong').innerText()).toBe(`Of ${Object.keys(view.places).length} places it had a view of, ${wrong} were in other hands than it thought.`);
  await expect.poll(() => page.getByTestId('otherhands').locator('tbody tr').count()).toBe(wrong);
  const series = await api<{ seats: { seat: string; wrong: number[] }[] }>(page, '/api/scenarios/1140-henan/story/series');
  expect(series.seats.find((one) => one.seat === 'song-court')!.wrong[340]).toBe(wrong);
  expect(await grave(page)).toEqual([]);
  await page.getByRole('button', { name: 'Charts' }).click();
  await page.locator('figure path').first().waitFor();
  await expect.poll(() => page.locator('figure').count()).toBe(3);
  await page.getByRole('button', { name: 'Chronicle', exact: true }).click();
  await expect.poll(() => page.getByTestId('text').innerText(), patient).toContain('1140-06-15');
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect.poll(() => page.getByTestId('share').innerText()).toMatch(/\/after\/1140-henan\/history\?day=340&tab=exports$/);
  const picture = page.waitForEvent('download');
  await page.getByTestId('picture').click();
  const png = readFileSync((await (await picture).path())!);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.length).toBeGreaterThan(50_000);
  const table = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Days by power' }).click();
  expect(readFileSync((await (await table).path())!, 'utf8')).toMatch(/^date,polity,places,men,stores_shi\r\n1139-07-28,song,/);
  expect(await grave(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
}, 600_000);

it('two days of the record stand side by side, each with its own track, in Chinese and on a phone too', async () => {
  const { page, complaints, leave } = await newcomer({ ...phone, locale: 'zh-TW' });
  await page.goto(at('/compare/1140-henan?left=history&right=history&day=300&rightday=360'));
  await expect.poll(() => page.getByTestId('julian').allInnerTexts(), patient).toEqual(['1140-05-23', '1140-07-22']);
  await page.getByTestId('otherhands').waitFor(patient);
  await fits(page);
  const left = (await page.locator('main').innerText()).replace(/1[01]\d\d-\d\d(-\d\d)?/g, '').match(/[A-Za-z]{3,}/g) ?? [];
  expect(left).toEqual([]);
  expect(await grave(page)).toEqual([]);
  await page.goto(at('/after/1140-henan/history?day=340&tab=charts'));
  await page.locator('figure path').first().waitFor(patient);
  await fits(page);
  expect(await grave(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
}, 600_000);

it('kinds of events are told or not as the reader likes', async () => {
  const { page, complaints, leave } = await newcomer();
  await page.goto(at('/watch/1140-henan?day=319'));
  await page.getByTestId('lines').waitFor(patient);
  const all = await page.getByTestId('lines').locator('li').count();
  const decided = (await api<{ lines: { kind: string }[] }>(page, '/api/scenarios/1140-henan/story/days/319')).lines.filter((line) => ['decision', 'order-given', 'order-answered', 'edict-answered'].includes(line.kind)).length;
  expect(decided).toBeGreaterThan(0);
  await page.getByTestId('kind-decisions').click();
  await expect.poll(() => page.getByTestId('lines').locator('li').count(), patient).toBe(all - decided);
  await page.getByTestId('kind-decisions').click();
  await expect.poll(() => page.getByTestId('lines').locator('li').count(), patient).toBe(all);
  // The land can be coloured by its granaries.
  await page.getByTestId('mode').selectOption('supply');
  expect(complaints).toEqual([]);
  await leave();
}, 400_000);
