// A house of the measurement's own and the browser before it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const web = join(import.meta.dirname, '../../web');

/** Opens both, has them looked at, and closes them whatever comes. */
export async function before(look, args = []) {
  const data = mkdtempSync(join(tmpdir(), 'yanyun-page-'));
  const house = spawn('dotnet', [join(web, '../src/Yanyun/bin/Release/net10.0/yanyun.dll'), 'serve', '--port', '0', '--data', data, '--lang', 'en'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const address = await new Promise((found, failed) => {
      let said = '';
      house.stdout.on('data', (text) => {
        said += text;
        const at = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (at) found(at[0]);
      });
      house.on('exit', () => failed(new Error('the house did not open')));
    });
    const { chromium } = createRequire(join(web, 'package.json'))('playwright-core');
    const browser = await chromium.launch({ executablePath: process.env.YANYUN_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', ...args] });
    await look(browser, address);
    await browser.close();
  } finally {
    if (house.exitCode === null) {
      house.kill('SIGTERM');
      await new Promise((gone) => house.once('exit', gone));
    }
    rmSync(data, { recursive: true, force: true });
  }
}

export const share = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** A line of figures in milliseconds, from the middle to the worst. */
export function row(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  console.log(`${name.padEnd(26)} median ${share(sorted, 0.5).toFixed(1)}  95% ${share(sorted, 0.95).toFixed(1)}  99% ${share(sorted, 0.99).toFixed(1)}  most ${(sorted.at(-1) ?? 0).toFixed(1)} ms  (${sorted.length})`);
}
