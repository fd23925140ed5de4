// Times the frames of the map while days run past: what the page's own script takes for one, and when the browser shows it.
import { before, row } from './house.mjs';

const [seconds, day, least, minutes] = process.argv.slice(2).map(Number);

await before(async (browser, address) => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' })).newPage();
  // What a frame costs the page's own script: all that is asked for the next frame and runs in it.
  await page.addInitScript(() => {
    const own = { frames: [], shown: [], on: false };
    globalThis.framesOf = own;
    const ask = globalThis.requestAnimationFrame.bind(globalThis);
    let now = -1, spent = 0;
    globalThis.requestAnimationFrame = (act) => ask((time) => {
      if (time !== now) {
        if (own.on && now >= 0) {
          own.frames.push(spent);
          own.shown.push(time - now);
        }
        [now, spent] = [time, 0];
      }
      const began = performance.now();
      act(time);
      spent += performance.now() - began;
    });
  });
  await page.goto(`${address}/watch/1140-henan?day=${day}`);
  await page.getByTestId('lines').waitFor({ timeout: 300_000 });
  const moving = async (on) => {
    const scene = await (await fetch(`${address}/api/scenarios/1140-henan/story/days/${on}`)).json();
    return { forces: scene.forces.filter((body) => !body.garrison).length, riders: scene.riders.length };
  };
  const here = await moving(day);
  console.log(`things that move            ${here.forces + here.riders} on day ${day} (${here.forces} bodies in the field, ${here.riders} riders); in sight at the first scale or not`);
  if (here.forces + here.riders < least) throw new Error(`fewer than ${least} things move on day ${day}: choose another`);
  const run = async (name, prepare) => {
    await prepare();
    await page.evaluate(() => Object.assign(globalThis.framesOf, { frames: [], shown: [], on: true }));
    await page.waitForTimeout(seconds * 1000);
    const told = await page.evaluate(() => {
      globalThis.framesOf.on = false;
      return globalThis.framesOf;
    });
    row(name + ', script', told.frames);
    row(name + ', shown after', told.shown);
    console.log(`${''.padEnd(26)} ${(told.frames.length / seconds).toFixed(0)} frames a second; ${told.frames.filter((time) => time > 1000 / 60).length} of ${told.frames.length} take the script longer than 16.7 ms`);
  };
  const pause = () => page.getByRole('button', { name: 'Pause' }).click().catch(() => undefined);
  const map = page.getByRole('application');
  await run('days run past', async () => {
    // The whole country in sight: everything that moves is drawn.
    await map.focus();
    for (let n = 0; n < 3; n++) await page.keyboard.press('-');
    await page.keyboard.press('2');
  });
  await run('days run past, supply', () => page.getByTestId('mode').selectOption('supply'));
  await pause();
  await page.getByTestId('mode').selectOption('control');
  const box = await map.boundingBox();
  await run('the map is dragged', async () => {
    await page.mouse.move(box.x + 600, box.y + 300);
    await page.mouse.down();
    // As a mouse does it: 125 times a second, whether the page has kept up or not.
    void (async () => {
      const began = Date.now();
      for (let beat = 0; (beat = (Date.now() - began) / 33) < seconds * 30; await new Promise((next) => setTimeout(next, 8)))
        page.mouse.move(box.x + 600 + Math.sin(beat / 12) * 300, box.y + 300 + Math.cos(beat / 9) * 120).catch(() => undefined);
      await page.mouse.up();
    })().catch(() => undefined);
  });
  const heap = () => page.evaluate(() => {
    globalThis.gc?.();
    return Math.round(performance.memory.usedJSHeapSize / 1048576);
  });
  console.log(`memory of the script       ${await heap()} MB`);
  for (let n = 1; n <= minutes; n++) {
    await page.keyboard.press('5');
    await page.waitForTimeout(60_000);
    if (n % 10 === 0 || n === minutes) console.log(`after ${String(n).padStart(3)} minutes           ${await heap()} MB`);
    if (await page.getByTestId('rail').evaluate((rail) => rail.getAttribute('aria-valuenow') === rail.getAttribute('aria-valuemax'))) {
      await page.getByTestId('rail').focus();
      await page.keyboard.press('Home');
    }
  }
}, ['--enable-precise-memory-info', '--js-flags=--expose-gc']);
