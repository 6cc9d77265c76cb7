// What tests of the planning page do with a draft: make one, read it, wait for a version, click and drag on the map.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { screenOf } from './draft-places.js';
import { ask } from './page.js';
import { request, uniqueName } from './people.js';

/** @typedef {import('playwright-core').Page} Page @typedef {[number, number]} LonLat */

export const PLANNING = { path: '/planning/' };
export const OWN = join(process.env.WANGGE_DIRTY_DIR ?? '', 'grids.geojson');

/** @param {string} [title] @returns {Promise<number>} */
export async function newDraft(title = `草案 ${uniqueName()}`) {
  const response = await request('planner', 'POST', '/api/v1/drafts', { title });
  assert.equal(response.status, 201);
  return (await response.json()).id;
}

/** @param {number} id */
export const read = (id) => ask(`/api/v1/drafts/${id}`);

/** Waits until the page has the draft's version. @param {Page} page @param {number} id @param {number} version */
export async function reaches(page, id, version) {
  await page.waitForFunction((wanted) => new RegExp(`第 ${wanted} 稿`).test(document.querySelector('.brand .publication')?.textContent ?? ''), version);
  assert.equal((await read(id)).version, version);
}

/** @param {Page} page @param {LonLat} centre @param {LonLat} at */
export async function clickAt(page, centre, at) {
  const { x, y } = screenOf(centre, at);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

/** @param {Page} page @param {LonLat} centre @param {LonLat} from @param {LonLat} to */
export async function dragAt(page, centre, from, to) {
  const [start, end] = [screenOf(centre, from), screenOf(centre, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.locator('.deltas li').first().waitFor();
  await page.mouse.up();
}

/** @param {LonLat} a @param {LonLat} b @returns {LonLat} */
export const between = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

export const confirm = (/** @type {Page} */ page) => page.locator('dialog.over button[type=submit]').click();
