import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { becomesReady, closeBrowser, hashOf, onPage, PHONE } from './page.js';
import { ask, makeAccount, PASSWORDS, personAnew, request, URL_BASE } from './people.js';

after(closeBrowser);

const OWN = 'Own-words-for-2026';
const bundle = await ask('/api/v1/map');
const grid = bundle.grids[Math.floor(bundle.grids.length / 3)];
const GATE = { as: null, path: '/ledger/', ready: 'gate' };

/** @param {import('playwright-core').Page} page @param {string} name @param {string} password */
async function fillIn(page, name, password) {
  await page.locator('input[name=username]:visible').fill(name);
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
}

/** @param {import('playwright-core').Page} page @param {string} next */
async function choosePassword(page, next) {
  await page.locator('input[name=next]').fill(next);
  await page.locator('input[name=repeat]').fill(next);
  await page.keyboard.press('Enter');
}

const tabs = (/** @type {import('playwright-core').Page} */ page) => page.locator('.tabs [role=tab]').evaluateAll((all) => all.map((one) => one.id));

test('a visitor sees the map, the grids and the service points, and is asked nothing he may not', () => onPage(`sel=grid~${grid.code}`, async (page, watch) => {
  assert.deepEqual(await tabs(page), ['tab-grid', 'tab-services']);
  await page.locator('#pane-grid .lines li').first().waitFor();
  assert.equal(await page.locator('.panel-foot').textContent(), '登录后可看案件、党建与体检登录');
  await page.locator('#tab-services').click();
  await page.locator('#pane-services .chip').first().waitFor();
  await page.keyboard.press('l');
  assert.ok(!String(await page.locator('.switches').textContent()).includes('楼栋'));
  for (const key of ['2', '3', '4']) await page.keyboard.press(key);
  assert.equal(hashOf(page).get('tab'), 'services');
  await page.waitForLoadState('networkidle');
  assert.deepEqual(watch.refused, []);
  assert.equal(await page.locator('.notice').count(), 0);
}, { as: null }));

test('names of grid staff are masked for a visitor', async () => {
  const holders = async (/** @type {Response} */ response) => (await response.json()).lines.map((/** @type {any} */ line) => line.holder).filter(Boolean);
  const known = await holders(await request('planner', 'GET', `/api/v1/grids/${grid.code}`));
  const shown = await holders(await fetch(`${URL_BASE}/api/v1/grids/${grid.code}`));
  assert.ok(shown.every((/** @type {string} */ name) => !known.includes(name)));
});

test('a link to more than one may see says which right it needs, and leads on', () => onPage('tab=findings', async (page, watch) => {
  const note = page.locator('#pane-forbidden');
  await note.waitFor();
  const words = String(await note.textContent());
  assert.match(words, /看体检结果/);
  assert.match(words, /规划员/);
  assert.doesNotMatch(words, /支部书记/);
  assert.deepEqual(watch.refused, []);
  await note.getByRole('button', { name: '登录' }).click();
  await fillIn(page, 'commander', PASSWORDS.commander);
  await page.locator('#pane-findings .title').waitFor();
  assert.equal(hashOf(page).get('tab'), 'findings');
  assert.equal(await page.locator('.who-am-i b').textContent(), '指挥员（示意）');
}, { as: null }));

test('a role without the right is told who has it', () => onPage('tab=findings', async (page, watch) => {
  await page.locator('#pane-forbidden').waitFor();
  assert.equal(await page.locator('#pane-forbidden .title').textContent(), '您没有这项权限');
  assert.ok(!(await tabs(page)).includes('tab-findings'));
  await page.locator('#pane-forbidden .button').click();
  await page.locator('#pane-grid .figures').waitFor();
  assert.deepEqual(watch.refused, []);
}, { as: 'grid-worker' }));

test('who may look at findings but not check is not offered to', () => onPage('tab=findings', async (page, watch) => {
  await page.locator('#pane-findings .title').waitFor();
  await page.waitForLoadState('networkidle');
  assert.equal(await page.locator('#check-file').count(), 0);
  assert.equal(await page.locator('#pane-findings .button.primary').count(), 0);
  assert.deepEqual(watch.refused, []);
}, { as: 'commander' }));

test('a wrong password is said so, and the right one lets in', () => onPage('', async (page) => {
  await fillIn(page, 'planner', 'not the password');
  await page.locator('.form-message').waitFor();
  assert.match(String(await page.locator('.form-message').textContent()), /账号或口令不正确/);
  assert.equal(await page.locator('input[name=password]').inputValue(), '');
  await page.keyboard.type(PASSWORDS.planner);
  await page.keyboard.press('Enter');
  await becomesReady(page);
  assert.equal(await page.locator('.who-am-i b').textContent(), '规划员（示意）');
}, { ...GATE, refusals: [401] }));

test('after too many failures the seconds are counted down', () => onPage('', async (page) => {
  const { name, password } = await makeAccount();
  for (let i = 0; i < 7 && !(await page.locator('.form button[type=submit]').isDisabled()); i++) {
    const answered = page.waitForResponse('**/api/v1/login');
    await fillIn(page, name, `wrong ${i}`);
    await answered;
    await page.waitForTimeout(60);
  }
  assert.match(String(await page.locator('.form-message').textContent()), /还要等 \d+ 秒/);
  await page.getByText('现在可以再试一次').waitFor();
  await fillIn(page, name, password);
  await page.locator('input[name=next]').waitFor();
}, { ...GATE, refusals: [401, 429] }));

for (const [where, options] of /** @type {const} */ ([['a desk', {}], ['a phone', { viewport: PHONE }]])) {
  test(`a one-time password is changed first, on ${where}`, () => onPage('', async (page) => {
    const { name, password } = await makeAccount({ grants: [{ role: 'commander', scope: '*' }] });
    await fillIn(page, name, password);
    await page.locator('input[name=next]').waitFor();
    await choosePassword(page, 'short');
    assert.match(String(await page.locator('.form-message').textContent()), /至少 10 个字符/);
    await choosePassword(page, `${name}-1234`);
    assert.match(String(await page.locator('.form-message').textContent()), /不包含账号名/);
    await choosePassword(page, 'password-2026');
    await page.getByText('口令太常见').waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
    await choosePassword(page, OWN);
    await becomesReady(page);
    await page.goto(`${URL_BASE}/#tab=cases`);
    await becomesReady(page);
    await page.waitForFunction(() => /\d/.test(document.querySelector('#pane-cases .big')?.textContent ?? ''));
  }, { ...GATE, refusals: [401, 422], ...options }));
}

test('who left before changing a one-time password is asked again', () => onPage('', async (page, watch) => {
  const made = await makeAccount();
  await page.context().addCookies(await cookiesOf(made.name, made.password));
  await page.goto(`${URL_BASE}/`);
  await page.locator('input[name=current]').fill(made.password);
  await choosePassword(page, OWN);
  await becomesReady(page);
  assert.deepEqual(watch.refused, []);
}, { as: null }));

/** @param {string} name @param {string} password */
async function cookiesOf(name, password) {
  const response = await fetch(`${URL_BASE}/api/v1/login`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name, password }) });
  const [cookie, value] = response.headers.getSetCookie()[0].split(';')[0].split('=');
  return [{ name: cookie, value, url: URL_BASE }];
}

test('where the map is not public, its page is the way in', () => onPage('', async (page) => {
  await page.route('**/api/v1/session', (route) => route.fulfill({ json: { viewer: { kind: 'anonymous', name: '', displayName: '', mustChangePassword: false, grants: [] }, rights: {}, csrf: null, ends: null, publicMap: false, provider: '市统一认证' } }));
  await page.goto(`${URL_BASE}/?again#tab=cases&map=14/27.87/112.9`);
  await becomesReady(page, 'gate');
  assert.equal(await page.locator('h1:visible').textContent(), '网格治理地图');
  assert.equal(await page.getByRole('link', { name: '用市统一认证登录' }).getAttribute('href'), '/api/v1/oidc/start');
  await page.locator('input[name=username]').fill('commander');
  await page.getByRole('button', { name: 'English' }).click();
  assert.equal(await page.locator('h1:visible').textContent(), 'Governance grid map');
  assert.equal(await page.locator('input[name=username]').inputValue(), 'commander');
  await page.locator('input[name=password]').fill(PASSWORDS.commander);
  await page.keyboard.press('Enter');
  await becomesReady(page);
  assert.deepEqual([hashOf(page).get('tab'), hashOf(page).get('lang')], ['cases', 'en']);
  assert.equal(await page.locator('#tab-cases').getAttribute('aria-selected'), 'true');
}, { as: null }));

test('signing in over the map and out again keeps the view', () => onPage('map=15/27.8665/112.908', async (page) => {
  await page.locator('.account .sign-in').click();
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.locator('.account .sign-in').click();
  await fillIn(page, 'planner', PASSWORDS.planner);
  await page.locator('.who-am-i').click();
  await page.keyboard.press('Escape');
  await page.locator('.menu').waitFor({ state: 'detached' });
  await page.locator('.who-am-i').click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.locator('.account .sign-in').waitFor();
  assert.deepEqual(await tabs(page), ['tab-grid', 'tab-services']);
  assert.match(String(hashOf(page).get('map')), /^15\//);
}, { as: null }));

test('a session that ends while a file is checked is opened again, and the check goes on', async () => {
  const who = await personAnew('planner');
  await onPage('tab=findings', async (page) => {
    await page.locator('#pane-findings .clean').waitFor();
    await fetch(`${URL_BASE}/api/v1/logout`, { method: 'POST', headers: { Cookie: who.cookie, 'X-CSRF-Token': who.csrf } });
    const square = [[112.9, 27.86], [112.91, 27.86], [112.91, 27.87], [112.9, 27.87], [112.9, 27.86]];
    const collection = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: 'a' }, geometry: { type: 'Polygon', coordinates: [square] } }, { type: 'Feature', properties: { code: 'b' }, geometry: { type: 'Polygon', coordinates: [square] } }] };
    await page.locator('#check-file').setInputFiles({ name: 'two.geojson', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(collection)) });
    const dialog = page.locator('dialog.over');
    await dialog.waitFor();
    assert.equal(await dialog.locator('input[name=username]').inputValue(), 'planner');
    await dialog.locator('input[name=password]').fill(PASSWORDS.planner);
    await page.keyboard.press('Enter');
    await page.locator('#pane-findings .list .item').first().waitFor();
    assert.equal(await page.locator('#pane-findings .title').first().textContent(), 'two.geojson');
  }, { who, refusals: [401] });
});

test('who navigates to nothing or to what is closed gets a page with a way on', () => onPage('', async (page) => {
  const nothing = await page.goto(`${URL_BASE}/no/such/place`);
  assert.equal(nothing?.status(), 404);
  assert.match(String(await page.locator('.title').textContent()), /没有找到/);
  await page.getByRole('link', { name: /打开地图/ }).click();
  await becomesReady(page);
  const closed = await page.goto(`${URL_BASE}/api/v1/cases?limit=1`);
  assert.equal(closed?.status(), 401);
  await page.getByRole('link', { name: /登录/ }).click();
  await becomesReady(page, 'gate');
  await fillIn(page, 'commander', PASSWORDS.commander);
  await page.waitForURL(/\/api\/v1\/cases\?limit=1$/);
  assert.match(String(await page.locator('body').textContent()), /"total"/);
  const forbidden = await page.goto(`${URL_BASE}/metrics`);
  assert.equal(forbidden?.status(), 403);
  assert.match(String(await page.locator('body').textContent()), /没有这项权限.*看服务器指标/s);
}, { as: null, refusals: [401, 403, 404] }));

test('signing in leads back to this server alone', async () => {
  for (const next of ['//example.org/x', 'https://example.org/x', '/\\example.org', 'javascript:alert(1)']) {
    await onPage('', async (page) => {
      await page.goto(`${URL_BASE}/ledger/?next=${encodeURIComponent(next)}`);
      await page.waitForLoadState('networkidle');
      assert.ok(page.url().startsWith(`${URL_BASE}/`), page.url());
    }, { as: 'commander', path: '/ledger/' });
  }
});

