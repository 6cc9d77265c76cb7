// Opens the page of a running server (env WANGGE_URL) in a headless Chromium and watches what it does.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { become, person, URL_BASE } from './people.js';

export { ask, URL_BASE } from './people.js';
export const EXECUTABLE = process.env.WANGGE_CHROMIUM ?? '/usr/bin/chromium';
export const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
const PATIENCE_MS = 60_000;

/** @type {Promise<import('playwright-core').Browser> | null} */
let browser = null;

/** One browser for a test file. */
function launch() {
  browser ??= chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
  return browser;
}

export async function closeBrowser() {
  await (await browser)?.close();
  browser = null;
}

/** What went wrong on a page, apart from answers that are no errors: that nothing has been checked yet, and refusals a test asks for. */
class Watch {
  /** @param {import('playwright-core').Page} page @param {number[]} refusals statuses that are expected */
  constructor(page, refusals) {
    /** @type {string[]} */
    this.problems = [];
    /** Refusals met, as `status path`. @type {string[]} */
    this.refused = [];
    this.refusals = refusals;
    page.on('pageerror', (error) => this.problems.push(`exception: ${error.stack}`));
    page.on('console', (message) => this.#heard(message));
    page.on('request', (request) => this.#asked(request.url()));
    page.on('response', (response) => [401, 403].includes(response.status()) && this.refused.push(`${response.status()} ${new URL(response.url()).pathname}`));
  }

  /** @param {import('playwright-core').ConsoleMessage} message */
  #heard(message) {
    if (message.type() !== 'error' || message.location().url.includes('/checks/latest')) return;
    if (this.refusals.some((status) => message.text().includes(`status of ${status}`))) return;
    this.problems.push(`console: ${message.text()} ${message.location().url}`);
  }

  /** @param {string} url */
  #asked(url) {
    if (!url.startsWith(`${URL_BASE}/`) && !/^(data|blob):/.test(url)) this.problems.push(`left the origin: ${url}`);
  }
}

/**
 * @typedef {object} Options
 * @property {{width: number, height: number}} [viewport]
 * @property {boolean} [dark]
 * @property {string | null} [as] who looks at it: a name of the demo district; null for nobody in particular
 * @property {import('./people.js').Person} [who] a session of the test's own
 * @property {string} [path] of the page, the map when not given
 * @property {string} [ready] what the page says when it can be used: true, or gate before signing in
 * @property {number[]} [refusals] statuses the test provokes
 */

/** @param {string} [hash] state of the page @param {Options} [options] */
export async function openPage(hash = '', { viewport = DESKTOP, dark = false, as = 'planner', who, path = '/', ready = 'true', refusals = [] } = {}) {
  const phone = viewport.width < 500;
  const context = await (await launch()).newContext({ viewport, colorScheme: dark ? 'dark' : 'light', isMobile: phone, hasTouch: phone });
  if (who || as) await become(context, who ?? (await person(String(as))));
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const watch = new Watch(page, refusals);
  await page.goto(`${URL_BASE}${path}${hash && `#${hash}`}`);
  await becomesReady(page, ready);
  return { page, watch, close: () => context.close() };
}

/** @param {import('playwright-core').Page} page @param {string} [state] */
export const becomesReady = (page, state = 'true') => page.waitForFunction((wanted) => document.documentElement.dataset.ready === wanted, state);

/** Runs a test on an open page and then asks that nothing went wrong beside it.
 * @param {string} hash @param {(page: import('playwright-core').Page, watch: Watch) => Promise<void>} work @param {Options} [options] */
export async function onPage(hash, work, options) {
  const { page, watch, close } = await openPage(hash, options);
  try {
    await work(page, watch);
    assert.deepEqual(watch.problems, []);
  } finally {
    await close();
  }
}

/** The page's state as its address tells it. @param {import('playwright-core').Page} page */
export const hashOf = (page) => new URLSearchParams(new URL(page.url()).hash.slice(1));

/** @param {import('playwright-core').Page} page @param {string} key @param {(value: string | null) => boolean} wanted */
export async function hashBecomes(page, key, wanted) {
  const end = Date.now() + PATIENCE_MS;
  while (!wanted(hashOf(page).get(key))) {
    assert.ok(Date.now() < end, `${key} stays ${hashOf(page).get(key)} in ${page.url()}`);
    await page.waitForTimeout(50);
  }
}

/** Clicks the middle of the map. @param {import('playwright-core').Page} page */
export async function clickMiddle(page) {
  const box = await page.locator('#map').boundingBox();
  assert.ok(box);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Sum over the colours of a canvas: changes when the picture does. @param {import('playwright-core').Page} page @param {string} selector */
export const fingerprint = (page, selector) => page.evaluate((wanted) => {
  const canvas = /** @type {HTMLCanvasElement | null} */ (document.querySelector(wanted));
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let sum = 0;
  for (let i = 0; i < pixels.length; i++) sum = (sum * 31 + pixels[i]) % 1_000_000_007;
  return sum;
}, selector);
