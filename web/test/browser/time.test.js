// Publications through time. A fresh demo has one publication: the earlier one, the comparison and the history are
// answered here, made of what the server says.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';
import { ARGUMENTS, ask, becomesReady, DESKTOP, EXECUTABLE, hashBecomes, hashOf, PHONE, URL_BASE } from './page.js';
import { become, person } from './people.js';

/** @type {Promise<import('playwright-core').Browser> | null} */
let browser = null;
after(async () => (await browser)?.close());

const bundle = await ask('/api/v1/map');
const grid = bundle.grids[Math.floor(bundle.grids.length / 3)];
const other = bundle.grids.find((/** @type {any} */ one) => one.community === grid.community && one !== grid);
const [lon, lat] = grid.at.map((/** @type {number} */ value) => value / bundle.scale);
const HERE = `map=16/${lat}/${lon}`;
const OLD = '2024-01-01';
const NOW = '2025-03-01';

const publication = (/** @type {number} */ number, /** @type {string} */ effective, /** @type {string} */ state) => ({ number, effective, state, recorded: `${effective}T00:00:00Z`, hash: String(number), kind: 'change', document: '', author: '', note: '', grids: bundle.grids.length });
const register = { today: '2026-01-01', publications: [publication(1, OLD, 'past'), publication(2, NOW, 'inForce')] };
const earlier = { ...bundle, publication: { number: 1, effective: OLD, hash: 'earlier' }, grids: bundle.grids.map((/** @type {any} */ one) => (one === grid ? { ...one, name: `${one.name}（旧）` } : one)) };
const later = { ...bundle, publication: { number: 2, effective: NOW, hash: 'later' } };
const square = [[[lon, lat], [lon + 0.001, lat], [lon + 0.001, lat + 0.001], [lon, lat + 0.001], [lon, lat]]];
const comparison = {
  type: 'FeatureCollection', from: register.publications[0], to: register.publications[1], moved: { households: 126, people: 388, buildings: 3, areaSquareMetres: 9000 }, created: [], abolished: [{ code: 'x', name: '<b>旧网格</b>' }],
  features: [{ type: 'Feature', id: 'a', geometry: { type: 'Polygon', coordinates: square }, properties: { from: other.code, fromName: other.name, to: grid.code, toName: grid.name, households: 126, people: 388, buildings: 3, blocks: 1, areaSquareMetres: 9000 } }],
};
const version = (/** @type {string} */ from, /** @type {string | null} */ to, /** @type {number} */ households) => ({ from, to, code: grid.code, name: grid.name, community: '', kind: '', households, people: 0, publication: 1 });
const step = (/** @type {string} */ from, /** @type {string} */ to, /** @type {number} */ households, /** @type {number} */ share) => ({ from, to, households, people: 0, areaSquareMetres: 1, share, effective: NOW, publication: 2 });
const story = {
  grid: grid.code, versions: [version(OLD, NOW, 300), version(NOW, null, 426)],
  events: [{ kind: 'transfer', label: '划转', grid: other.code, effective: NOW, recorded: `${NOW}T00:00:00Z`, publication: 2, document: '区政发〔2025〕3号', author: '', note: '' }],
  lineage: [step(other.code, other.code, 274, 0.685), step(other.code, grid.code, 126, 0.315)],
};

/** @param {import('playwright-core').Page} page */
async function answer(page) {
  const give = (/** @type {unknown} */ body) => (/** @type {import('playwright-core').Route} */ route) => route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify(body) });
  await page.route('**/api/v1/publications', give(register));
  await page.route('**/api/v1/map', give(later));
  await page.route(`**/api/v1/map?date=${NOW}`, give(later));
  await page.route(`**/api/v1/map?date=${OLD}`, give(earlier));
  await page.route('**/api/v1/compare?from=1&to=2', give(comparison));
  await page.route('**/api/v1/grids/*/history', give(story));
}

/** @param {string} hash @param {(page: import('playwright-core').Page) => Promise<void>} work @param {{viewport?: {width: number, height: number}}} [options] */
async function onPage(hash, work, { viewport = DESKTOP } = {}) {
  browser ??= chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
  const phone = viewport.width < 500;
  const context = await (await browser).newContext({ viewport, isMobile: phone, hasTouch: phone });
  await become(context, await person('planner'));
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error.stack)));
  await answer(page);
  await page.goto(`${URL_BASE}/#${hash}`);
  await becomesReady(page);
  try {
    await work(page);
    assert.deepEqual(problems, []);
  } finally {
    await context.close();
  }
}

/** @param {import('playwright-core').Page} page */
const isMarked = (page) => page.evaluate(() => document.documentElement.hasAttribute('data-other-day'));

test('the keyboard alone leads to an earlier publication and back', () => onPage(`${HERE}&sel=grid~${grid.code}`, async (page) => {
  assert.equal(await isMarked(page), false);
  await page.keyboard.press('t');
  await page.keyboard.press('ArrowLeft');
  await hashBecomes(page, 'date', (value) => value === OLD);
  await page.locator('#pane-grid .title').filter({ hasText: '（旧）' }).waitFor();
  assert.equal(await isMarked(page), true);
  assert.match(String(await page.locator('.brand .publication').textContent()), /第 1 版/);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'range');
  await page.getByRole('button', { name: '回到今天' }).click();
  await hashBecomes(page, 'date', (value) => value === null);
  await page.locator('#pane-grid .title').filter({ hasNotText: '（旧）' }).waitFor();
  assert.equal(await isMarked(page), false);
}));

test('a permalink opens the plan of its day and says that it is not today’s', () => onPage(`${HERE}&date=${OLD}&lang=en`, async (page) => {
  assert.match(String(await page.locator('.brand .publication').textContent()), /Publication 1/);
  assert.match(String(await page.locator('.time-line').textContent()), /not today’s/);
}));

test('a grid tells its history, the lineage as a flow', () => onPage(`${HERE}&sel=grid~${grid.code}`, async (page) => {
  await page.locator('.versions li').nth(1).waitFor();
  assert.match(String(await page.locator('.happened').textContent()), /划转.*区政发〔2025〕3号/s);
  assert.equal(await page.locator('.flow .band').count(), 3);
  assert.equal(await page.locator('.flow .band.comes').count(), 1);
  assert.match(String(await page.locator('.flow-words').textContent()), /126 户（31.5%）/);
}));

test('two publications lie under a divider, with who changes grid', () => onPage(HERE, async (page) => {
  await page.getByRole('button', { name: '比较', exact: true }).click();
  await hashBecomes(page, 'cmp', (value) => value === '1-2');
  await page.locator('table.moves tbody tr').waitFor();
  assert.match(String(await page.locator('#pane-compare').textContent()), /126户.*388人.*撤销：<b>旧网格<\/b>/s);
  const divider = page.locator('.divider');
  const clip = () => page.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector('.leaflet-later-pane canvas'))?.style.clipPath);
  await page.waitForFunction(() => /** @type {HTMLElement | null} */ (document.querySelector('.leaflet-later-pane canvas'))?.style.clipPath !== '');
  const before = await clip();
  await divider.focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await divider.getAttribute('aria-valuenow'), '52');
  assert.notEqual(await clip(), before);
  const box = await divider.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width / 2, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x - 200, box.y + 300);
  await page.mouse.up();
  assert.ok(Number(await divider.getAttribute('aria-valuenow')) < 45);
  await page.keyboard.press('Escape');
  await hashBecomes(page, 'cmp', (value) => value === null);
  assert.equal(await divider.isHidden(), true);
  await page.locator('.brand .publication').filter({ hasText: '第 2 版' }).waitFor();
}));

test('a phone shows the bar and the comparison without scrolling sideways', () => onPage(HERE, async (page) => {
  await page.locator('.time-bar').waitFor();
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  assert.ok(await fits());
  await page.getByRole('button', { name: '比较', exact: true }).click();
  await page.locator('table.moves tbody tr').waitFor();
  assert.ok(await fits());
  const [sheet, handle] = [await page.locator('#panel').boundingBox(), await page.locator('.divider i').boundingBox()];
  assert.ok(sheet && handle && handle.y + handle.height < sheet.y, 'the divider can be taken above the sheet');
  assert.equal(hashOf(page).get('cmp'), '1-2');
}, { viewport: PHONE }));
