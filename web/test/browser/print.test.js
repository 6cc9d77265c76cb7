import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, DESKTOP, fingerprint, hashOf, onPage, PHONE } from './page.js';

after(closeBrowser);

const BASE = '.leaflet-ground-pane canvas';
const A4_POINTS = [842, 595];

/** Notes how the page stands when the browser takes it for printing. @param {import('playwright-core').Page} page */
const watchPrinting = (page) => page.evaluate(() => {
  window.addEventListener('beforeprint', () => {
    const map = /** @type {HTMLElement} */ (document.querySelector('#map'));
    const tiles = [.../** @type {NodeListOf<HTMLCanvasElement>} */ (document.querySelectorAll('.leaflet-ground-pane canvas'))];
    /** @type {any} */ (window).printed = { paper: document.documentElement.dataset.paper, dark: document.documentElement.hasAttribute('data-dark'), size: [map.clientWidth, map.clientHeight], tiles: tiles.length, blank: tiles.filter((tile) => tile.width < 400).length };
  });
});

/** @param {Buffer} pdf @returns {number[][]} width and height of every page */
const pagesOf = (pdf) => [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);

for (const [name, hash, options] of /** @type {const} */ ([['the screen', 'map=15/27.86650/112.90800&tab=cases&theme=dark', { viewport: DESKTOP }], ['a phone', 'map=14/27.86650/112.90800', { viewport: PHONE }]])) {
  test(`the browser's own printing gives the paper, and ${name} comes back`, () => onPage(hash, async (page) => {
    await page.waitForFunction((tiles) => document.querySelectorAll(tiles).length > 2, BASE);
    await watchPrinting(page);
    const address = hashOf(page).toString();
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    assert.deepEqual(pagesOf(pdf), [A4_POINTS]);
    const printed = await page.evaluate(() => /** @type {any} */ (window).printed);
    assert.equal(printed.paper, 'a4-landscape');
    assert.equal(printed.dark, false);
    assert.ok(printed.size[0] > 1000 && printed.size[0] < 1060 && printed.size[1] > 620, String(printed.size));
    assert.ok(printed.tiles > 8);
    assert.equal(printed.blank, 0);
    assert.ok(pdf.length > 300_000, 'the map is on the paper');
    await page.waitForFunction(() => !document.documentElement.hasAttribute('data-paper'));
    assert.equal(hashOf(page).toString(), address);
  }, options));
}

test('heat takes the colours of the theme at once', () => onPage('map=14/27.8665/112.908&tab=cases', async (page) => {
  await page.locator('canvas.heat').waitFor({ state: 'attached' });
  const light = await fingerprint(page, 'canvas.heat');
  await page.getByRole('button', { name: /外观/ }).click();
  await page.getByRole('button', { name: /外观/ }).click();
  assert.notEqual(await fingerprint(page, 'canvas.heat'), light);
}));
