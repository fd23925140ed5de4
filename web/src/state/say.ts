import { words, type Word } from '../words';
import { settings } from './settings.svelte';

/** A text of the page in the language that is read. */
export const say = (word: Word): string => words[word][settings.language === 'zh' ? 1 : 0];

/** Of two names the one in the language that is read. */
export const named = (one: { en: string; zh: string }): string => (settings.language === 'zh' ? one.zh : one.en);

/** A name with its hanzi, for the first time that it is met. */
export const full = (one: { en: string; zh: string }): string => (settings.language === 'zh' || one.en === one.zh ? one.zh : `${one.en} ${one.zh}`);

/** What the house did not tell is said to be unknown. */
export const unknown = '?';

/** Days of grain from which a report says only that there is plenty: eight months. */
const Plenty = 254;

/** For how many days there is grain, as a report says it; less than none where nobody has. */
export const grainOf = (days: number | undefined): string =>
  days === undefined || !(days >= 0) ? unknown : days >= Plenty ? say('grainPlenty') : say('grainDays').replace('{n}', String(days));

export const number = (n: number | undefined): string => (n === undefined || !Number.isFinite(n) ? unknown : n.toLocaleString(settings.language === 'zh' ? 'zh-Hant' : 'en'));
