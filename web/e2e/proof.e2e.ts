import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { at, newcomer, useBrowser } from './browser';
import { after, ask, busiest, compare, generator, send, yanyun, type Atlas, type Seen, type Tally } from './triples';

useBrowser();

it('on 20 generated days of 2 wars a seat is shown the holders, strengths, clocks and causes that the command line tells', async () => {
  const begin = Number(process.env['YANYUN_TRIPLES'] ?? 1140);
  const draw = generator(begin);
  const folder = mkdtempSync(join(tmpdir(), 'yanyun-proof-'));
  const { page, complaints, leave } = await newcomer();
  await page.addInitScript(() => localStorage.setItem('yanyun.guide', 'done'));
  try {
    await page.goto(at('/'));
    await send(page, at('/api/guests'), {});
    const atlas = await ask<Atlas>(page, at('/api/scenarios/1140-henan/atlas'));
    const on = (day: number): string => after(atlas.firstDay, day);
    let asked = 0;
    const tally: Tally = { towns: 0, bodies: 0, clocks: 0, answers: 0, causes: 0 };
    for (const many of [10, 10]) {
      const [seed, days] = [1 + draw(1_000_000_000), Array.from({ length: many }, () => 40 + draw(300))];
      const file = join(folder, `${seed}.yanyun`);
      await yanyun('replay', '1140-henan', '--seed', String(seed), '--until', on(Math.max(...days)), '--record', file, '--json');
      const { id } = await send<{ id: string }>(page, at('/api/games/import'), readFileSync(file));
      // Every other seat is one of those that have much to say.
      const busy = busiest(readFileSync(file, 'utf8'), 8);
      const triples = days.map((day, i) => ({ day, seat: i % 2 ? busy[draw(busy.length)]! : atlas.seats[draw(atlas.seats.length)]!.id }));
      console.log(`triples of ${begin}, seed ${seed}: ${triples.map((one) => `day ${one.day} ${one.seat}`).join(', ')}`);
      const view = ({ day, seat }: { day: number; seat: string }) => yanyun('view', file, seat, '--until', on(day), '--json');
      let next = view(triples[0]!);
      for (const [i, { day, seat }] of triples.entries()) {
        const told = JSON.parse(await next) as Seen;
        // The program tells the next while the page is read.
        if (i + 1 < many) next = view(triples[i + 1]!);
        expect([told.seed, told.day]).toEqual([seed, day]);
        const made = await send<{ id: string }>(page, at(`/api/games/${id}/forks`), { day, seats: { [seat]: 'person' }, clock: { mode: 'ready' } });
        await page.goto(at(`/games/${made.id}/seats/${seat}`));
        await page.getByTestId('mine').waitFor();
        await compare(page, told, atlas, `seed ${seed}, day ${day}, ${seat}`, draw, tally);
      }
      if (!asked) await causes(page, file, id, (asked = days[0]!), draw);
    }
    console.log(`compared ${JSON.stringify(tally)}`);
    for (const [what, least] of [['towns', 1000], ['bodies', 500], ['clocks', 20], ['answers', 10], ['causes', 20]] as const) expect(tally[what], what).toBeGreaterThan(least);
    expect(complaints).toEqual([]);
  } finally {
    await leave();
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);

/** Of a line of the chronicle, or of the last day before that has one: the chain of causes as the page has it and as the program tells it. */
async function causes(page: Page, file: string, game: string, from: number, draw: (below: number) => number): Promise<void> {
  let [day, events] = [from + 1, [] as string[]];
  while (events.length === 0) events = (await ask<{ lines: { event: string | null }[] }>(page, at(`/api/games/${game}/story/days/${--day}`))).lines.flatMap((line) => line.event ?? []);
  const nth = draw(events.length);
  const told = (await yanyun('why', file, events[nth]!)).split('\n').flatMap((line) => /\[[0-9-]+\.\d+\] (.*)$/.exec(line)?.[1]?.replace(/ \(a decision\)$/, '') ?? []);
  await page.goto(at(`/games/${game}/watch?day=${day}`));
  await page.getByTestId('lines').getByRole('button', { name: 'Why?' }).nth(nth).click();
  await expect.poll(() => page.getByTestId('why').locator('.line').allInnerTexts(), { message: events[nth] }).toEqual(told);
}

/** Takes a field out of what the house tells: `forces.*.men`, `lines.*.source`. */
function strip(told: unknown, path: readonly string[]): void {
  const [name, ...rest] = path;
  if (typeof told !== 'object' || told === null) return;
  const held = told as Record<string, unknown>;
  for (const key of name === '*' ? Object.keys(held) : [name!])
    if (rest.length === 0) delete held[key];
    else strip(held[key], rest);
}

it('a figure of a seat is gone when its field is: nothing, or unknown, stands in its place', async () => {
  const { page, complaints, leave } = await newcomer();
  await page.addInitScript(() => {
    localStorage.setItem('yanyun.guide', 'done');
    // What the stream told last can be told again, otherwise.
    const listen = EventSource.prototype.addEventListener as (kind: string, hear: (event: Event) => void) => void;
    EventSource.prototype.addEventListener = function (this: EventSource, kind: string, hear: (event: Event) => void) {
      listen.call(this, kind, (event) => {
        if (kind === 'view') Object.assign(globalThis, { told: (event as MessageEvent<string>).data, tell: (data: string) => hear(new MessageEvent('view', { data })) });
        hear(event);
      });
    } as typeof EventSource.prototype.addEventListener;
  });
  await page.goto(at('/'));
  await send(page, at('/api/guests'), {});
  const { id } = await send<{ id: string }>(page, at('/api/scenarios/1140-henan/forks'), { day: 340, seats: { 'song-court': 'person' }, clock: { mode: 'ready' } });
  await page.goto(at(`/games/${id}/seats/song-court`));
  await page.getByTestId('mine').waitFor();
  await page.getByRole('button', { name: 'Council' }).click();
  await page.getByRole('button', { name: 'Open the ledger' }).click();
  const whole = await page.evaluate(() => (globalThis as unknown as { told: string }).told);
  const tell = (data: string): Promise<void> => page.evaluate((text) => (globalThis as unknown as { tell: (data: string) => void }).tell(text), data);
  const cells = (of: string) => page.getByTestId('ledger').locator(`td[data-of=${of}]`);
  const mine = (nth: number) => page.getByTestId('mine').locator(`tbody td:nth-child(${nth})`);
  const clock = (nth: number) => page.getByTestId('mine').locator(`[data-testid=clocks] span:nth-of-type(${nth})`);
  const commanders = (nth: number) => page.getByTestId('commanders').locator(`tbody td:nth-child(${nth})`);
  const gone: [string, string, () => ReturnType<typeof cells>, RegExp][] = [
    ['forces.*.men', 'own', () => cells('menAbout'), /\d/],
    ['forces.*.horseSixteenths', 'own', () => cells('horse'), /\d/],
    ['forces.*.qualityTenths', 'own', () => cells('quality'), /\d/],
    ['forces.*.grainDays', 'own', () => cells('grainLeft'), /\d/],
    ['forces.*.place', 'own', () => cells('at'), /\w/],
    ['forces.*.doing', 'own', () => cells('doingNow'), /\w/],
    ['forces.*.asOf', 'enemy', () => cells('knownOf'), /\w/],
    ['places.*.holder', 'towns', () => cells('holder'), /\w/],
    ['places.*.men', 'towns', () => cells('menAbout'), /\d/],
    ['places.*.asOf', 'towns', () => cells('knownOf'), /\w/],
    ['forces.*.men', 'own', () => mine(2), /\d/],
    ['forces.*.grainDays', 'own', () => mine(3), /\d/],
    ['forces.*.ordered', 'own', () => page.getByTestId('mine').getByTestId('clocks'), /\d/],
    ['forces.*.expected', 'own', () => clock(2), /\d|not yet/],
    ['forces.*.confirmed', 'own', () => clock(3), /\d|not yet/],
    ['forces.*.answer', 'own', () => clock(3), /obeys|adapts|delays|refuses/],
    ['forces.*.men', 'own', () => commanders(2), /[1-9]/],
    ['forces.*.asOf', 'own', () => commanders(3), /\d/],
    ['commands.*.directed', 'own', () => commanders(4), /written \d/],
    ['commands.*.answered', 'own', () => commanders(4), /answered (\d|not yet)/],
    ['office.heardNews', 'own', () => page.getByTestId('standing').locator('div').last(), /\d|not yet/],
  ];
  for (const [field, sheet, where, figure] of gone) {
    await page.getByTestId('sheet-' + sheet).click();
    const texts = () => where().allInnerTexts();
    await tell(whole);
    expect((await texts()).filter((text) => figure.test(text)).length, `${field} is shown`).toBeGreaterThan(0);
    const told = JSON.parse(whole) as { view: unknown };
    strip(told.view, field.split('.'));
    await tell(JSON.stringify(told));
    expect((await texts()).filter((text) => figure.test(text) || /undefined|NaN|null/.test(text)), `${field} is not told`).toEqual([]);
  }
  expect(complaints).toEqual([]);
  await leave();
});

it('a figure of the war that is watched is gone when its field is: holders, strengths, riders, events, causes', async () => {
  const { page, complaints, leave } = await newcomer();
  await page.goto(at('/'));
  interface Told { lines: { source?: string | null; event?: string | null }[]; notes: string[]; sieges: { place: string }[] }
  const story = at('/api/scenarios/1140-henan/story');
  // A day on which there is something of everything, and of its events one whose causes have a reason and a decision.
  let [day, told, nth] = [301, null as Told | null, -1];
  for (; nth < 0 && day < 500; day++) {
    told = await ask<Told>(page, `${story}/days/${day}`);
    if (!told.lines.some((one) => one.source) || !told.notes.length || !told.sieges.length) continue;
    const events = told.lines.flatMap((one) => one.event ?? []);
    for (const [i, event] of events.entries()) {
      const { links } = await ask<{ links: { reason?: string | null; decided: boolean }[] }>(page, `${story}/why/${event}`);
      if (nth < 0 && links.some((one) => one.reason) && links.some((one) => one.decided)) nth = i;
    }
  }
  day--;
  expect(nth, 'some event was decided for a reason').toBeGreaterThanOrEqual(0);
  let fields: string[] = [];
  await page.route('**/story/**', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as unknown;
    for (const field of fields) strip(body, field.split('.'));
    await route.fulfill({ response: answer, json: body });
  });
  await page.goto(at(`/watch/1140-henan?day=${day}`));
  await page.getByTestId('lines').locator('li').first().waitFor();
  /** Everything is told anew, as it is with another language. */
  const again = async (): Promise<void> => {
    for (const language of ['中文', 'English']) {
      const come = page.waitForResponse((answer) => answer.url().includes(`/story/days/${day}?`));
      await page.getByRole('button', { name: language, exact: true }).click();
      await come;
    }
  };
  const lines = page.getByTestId('lines');
  const text = page.getByTestId('astext');
  const riding = text.getByTestId('riding').locator('li');
  const open = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const causes = page.getByTestId('why').locator('li');
  type Shown = [field: string, where: () => ReturnType<typeof lines.locator>, figure: RegExp];
  const pages: [open: () => Promise<void>, shown: Shown[]][] = [
    [async () => undefined, [
      ['lines.*.parts', () => lines.locator('.line'), /\w/],
      ['lines.*.source', () => lines.locator('.ground'), /recorded /],
      ['lines.*.certainty', () => lines.locator('.ground'), /· (sure|fairly sure|unsure)/],
      ['lines.*.event', () => lines.getByRole('button', { name: 'Why?' }), /Why/],
      ['notes', () => page.locator('.notes li'), /\w/],
    ]],
    [() => open('As text'), [
      ['forces.*.band', () => text.locator('h3 + ul li'), /about [\d,]+ men/],
      ['forces.*.doing', () => text.locator('h3 + ul li'), /standing|marching|besieged/],
      ['riders.*.sent', () => riding, /\d days on the road/],
      ['riders.*.due', () => riding, /\d to go/],
      ['sieges.*.since', () => text, /since Day \d/],
      ['holders', () => text.getByTestId('held').locator('summary'), /\d/],
    ]],
  ];
  const check = async (all: Shown[], renew: () => Promise<void>): Promise<void> => {
    const figures = async ([, where, figure]: Shown) => (await where().allTextContents()).filter((one) => figure.test(one) || /undefined|NaN|null/.test(one));
    for (const one of all) expect((await figures(one)).length, `${one[0]} is shown`).toBeGreaterThan(0);
    for (const one of all) {
      fields = one[0].split(' ');
      await renew();
      await expect.poll(() => figures(one), { message: `${one[0]} is not told` }).toEqual([]);
    }
    fields = [];
    await renew();
  };
  for (const [turn, shown] of pages) {
    await turn();
    await check(shown, again);
  }
  await open('Chronicle');
  const askWhy = async (): Promise<void> => {
    await lines.getByRole('button', { name: 'Why?' }).nth(nth).click();
    await causes.first().waitFor();
  };
  await askWhy();
  await check([
    ['links.*.parts links.*.text', () => causes.locator('.line'), /\w/],
    ['links.*.reason', () => causes, /reason: \w/i],
    ['links.*.decided', () => causes.locator('.mark'), /\w/],
  ], askWhy);
  expect(complaints).toEqual([]);
  await leave();
});
