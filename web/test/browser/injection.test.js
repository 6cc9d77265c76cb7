import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { closeBrowser, onPage } from './page.js';
import { ask, makeAccount, request, uniqueName, URL_BASE } from './people.js';

after(closeBrowser);

const IMAGE = '<img src=x onerror=window.__xss=1>';
const SCRIPT = '"><script>window.__xss=1</script>';
const BAD = `${IMAGE}${SCRIPT}`;
const JSON_TYPE = { 'Content-Type': 'application/geo+json' };

const bundle = await ask('/api/v1/map');
const buildings = await ask('/api/v1/map/buildings');
const grid = bundle.grids[Math.floor(bundle.grids.length / 3)];
const [lon, lat] = grid.at.map((/** @type {number} */ value) => value / bundle.scale);
const building = buildings.id[0];

/** Imports one feature and asks that it was taken. @param {string} what @param {Record<string, unknown>} properties */
async function take(what, properties) {
  const body = { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties }] };
  const response = await request('integrator', 'POST', `/api/v1/${what}/import?coordinates=wgs84`, JSON.stringify(body), JSON_TYPE);
  const report = await response.json();
  assert.equal(response.status, 200, JSON.stringify(report));
  assert.equal(report.accepted ?? report.stored ?? report.taken ?? 1, 1, JSON.stringify(report));
}

const code = uniqueName();
const account = await makeAccount({ displayName: BAD, grants: [{ role: 'commander', scope: '*' }] });
await request('admin', 'PATCH', `/api/v1/accounts/${account.account.id}`, { displayName: BAD, why: BAD }, { 'If-Match': `"${account.account.version}"` });
await request('admin', 'POST', '/api/v1/tokens', { name: BAD.slice(0, 100), role: 'integrator', scope: '*', days: 3 });
await take('cases', { code: `${IMAGE}${code}`.slice(0, 60), category: '0102', title: BAD, description: BAD, channel: '城管', status: '处置中', reportedAt: '2023-12-30T09:00:00+08:00' });
await take('cases', { category: '2601', title: BAD, description: BAD, channel: '举报箱', status: '处置中', reportedAt: '2023-12-30T10:00:00+08:00' });
await take('services', { kind: '综合窗口', name: `${IMAGE}${code}`, address: BAD, phone: IMAGE, hours: '' });
await take('party', { code: `${IMAGE}${code}`.slice(0, 40), name: IMAGE, branch: BAD, building, from: '2023-01-01', displayedOn: '2023-02-01', pledgedOn: '2023-03-01', pledge: BAD });
const { points } = await ask('/api/v1/services/points');
const point = points.find((/** @type {any} */ one) => one.name.endsWith(code));

/** Opens a page and asks that what was given stands there as text and did nothing.
 * @param {string} hash @param {string} shown selector of what shows it @param {import('./page.js').Options & {text?: string, open?: (page: import('playwright-core').Page) => Promise<void>}} options */
const harmless = (hash, shown, { text = IMAGE, open, ...options }) => onPage('', async (page) => {
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => { /** @type {any} */ (window).__csp = `${event.violatedDirective} ${event.blockedURI}`; }));
  await page.goto(`${URL_BASE}${options.path ?? '/'}?injection#${hash}`);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  await open?.(page);
  await page.locator(shown).filter({ hasText: text }).first().waitFor();
  await page.waitForLoadState('networkidle');
  const [xss, csp, images, scripts] = await page.evaluate(() => [/** @type {any} */ (window).__xss, /** @type {any} */ (window).__csp, document.querySelectorAll('img[src="x"]').length, [...document.scripts].filter((one) => one.text.includes('__xss')).length]);
  assert.deepEqual([xss, csp, images, scripts], [undefined, undefined, 0, 0]);
}, options);

test('a service point', () => harmless(`tab=services&sel=point~${point.id}`, '#pane-services .title', { as: 'planner' }));
test('service points nearby', () => harmless(`tab=services&at=${lon},${lat}`, '#pane-services ol.list', { as: null }));
test('the grid card with its points', () => harmless(`sel=grid~${grid.code}`, '#pane-grid', { as: 'commander' }));
test('members of a building', () => harmless(`tab=party&sel=building~${building}`, '#pane-party .list', { as: 'commander' }));
test('a search for markup', () => harmless('', '.results', { as: 'planner', text: '没有找到', open: async (page) => {
  await page.keyboard.press('/');
  await page.keyboard.type(IMAGE);
} }));
test('accounts', () => harmless('s=accounts', '#accounts td', { as: 'admin', path: '/ledger/' }));
test('the form of an account', () => harmless('s=accounts', 'dialog h2', { as: 'admin', path: '/ledger/', text: account.name, open: async (page) => {
  await page.getByRole('button', { name: `编辑 ${account.name}` }).click();
  assert.equal(await page.locator('dialog input[name=displayName]').inputValue(), BAD);
} }));
test('tokens', () => harmless('s=tokens', '#tokens td', { as: 'admin', path: '/ledger/' }));
test('the revoking of a token', () => harmless('s=tokens', 'dialog h2', { as: 'admin', path: '/ledger/', open: (page) => page.locator('#tokens tr', { hasText: IMAGE }).getByRole('button').first().click() }));
test('the audit trail with what was before and after', () => harmless('s=audit', '.events dd', { as: 'auditor', path: '/ledger/', open: async (page) => {
  await page.locator('input[name=subject]').fill(account.name);
  await page.getByRole('button', { name: '查询' }).click();
  await page.locator('.events summary', { hasText: '修改账号' }).first().click();
} }));
test('reports', () => harmless('s=reports', '.report', { as: 'report-handler', path: '/ledger/' }));
test('a page for an address of markup', () => onPage('', async (page) => {
  await page.goto(`${URL_BASE}/${encodeURIComponent(BAD)}`);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).__xss), undefined);
  assert.equal(await page.locator('img[src="x"]').count(), 0);
}, { as: null, refusals: [404, 400] }));
