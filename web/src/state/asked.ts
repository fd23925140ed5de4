import type { Question } from '../api/client';
import type { components } from '../api/schema';
import { partsOf } from './belief';

type Compared = components['schemas']['CompareShape'];
interface Ask {
  outcomes: Record<string, unknown>[];
}

/**
 * A question of the visitor's own: what the one history has ordered on the day on which two kin part and the other has not, or some days later, asked of as
 * many histories as he likes. What is looked at is what the questions of the house look at; null where nothing was ordered otherwise.
 */
export function questionOf(compared: Compared, ready: readonly Question[], days: number, title: [string, string]): Question | null {
  const first = compared.first;
  if (!first || first.orders.length === 0) return null;
  const change = first.orders.map((one) => {
    const { verb, fields } = partsOf(one.order);
    const match = Object.fromEntries(fields.filter(([, value]) => value !== '-'));
    if (one.side === 'left' && one.later) return { delay: verb, actor: one.seat, match, on: first.julian, days: one.later };
    return one.side === 'left'
      ? { drop: verb, actor: one.seat, match, on: first.julian }
      : { inject: one.order, actor: one.seat, on: first.julian };
  });
  const outcomes = new Map<string, Record<string, unknown>>();
  for (const question of ready)
    for (const outcome of (question.ask as unknown as Ask).outcomes)
      if (('places' in outcome || 'holder' in outcome || 'losses' in outcome) && outcomes.size < 6 && !outcomes.has(String(outcome['id']))) outcomes.set(String(outcome['id']), outcome);
  const main = [...outcomes.values()].find((outcome) => 'places' in outcome) ?? [...outcomes.values()][0];
  const horizons = [30, 60, 120].filter((after) => first.day + after < days);
  if (!main || horizons.length === 0) return null;
  return {
    id: 'own', titleEn: title[0], titleZh: title[1], statementEn: '', statementZh: '', day: first.day - 1, start: first.julian,
    ask: { change, outcomes: [...outcomes.values()], horizons, primary: { outcome: main['id'], horizon: horizons[Math.floor((horizons.length - 1) / 2)] } },
  } as unknown as Question;
}
