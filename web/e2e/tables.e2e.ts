import { expect, it } from 'vitest';
import { at, fits, grave, newcomer, phone, useBrowser } from './browser';
import { endDay, fill, order, Seat, sitDown } from './seat';

useBrowser();

it('an order is priced before it is given, followed in the history, and asked why', async () => {
  const { page, complaints, leave } = await newcomer();
  const game = await sitDown(page);
  await fill(page, 'march', { force: 'yue-beiwei', to: 'xiangyang' });
  const odds = page.getByTestId('odds-march');
  await odds.waitFor();
  // What is shown is what the house reckoned, with its basis.
  const told = await page.evaluate(async (path) => (await (await fetch(path)).json()) as { forecasts: { what: string; low: number; high: number; earliest: string; basis: { en: string }[] }[] }, `/api/games/${game}${Seat}/orders/march/odds?force=yue-beiwei&to=xiangyang&pace=usual`);
  const march = told.forecasts.find((one) => one.what === 'march')!;
  await odds.locator('summary').click();
  const said = await odds.innerText();
  expect(said).toContain(`${march.low} to ${march.high} days`);
  expect(said).toContain(march.earliest);
  for (const row of march.basis) expect(said).toContain(row.en);
  await page.getByTestId('give').click();
  await expect.poll(() => page.getByTestId('waiting').locator('li').count()).toBe(1);
  await page.getByRole('button', { name: 'History' }).click();
  await expect.poll(() => page.getByTestId('history').innerText()).toContain('waits for the day to turn');
  await page.getByRole('button', { name: 'Outline' }).click();
  await expect.poll(() => page.getByTestId('outliner').innerText()).toContain('March to: Beiwei guard army');
  await endDay(page);
  await expect.poll(() => page.getByTestId('history').innerText()).toContain('written 1140-05-28');
  for (let day = 0; day < 6 && !(await page.getByTestId('history').innerText()).includes('obeys'); day++) {
    await endDay(page);
    await page.waitForFunction(() => document.querySelector('[data-testid=history]')?.textContent !== '');
  }
  await expect.poll(() => page.getByTestId('history').innerText()).toContain('obeys');
  // A click in the outline goes there, and there one may ask why, as far as the seat knows.
  await page.getByTestId('outliner').getByRole('button', { name: 'Beiwei guard army' }).first().click();
  await page.getByRole('region', { name: /Beiwei/ }).waitFor();
  await page.getByTestId('seat-why').click();
  await expect.poll(() => page.getByTestId('known').innerText()).toContain('a decision');
  // A figure there explains itself, with how old it is; so does a word in what it says.
  await page.getByTestId('known').locator('[data-term=men]').first().focus();
  const note = page.getByTestId('term-note');
  await expect.poll(() => note.innerText()).toMatch(/Here exactly: [\d,]+.*(It is of today|It was so [\d,]+ days ago)/);
  await note.locator('[data-term=scouts]').focus();
  await expect.poll(() => note.last().innerText()).toContain('Error of scouts');
  expect(await grave(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

it('the ledger is sorted by any column, both ways, and leads to what it names', async () => {
  const { page, complaints, leave } = await newcomer();
  await sitDown(page);
  await page.getByRole('button', { name: 'Open the ledger' }).click();
  const ledger = page.getByTestId('ledger');
  const men = async (): Promise<number[]> => (await ledger.locator('tbody tr td:nth-child(2)').allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')));
  const down = await men();
  expect(down.length).toBeGreaterThan(10);
  expect(down).toEqual([...down].sort((a, b) => b - a));
  await ledger.getByRole('button', { name: 'Men, about', exact: true }).click();
  await expect.poll(men).toEqual([...down].sort((a, b) => a - b));
  await expect.poll(() => ledger.locator('th[aria-sort=ascending]').count()).toBe(1);
  expect(await grave(page)).toEqual([]);
  await page.getByTestId('sheet-towns').click();
  await ledger.getByRole('button', { name: 'Ezhou', exact: true }).click();
  await page.getByRole('region', { name: /Ezhou/ }).waitFor();
  await expect.poll(() => ledger.count()).toBe(0);
  expect(complaints).toEqual([]);
  await leave();
});

it('news of a kind stops the running clock where this person has set it so, and the setting is kept', async () => {
  const { page, complaints, leave } = await newcomer();
  await sitDown(page);
  await page.getByRole('button', { name: /^News/ }).click();
  await page.getByTestId('message-settings').locator('summary').click();
  await page.getByTestId('level-obeyed').selectOption('pause');
  await page.reload();
  await page.getByTestId('mine').waitFor();
  await page.getByRole('button', { name: /^News/ }).click();
  await page.getByTestId('message-settings').locator('summary').click();
  await expect.poll(() => page.getByTestId('level-obeyed').inputValue()).toBe('pause');
  await page.getByRole('button', { name: 'Orders', exact: true }).click();
  await order(page, 'march', { force: 'yue-beiwei', to: 'xiangyang' });
  await expect.poll(() => page.getByTestId('waiting').locator('li').count()).toBe(1);
  await page.getByRole('button', { name: '5', exact: true }).click();
  const popup = page.getByTestId('popup');
  await popup.waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'paused', exact: true }).getAttribute('aria-pressed')).toBe('true');
  // Whatever stands in front is read, one after the other, until it is the answer.
  for (let more = 0; more < 20 && !(await popup.innerText()).includes('Beiwei guard army obeys'); more++) await popup.getByRole('button', { name: 'Read', exact: true }).click();
  await expect.poll(() => popup.innerText()).toContain('Beiwei guard army obeys');
  expect(await grave(page)).toEqual([]);
  await popup.locator('[data-term=clocks]').first().hover();
  await expect.poll(() => page.getByTestId('term-note').innerText()).toContain('Of every order: when it was written');
  await popup.getByRole('button', { name: 'Go there' }).click();
  await page.getByRole('region', { name: /Beiwei/ }).waitFor();
  expect(complaints).toEqual([]);
  await leave();
});

it('who comes back is told what has reached the seat since', async () => {
  const { page, complaints, leave } = await newcomer();
  const game = await sitDown(page);
  await order(page, 'march', { force: 'yue-beiwei', to: 'xiangyang' });
  await expect.poll(() => page.getByTestId('waiting').locator('li').count()).toBe(1);
  const day = Number(await page.getByTestId('day').innerText());
  const seat = page.url();
  await page.goto(at('/'));
  const set = (clock: object): Promise<number> => page.evaluate(async ([path, body]) => (await fetch(path!, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: body! })).status, [`/api/games/${game}/clock`, JSON.stringify(clock)]);
  expect(await set({ mode: 'speed', speed: 5 })).toBe(204);
  const now = (): Promise<number> => page.evaluate(async (path) => ((await (await fetch(path)).json()) as { day: number }).day, `/api/games/${game}/table`);
  await expect.poll(now).toBeGreaterThan(day + 6);
  expect(await set({ mode: 'ready' })).toBe(204);
  await page.goto(seat);
  const digest = page.getByTestId('digest');
  await digest.waitFor();
  await expect.poll(() => digest.innerText()).toContain('Beiwei guard army obeys: march to Xiangyang');
  expect(await grave(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await digest.waitFor({ state: 'detached' });
  // Told once.
  await page.reload();
  await page.getByTestId('mine').waitFor();
  await expect.poll(() => digest.count()).toBe(0);
  expect(complaints).toEqual([]);
  await leave();
});

it('what waits is gone through by a key, one after the other', async () => {
  const { page, complaints, leave } = await newcomer();
  await sitDown(page);
  // A rider out of reach gives no answer in time: his order becomes overdue.
  await order(page, 'march', { force: 'yue-left', to: 'ezhou' });
  await expect.poll(() => page.getByTestId('waiting').locator('li').count()).toBe(1);
  await page.getByTestId('day').click();
  for (let day = 0; day < 12 && (await page.getByTestId('next').innerText()) === 'Nothing waits'; day++) await endDay(page);
  const waits = Number((await page.getByTestId('next').innerText()).replace(/\D/g, ''));
  expect(waits).toBeGreaterThan(0);
  await page.locator('h1').first().click();
  await page.keyboard.press('n');
  expect((await page.getByTestId('pointed').innerText()).length).toBeGreaterThan(10);
  await expect.poll(async () => Number((await page.getByTestId('next').innerText()).replace(/\D/g, '') || '0')).toBe(waits - 1);
  expect(complaints).toEqual([]);
  await leave();
});

it('the tables of play fit on a phone and are in Chinese throughout', async () => {
  const { page, complaints, leave } = await newcomer({ ...phone, locale: 'zh-TW', colorScheme: 'dark' });
  await sitDown(page);
  await page.getByRole('button', { name: '總覽' }).click();
  await page.getByTestId('outliner').waitFor();
  await fits(page);
  await page.getByRole('button', { name: '消息', exact: true }).click();
  await page.getByTestId('message-settings').locator('summary').click();
  const left = (await page.locator('main').innerText()).replace(/1[01]\d\d-\d\d(-\d\d)?/g, '').replace('Ctrl K', '').match(/[A-Za-z]{3,}/g) ?? [];
  expect(left).toEqual([]);
  expect(await grave(page)).toEqual([]);
  await page.getByRole('button', { name: '展簿冊' }).click();
  await page.getByTestId('ledger').waitFor();
  await fits(page);
  expect(await grave(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});
