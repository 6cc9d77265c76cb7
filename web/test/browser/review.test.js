import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DraftPlaces } from './draft-places.js';
import { closeBrowser, onPage } from './page.js';
import { ask, newPerson, request } from './people.js';
import { confirm, newDraft, PLANNING, read } from './planning-desk.js';

after(closeBrowser);

test('steps of the review are settled on the page, taken by two people, and the draft is put away at the end', async () => {
  const before = await ask('/api/v1/review', 'admin');
  const id = await newDraft();
  const places = await DraftPlaces.of(id);
  const { version } = await read(id);
  await request('planner', 'POST', `/api/v1/drafts/${id}/ops`, { op: 'rename', grid: places.free().code, name: '两级审核试名' }, { 'If-Match': `"${version}"` });
  try {
    await onPage('', async (page) => {
      await page.getByRole('button', { name: '审核设置' }).click();
      await page.locator('dialog input[name=step0]').fill('街道初审');
      await page.getByRole('button', { name: '增加一级' }).click();
      await page.locator('dialog input[name=step1]').fill('区级审核');
      await confirm(page);
      await page.locator('dialog.over').waitFor({ state: 'detached' });
      assert.deepEqual((await ask('/api/v1/review', 'admin')).steps, [{ name: '街道初审', level: 'unit' }, { name: '区级审核', level: 'district' }]);
    }, { ...PLANNING, as: 'admin' });

    await request('planner', 'POST', `/api/v1/drafts/${id}/submit`, {}, { 'If-Match': `"${(await read(id)).version}"` });
    await onPage(`draft=${id}&tab=review`, async (page) => {
      await page.locator('.approvals li[aria-current=step]', { hasText: '街道初审' }).waitFor();
      await page.getByRole('button', { name: '审核通过' }).click();
      await confirm(page);
      await page.locator('.approvals li[aria-current=step]', { hasText: '区级审核' }).waitFor();
      assert.equal(await page.getByRole('button', { name: '审核通过' }).count(), 0, 'nobody takes two steps');
      assert.equal((await read(id)).state, 'submitted');
    }, { ...PLANNING, as: 'approver' });

    await onPage(`draft=${id}&tab=review`, async (page) => {
      await page.getByRole('button', { name: '审核通过' }).click();
      await confirm(page);
      await page.locator('.brand .state-approved').waitFor();
      await page.getByRole('button', { name: '退回' }).click();
      await page.locator('dialog textarea[name=why]').fill('试完');
      await confirm(page);
      await page.locator('.brand .state-rejected').waitFor();
      await page.getByRole('button', { name: '归档' }).click();
      await confirm(page);
      await page.locator('.brand .state-archived').waitFor();
      assert.equal((await read(id)).state, 'archived');
    }, { ...PLANNING, who: await newPerson({ displayName: '区级审核员', grants: [{ role: 'approver', scope: '*' }] }) });
  } finally {
    await request('admin', 'PUT', '/api/v1/review', before);
  }
});
