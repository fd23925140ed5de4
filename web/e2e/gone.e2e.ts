import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newcomer, useBrowser } from './browser';
import { House } from './house';

useBrowser();

it('says that the house is gone, and goes on by itself when it is back', async () => {
  const data = mkdtempSync(join(tmpdir(), 'yanyun-gone-'));
  const house = new House(data);
  await house.open();
  const { page, leave } = await newcomer();
  try {
    await page.goto(house.address + '/watch/1140-henan?day=300');
    await page.getByTestId('lines').waitFor();
    await house.close('SIGKILL');
    await page.getByTestId('rail').focus();
    await page.keyboard.press('PageDown');
    await page.getByRole('alert').waitFor();
    await house.open(Number(new URL(house.address).port));
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('aside h2').innerText()).toContain('1140-06-22');
  } finally {
    await leave();
    await house.close();
    rmSync(data, { recursive: true, force: true });
  }
});
