import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';
import { ARGUMENTS, DESKTOP, EXECUTABLE, PHONE, URL_BASE } from './page.js';
import { become, person } from './people.js';

/** @type {Promise<import('playwright-core').Browser> | null} */
let browser = null;
after(async () => (await browser)?.close());

/** A page whose map is answered by `answer`. @param {{width: number, height: number}} viewport @param {(route: import('playwright-core').Route) => Promise<void>} answer */
async function openWith(viewport, answer) {
  browser ??= chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
  const context = await (await browser).newContext({ viewport });
  await become(context, await person('planner'));
  const page = await context.newPage();
  await page.route('**/api/v1/map', answer);
  await page.goto(`${URL_BASE}/`);
  return page;
}

/** @param {import('playwright-core').Route} route */
const nothing = (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify({ title: 'Not ready to answer', status: 503, code: 'unavailable' }) });

for (const [name, viewport] of /** @type {const} */ ([['a desk', DESKTOP], ['a phone', PHONE]])) {
  test(`an empty server says on ${name} how to fill it`, async () => {
    const page = await openWith(viewport, nothing);
    const note = page.locator('#panel .title');
    await note.waitFor();
    assert.equal(await note.textContent(), '还没有网格数据');
    assert.match(String(await page.locator('h1').textContent()), /网格/);
    await page.waitForFunction((height) => {
      const { bottom = Infinity, height: own = 0 } = document.querySelector('#panel .button')?.getBoundingClientRect() ?? {};
      return own > 0 && bottom <= height;
    }, viewport.height);
    await page.context().close();
  });

  test(`a server out of reach can be asked again on ${name}`, async () => {
    let down = true;
    const page = await openWith(viewport, (route) => (down ? route.abort() : route.continue()));
    await page.locator('#panel .problem').waitFor();
    down = false;
    await page.locator('#panel .problem button').click();
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    assert.equal(await page.locator('#panel .problem').count(), 0);
    await page.context().close();
  });
}
