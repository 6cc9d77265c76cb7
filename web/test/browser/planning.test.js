import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { DraftPlaces, show } from './draft-places.js';
import { ask, closeBrowser, hashBecomes, hashOf, onPage, openPage, PHONE } from './page.js';
import { request, uniqueName, URL_BASE } from './people.js';
import { between, clickAt, confirm, dragAt, newDraft, OWN, PLANNING, reaches, read } from './planning-desk.js';

after(closeBrowser);

test('a planner redraws grids, hands them in, and an approver puts them in force', async () => {
  const title = `网格调整 ${uniqueName()}`;
  let id = 0;
  await onPage('', async (page) => {
    await page.getByRole('button', { name: '新建草案' }).click();
    await page.locator('dialog input[name=title]').fill(title);
    await page.keyboard.press('Enter');
    await hashBecomes(page, 'draft', (value) => value !== null);
    id = Number(hashOf(page).get('draft'));
    await reaches(page, id, 1);
    const places = await DraftPlaces.of(id);

    const block = await places.block();
    await show(page, block.at, { sel: block.to });
    await clickAt(page, block.at, block.at);
    await page.locator('.deltas li').first().waitFor();
    await page.keyboard.press('Enter');
    await reaches(page, id, 2);
    assert.match((await read(id)).log[0].text, /划入/);

    const cut = await places.cut();
    const middle = between(cut.points[0], cut.points[1]);
    await page.keyboard.press('x');
    await show(page, middle, { sel: cut.grid });
    for (const point of cut.points) await clickAt(page, middle, point);
    await page.locator('.dock b', { hasText: / m$/ }).waitFor();
    await page.keyboard.press('Enter');
    await reaches(page, id, 3);
    assert.match((await read(id)).log[1].text, /切分/);

    const push = await places.push();
    await page.keyboard.press('p');
    await show(page, push.at, { sel: '' });
    await dragAt(page, push.at, push.from, push.at);
    await reaches(page, id, 4);

    const locked = places.free();
    await page.keyboard.press('k');
    await show(page, locked.at);
    await clickAt(page, locked.at, locked.at);
    await reaches(page, id, 5);
    assert.deepEqual((await read(id)).locks.grids, [locked.code]);

    await page.keyboard.press('Control+z');
    await reaches(page, id, 6);
    assert.deepEqual((await read(id)).locks.grids, []);
    await page.keyboard.press('Control+Shift+z');
    await reaches(page, id, 7);
    assert.deepEqual((await read(id)).locks.grids, [locked.code]);

    const band = { min: 360, target: 380, max: 400 };
    const uneven = await places.uneven(band);
    await page.evaluate((code) => (location.hash = `${location.hash}&sel=${code}`), uneven.grid);
    await page.keyboard.press('e');
    await page.getByRole('button', { name: '整个社区' }).click();
    for (const key of /** @type {const} */ (['min', 'target', 'max'])) await page.locator(`.dock input[name=${key}]`).fill(String(band[key]));
    await page.getByRole('button', { name: '试算' }).click();
    await page.locator('.dock .why li').first().waitFor();
    await page.locator('.dock-actions .primary').click();
    await reaches(page, id, 8);

    await page.locator('#tab-review').click();
    await page.locator('.moves tbody tr').first().waitFor();
    await page.getByRole('button', { name: '提交审核' }).click();
    await confirm(page);
    await page.locator('.brand .state-submitted').waitFor();
    assert.equal(await page.getByRole('button', { name: '审核通过' }).count(), 0, 'nobody approves his own');
  }, { ...PLANNING, refusals: [409] });

  await onPage(`draft=${id}&tab=review`, async (page) => {
    await page.keyboard.press('c');
    const box = await page.locator('#map').boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width * 0.6, box.y + box.height / 2);
    await page.locator('textarea[name=comment]').fill('请核对这里的边界');
    await page.locator('.dock-actions .primary').click();
    await page.locator('#pane-review .glyph.comment').waitFor();
    await page.getByRole('button', { name: '审核通过' }).click();
    await confirm(page);
    await page.locator('.brand .state-approved').waitFor();
    await page.getByRole('button', { name: '发布' }).click();
    const draft = await read(id);
    await page.locator('dialog input[name=effective]').fill(draft.noticeUntil);
    await page.locator('dialog input[name=document]').fill('雨网格〔2026〕3 号');
    await confirm(page);
    const { noticeDays } = await ask('/api/v1/review');
    if (noticeDays > 0) return void (await page.locator('dialog .form-message', { hasText: draft.noticeUntil }).waitFor());
    await page.locator('.brand .state-published').waitFor();
    const { publication } = await read(id);
    await page.goto(`${URL_BASE}/`);
    await page.locator('.brand .publication', { hasText: `第 ${publication} 版` }).waitFor();
  }, { ...PLANNING, as: 'approver', refusals: [409] });
});

test('68 → 0: a foreign layer is adopted and mended item by item, by kind and at once', async () => {
  const id = await newDraft();
  const planted = JSON.parse(readFileSync(OWN.replace('grids.geojson', 'planted.geojson'), 'utf8')).features.length;
  await onPage(`draft=${id}&tab=findings`, async (page) => {
    const left = async () => Number(await page.locator('.countdown > b').textContent());
    const falls = async (/** @type {number} */ before) => page.waitForFunction((was) => Number(document.querySelector('.countdown > b')?.textContent) < was, before);
    page.setDefaultTimeout(180_000);
    await page.locator('#adopt-file').setInputFiles(OWN);
    await page.locator('.countdown').waitFor();
    assert.equal(await left(), planted);

    await page.keyboard.press('6');
    await hashBecomes(page, 'f', (value) => value !== null);
    assert.match(String(await page.locator('#pane-findings .explain').textContent()), /效果：/);
    await page.getByRole('button', { name: '修复', exact: true }).click();
    await falls(planted);
    const afterOne = await left();

    await page.getByRole('button', { name: '列为例外' }).click();
    await page.locator('dialog input[name=reason]').fill('托管区');
    await confirm(page);
    await falls(afterOne);
    const afterTwo = await left();

    await page.locator('#pane-findings .chip').first().click();
    await page.getByRole('button', { name: /^修复全部/ }).click();
    await falls(afterTwo);
    const afterKind = await left();
    await page.locator('#pane-findings .chip[aria-pressed=true]').click();
    await page.getByRole('button', { name: /^全部修复/ }).click();
    await falls(afterKind);
    assert.equal(await left(), 0);
    await page.locator('#pane-findings .clean').waitFor();
    assert.deepEqual((await read(id)).findings, { total: planted, open: 0, excepted: 1, resolved: planted - 1 });

    await page.getByRole('button', { name: '撤销' }).first().click();
    await page.waitForFunction((wanted) => Number(document.querySelector('.countdown > b')?.textContent) === wanted, afterKind);
  }, PLANNING);
});

test('who was slower is told so, keeps his step, and does it on the newest draft', async () => {
  const id = await newDraft();
  const places = await DraftPlaces.of(id);
  const block = await places.block();
  const other = places.free();
  await onPage(`draft=${id}&sel=${block.to}&map=12/27.86/112.9`, async (page) => {
    await show(page, block.at);
    await clickAt(page, block.at, block.at);
    await page.locator('.deltas li').first().waitFor();
    assert.equal((await request('planner', 'POST', `/api/v1/drafts/${id}/ops`, { op: 'lock', grid: other.code }, { 'If-Match': '"1"' })).status, 200);
    await page.keyboard.press('Enter');
    await page.locator('.trouble', { hasText: '草案已被他人修改' }).waitFor();
    assert.equal((await read(id)).version, 2, 'nothing of his was done');
    await page.locator('.trouble .primary').click();
    await reaches(page, id, 3);
    assert.deepEqual((await read(id)).locks.grids, [other.code], 'nothing of the other is lost');
    assert.match((await read(id)).log[1].text, /划入/);
  }, { ...PLANNING, refusals: [412] });
});

test('without a network nothing is shown that was not done, and the step can be sent again', async () => {
  const id = await newDraft();
  const block = await (await DraftPlaces.of(id)).block();
  const { page, close } = await openPage(`draft=${id}&sel=${block.to}&map=12/27.86/112.9`, PLANNING);
  await show(page, block.at);
  await clickAt(page, block.at, block.at);
  await page.locator('.deltas li').first().waitFor();
  await page.waitForTimeout(600);
  await page.context().setOffline(true);
  await page.keyboard.press('Enter');
  await page.locator('.trouble', { hasText: '连不上服务器' }).waitFor();
  await page.context().setOffline(false);
  assert.equal((await read(id)).version, 1);
  await page.locator('.trouble .primary').click();
  await reaches(page, id, 2);
  await close();
});

test('a refused step says which rule, and can be dropped', async () => {
  const id = await newDraft();
  const places = await DraftPlaces.of(id);
  const [here, there] = [places.free(), places.plan.grids[places.plan.grids.length - 1]];
  await onPage(`draft=${id}&sel=${there.code}&map=12/27.86/112.9`, async (page) => {
    await show(page, here.at);
    await clickAt(page, here.at, here.at);
    await page.locator('.trouble', { hasText: /社区|连片/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.trouble').waitFor({ state: 'detached' });
    assert.equal((await read(id)).version, 1);
  }, { ...PLANNING, refusals: [409] });
});

test('the table of grids is sorted and leads to its grids; find next goes round', async () => {
  const id = await newDraft();
  await onPage(`draft=${id}&tab=grids`, async (page) => {
    const first = page.locator('.grid-row').first();
    await first.waitFor();
    const households = (await page.locator('.grid-value').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
    assert.deepEqual(households, households.slice().sort((a, b) => b - a));
    await first.click();
    await hashBecomes(page, 'sel', (value) => value !== null);
    const before = hashOf(page).get('sel');
    await page.locator('#tab-scores').click();
    await page.locator('.principles').waitFor();
    await page.keyboard.press('1');
    await hashBecomes(page, 'sel', (value) => value === before);
    await page.keyboard.press('n');
    await hashBecomes(page, 'sel', (value) => value !== before);
    await page.locator('.principle-head').first().click();
    await page.locator('.principle .explain').waitFor();
  }, PLANNING);
});

test('draft and plan in force stand side by side, with a line that keys move', async () => {
  const id = await newDraft();
  await onPage(`draft=${id}&compare=before`, async (page) => {
    const swipe = page.locator('.swipe');
    await swipe.focus();
    const before = Number(await swipe.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowRight');
    assert.ok(Number(await swipe.getAttribute('aria-valuenow')) > before);
  }, PLANNING);
});

test('who may not see drafts is told who may, and has no link to them', () => onPage('', async (page, watch) => {
  await page.locator('.forbidden').waitFor();
  assert.match(String(await page.locator('.forbidden').textContent()), /看草案.*规划员/);
  assert.equal(await page.locator('.workspaces').count(), 0);
  assert.deepEqual(watch.refused, []);
}, { ...PLANNING, as: 'window-clerk' }));

test('a draft that is not there leads to the list', () => onPage('draft=999999', async (page) => {
  await page.locator('.notice.bad').waitFor();
  await page.locator('#drafts .draft-item').first().waitFor();
}, { ...PLANNING, refusals: [404] }));

test('from map to planning and back one sees the same place', () => onPage('map=15/27.86/112.905', async (page) => {
  await page.locator('.workspaces a', { hasText: '规划' }).click();
  await page.locator('#drafts').waitFor();
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  assert.match(String(hashOf(page).get('map')), /^15\/27\.86/);
  await page.locator('.workspaces a', { hasText: '地图' }).click();
  await hashBecomes(page, 'map', (value) => /^15\/27\.86/.test(value ?? ''));
}));

test('a phone shows tools and sheet without scrolling sideways, and all that is touched is large enough', async () => {
  const id = await newDraft();
  await onPage(`draft=${id}&map=16/27.8637/112.905`, async (page) => {
    for (const tab of ['scores', 'grids', 'findings', 'review', 'log']) {
      await page.locator(`#tab-${tab}`).tap();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), tab);
    }
    const small = await page.evaluate(() => [...document.querySelectorAll('.toolbar button, .tabs button, .pane:not([hidden]) .button')].filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 44).map((one) => one.textContent));
    assert.deepEqual(small, []);
    await page.locator('.handle').tap();
    await page.locator('#panel[data-snap=full]').waitFor();
    await page.locator('.handle').tap();
    await page.locator('#panel[data-snap=peek]').waitFor();
    await page.waitForTimeout(400);
    await page.touchscreen.tap(180, 330);
    await hashBecomes(page, 'sel', (value) => value !== null);
    await page.locator('.dock').waitFor();
  }, { ...PLANNING, viewport: PHONE });
});
