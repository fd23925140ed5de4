import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** The program as it was built. */
export const program = process.env['YANYUN_PROGRAM'] ?? join(import.meta.dirname, '../../src/Yanyun/bin/Release/net10.0/yanyun.dll');

/** A house of the tests' own. */
export class House {
  #process: ChildProcess | null = null;
  address = '';

  /** @param store address of a database, when it keeps its games in one. */
  constructor(
    readonly data: string,
    readonly store: string | null = null,
  ) {}

  async open(port = 0): Promise<void> {
    const child = spawn('dotnet', [program, 'serve', '--port', String(port), '--data', this.data, '--lang', 'en', ...(this.store ? ['--store', this.store] : [])], { stdio: ['ignore', 'pipe', 'pipe'] });
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

/** A database of the test's own in the PostgreSQL that ./test starts (tests/postgres); gone with `drop`. */
export class Database {
  readonly #server = process.env['YANYUN_TEST_POSTGRES'] ?? '';
  readonly #name = 'e2e' + randomUUID().replaceAll('-', '');
  readonly address: string;

  constructor() {
    if (!this.#server) throw new Error('YANYUN_TEST_POSTGRES is not set: run ./test, or start a server with tests/postgres and name it there');
    this.address = new URL('/' + this.#name, this.#server).href;
    this.#tell(`CREATE DATABASE ${this.#name}`);
  }

  drop(): void {
    this.#tell(`DROP DATABASE ${this.#name} WITH (FORCE)`);
  }

  #tell(statement: string): void {
    execFileSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', this.#server, '-c', statement]);
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'yanyun-e2e-'));
  // Without a server of databases only the tests that need one fail.
  const database = process.env['YANYUN_TEST_POSTGRES'] ? new Database() : null;
  const houses = [new House(join(data, 'file')), ...(database ? [new House(join(data, 'database'), database.address)] : [])];
  await Promise.all(houses.map((house) => house.open()));
  project.provide('address', houses[0]!.address);
  project.provide('database', houses[1]?.address ?? '');
  return async () => {
    await Promise.all(houses.map((house) => house.close()));
    database?.drop();
    rmSync(data, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the house that keeps its games in a file. */
    address: string;
    /** Of the one that keeps them in a database. */
    database: string;
  }
}
