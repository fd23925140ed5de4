import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newcomer, useBrowser } from './browser';
import { Database, House } from './house';
import { endDay, order, Seat, sitDown } from './seat';

useBrowser();

it.each(['a file', 'a database'])('kept in %s, a seat is played on after its house was killed: what was ordered is there, and the day turns', async (kept) => {
  const data = mkdtempSync(join(tmpdir(), 'yanyun-stores-'));
  const database = kept === 'a database' ? new Database() : null;
  const house = new House(data, database?.address);
  await house.open();
  const { page, leave } = await newcomer();
  try {
    const game = await sitDown(page, false, house.address + '/');
    await order(page, 'march', { force: 'yue-beiwei', to: 'xiangyang' });
    await expect.poll(() => page.getByTestId('waiting').locator('li').count()).toBe(1);
    const day = await page.getByTestId('day').innerText();
    await house.close('SIGKILL');
    await house.open(Number(new URL(house.address).port));
    // Who comes back finds his desk as it was.
    await page.reload();
    await page.getByTestId('mine').waitFor();
    expect(page.url()).toContain(`/games/${game}${Seat}`);
    await expect.poll(() => page.getByTestId('waiting').innerText()).toContain('March to: Beiwei guard army');
    await expect.poll(() => page.getByTestId('day').innerText()).toBe(day);
    await endDay(page);
    await expect.poll(() => page.getByTestId('clocks').filter({ hasText: 'march to' }).first().innerText()).toContain('written 1140-05-28');
    // A newcomer watches the record in it.
    await page.goto(house.address + '/watch/1140-henan?day=319');
    await page.getByTestId('lines').waitFor();
    await expect.poll(() => page.getByTestId('julian').innerText()).toBe('1140-06-11');
  } finally {
    await leave();
    await house.close();
    database?.drop();
    rmSync(data, { recursive: true, force: true });
  }
});
