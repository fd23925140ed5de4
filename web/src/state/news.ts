import { ageOf } from './belief';
import type { View } from './table.svelte';

/** What can be told of a day, as the settings name it. */
export const Kinds = [
  'refused', 'adapted', 'obeyed', 'turned', 'lost', 'taken', 'changed', 'enemy', 'beset', 'perished', 'hungry', 'edict', 'powers', 'war', 'paper', 'reply', 'secret', 'fate',
] as const;
export type Kind = (typeof Kinds)[number];

/** A name to be looked up when it is read, or a figure: its kind and id, and of a figure as of which day it was so. */
export type Named = readonly [
  kind: 'place' | 'force' | 'seat' | 'person' | 'polity' | 'code' | 'task' | 'text' | 'answer' | 'powers' | 'conduct' | 'date' | 'written' | 'men' | 'age' | 'grain-days',
  id: string,
  asOf?: string,
];

export interface News {
  kind: Kind;
  /** The day on which the seat heard it. */
  day: number;
  date: string;
  /** What the sentence of its kind names. */
  parts: Record<string, Named>;
  /** What a click leads to. */
  at: { kind: 'place' | 'force' | 'person' | 'seat'; id: string } | { kind: 'tab'; id: 'council' | 'orders' } | null;
}

/** Days of grain from which a body of one's own is told of as running short: what a soldier carries himself. */
export const Short = 4;

const trouble = new Set(['besieged', 'routed', 'retreating']);

const kindOfAnswer = (answer: string): Kind => (answer === 'obeys' ? 'obeyed' : answer === 'refuses' ? 'refused' : 'adapted');

/**
 * What one view of a seat has that an earlier one had not, weightiest first. Both came from the house: nothing is reckoned here, only what differs is put
 * into words.
 */
export function newsBetween(before: View, after: View): News[] {
  const told: News[] = [];
  const tell = (kind: Kind, parts: Record<string, Named>, at: News['at'] = null): void => void told.push({ kind, day: after.day, date: after.date, parts, at });

  for (const [id, force] of Object.entries(after.forces)) {
    const was = before.forces[id];
    const here = { kind: 'force', id } as const;
    if (force.own) {
      if (force.confirmed !== '-' && (was?.confirmed !== force.confirmed || was.ordered !== force.ordered)) {
        const to: Named = force.target !== '-' ? ['place', force.target] : force.targetForce !== '-' ? ['force', force.targetForce] : ['text', ''];
        tell(kindOfAnswer(force.answer), { who: ['force', id], task: ['task', force.task], to, answer: ['answer', force.answer], why: force.reason === 'accepted' ? ['text', ''] : ['answer', force.reason], when: ['written', force.ordered] }, here);
      }
      if (force.doing === 'gone' && was && was.doing !== 'gone') tell('perished', { who: ['force', id], where: ['place', was.place] }, { kind: 'place', id: was.place });
      else if (trouble.has(force.doing) && was?.doing !== force.doing) tell('beset', { who: ['force', id], doing: ['conduct', force.doing, force.asOf], where: ['place', force.place] }, here);
      if (force.grainDays >= 0 && force.grainDays <= Short && was && (was.grainDays > Short || was.grainDays < 0) && force.doing !== 'gone')
        tell('hungry', { who: ['force', id], where: ['place', force.place], days: ['grain-days', String(force.grainDays), force.asOf] }, here);
    } else if (force.hostile && force.doing !== 'gone' && !force.traits.split(', ').includes('garrison') && (!was || was.place !== force.place) && force.asOf !== '-')
      tell('enemy', { who: ['force', id], where: ['place', force.place], men: ['men', String(force.men), force.asOf], age: ['age', String(Math.max(0, ageOf(after, force.asOf)))] }, here);
  }

  for (const [id, place] of Object.entries(after.places)) {
    const was = before.places[id];
    if (!was || was.holder === place.holder) continue;
    tell(place.ours ? 'taken' : was.ours ? 'lost' : 'changed', { where: ['place', id], holder: ['polity', place.holder], when: ['date', place.asOf] }, { kind: 'place', id });
  }

  const [now, then] = [after.office, before.office];
  if (now.aim !== '-' && (now.aim !== then.aim || now.aimPlace !== then.aimPlace || now.aimSince !== then.aimSince))
    tell('edict', { from: ['seat', now.superior], task: ['task', now.aim], to: now.aimPlace === '-' ? ['text', ''] : ['place', now.aimPlace] }, now.aimPlace === '-' ? { kind: 'tab', id: 'council' } : { kind: 'place', id: now.aimPlace });
  if (now.authority !== then.authority) tell('powers', { powers: ['powers', now.authority] }, { kind: 'tab', id: 'council' });
  for (const one of now.atWarWith) if (!then.atWarWith.includes(one)) tell('war', { with: ['polity', one] }, { kind: 'tab', id: 'council' });

  for (const [seat, edict] of Object.entries(after.commands)) {
    const was = before.commands[seat];
    if (edict.answered === '-' || (was?.answered === edict.answered && was.directed === edict.directed)) continue;
    tell(kindOfAnswer(edict.answer), {
      who: ['seat', seat], task: ['task', edict.task], to: edict.place === '-' ? ['text', ''] : ['place', edict.place], answer: ['answer', edict.answer],
      why: edict.reason === 'accepted' ? ['text', ''] : ['answer', edict.reason], when: ['written', edict.directed],
    }, { kind: 'tab', id: 'council' });
  }

  const [talk, talked] = [after.peace, before.peace];
  if (talk.heard !== '-' && talk.heard !== talked.heard) tell('paper', { from: ['seat', talk.offerBy] }, { kind: 'tab', id: 'council' });
  if (talk.answered !== '-' && talk.answered !== talked.answered) tell('reply', { from: ['seat', talk.madeTo], answer: ['code', talk.answer] }, { kind: 'tab', id: 'council' });
  for (const [id, secret] of Object.entries(after.secrets)) {
    if (secret.told === '-' || before.secrets[id]?.told === secret.told) continue;
    const force = id in after.forces;
    tell('secret', { with: [force ? 'force' : 'place', id], answer: ['code', secret.answer] }, { kind: force ? 'force' : 'place', id });
  }
  for (const [id, fate] of Object.entries(after.men)) if (before.men[id] !== fate) tell('fate', { who: ['person', id], fate: ['text', `fate-${fate}`] }, null);

  return told.sort((a, b) => Kinds.indexOf(a.kind) - Kinds.indexOf(b.kind));
}

/** What waits for a decision, so that one can be led from one to the next. */
export interface Waits {
  /** The same as long as it is the same thing: once passed over, it is not named again. */
  key: string;
  kind: 'paper' | 'refused' | 'adapted' | 'overdue' | 'beset' | 'hungry' | 'turned';
  parts: Record<string, Named>;
  at: NonNullable<News['at']>;
}

/** Papers without an answer, orders refused or overdue, bodies in trouble: by what the view says, nothing reckoned. */
export function unresolved(view: View, turnedAway: readonly { number: number }[] = []): Waits[] {
  const waits: Waits[] = [];
  if (view.peace.offered !== '-' && view.peace.replied === '-')
    waits.push({ key: `paper ${view.peace.heard}`, kind: 'paper', parts: { from: ['seat', view.peace.offerBy] }, at: { kind: 'tab', id: 'council' } });
  for (const one of turnedAway) waits.push({ key: `turned ${view.day} ${one.number}`, kind: 'turned', parts: {}, at: { kind: 'tab', id: 'orders' } });
  for (const [id, force] of Object.entries(view.forces)) {
    if (!force.own || force.doing === 'gone') continue;
    const at = { kind: 'force', id } as const;
    const to: Named = force.target !== '-' ? ['place', force.target] : force.targetForce !== '-' ? ['force', force.targetForce] : ['text', ''];
    const task = { who: ['force', id], task: ['task', force.task], to } as const;
    if (force.confirmed !== '-' && force.answer !== 'obeys' && force.answer !== 'accepted')
      waits.push({
        key: `answer ${id} ${force.confirmed}`, kind: force.answer === 'refuses' ? 'refused' : 'adapted', at,
        parts: { ...task, answer: ['answer', force.answer], why: force.reason === 'accepted' ? ['text', ''] : ['answer', force.reason], when: ['written', force.ordered] },
      });
    else if (force.ordered !== '-' && force.confirmed === '-' && force.expected !== '-' && force.expected < view.date)
      waits.push({ key: `overdue ${id} ${force.ordered}`, kind: 'overdue', parts: { ...task, when: ['written', force.expected] }, at });
    if (trouble.has(force.doing)) waits.push({ key: `beset ${id} ${force.doing} ${force.place}`, kind: 'beset', parts: { who: ['force', id], doing: ['conduct', force.doing, force.asOf], where: ['place', force.place] }, at });
    if (force.grainDays >= 0 && force.grainDays <= Short)
      waits.push({ key: `hungry ${id} ${force.place}`, kind: 'hungry', parts: { who: ['force', id], where: ['place', force.place], days: ['grain-days', String(force.grainDays), force.asOf] }, at });
  }
  const order = ['paper', 'turned', 'refused', 'adapted', 'beset', 'hungry', 'overdue'];
  return waits.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
