import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, DESKTOP, onPage, PHONE } from './page.js';
import { ADMIN_PASSWORD, makeAccount, personAnew, request, uniqueName, URL_BASE } from './people.js';

after(closeBrowser);

const ADMIN = { as: 'admin', path: '/ledger/' };

/** @param {import('playwright-core').Page} page @param {string} role @param {string} words */
async function chooseGrant(page, role, words) {
  await page.locator('dialog select[name=role]').selectOption(role);
  await page.locator('dialog input[name=scope]').pressSequentially(words, { delay: 20 });
  await page.locator('.scope-picker .hit', { hasText: words }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** @param {import('playwright-core').Page} page */
async function takeSecret(page) {
  const secret = String(await page.locator('.secret').textContent());
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.secret').count(), 1, 'Escape does not lose it');
  await page.getByRole('button', { name: /我已保存/ }).click();
  return secret;
}

const submit = (/** @type {import('playwright-core').Page} */ page) => page.locator('dialog').last().locator('button[type=submit]').click();
const rowOf = (/** @type {import('playwright-core').Page} */ page, /** @type {string} */ name) => page.locator('tbody tr', { hasText: name });

for (const [where, viewport] of /** @type {const} */ ([['a desk', DESKTOP], ['a phone', PHONE]])) {
  test(`an account is made, changed, disabled and enabled, on ${where}`, () => onPage('', async (page) => {
    const name = uniqueName();
    await page.getByRole('button', { name: '新建账号' }).click();
    await page.locator('dialog input[name=name]').fill(name);
    await page.locator('dialog input[name=displayName]').fill('周志强');
    await chooseGrant(page, 'grid-worker', '雨湖路社区');
    await submit(page);
    const password = await takeSecret(page);
    assert.match(password, /^[a-z0-9]{16}$/);
    await page.locator('input[name=filter]').fill(name);
    assert.match(String(await rowOf(page, name).textContent()), /网格员雨湖路社区.*待改口令/);
    await page.getByRole('button', { name: `编辑 ${name}` }).click();
    await page.locator('dialog input[name=displayName]').fill('周志刚');
    await submit(page);
    await rowOf(page, '周志刚').waitFor();
    await page.getByRole('button', { name: `停用 ${name}` }).click();
    await page.locator('dialog input[name=why]').fill('调离');
    await submit(page);
    await page.getByRole('button', { name: `启用 ${name}` }).waitFor();
    assert.equal((await fetch(`${URL_BASE}/api/v1/login`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name, password }) })).status, 401);
    await page.getByRole('button', { name: `启用 ${name}` }).click();
    await submit(page);
    await page.getByRole('button', { name: `重置口令 ${name}` }).click();
    await submit(page);
    assert.notEqual(await takeSecret(page), password);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  }, { ...ADMIN, viewport }));
}

test('a session that ends in the middle of a form is opened again and nothing is lost', async () => {
  const who = await personAnew('admin');
  await onPage('', async (page) => {
    const name = uniqueName();
    await page.getByRole('button', { name: '新建账号' }).click();
    await page.locator('dialog input[name=name]').fill(name);
    await page.locator('dialog input[name=displayName]').fill('不能丢');
    await chooseGrant(page, 'commander', '雨湖路街道');
    await fetch(`${URL_BASE}/api/v1/logout`, { method: 'POST', headers: { Cookie: who.cookie, 'X-CSRF-Token': who.csrf } });
    await submit(page);
    const over = page.locator('dialog.over').last();
    await over.locator('input[name=password]').waitFor();
    assert.match(String(await over.textContent()), /登录已过期/);
    assert.equal(await over.locator('input[name=username]').inputValue(), 'admin');
    await page.keyboard.press('Escape');
    await page.locator('dialog .form-message:visible').waitFor();
    assert.equal(await page.locator('dialog input[name=displayName]').inputValue(), '不能丢');
    await submit(page);
    await page.locator('dialog.over').last().locator('input[name=password]').fill(ADMIN_PASSWORD);
    await page.keyboard.press('Enter');
    await takeSecret(page);
    await page.locator('input[name=filter]').fill(name);
    assert.match(String(await rowOf(page, name).textContent()), /不能丢.*指挥员雨湖路街道/);
  }, { ...ADMIN, who, refusals: [401] });
});

test('a cookie that is gone asks to sign in, however many requests are under way', async () => onPage('', async (page) => {
  await page.locator('tbody tr').first().waitFor();
  await page.context().clearCookies();
  await page.evaluate(() => Promise.all([import(/** @type {any} */ ('/js/api.js'))]).then(([api]) => { /** @type {any} */ (window).both = Promise.all([api.get('/api/v1/accounts'), api.get('/api/v1/tokens')]); }));
  const dialog = page.locator('dialog.over');
  await dialog.waitFor();
  assert.equal(await dialog.count(), 1);
  await dialog.locator('input[name=username]').fill('admin');
  await dialog.locator('input[name=password]').fill(ADMIN_PASSWORD);
  await page.keyboard.press('Enter');
  const [accounts, tokens] = await page.evaluate(() => /** @type {any} */ (window).both);
  assert.ok(accounts.accounts.length > 5 && Array.isArray(tokens.tokens));
}, { ...ADMIN, who: await personAnew('admin'), refusals: [401] }));

test('what somebody else has changed is shown, and what was typed can be saved all the same', () => onPage('', async (page) => {
  const { name, account } = await makeAccount({ displayName: '原名', grants: [{ role: 'commander', scope: '*' }] });
  await page.reload();
  await page.locator('input[name=filter]').fill(name);
  await page.getByRole('button', { name: `编辑 ${name}` }).click();
  await page.locator('dialog input[name=displayName]').fill('我改的');
  const other = await request('admin', 'PATCH', `/api/v1/accounts/${account.id}`, { displayName: '别人改的', grants: [{ role: 'planner', scope: '*' }] }, { 'If-Match': `"${account.version}"` });
  assert.equal(other.status, 200);
  await submit(page);
  const stale = page.locator('dialog .stale');
  await stale.waitFor();
  assert.match(String(await stale.textContent()), /原名.*别人改的.*我改的.*指挥员.*规划员/);
  assert.match(String(await page.locator('dialog .grants').textContent()), /规划员/, 'what was not touched takes his values');
  await submit(page);
  await rowOf(page, '我改的').waitFor();
  assert.match(String(await rowOf(page, name).textContent()), /规划员全区/);
}, { ...ADMIN, refusals: [412] }));

test('a token is made, opens the API, and is revoked', () => onPage('s=tokens', async (page) => {
  const name = `推送 ${uniqueName()}`;
  await page.getByRole('button', { name: '新建令牌' }).click();
  await page.locator('dialog input[name=name]').fill(name);
  await page.locator('dialog select[name=role]').selectOption('integrator');
  await page.locator('dialog input[name=scope]').click();
  await page.locator('.scope-picker .hit', { hasText: '全区' }).click();
  await submit(page);
  const secret = await takeSecret(page);
  const status = async () => (await fetch(`${URL_BASE}/api/v1/cases?limit=1`, { headers: { Authorization: `Bearer ${secret}` } })).status;
  assert.equal(await status(), 200);
  await page.getByRole('button', { name: `吊销 ${name}` }).click();
  await submit(page);
  await rowOf(page, name).getByText('已吊销').waitFor();
  assert.equal(await status(), 401);
}, ADMIN));

test('the audit trail is filtered, read back, exported and verified', async () => {
  const { name } = await makeAccount({ displayName: '查账' });
  for (let i = 0; i < 3; i++) await request('grid-worker', 'GET', '/api/v1/findings');
  await onPage('', async (page) => {
    await page.locator('.events li').first().waitFor();
    await page.locator('select[name=action]').selectOption('account-create');
    await page.locator('input[name=subject]').fill(name);
    await page.getByRole('button', { name: '查询' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.events li').length === 1);
    await page.locator('.events summary').click();
    assert.match(String(await page.locator('.events li').textContent()), new RegExp(`admin.*建立账号.*账号 ${name}.*已完成.*改后.*查账`, 's'));
    const csv = await page.request.get(new URL(String(await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href')), URL_BASE).href);
    assert.match(await csv.text(), new RegExp(name));
    await page.getByRole('button', { name: '清除条件' }).click();
    await page.locator('select[name=outcome]').selectOption('refused');
    await page.getByRole('button', { name: '查询' }).click();
    await page.locator('.events li', { hasText: '越权被拒' }).first().waitFor();
    await page.getByRole('button', { name: '校验' }).click();
    await page.locator('.verdict.good').waitFor();
    assert.match(String(await page.locator('.verdict').textContent()), /完好/);
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await page.locator('.events li', { hasText: 'Beyond rights' }).first().waitFor();
  }, { as: 'auditor', path: '/ledger/' });
});

test('older events follow', () => onPage('', async (page) => {
  for (let i = 0; i < 60; i++) await request('grid-worker', 'GET', '/api/v1/findings');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('button', { name: '更早的记录' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.events li').length > 50);
}, { as: 'auditor', path: '/ledger/' }));

test('reports are for their handlers alone', async () => {
  await onPage('', async (page) => {
    await page.locator('.report').first().waitFor();
    assert.match(String(await page.locator('.count').textContent()), /共 \d+ 件/);
  }, { as: 'report-handler', path: '/ledger/' });
  await onPage('s=reports', async (page, watch) => {
    await page.locator('.forbidden').waitFor();
    assert.deepEqual(await page.locator('#sections a').allTextContents(), ['账号', '接口令牌', '我的']);
    assert.deepEqual(watch.refused, []);
  }, ADMIN);
});

test('everybody sees what he may do and changes his password', async () => {
  const made = await makeAccount({ grants: [{ role: 'window-clerk', scope: '*' }] });
  await onPage('', async (page) => {
    await page.locator('input[name=username]:visible').fill(made.name);
    await page.locator('input[name=password]').fill(made.password);
    await page.keyboard.press('Enter');
    await page.locator('input[name=next]').fill('First-words-2026');
    await page.locator('input[name=repeat]').fill('First-words-2026');
    await page.keyboard.press('Enter');
    await page.locator('#mine').waitFor();
    assert.match(String(await page.locator('#mine').textContent()), /窗口.*全区.*导入案件/s);
    await page.locator('#mine').getByRole('button', { name: '修改口令' }).click();
    await page.locator('input[name=current]').fill('not this one');
    await page.locator('input[name=next]').fill('Second-words-2026');
    await page.locator('input[name=repeat]').fill('Second-words-2026');
    await page.keyboard.press('Enter');
    await page.getByText('现在的口令不正确').waitFor();
    await page.locator('input[name=current]').fill('First-words-2026');
    await page.keyboard.press('Enter');
    await page.getByText('口令已修改').waitFor();
  }, { as: null, path: '/ledger/', ready: 'gate', refusals: [401] });
});
