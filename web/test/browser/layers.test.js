import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ask, clickMiddle, closeBrowser, fingerprint, hashBecomes, hashOf, onPage } from './page.js';

after(closeBrowser);

const HEAT = 'canvas.heat';

/** @param {import('playwright-core').Page} page @param {number} before */
async function heatChanges(page, before) {
  for (let i = 0; i < 400; i++) {
    const now = await fingerprint(page, HEAT);
    if (now !== before) return now;
    await page.waitForTimeout(50);
  }
  return assert.fail('the heat stays the same');
}

/** Drags over one bar of the histogram. @param {import('playwright-core').Page} page @param {number} share */
async function brush(page, share) {
  const box = await page.locator('.histogram canvas').boundingBox();
  assert.ok(box);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * share, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * share + 2, y, { steps: 3 });
  await page.mouse.up();
}

test('brushing a month changes the heat, and clearing brings it back', () => onPage('tab=cases&bucket=month', async (page) => {
  await page.locator(HEAT).waitFor({ state: 'attached' });
  const all = await fingerprint(page, HEAT);
  await page.locator('.histogram .axis span').first().waitFor();
  await brush(page, 0.5);
  await hashBecomes(page, 'from', (value) => /^\d{4}-\d{2}-01$/.test(value ?? ''));
  const days = (Date.parse(String(hashOf(page).get('to'))) - Date.parse(String(hashOf(page).get('from')))) / 86_400_000 + 1;
  assert.ok(days >= 28 && days <= 31, `${days} days`);
  const month = await heatChanges(page, all);
  await page.locator('.histogram canvas').dblclick();
  await hashBecomes(page, 'from', (value) => value === null);
  await heatChanges(page, month);
}));

test('a category filters the count', () => onPage('tab=cases', async (page) => {
  const total = page.locator('#pane-cases .big');
  await page.waitForFunction(() => /\d/.test(document.querySelector('#pane-cases .big')?.textContent ?? ''));
  const all = await total.textContent();
  await page.locator('#pane-cases .chips .chip').first().click();
  await hashBecomes(page, 'cat', (value) => value !== null);
  await page.waitForFunction((before) => document.querySelector('#pane-cases .big')?.textContent !== before, all);
}));

test('grids are coloured by count and per 1 000 households', () => onPage('tab=cases&view=grids', async (page) => {
  await page.locator('.legend .rows').nth(1).waitFor();
  await page.getByRole('button', { name: '每千户件数' }).click();
  await hashBecomes(page, 'measure', (value) => value === 'per1000');
}));

test('a building opens with its members', async () => {
  const [buildings, steps] = [await ask('/api/v1/map/buildings'), await ask('/api/v1/party/buildings')];
  const covered = steps.steps.findIndex((/** @type {number} */ step) => step > 0);
  const index = buildings.id.indexOf(steps.ids[covered]);
  const at = (/** @type {number[]} */ column) => column.slice(0, index + 1).reduce((sum, step) => sum + step, 0) / buildings.scale;
  await onPage(`tab=party&map=19/${at(buildings.lat)}/${at(buildings.lon)}`, async (page) => {
    await page.locator('#pane-party .bars li').first().waitFor();
    await clickMiddle(page);
    await hashBecomes(page, 'sel', (value) => (value ?? '').startsWith('building~'));
    await page.locator('#pane-party .steps li').first().waitFor();
    assert.equal(await page.locator('#pane-party .steps li').count(), 4);
  });
});

test('a service point opens, and a clicked place lists the nearest', async () => {
  const { points } = await ask('/api/v1/services/points');
  const point = points[0];
  await onPage(`tab=services&map=18/${point.lat}/${point.lon}`, async (page) => {
    await page.locator('#pane-services .chip').first().waitFor();
    await clickMiddle(page);
    await hashBecomes(page, 'sel', (value) => (value ?? '').startsWith('point~'));
    await page.locator('#pane-services .hours dd').first().waitFor();
    const box = await page.locator('#map').boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width / 2 + 180, box.y + box.height / 2 + 140);
    await hashBecomes(page, 'at', (value) => value !== null);
    await page.locator('#pane-services ol.list .item').first().waitFor();
    assert.match(String(await page.locator('#pane-services ol.list .item .right').first().textContent()), / (m|km)$/);
  });
});
