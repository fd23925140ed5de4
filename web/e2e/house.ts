import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

const program = process.env['YANYUN_PROGRAM'] ?? join(import.meta.dirname, '../../src/Yanyun/bin/Release/net10.0/yanyun.dll');

/** A house of the tests' own. */
export class House {
  #process: ChildProcess | null = null;
  address = '';

  constructor(readonly data: string) {}

  async open(port = 0): Promise<void> {
    const child = spawn('dotnet', [program, 'serve', '--port', String(port), '--data', this.data, '--lang', 'en'], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = child;
    this.address = await new Promise<string>((found, failed) => {
      let said = '';
      const late = setTimeout(() => failed(new Error(`The house did not open: ${said}`)), 180_000);
      const hear = (text: Buffer) => {
        said += text.toString();
        const at = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (!at) return;
        clearTimeout(late);
        found(at[0]);
      };
      child.stdout!.on('data', hear);
      child.stderr!.on('data', hear);
    });
  }

  /** @param how SIGTERM: it says goodbye; SIGKILL: it falls. */
  async close(how: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(how);
    await gone;
    this.#process = null;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'yanyun-e2e-'));
  const house = new House(data);
  await house.open();
  project.provide('address', house.address);
  return async () => {
    await house.close();
    rmSync(data, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    address: string;
  }
}
