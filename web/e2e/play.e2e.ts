import { expect, it } from 'vitest';
import { at, fits, grave, newcomer, phone, Stores, useBrowser } from './browser';
import { endDay, order, Seat, sitDown } from './seat';

useBrowser();

it('from the seat of Yue Fei an order is written, taken back, sent, and answered; what may not be says why', async () => {
  const { page, complaints, leave } = await newcomer();
  const game = await sitDown(page);
  await expect.poll(() => page.getByTestId('mine').innerText()).toContain('Beiwei guard army');
  expect(await grave(page)).toEqual([]);

  await order(page, 'march', { force: 'yue-beiwei', to: 'xiangyang' });
  await expect.poll(() => page.getByTestId('waiting').innerText()).toContain('March to: Beiwei guard army');
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect.poll(() => page.getByTestId('waiting').innerText()).toBe('');

  // Not as things stand: it is asked for all the same, and the house says why not and what to do.
  await order(page, 'follow', { force: 'yue-beiwei', leader: 'yue-beiwei' });
  await expect.poll(() => page.getByTestId('refused').innerText()).toContain('cannot follow itself');

  await order(page, 'march', { force: 'yue-beiwei', to: 'xiangyang' });
  await expect.poll(() => page.getByTestId('waiting').locator('li').count()).toBe(1);
  await endDay(page);
  const clocks = page.getByTestId('clocks').filter({ hasText: 'march to' });
  await expect.poll(() => clocks.first().innerText()).toContain('written 1140-05-28');
  // The page shows what the view of the house holds, and no more: every clock, strength and age.
  for (let day = 0; day < 6 && (await clocks.first().innerText()).includes('answered not yet'); day++) await endDay(page);
  const view = await page.evaluate(async (path) => (await (await fetch(path)).json()) as { forces: Record<string, Record<string, unknown>> }, `/api/games/${game}${Seat}/view`);
  const beiwei = view.forces['yue-beiwei']!;
  const row = page.getByTestId('mine').locator('tr', { hasText: 'Beiwei guard army' });
  const text = await row.innerText();
  expect(text).toContain(Number(beiwei['men']).toLocaleString('en'));
  expect(text).toContain(`written ${String(beiwei['ordered'])}`);
  expect(text).toContain(`should arrive ${String(beiwei['expected'])}`);
  if (beiwei['confirmed'] !== '-') expect(text).toContain(`answered ${String(beiwei['confirmed'])}`);
  expect(complaints).toEqual([]);
  await leave();
});

it.each(Stores)('kept in %s, a cut of the line is told and mended, and a reload loses nothing', async (kept) => {
  const { page, leave } = await newcomer();
  await sitDown(page, false, at('/', kept));
  await order(page, 'march', { force: 'yue-beiwei', to: 'xiangyang' });
  await page.context().setOffline(true);
  await page.reload().catch(() => undefined);
  await page.context().setOffline(false);
  await page.reload();
  await page.getByTestId('mine').waitFor();
  await expect.poll(() => page.getByTestId('waiting').locator('li').count()).toBe(1);
  await endDay(page);
  await leave();
});

it.each(Stores)('kept in %s, two people play one game: who is invited sits down, and the day waits for both', async (kept) => {
  const host = await newcomer();
  await sitDown(host.page, false, at('/', kept));
  await host.page.getByLabel('Invite somebody').selectOption('song-court');
  await host.page.getByRole('button', { name: 'Invite somebody' }).click();
  const link = await host.page.getByTestId('link').innerText();
  const guest = await newcomer();
  await guest.page.goto(link);
  await guest.page.getByRole('button', { name: 'Accept' }).click();
  await guest.page.getByTestId('mine').waitFor();
  // The court sees its own table: who carries weight, what it told its seats.
  await guest.page.getByRole('button', { name: 'Council' }).click();
  await guest.page.getByText('Who carries weight at court').waitFor();
  const day = await host.page.getByTestId('day').innerText();
  await host.page.getByTestId('ready').click();
  await host.page.getByText('Ready; waiting for the others').waitFor();
  await expect.poll(() => host.page.getByTestId('day').innerText()).toBe(day);
  await guest.page.getByTestId('ready').click();
  await expect.poll(() => host.page.getByTestId('day').innerText()).not.toBe(day);
  // While two play, the truth is hidden from both.
  await host.page.goto(host.page.url().replace(/\/seats.*/, '/watch'));
  await host.page.getByRole('alert').waitFor();
  expect([...host.complaints, ...guest.complaints]).toEqual([]);
  await host.leave();
  await guest.leave();
});

it('a seat is played in Chinese and on a phone', async () => {
  const { page, complaints, leave } = await newcomer({ ...phone, locale: 'zh-TW' });
  await sitDown(page);
  await fits(page);
  const left = (await page.locator('main').innerText()).replace(/1[01]\d\d-\d\d(-\d\d)?/g, '').replace('Ctrl K', '').match(/[A-Za-z]{3,}/g) ?? [];
  expect(left).toEqual([]);
  expect(await grave(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});
