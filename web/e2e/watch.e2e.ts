import { expect, inject, it } from 'vitest';
import { at, fits, grave, newcomer, phone, useBrowser } from './browser';

useBrowser();

/** The day of the record on which a place comes into other hands: within the first minute, or the button that promises it lies. */
async function fallOf(place: string, from: number, to: number): Promise<{ day: number; julian: string }> {
  const ask = async (path: string) => (await fetch(at(`/api/scenarios/1140-henan/${path}`))).json();
  const row = (await ask('atlas')).places.findIndex((one: { id: string }) => one.id === place);
  const before = (await ask(`story/days/${from}`)).holders[row];
  for (let day = from + 1; day <= to; day++) {
    const told = await ask(`story/days/${day}`);
    if (told.holders[row] !== before) return { day, julian: told.julian };
  }
  throw new Error(`${place} does not fall between day ${from} and ${to} of the record`);
}

it('a newcomer reads what it is, presses one button and sees Kaifeng fall', async () => {
  const { page, complaints, leave } = await newcomer();
  await page.goto(at('/'));
  await page.getByRole('heading', { name: 'The war for Henan' }).waitFor();
  await expect.poll(() => page.locator('body').innerText()).toContain('In 1140 a general stood before Kaifeng');
  expect(await grave(page)).toEqual([]);
  await page.getByRole('link', { name: 'Watch Kaifeng fall' }).click();
  // Captions come from the chronicle of the day; the fall of Kaifeng is in it, with its source.
  await page.getByTestId('caption').waitFor();
  // It plays on while one looks: on a slow machine the day may have gone by.
  const fall = await fallOf('kaifeng', 301, 331);
  await expect.poll(async () => (await page.getByTestId('julian').innerText()) >= fall.julian).toBe(true);
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByTestId('rail').focus();
  for (;;) {
    const shown = await page.getByTestId('julian').innerText();
    if (shown === fall.julian) break;
    await page.keyboard.press(shown > fall.julian ? 'ArrowLeft' : 'ArrowRight');
    await expect.poll(() => page.getByTestId('julian').innerText()).not.toBe(shown);
  }
  await expect.poll(() => page.locator('aside').innerText()).toContain('Yaolu');
  await expect.poll(() => page.getByTestId('lines').innerText()).toContain('recorded');
  await expect.poll(() => page.getByTestId('lines').innerText()).toContain('Kaifeng');
  await expect.poll(() => page.url()).toContain(`day=${fall.day}`);
  expect(complaints).toEqual([]);
  await leave();
});

it('any day is there at a click on the track', async () => {
  const { page, complaints, leave } = await newcomer();
  await page.goto(at('/watch/1140-henan?day=334'));
  await page.getByTestId('lines').waitFor();
  const rail = (await page.getByTestId('rail').boundingBox())!;
  const took: number[] = [];
  for (const share of [0.9, 0.1, 0.55, 0.34, 0.72, 0.2, 0.48]) {
    const before = await page.locator('aside h2').innerText();
    const began = performance.now();
    await page.mouse.click(rail.x + rail.width * share, rail.y + 20);
    await page.waitForFunction((heading) => document.querySelector('aside h2')?.textContent !== heading, before, { polling: 5 });
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  console.log(`a jump takes ${took[3]!.toFixed(0)} ms at the median, ${took.at(-1)!.toFixed(0)} ms at most`);
  expect(complaints).toEqual([]);
  await leave();
});

it('says everything in Chinese, by night as by day', async () => {
  const { page, complaints, leave } = await newcomer({ locale: 'zh-TW', colorScheme: 'dark' });
  await page.goto(at('/watch/1140-henan?day=334'));
  await page.getByTestId('lines').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hant');
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await expect.poll(() => page.getByTestId('era').innerText()).toContain('紹興十年');
  // Beside names of the house and of works, no Latin word is left.
  const left = (await page.locator('main').innerText()).replace(/1[01]\d\d-\d\d(-\d\d)?/g, '').replace('Ctrl K', '').match(/[A-Za-z]{3,}/g) ?? [];
  expect(left).toEqual([]);
  expect(await grave(page)).toEqual([]);
  await page.getByRole('button', { name: 'English' }).click();
  await expect.poll(() => page.getByTestId('era').innerText()).toContain('Shaoxing 10');
  expect(complaints).toEqual([]);
  await leave();
});

it('is all there on a phone', async () => {
  const { page, complaints, leave } = await newcomer(phone);
  await page.goto(at('/'));
  await page.getByRole('heading', { name: 'The war for Henan' }).waitFor();
  await fits(page);
  await page.goto(at('/watch/1140-henan?day=334'));
  await page.getByTestId('lines').waitFor();
  await fits(page);
  expect(await page.getByTestId('play').isVisible()).toBe(true);
  expect(await grave(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

it('is quickly there and small', async () => {
  const { page, leave } = await newcomer();
  await page.goto(at('/'));
  await page.getByRole('heading', { name: 'The war for Henan' }).waitFor();
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  const scripts = await page.evaluate(() => performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.js')).map((one) => one.name));
  const { gzipSync } = await import('node:zlib');
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync(new Uint8Array(await (await fetch(script)).arrayBuffer())).length;
  console.log(`first paint ${paint.toFixed(0)} ms, script ${(bytes / 1024).toFixed(0)} KB gzip`);
  expect(bytes).toBeLessThan(400 * 1024);
  expect(paint).toBeGreaterThan(0);
  const answer = await fetch(inject('address') + '/');
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'; style-src 'self'");
  expect((await fetch(scripts[0]!)).headers.get('cache-control')).toContain('immutable');
  await leave();
});

it('answers why with a chain of causes, and knows every name', async () => {
  const { page, complaints, leave } = await newcomer();
  await page.goto(at('/watch/1140-henan?day=319'));
  await page.getByTestId('lines').waitFor();
  await page.getByTestId('lines').getByRole('button', { name: 'Why?' }).first().click();
  // Figures of a sentence explain themselves, names lead to whom they name. The mouse is where the button was, and may have come to lie on another figure.
  await page.mouse.move(2, 2);
  await page.getByTestId('lines').locator('[data-term=men]').first().focus();
  await expect.poll(() => page.getByTestId('term-note').innerText()).toMatch(/Here exactly: [\d,]+/);
  const chain = page.getByTestId('why');
  await expect.poll(() => chain.innerText()).toMatch(/a decision|so on the first day/);
  await expect.poll(() => chain.locator('li').count()).toBeGreaterThanOrEqual(2);
  // The last link leads to its day.
  const decided = (await chain.locator('li .line').last().innerText()).slice(0, 10);
  await chain.getByRole('button', { name: 'To that day' }).last().click();
  await expect.poll(() => page.getByTestId('julian').innerText()).toBe(decided);
  await page.keyboard.press('Control+k');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  await page.keyboard.type('linan');
  await expect.poll(() => page.locator('#found [role=option]').first().innerText()).toContain('臨安');
  await page.keyboard.press('Enter');
  const entry = page.getByRole('region', { name: "Lin'an 臨安" });
  await entry.getByText('Households', { exact: true }).waitFor();
  await entry.getByRole('button', { name: /^\d{3},\d{3}$/ }).focus();
  await expect.poll(() => entry.getByRole('tooltip').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Songshi')]));
  expect(await grave(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await leave();
});

it('any day of the record can be gone on from', async () => {
  const { page, complaints, leave } = await newcomer();
  await page.goto(at('/watch/1140-henan?day=300'));
  await page.getByTestId('rail').waitFor();
  await page.getByRole('button', { name: 'Go on from here' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL(/\/games\/\w+\/watch/);
  await page.getByTestId('rail').waitFor();
  await expect.poll(() => page.getByTestId('julian').innerText()).toMatch(/^1140-0[56]-\d\d$/);
  expect(complaints).toEqual([]);
  await leave();
});

it('can be watched with the keyboard and without eyes', async () => {
  const { page, leave } = await newcomer({ reducedMotion: 'reduce' });
  await page.goto(at('/watch/1140-henan?day=319'));
  await page.getByTestId('lines').waitFor();
  const till = async (wanted: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 200; tries++) {
      if (await wanted()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('the keyboard does not lead there');
  };
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  await till(async () => (await focused()) === 'As text');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('astext').innerText()).toContain('men, marching');
  await till(async () => /Beiwei/.test(await focused()));
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: /Beiwei/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('.');
  await expect.poll(() => page.getByTestId('julian').innerText()).toBe('1140-06-12');
  await leave();
});
