import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { closeBrowser, hashBecomes, onPage } from './page.js';

after(closeBrowser);

const DIRECTORY = process.env.WANGGE_DIRTY_DIR ?? '';
const file = (/** @type {string} */ name) => join(DIRECTORY, name);

test('the plan in force has no findings', () => onPage('tab=findings', async (page) => {
  await page.locator('#pane-findings .clean').waitFor();
  await page.locator('#pane-findings .button.primary').click();
  await page.locator('#pane-findings .clean').waitFor();
}));

test('every defect planted in the dirty twin is found, shown and explained', () => onPage('tab=findings', async (page) => {
  const planted = JSON.parse(readFileSync(file('planted.geojson'), 'utf8')).features.length;
  await page.locator('#pane-findings .clean').waitFor();
  await page.locator('#check-file').setInputFiles(['grids.geojson', 'domain.geojson', 'communities.geojson'].map(file));
  await page.locator('#pane-findings .list .item').first().waitFor();
  assert.equal(await page.locator('#pane-findings .list .item').count(), planted);
  for (let i = 0; i < planted; i++) {
    await page.keyboard.press('n');
    await hashBecomes(page, 'f', (value) => value === String(i));
    assert.ok(String(await page.locator('#pane-findings .explain').textContent()).length > 10);
  }
  await page.keyboard.press('p');
  await hashBecomes(page, 'f', (value) => value === String(planted - 2));
  await page.waitForFunction(() => Number(new URLSearchParams(location.hash.slice(1)).get('map')?.split('/')[0]) >= 14);
}));

test('findings can be filtered by kind', () => onPage('tab=findings', async (page) => {
  await page.locator('#check-file').setInputFiles(['grids.geojson', 'domain.geojson', 'communities.geojson'].map(file));
  const chip = page.locator('#pane-findings .chip').first();
  await chip.waitFor();
  const count = Number(await chip.locator('b').textContent());
  await chip.click();
  await hashBecomes(page, 'kind', (value) => value !== null);
  assert.equal(await page.locator('#pane-findings .list .item').count(), count);
}));

test('a file that is no GeoJSON is refused in words', () => onPage('tab=findings', async (page) => {
  await page.locator('#check-file').setInputFiles({ name: 'broken.geojson', mimeType: 'application/json', buffer: Buffer.from('{"type":') });
  await page.locator('#pane-findings .problem').waitFor();
  assert.match(String(await page.locator('#pane-findings .problem').textContent()), /broken\.geojson/);
}));
