import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { at } from './browser';

/** What is done at a seat, as somebody does it who sits there. */
export const Seat = '/seats/song-hubei-jingxi-command';

/** Takes the seat of Yue Fei from the door; answers the game. */
export async function sitDown(page: Page, guided = false, door = at('/')): Promise<string> {
  if (!guided) await page.addInitScript(() => localStorage.setItem('yanyun.guide', 'done'));
  await page.goto(door);
  await page.getByRole('button', { name: /Take the seat of Yue Fei|居岳飛之位/ }).click();
  await page.getByTestId('mine').waitFor();
  return page.url().replace(/.*\/games\/([^/]+)\/.*/, '$1');
}

export async function fill(page: Page, verb: string, fields: Record<string, string>): Promise<void> {
  await expect.poll(() => page.getByTestId('verb').locator(`option[value="${verb}"]`).count()).toBe(1);
  await page.getByTestId('verb').selectOption(verb);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.getByTestId('field-' + name);
    await expect.poll(() => field.isEnabled()).toBe(true);
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT') {
      await expect.poll(() => field.locator(`option[value="${value}"]`).count()).toBeGreaterThan(0);
      await field.selectOption(value);
    } else await field.fill(value);
  }
}

export async function order(page: Page, verb: string, fields: Record<string, string>): Promise<void> {
  await fill(page, verb, fields);
  await page.getByTestId('give').click();
}

export async function endDay(page: Page): Promise<void> {
  const day = Number(await page.getByTestId('day').innerText());
  await page.getByTestId('ready').click();
  await expect.poll(async () => Number(await page.getByTestId('day').innerText())).toBeGreaterThan(day);
}
