import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const desk = { viewport: { width: 1440, height: 900 } } satisfies BrowserContextOptions;
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } satisfies BrowserContextOptions;

let browser: Browser;

/** Opens the browser for the tests of a file and closes it after them. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env['YANYUN_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  });
  afterAll(async () => {
    await browser.close();
  });
}

/** Somebody new, with a browser of his own. Whatever the page complains of fails the test. */
export async function newcomer(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[]; leave: () => Promise<void> }> {
  const context = await browser.newContext({ locale: 'en', ...desk, ...options });
  context.setDefaultTimeout(180_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/ERR_CONNECTION_REFUSED|Failed to load resource|net::ERR/.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints, leave: () => context.close() };
}

/** Where the games of a house are kept: the main flows are the same in both. */
export const Stores = ['a file', 'a database'] as const;
export const at = (path: string, kept: (typeof Stores)[number] = 'a file'): string => inject(kept === 'a file' ? 'address' : 'database') + path;

/** What a checker of accessibility finds serious or critical. The page forbids foreign script, so that it is put in past the policy. */
export async function grave(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
  return found.violations.filter((one) => one.impact === 'serious' || one.impact === 'critical').map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`);
}

/** Nothing is wider than the window. */
export async function fits(page: Page): Promise<void> {
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
  expect(wide).toBeLessThanOrEqual(window);
}
