import type { Atlas, Rider } from '../api/client';
import { nameOf, word } from './names';
import { number, say, unknown } from './say';

/** Of a rider: what he carries, from whom to whom, and how far he has come by a day. */
export function riderText(atlas: Atlas, rider: Rider, day: number): string {
  const end = (seat: string | null | undefined, row: number | undefined): string =>
    seat ? nameOf(atlas, null, 'seat', seat) : row === undefined ? unknown : nameOf(atlas, null, 'place', atlas.places[row - 1]?.id);
  return say('riderLine')
    .replace('{kind}', word('rider-' + rider.kind))
    .replace('{from}', end(rider.from, rider.way?.[0]))
    .replace('{to}', end(rider.to, rider.way?.at(-1)))
    .replace('{n}', number(day - rider.sent))
    .replace('{m}', number(rider.due - day));
}
