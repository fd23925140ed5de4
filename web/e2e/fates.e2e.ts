import { expect, it } from 'vitest';
import { at, newcomer, Stores, useBrowser } from './browser';
import { endDay, order } from './seat';
import { ask, send, type Atlas, type Seen } from './triples';

useBrowser();

const Marshal = 'jin-right-deputy-marshal';

/** By place, how far it is by land. */
function farFrom(atlas: Atlas, from: string): Map<string, number> {
  const rows = new Map(atlas.places.map((place, i) => [place.id, i + 1]));
  const far = new Map([[rows.get(from)!, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const leg of atlas.legs)
      for (const [a, b] of [[leg.from, leg.to], [leg.to, leg.from]] as const)
        if (leg.kind !== 'sea' && far.has(a) && far.get(a)! + leg.li < (far.get(b) ?? Infinity)) [changed] = [true, far.set(b, far.get(a)! + leg.li)];
  }
  return new Map(atlas.places.map((place, i) => [place.id, far.get(i + 1) ?? Infinity]));
}

it.each(Stores)('kept in %s, thirty days are played with an order obeyed, one adapted and one refused, and all three are followed on the page', async (kept) => {
  const { page, complaints, leave } = await newcomer();
  await page.goto(at('/', kept));
  await send(page, at('/api/guests', kept), {});
  const atlas = await ask<Atlas>(page, at('/api/scenarios/1140-henan/atlas', kept));
  // The host of Zongbi on the eve of his crossing; bodies that lie apart from him are told by riders.
  const { id } = await send<{ id: string }>(page, at('/api/scenarios/1140-henan/forks', kept), { day: 300, seats: { [Marshal]: 'person' }, clock: { mode: 'ready' } });
  const seat = at(`/api/games/${id}/seats/${Marshal}`, kept);
  const look = () => ask<Seen & { office: { at: string } }>(page, seat + '/view');
  const first = await look();
  const host = Object.entries(first.forces).filter(([, one]) => one.own && !/garrison|fleet/.test(one.traits) && one.doing !== 'gone');
  const aims = host.map(([force, one]) => {
    const far = farFrom(atlas, one.place);
    const enemy = atlas.places.filter((place) => first.places[place.id]?.hostile && !place.point).sort((a, b) => far.get(a.id)! - far.get(b.id)!);
    return { force, place: enemy[0]!.id, apart: one.place !== first.office.at };
  });
  await page.goto(at(`/games/${id}/seats/${Marshal}`, kept));
  await page.getByTestId('mine').waitFor();
  // Those that lie apart by hand, the rest by the same door as programs use.
  let given = 0;
  for (const { force, place } of aims.filter((one) => one.apart)) {
    await order(page, 'take', { force, place });
    given++;
    await expect.poll(() => page.getByTestId('waiting').locator('li').count()).toBe(given);
  }
  expect(given).toBeGreaterThan(0);
  const tell = (verb: string, args: Record<string, string>) => page.request.post(seat + '/orders', { data: { verb, args }, headers: { Origin: new URL(seat).origin } });
  for (const { force, place } of aims.filter((one) => !one.apart)) await tell('take', { force, place });
  type Row = { order: string; state: string; answer: string; written: string; expected: string; confirmed: string };
  const fate = async (answer: string) => (await ask<Row[]>(page, seat + '/history')).find((row) => row.state === 'answered' && row.answer === answer);
  for (let day = 1; day <= 30; day++) {
    await endDay(page);
    // Who is told again to take what he has taken since stays as its guard; who has marched burns no bridge where his chief believes him still.
    const [taken, burnt] = [await fate('adapts'), await fate('refuses')];
    const view = taken ? null : await look();
    for (const { force, place } of aims) {
      if (view?.places[place]?.hostile) await tell('take', { force, place });
      if (burnt) continue;
      const crossings = (await ask<{ fields?: { name: string; values?: string[] }[] }>(page, `${seat}/orders/burn-bridge?force=${force}`)).fields?.find((one) => one.name === 'crossing')?.values;
      if (crossings?.[0]) await tell('burn-bridge', { force, crossing: crossings[0] });
    }
  }
  await page.getByRole('button', { name: 'History' }).click();
  const code = new Map(atlas.codes.map((one) => [one.id, one.en]));
  for (const answer of ['obeys', 'adapts', 'refuses']) {
    const row = await fate(answer);
    expect(row, `an order that he ${answer}`).toBeDefined();
    const shown = page.getByTestId('history').locator(`li.answered.${answer}`);
    await expect.poll(async () => (await shown.allInnerTexts()).some((text) => [code.get(answer)!, `written ${row!.written}`, ...(row!.expected === '-' ? [] : [`should arrive ${row!.expected}`]), `answered ${row!.confirmed}`].every((part) => text.includes(part)))).toBe(true);
  }
  expect(Number(await page.getByTestId('day').innerText())).toBe(330);
  expect(complaints).toEqual([]);
  await leave();
});
