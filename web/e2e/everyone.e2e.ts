import { expect, it } from 'vitest';
import { at, fits, grave, newcomer, phone, useBrowser } from './browser';
import { endDay, fill, sitDown } from './seat';

useBrowser();

it('a term explains itself on hover and on focus, terms within it in turn, and Escape closes the innermost', async () => {
  const { page, complaints, leave } = await newcomer();
  await sitDown(page);
  const note = page.getByTestId('term-note');
  const powers = page.getByTestId('standing').locator('button[data-term=powers]');
  await powers.hover();
  await expect.poll(() => note.first().innerText()).toContain('What an office may do without asking');
  await expect.poll(() => note.first().innerText()).toContain('docs/rules/command.md');
  await page.locator('h1').first().hover();
  await expect.poll(() => note.count()).toBe(0);
  // By the keyboard: the word, then the words in its note, each with a note of its own.
  const head = page.getByTestId('mine').locator('button[data-term=grain]');
  await head.focus();
  await expect.poll(() => note.count()).toBe(1);
  await page.keyboard.press('Tab');
  await expect.poll(() => note.count()).toBe(2);
  await expect.poll(() => note.last().innerText()).toContain('walled place');
  expect(await grave(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => note.count()).toBe(1);
  await head.focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => note.count()).toBe(0);
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['term'])).toBe('grain');
  expect(complaints).toEqual([]);
  await leave();
});

it('the encyclopaedia has terms, people, places and offices, each with where it is from', async () => {
  const { page, complaints, leave } = await newcomer();
  await page.goto(at('/'));
  await page.getByRole('link', { name: 'Encyclopaedia' }).click();
  await expect.poll(() => page.getByTestId('glossary').innerText()).toContain('Mengxi bitan 11');
  expect(await grave(page)).toEqual([]);
  await page.getByRole('button', { name: 'People', exact: true }).click();
  await page.getByTestId('filter').fill('yue fei');
  await page.getByTestId('names').getByRole('button', { name: 'Yue Fei 岳飛' }).click();
  const article = page.getByTestId('article');
  await expect.poll(() => article.innerText()).toContain('Leadership, 1-10');
  await expect.poll(() => article.innerText()).toMatch(/In the annals of these years[\s\S]*(Songshi|Yaolu)/);
  expect(page.url()).toContain('kind=person&id=yue-fei');
  await page.reload();
  await expect.poll(() => article.innerText()).toContain('Leadership, 1-10');
  expect(await grave(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

it('the encyclopaedia is in Chinese throughout and fits on a phone', async () => {
  const { page, complaints, leave } = await newcomer({ ...phone, locale: 'zh-TW' });
  await page.goto(at('/encyclopaedia/1140-henan'));
  await page.getByTestId('glossary').waitFor();
  await fits(page);
  // What is left in Latin letters are files and figures.
  const left = (await page.locator('main').innerText()).replace(/docs\/[\w/-]+\.md/g, '').match(/[A-Za-z]{3,}/g) ?? [];
  expect(left).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

it('a cursor goes over the map from place to place by the keyboard and says what is there', async () => {
  const { page, complaints, leave } = await newcomer({ reducedMotion: 'reduce' });
  await sitDown(page);
  const map = page.getByRole('application');
  const said = page.getByTestId('cursor');
  await map.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => said.textContent()).toContain('Ezhou 鄂州');
  const home = (await said.textContent())!;
  expect(home).toContain('Held by Song');
  expect(home).toContain('Centre army (Yue)');
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => said.textContent()).not.toBe(home);
  expect(await said.textContent()).toMatch(/\d+ li (north|north-east|north-west) of Ezhou/);
  await page.keyboard.press('Shift+ArrowDown');
  expect(await said.getAttribute('aria-live')).toBe('assertive');
  await page.keyboard.press('Home');
  await expect.poll(() => said.textContent()).toBe(home);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: /Ezhou/ }).waitFor();
  expect(await grave(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

it('the first quarter of an hour leads from one thing to the next by what is done, and can be left', async () => {
  const { page, complaints, leave } = await newcomer();
  await sitDown(page, true);
  const text = page.getByTestId('guide-text');
  const says = (words: string): Promise<void> => expect.poll(() => text.innerText()).toContain(words);
  await says('You sit where Yue Fei 岳飛 sat, at Ezhou');
  expect(await grave(page)).toEqual([]);
  await page.getByTestId('mine').getByRole('button', { name: 'Beiwei guard army' }).click();
  await says('not at Ezhou');
  await page.getByTestId('mine').getByRole('button', { name: 'Left army (Yue)' }).click();
  await says('Orders are written under');
  await fill(page, 'march', { force: 'yue-beiwei', to: 'xiangyang' });
  await says('Give the order');
  await page.getByTestId('give').click();
  await says('End the day.');
  await endDay(page);
  // An answer may come with the day, or some days later.
  for (let day = 0; day < 8 && !/ask "Why/.test(await text.innerText()); day++) await endDay(page);
  await says('ask "Why?"');
  await page.reload();
  await page.getByTestId('mine').waitFor();
  await says('ask "Why?"');
  await page.getByTestId('mine').getByRole('button', { name: 'Beiwei guard army' }).click();
  await page.getByTestId('seat-why').click();
  await says('kept under "News"');
  await page.getByTestId('guide').getByRole('button', { name: 'No more of this' }).click();
  await page.getByTestId('guide').waitFor({ state: 'detached' });
  await page.reload();
  await page.getByTestId('mine').waitFor();
  await expect.poll(() => page.getByTestId('guide').count()).toBe(0);
  expect(complaints).toEqual([]);
  await leave();
});
