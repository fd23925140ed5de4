// Times what a newcomer waits for: the first that is painted, what can be read, any day after a click on the track; and weighs the script.
import { gzipSync } from 'node:zlib';
import { before, row } from './house.mjs';

const [visits, jumps] = process.argv.slice(2).map(Number);
const desk = { viewport: { width: 1440, height: 900 }, locale: 'en' };

await before(async (browser, address) => {
  const visit = async (path, ready) => {
    const context = await browser.newContext(desk);
    const page = await context.newPage();
    // When what is meant first stands on the page, by the page's own clock.
    await page.addInitScript((wanted) => {
      const look = () => {
        if (!document.querySelector(wanted)) return;
        watching.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.readyAt = performance.now())));
      };
      const watching = new MutationObserver(look);
      watching.observe(document, { childList: true, subtree: true });
    }, ready);
    await page.goto(address + path);
    await page.waitForFunction(() => globalThis.readyAt > 0, null, { timeout: 300_000 });
    const told = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      ready: globalThis.readyAt,
      scripts: performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.js')).map((one) => one.name),
    }));
    return { ...told, page, leave: () => context.close() };
  };
  for (const [name, path, ready] of [['the door', '/', 'h1, h2'], ['a day of the record', '/watch/1140-henan?day=334', '[data-testid=lines] li']]) {
    // The house runs the record through when it is first asked for; that is its own affair, not the page's.
    await (await visit(path, ready)).leave();
    const [paints, readies] = [[], []];
    let scripts = [];
    for (let n = 0; n < visits; n++) {
      const told = await visit(path, ready);
      paints.push(told.paint);
      readies.push(told.ready);
      scripts = told.scripts;
      await told.leave();
    }
    row(`${name}, first paint`, paints);
    row(`${name}, to be read`, readies);
    if (path !== '/') continue;
    let bytes = 0;
    for (const script of scripts) bytes += gzipSync(new Uint8Array(await (await fetch(script)).arrayBuffer())).length;
    console.log(`script                     ${(bytes / 1024).toFixed(0)} KB gzip in ${scripts.length} files`);
  }
  const { page, leave } = await visit('/watch/1140-henan?day=334', '[data-testid=lines] li');
  const rail = await page.getByTestId('rail').boundingBox();
  const took = [];
  // The golden section spreads the clicks, so that hardly a day is met twice.
  for (let n = 1; n <= jumps; n++) {
    await page.evaluate(() => {
      const heading = document.querySelector('aside h2').textContent;
      globalThis.jumped = new Promise((done) => {
        let began = 0;
        document.addEventListener('pointerdown', () => (began = performance.now()), { once: true, capture: true });
        const watching = new MutationObserver(() => {
          if (document.querySelector('aside h2')?.textContent === heading) return;
          watching.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
        });
        watching.observe(document.body, { childList: true, characterData: true, subtree: true });
      });
    });
    await page.mouse.click(rail.x + rail.width * (0.02 + 0.96 * ((n * 0.618034) % 1)), rail.y + 20);
    took.push(await page.evaluate(() => globalThis.jumped));
  }
  row('a jump on the track', took);
  await leave();
});
