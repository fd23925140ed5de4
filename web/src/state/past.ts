import { scenarios } from '../api/client';
import { words } from '../words';
import { named, say } from './say';

/** Where the house tells of a history: the record, a replay by its seed, or a game. */
export function baseOf(scenario: string, source: string): string {
  if (source === 'history') return `/api/scenarios/${scenario}`;
  return source.startsWith('replay-') ? `/api/scenarios/${scenario}/replays/${source.slice(7)}` : `/api/games/${source}`;
}

/** Where the page shows it. */
export function pageOf(scenario: string, source: string, day?: number): string {
  const on = day === undefined ? '' : `?day=${day}`;
  if (source === 'history') return `/watch/${scenario}${on}`;
  return source.startsWith('replay-') ? `/watch/${scenario}/${source}${on}` : `/games/${source}/watch${on}`;
}

/** What comes after it. */
export const afterOf = (scenario: string, source: string, day?: number): string =>
  (source === 'history' || source.startsWith('replay-') ? `/after/${scenario}/${source}` : `/games/${source}/after`) + (day === undefined ? '' : `?day=${day}`);

export const compareOf = (scenario: string, left: string, right: string, day?: number, rightDay?: number): string =>
  `/compare/${scenario}?left=${left}&right=${right}` + (day === undefined ? '' : `&day=${day}`) + (rightDay === undefined ? '' : `&rightday=${rightDay}`);

/** A name that the page gave a game, or the house for want of one, is said in the language that is read; one that somebody thought of stays as it is. */
function ownTitle(title: string): { en: string; zh: string } {
  const [en, zh] = words.seatYueFei;
  if (title === en || title === zh) return { en, zh };
  for (const [id, war] of scenarios) if (title === id || title === war.en || title === war.zh) return war;
  return { en: title, zh: title };
}

/** What a history is called; a game by its own title, or by its war where nobody gave it one. */
export function titleOf(source: string, title: string): string {
  if (source === 'history') return say('theRecord');
  return source.startsWith('replay-') ? say('replayOf').replace('{n}', source.slice(7)) : named(ownTitle(title));
}

/** A seed nobody has thought of. */
export const anySeed = (): number => Math.floor(Math.random() * 1_999_999_999) + 1;
