import { expect, it } from 'vitest';
import { at, fits, grave, newcomer, phone, useBrowser } from './browser';

useBrowser();

it('a question is chosen at the door, played, and its bars fill until it is settled', async () => {
  const { page, complaints, leave } = await newcomer();
  await page.goto(at('/'));
  await page.getByRole('link', { name: 'Put a question to history' }).click();
  await page.getByRole('radio', { name: /Liu Qi reaches Kaifeng first/ }).waitFor();
  expect(await page.getByRole('radio', { name: /Liu Qi reaches Kaifeng first/ }).isChecked()).toBe(true);
  await expect.poll(() => page.getByRole('radio').count()).toBeGreaterThan(4);
  await page.getByRole('combobox', { name: /Histories/ }).selectOption('64');
  await page.getByRole('button', { name: 'Play them' }).click();
  const answer = page.getByTestId('answer');
  await answer.locator('figure svg').waitFor();
  await answer.getByText('64 / 64 · done').waitFor();
  // What the picture shows is what the house says.
  const id = new URL(page.url()).searchParams.get('run')!;
  const told = (await page.evaluate(async (one) => (await fetch(`/api/whatifs/${one}`)).json(), id)) as {
    figures: { effects: { base: number; changed: number; spread: { columns: { pairs: number }[] } }[] };
  };
  const first = told.figures.effects[0]!;
  const cells = await answer.locator('tbody tr').first().locator('td').allInnerTexts();
  expect(cells[2]).toBe(`${Math.round(first.base * 100)}%`);
  expect(cells[3]).toBe(`${Math.round(first.changed * 100)}%`);
  expect(await answer.locator('figure text.count').allTextContents()).toEqual(first.spread.columns.map((one) => String(one.pairs)));
  expect(await grave(page)).toEqual([]);
  // The address leads back to it.
  await page.reload();
  await answer.getByText('64 / 64 · done').waitFor();
  await answer.getByRole('button', { name: 'Take away' }).click();
  await answer.getByText('Choose a question').waitFor();
  expect(complaints).toEqual([]);
  await leave();
});

it('questions fit on a phone and are put in Chinese', async () => {
  const { page, complaints, leave } = await newcomer({ ...phone, locale: 'zh-TW' });
  await page.goto(at('/whatif/1140-henan'));
  await page.getByRole('heading', { name: '劉錡先至東京' }).waitFor();
  await fits(page);
  expect(await grave(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});
