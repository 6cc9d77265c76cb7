import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ask, clickMiddle, closeBrowser, hashBecomes, hashOf, onPage, PHONE } from './page.js';

after(closeBrowser);

const bundle = await ask('/api/v1/map');
const grid = bundle.grids[Math.floor(bundle.grids.length / 3)];

/** @param {{at: number[]}} unit @param {number} zoom */
const viewOf = (unit, zoom) => `map=${zoom}/${unit.at[1] / bundle.scale}/${unit.at[0] / bundle.scale}`;

test('the page opens with the whole district', () => onPage('', async (page) => {
  assert.equal(await page.locator('h1').textContent(), bundle.district.name);
  assert.equal(await page.locator('.badge.demo').count(), bundle.district.synthetic ? 1 : 0);
  await page.waitForFunction(() => document.querySelectorAll('.leaflet-ground-pane .leaflet-tile-loaded').length > 2);
  assert.ok(Number(hashOf(page).get('map')?.split('/')[0]) >= 8);
}));

test('a grid is found by its name and by its code with the keyboard alone', () => onPage('', async (page) => {
  for (const text of [grid.name, grid.code]) {
    await page.keyboard.press('/');
    await page.keyboard.type(text);
    await page.locator('.results .hit[aria-selected="true"]').filter({ has: page.getByText(grid.name, { exact: true }) }).waitFor();
    await page.keyboard.press('Enter');
    await hashBecomes(page, 'sel', (value) => value === `grid~${grid.code}`);
    assert.equal(await page.locator('#pane-grid .title').textContent(), grid.name);
    assert.match(String(await page.locator('#pane-grid .code').textContent()), new RegExp(grid.code));
    await page.keyboard.press('Escape');
    await hashBecomes(page, 'sel', (value) => value === null);
  }
}));

test('a click tells who is responsible: the chain and the four lines', () => onPage(viewOf(grid, 17), async (page) => {
  await clickMiddle(page);
  await hashBecomes(page, 'at', (value) => value !== null);
  const community = bundle.communities[grid.community];
  assert.equal(await page.locator('#pane-grid .title').textContent(), grid.name);
  assert.match(String(await page.locator('#pane-grid .chain').textContent()), new RegExp(`${bundle.townships[community.township].name}.*${community.name}`));
  await page.locator('#pane-grid .lines li').first().waitFor();
  assert.equal(await page.locator('#pane-grid .lines li').count(), 4);
}));

test('in the other tabs the answer stands beside the place', () => onPage(`${viewOf(grid, 17)}&tab=cases`, async (page) => {
  await clickMiddle(page);
  await page.locator('.who .lines li').first().waitFor();
  assert.equal(await page.locator('.who .title').textContent(), grid.name);
}));

test('far out a click selects the community or township', () => onPage(viewOf(grid, 11), async (page) => {
  await clickMiddle(page);
  await hashBecomes(page, 'sel', (value) => /^(community|township)~/.test(value ?? ''));
}));

test('a permalink reopens the same page', () => onPage(`${viewOf(grid, 16)}&sel=grid~${grid.code}&off=labels&lang=en`, async (page) => {
  assert.equal(await page.locator('#tab-grid').textContent(), 'Grid');
  assert.equal(await page.locator('#pane-grid .title').textContent(), grid.name);
  assert.equal(hashOf(page).get('off'), 'labels');
  assert.equal(hashOf(page).get('map')?.split('/')[0], '16');
}));

test('language and colours change without a reload', () => onPage('', async (page) => {
  await page.evaluate(() => (document.body.dataset.same = 'yes'));
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  assert.equal(await page.locator('#tab-findings').textContent(), 'Findings');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.getByRole('button', { name: /Appearance/ }).click();
  await page.getByRole('button', { name: /Appearance/ }).click();
  assert.notEqual(await page.locator('html').getAttribute('data-dark'), null);
  assert.equal(await page.evaluate(() => document.body.dataset.same), 'yes');
}));

test('the dark system gets the dark page', () => onPage('', async (page) => {
  assert.notEqual(await page.locator('html').getAttribute('data-dark'), null);
}, { dark: true }));

test('layers switch off and stay off in the address', () => onPage('', async (page) => {
  await page.keyboard.press('l');
  await page.locator('.switches input').nth(1).click();
  await hashBecomes(page, 'off', (value) => value === 'streets');
}));

test('help opens and closes with the keyboard', () => onPage('', async (page) => {
  await page.keyboard.press('?');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}));

test('rubbish in the address opens the page all the same', () => onPage('map=1e9/x/NaN&sel=grid~%3Cimg%20src=x%20onerror=alert(1)%3E&tab=__proto__&from=0000-99-99&f=-5&bw=evil&%E0%A4%A', async (page) => {
  assert.equal(await page.locator('#tab-grid').getAttribute('aria-selected'), 'true');
}));

test('a code that names no grid shows the overview', () => onPage('sel=grid~000000000000000', async (page) => {
  await page.locator('#pane-grid .figures').waitFor();
}, { refusals: [404] }));

test('a phone shows map and sheet without scrolling sideways', () => onPage('', async (page) => {
  for (const tab of ['findings', 'cases', 'party', 'services', 'grid']) {
    await page.locator(`#tab-${tab}`).click();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), tab);
    const sheet = await page.locator('#panel').boundingBox();
    assert.ok(sheet && sheet.width <= 390 && sheet.height > 300, tab);
  }
  assert.ok(await page.evaluate(() => [...document.querySelectorAll('.tabs button')].every((one) => one.getBoundingClientRect().height >= 44)));
}, { viewport: PHONE }));
