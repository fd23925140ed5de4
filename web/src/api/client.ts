import { SvelteMap } from 'svelte/reactivity';
import type { components } from './schema';
import { settings } from '../state/settings.svelte';

type Schemas = components['schemas'];
export type Atlas = Schemas['AtlasShape'];
export type Place = Schemas['PlaceShape'];
export type Story = Schemas['StoryShape'];
export type DayScene = Schemas['DayShape'];
export type Body = Schemas['BodyShape'];
export type Rider = Schemas['RiderShape'];
export type Line = Schemas['LineShape'];
export type Chain = Schemas['ChainShape'];
export type Entry = Schemas['EntryShape'];
export type GameRow = Schemas['GameShape'];
export type Me = Schemas['MeShape'];
export type Question = Schemas['QuestionShape'];
export type WhatIf = Schemas['WhatIfShape'];
export type Effect = Schemas['EffectShape'];
export type Outcome = Schemas['OutcomeShape'];

/** What the house answered instead of what was asked for: its own sentence, in the language of the page. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly verdict: string | null = null,
  ) {
    super(detail);
  }
}

/** The house does not answer at all. */
export class Gone extends Error {}

async function send(method: string, path: string, body?: unknown, keepalive = false): Promise<Response> {
  const address = path + (path.includes('?') ? '&' : '?') + 'lang=' + settings.language;
  let answer: Response;
  try {
    answer = await fetch(address, {
      method,
      keepalive,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
  } catch {
    throw new Gone();
  }
  if (answer.ok) return answer;
  const fault = (await answer.json().catch(() => null)) as Schemas['Fault'] | null;
  throw new Refused(answer.status, fault?.code ?? String(answer.status), fault?.detail ?? answer.statusText, fault?.verdict ?? null);
}

export async function get<T>(path: string): Promise<T> {
  return (await send('GET', path)).json() as Promise<T>;
}

export async function post<T>(path: string, body: unknown = {}): Promise<T> {
  const answer = await send('POST', path, body);
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T);
}

export async function put(path: string, body: unknown): Promise<void> {
  await send('PUT', path, body);
}

/** @param leaving The page is about to go: the browser sends it all the same. */
export async function patch(path: string, body: unknown, leaving = false): Promise<void> {
  await send('PATCH', path, body, leaving);
}

export async function remove(path: string): Promise<void> {
  await send('DELETE', path);
}

let known: Promise<Me> | null = null;

/** Who looks at the page; a guest is made the first time that something is to be done in somebody's name. Who has a cookie stays who he is. */
export function me(): Promise<Me> {
  known ??= post<Me>('/api/guests');
  known.catch(() => (known = null));
  return known;
}

/** Wars by their ids, as far as they have been looked at: what a game is called that nobody gave a name. */
export const scenarios = new SvelteMap<string, { en: string; zh: string }>();

const atlases = new Map<string, Promise<Atlas>>();

export function atlasOf(scenario: string): Promise<Atlas> {
  let atlas = atlases.get(scenario);
  if (!atlas) {
    atlas = get<Atlas>(`/api/scenarios/${scenario}/atlas`);
    atlases.set(scenario, atlas);
    atlas.then((found) => scenarios.set(scenario, found)).catch(() => undefined);
    atlas.catch(() => atlases.delete(scenario));
  }
  return atlas;
}
