import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DraftPlaces, point, screenOf, show } from './draft-places.js';
import { closeBrowser, onPage } from './page.js';
import { ask, request } from './people.js';
import { clickAt, confirm, newDraft, OWN, PLANNING, reaches, read } from './planning-desk.js';

after(closeBrowser);

/** @typedef {import('playwright-core').Page} Page @typedef {[number, number]} LonLat */

/** Draws with the button held. @param {Page} page @param {LonLat} centre @param {LonLat[]} track */
async function drawAt(page, centre, track) {
  const points = track.map((at) => screenOf(centre, at));
  await page.mouse.move(points[0].x, points[0].y);
  await page.mouse.down();
  for (const { x, y } of points.slice(1)) await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.up();
}

/** Corners of a square around a place. @param {LonLat} at @param {number} half degrees @returns {LonLat[]} */
const square = ([lon, lat], half) => [[lon - half, lat - half], [lon + half, lat - half], [lon + half, lat + half], [lon - half, lat + half]];

/** @param {number} id @param {object} op */
async function operate(id, op) {
  const { version } = await read(id);
  const response = await request('planner', 'POST', `/api/v1/drafts/${id}/ops`, op, { 'If-Match': `"${version}"` });
  assert.equal(response.status, 200, await response.text());
}

test('a block is cut in two by a line, and whole again when that is undone', async () => {
  const id = await newDraft();
  const block = (await DraftPlaces.of(id)).wide();
  await onPage(`draft=${id}&tab=log`, async (page) => {
    await show(page, block.at);
    await page.keyboard.press('d');
    await clickAt(page, block.at, block.at);
    await page.locator('.dock b', { hasText: `${block.face}` }).waitFor();
    for (const end of block.line) await clickAt(page, block.at, end);
    await page.keyboard.press('Enter');
    await reaches(page, id, 2);
    assert.match((await read(id)).log[0].text, /切为两块/);
    await page.locator('#pane-log li', { hasText: '切为两块' }).waitFor();
    await page.keyboard.press('Control+z');
    await reaches(page, id, 3);
    assert.equal((await DraftPlaces.of(id)).plan.zone.length, (await DraftPlaces.of(await newDraft())).plan.zone.length);
  }, PLANNING);
});

test('a locked border does not move until it is free again', async () => {
  const id = await newDraft();
  const border = (await DraftPlaces.of(id)).border();
  await onPage(`draft=${id}`, async (page) => {
    await page.keyboard.press('k');
    await show(page, border.at);
    await clickAt(page, border.at, border.at);
    await reaches(page, id, 2);
    assert.deepEqual((await read(id)).locks.arcs, [border.arc]);
    const merge = { op: 'merge', grids: [border.codes[0]], into: border.codes[1] };
    const refusal = await request('planner', 'POST', `/api/v1/drafts/${id}/preview`, merge);
    assert.equal(refusal.status, 409);
    assert.equal((await refusal.json()).rule, 'lock');
    await page.locator('.dock').getByRole('button', { name: '解锁' }).click();
    await reaches(page, id, 3);
    assert.equal((await request('planner', 'POST', `/api/v1/drafts/${id}/preview`, merge)).status, 200);
  }, PLANNING);
});

test('a refused block takes along those without which it cannot go, with one click', async () => {
  const id = await newDraft();
  const { face, to, at, remedy } = await (await DraftPlaces.of(id)).withOthers();
  await onPage(`draft=${id}&sel=${to}&map=12/27.86/112.9`, async (page) => {
    await show(page, at);
    await clickAt(page, at, at);
    await page.locator('.trouble .primary').click();
    await reaches(page, id, 2);
    const { plan } = await DraftPlaces.of(id);
    for (const block of [face, ...remedy]) assert.equal(plan.grids[plan.zone[block]].code, to);
  }, { ...PLANNING, refusals: [409] });
});

for (const [key, name] of [['r', 'a rectangle'], ['l', 'a lasso']]) {
  test(`${name} takes the blocks it is drawn around, and with Alt leaves them out`, async () => {
    const id = await newDraft();
    const block = await (await DraftPlaces.of(id)).block();
    await onPage(`draft=${id}&sel=${block.to}&map=12/27.86/112.9`, async (page) => {
      await show(page, block.at);
      await page.keyboard.press(key);
      const corners = square(block.at, 0.0012);
      const track = key === 'r' ? [corners[0], corners[2]] : [...corners, corners[0]];
      await drawAt(page, block.at, track);
      await page.locator('.deltas li').first().waitFor();
      assert.ok(Number(/^\d+/.exec(String(await page.locator('.deltas + p').first().textContent()))?.[0]) > 1, 'more than what a click takes');
      await page.keyboard.down('Alt');
      await drawAt(page, block.at, track);
      await page.keyboard.up('Alt');
      await page.locator('.dock-actions').waitFor({ state: 'detached' });
      assert.equal((await read(id)).version, 1);
    }, { ...PLANNING, refusals: [409] });
  });
}

test('a block that is pointed at shows what both grids would be, before anything is chosen', async () => {
  const id = await newDraft();
  const block = await (await DraftPlaces.of(id)).block();
  await onPage(`draft=${id}&sel=${block.to}&map=12/27.86/112.9`, async (page) => {
    await show(page, block.at);
    const { x, y } = screenOf(block.at, block.at);
    await page.mouse.move(x, y);
    await page.locator('.deltas li').nth(1).waitFor();
    assert.match(String(await page.locator('.score-lines li').nth(1).textContent()), /人口 [\d,]+ → [\d,]+/);
    assert.equal(await page.locator('.dock-actions').count(), 0);
  }, PLANNING);
});

test('a border is pushed with the keyboard alone: choose it, point where it shall lie, accept', async () => {
  const id = await newDraft();
  const push = await (await DraftPlaces.of(id)).push();
  await onPage(`draft=${id}`, async (page) => {
    await page.locator('.toolbar').waitFor();
    await page.keyboard.press('p');
    await point(page, push.from);
    await page.keyboard.press('.');
    await page.locator('.dock', { hasText: '⇄' }).waitFor();
    await point(page, push.at);
    await page.keyboard.press('.');
    await page.locator('.deltas li').first().waitFor();
    await page.keyboard.press('Enter');
    await reaches(page, id, 2);
    assert.match((await read(id)).log[0].text, /划入/);
  }, PLANNING);
});

test('a comment is about a place, a grid or a border, and leads there', async () => {
  const id = await newDraft();
  const places = await DraftPlaces.of(id);
  const [border, grid] = [places.border(), places.free()];
  await onPage(`draft=${id}&tab=review`, async (page) => {
    await page.keyboard.press('c');
    await show(page, border.at);
    await clickAt(page, border.at, border.at);
    await page.locator('.dock .segment button[aria-pressed=true]', { hasText: '这段边界' }).waitFor();
    await page.locator('textarea[name=comment]').fill('边界宜改到路中');
    await page.locator('.dock-actions .primary').click();
    await page.locator('#pane-review li', { hasText: '边界宜改到路中' }).waitFor();
    await show(page, grid.at);
    await clickAt(page, grid.at, grid.at);
    await page.locator('.dock .segment button').nth(1).click();
    await page.locator('textarea[name=comment]').fill('户数偏多');
    await page.locator('.dock-actions .primary').click();
    await page.locator('#pane-review li', { hasText: '户数偏多' }).waitFor();
    const { comments } = await ask(`/api/v1/drafts/${id}/comments`);
    assert.deepEqual(comments.map((/** @type {any} */ one) => [one.arc, one.grid]), [[border.arc, null], [null, grid.code]]);
  }, PLANNING);
});

test('the same block in two drafts: both answers on the map, and the planner says whose counts', async () => {
  const [mine, theirs] = [await newDraft(), await newDraft()];
  const places = await DraftPlaces.of(mine);
  const { face, to, at } = await places.block();
  const home = places.plan.grids[places.plan.zone[face]].code;
  await operate(mine, { op: 'assign', blocks: [face], to });
  await operate(theirs, { op: 'merge', grids: [to], into: home });
  for (const [who, step] of [['planner', 'submit'], ['approver', 'approve'], ['approver', 'publish']]) {
    const { version, noticeUntil } = await read(theirs);
    const body = step === 'publish' ? { effective: noticeUntil, document: '试' } : {};
    const response = await request(who, 'POST', `/api/v1/drafts/${theirs}/${step}`, body, { 'If-Match': `"${version}"` });
    assert.equal(response.status, 200, await response.text());
  }
  await onPage(`draft=${mine}&tab=review`, async (page) => {
    await page.locator('#pane-review .verdict-note .primary').click();
    await page.locator('.conflicts li').first().waitFor();
    assert.match(String(await page.locator('.conflicts li').first().textContent()), /撤销/);
    await show(page, at);
    await page.getByRole('button', { name: '按所选更新' }).click();
    await page.locator('.conflicts').waitFor({ state: 'detached' });
    assert.equal((await read(mine)).base.number, (await read(theirs)).publication);
  }, { ...PLANNING, refusals: [409] });
});

test('a layer replaces what was drawn only when that is meant', async () => {
  const id = await newDraft();
  await operate(id, { op: 'lock', grid: (await DraftPlaces.of(id)).free().code });
  await onPage(`draft=${id}&tab=findings`, async (page) => {
    page.setDefaultTimeout(180_000);
    await page.locator('#adopt-file').setInputFiles(OWN);
    await page.locator('dialog.over', { hasText: '1 项操作' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog.over').waitFor({ state: 'detached' });
    assert.equal((await read(id)).version, 2);
    await page.locator('#adopt-file').setInputFiles(OWN);
    await confirm(page);
    await page.locator('.countdown').waitFor();
    assert.equal((await read(id)).log.length, 1);
  }, PLANNING);
});
