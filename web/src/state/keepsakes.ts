import { get, me, patch } from '../api/client';
import { keep, kept } from './settings.svelte';

/** Milliseconds for which what changes is gathered before the house is told. */
const Gather = 1500;

/** What the house keeps for who is signed in, guests too; null while nobody is known. */
let account: Map<string, string> | null = null;
const unsent = new Map<string, string>();
let timer = 0;

/** Asks the house what it keeps for this person, and tells it what only this browser knows. Without an answer the browser has to do. */
export async function follow(names: readonly string[]): Promise<void> {
  if (account) return;
  try {
    await me();
    account = new Map(Object.entries(await get<Record<string, string>>('/api/me/keepsakes')));
  } catch {
    return;
  }
  for (const name of names) {
    const here = kept(name);
    if (here !== null && !account.has(name)) remember(name, here);
  }
}

/** What is kept under a name: of the person where he is known, else of this browser. */
export const recall = (name: string): string | null => account?.get(name) ?? kept(name);

/** Keeps it in this browser at once, and with the account when nothing has changed for a moment. */
export function remember(name: string, value: string): void {
  keep(name, value);
  if (!account || account.get(name) === value) return;
  account.set(name, value);
  unsent.set(name, value);
  clearTimeout(timer);
  timer = window.setTimeout(() => void tell(), Gather);
}

async function tell(leaving = false): Promise<void> {
  if (!unsent.size) return;
  const changes = Object.fromEntries(unsent);
  unsent.clear();
  try {
    await patch('/api/me/keepsakes', changes, leaving);
  } catch {
    // Told again with the next change; until then this browser has it.
    for (const [name, value] of Object.entries(changes)) if (!unsent.has(name)) unsent.set(name, value);
  }
}

if (typeof addEventListener !== 'undefined') addEventListener('pagehide', () => void tell(true));
