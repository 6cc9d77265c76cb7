// Where on the demo district the planner's tools have something to do: found by asking the server what it would allow.
import assert from 'node:assert/strict';
import { decodeBundle } from '../../js/bundle.js';
import { latOf, lonOf, worldX, worldY } from '../../js/geo.js';
import { MapModel } from '../../js/map/model.js';
import { Plan } from '../../js/planning/plan.js';
import { innerPoint } from '../../js/planning/reach.js';
import { ask, DESKTOP } from './page.js';
import { request } from './people.js';

/** @typedef {[number, number]} LonLat */

const HEADER = 60;

export class DraftPlaces {
  /** @param {number} draft */
  static async of(draft) {
    const bundle = await ask(`/api/v1/drafts/${draft}/map`);
    return new DraftPlaces(draft, new Plan(new MapModel(decodeBundle(bundle)), bundle.faces.rings));
  }

  /** @param {number} draft @param {Plan} plan */
  constructor(draft, plan) {
    this.draft = draft;
    this.plan = plan;
    /** Grids that are spoken for: no two steps of a story touch the same. @type {Set<number>} */
    this.used = new Set();
  }

  /** @param {object} op @returns {Promise<any>} null when a rule is against it */
  async allowed(op) {
    const response = await request('planner', 'POST', `/api/v1/drafts/${this.draft}/preview`, op);
    return response.status === 200 ? response.json() : null;
  }

  /** Pairs of neighbouring grids of a community, in town where blocks are small. */
  *neighbours() {
    const { plan } = this;
    for (let arc = 0; arc < plan.model.arcs.count; arc++) {
      const [a, b] = plan.zonesOf(arc);
      if (a < 0 || b < 0 || a === b || this.used.has(a) || this.used.has(b)) continue;
      if (plan.grids[a].community === plan.grids[b].community && plan.grids[a].area < 150_000 && plan.grids[b].area < 150_000) yield { arc, a, b };
    }
  }

  /** @param {number} face @returns {LonLat} */
  inside(face) {
    const [x, y] = innerPoint(this.plan, face);
    return [lonOf(x), latOf(y)];
  }

  /** The longest stretch of an arc: its length on the screen, and its middle. @param {number} arc */
  stretch(arc) {
    const { start, xy } = this.plan.model.arcs;
    let best = { length: 0, at: /** @type {LonLat} */ ([0, 0]) };
    for (let i = 2 * start[arc]; i + 3 < 2 * start[arc + 1]; i += 2) {
      const length = Math.hypot(xy[i + 2] - xy[i], xy[i + 3] - xy[i + 1]) * 2 ** ZOOM;
      if (length > best.length) best = { length, at: [lonOf((xy[i] + xy[i + 2]) / 2), latOf((xy[i + 1] + xy[i + 3]) / 2)] };
    }
    return best;
  }

  /** Whether an arc can be pointed at without meeting its ends. @param {number} arc */
  isLong(arc) {
    return this.stretch(arc).length > 60;
  }

  /** A block that can be given to a neighbouring grid. */
  async block() {
    for (const { arc, a, b } of this.neighbours()) {
      for (const [side, to] of /** @type {const} */ ([[2 * arc, b], [2 * arc + 1, a]])) {
        const face = this.plan.sides[side];
        const op = { op: 'assign', blocks: [face], to: this.plan.grids[to].code };
        if (this.plan.model.faces.households[face] > 0 && (await this.allowed(op))) return this.#take({ face, to: op.to, at: this.inside(face) }, a, b);
      }
    }
    throw new Error('no block can be moved');
  }

  /** A block that cannot go to a neighbouring grid alone, and with which others it can. */
  async withOthers() {
    for (const { arc, a, b } of this.neighbours()) {
      const face = this.plan.sides[this.plan.zone[this.plan.sides[2 * arc]] === a ? 2 * arc : 2 * arc + 1];
      const op = { op: 'assign', blocks: [face], to: this.plan.grids[b].code };
      const response = await request('planner', 'POST', `/api/v1/drafts/${this.draft}/preview`, op);
      const remedy = response.status === 409 ? ((await response.json()).remedyBlocks ?? []) : [];
      if (remedy.length > 1) return this.#take({ face, to: op.to, at: this.inside(face), remedy }, a, b);
    }
    throw new Error('no block needs others');
  }

  /** A block in town and two places left and right of it, with the whole block between them. */
  wide() {
    const { plan } = this;
    const face = plan.zone.findIndex((zone, f) => plan.model.faces.kind[f] === 0 && plan.model.faces.households[f] > 20 && plan.grids[zone].area < 150_000 && !this.used.has(zone));
    const [x, y] = innerPoint(plan, face);
    const reach = 1.2e-3;
    return this.#take({ face, at: this.inside(face), line: /** @type {[LonLat, LonLat]} */ ([[lonOf(x - reach), latOf(y)], [lonOf(x + reach), latOf(y)]]) }, plan.zone[face]);
  }

  /** A border between two grids of a community. */
  border() {
    for (const { arc, a, b } of this.neighbours()) if (this.isLong(arc)) return this.#take({ arc, at: this.stretch(arc).at, codes: [this.plan.grids[a].code, this.plan.grids[b].code] }, a, b);
    throw new Error('no border');
  }

  /** A grid and two crossings on its border between which streets cut it in two. */
  async cut() {
    for (const { a } of this.neighbours()) {
      const { start, xy } = this.plan.model.arcs;
      const ends = this.plan.borderOf(new Set([a])).map((arc) => /** @type {LonLat} */ ([lonOf(xy[2 * start[arc]]), latOf(xy[2 * start[arc] + 1])]));
      for (let i = 0; i < Math.min(ends.length, 6); i++) {
        const points = [ends[i], ends[(i + (ends.length >> 1)) % ends.length]];
        const answer = await this.allowed({ op: 'split', grid: this.plan.grids[a].code, path: { points } });
        if (answer?.fabricChanged === false) return this.#take({ grid: this.plan.grids[a].code, points }, a);
      }
    }
    throw new Error('no grid can be split');
  }

  /** A border and a place to which it can be pushed. */
  async push() {
    for (const { arc, a, b } of this.neighbours()) {
      if (!this.isLong(arc)) continue;
      const face = this.plan.sides[this.plan.zone[this.plan.sides[2 * arc]] === b ? 2 * arc : 2 * arc + 1];
      const at = this.inside(face);
      if (await this.allowed({ op: 'pushBorder', a: this.plan.grids[a].code, b: this.plan.grids[b].code, at })) return this.#take({ from: this.stretch(arc).at, at }, a, b);
    }
    throw new Error('no border can be pushed');
  }

  /** A community whose grids can be evened out within a band. @param {{min: number, target: number, max: number}} band */
  async uneven(band) {
    for (const { index } of this.plan.model.communities) {
      const grids = this.plan.grids.filter((grid) => grid.community === index);
      const fits = grids.length > 2 && grids.every((grid) => !this.used.has(grid.index));
      if (fits && (await this.allowed({ op: 'rebalance', grids: grids.map((grid) => grid.code), band, maxHouseholdsMoved: 300, seed: 1 }))) return { grid: grids[0].code, count: grids.length };
    }
    throw new Error('no community can be evened out');
  }

  /** A grid nobody has touched. */
  free() {
    const grid = this.plan.grids.find(({ index, area }) => !this.used.has(index) && area < 150_000);
    assert.ok(grid);
    return this.#take({ code: grid.code, at: this.inside(this.plan.zone.findIndex((zone, face) => zone === grid.index && this.plan.model.faces.kind[face] === 0)) }, grid.index);
  }

  /** @template T @param {T} found @param {...number} zones @returns {T} */
  #take(found, ...zones) {
    for (const zone of zones) this.used.add(zone);
    return found;
  }
}

const ZOOM = 16.5;

const STILL_MS = 250;

/** Moves the map to a place and waits until it lies still. @param {import('playwright-core').Page} page @param {LonLat} centre @param {Record<string, string>} [more] of the page's state */
export async function show(page, [lon, lat], more = {}) {
  await page.evaluate(async ([map, rest, still]) => {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const [key, value] of Object.entries({ map, .../** @type {object} */ (rest) })) state.set(key, String(value));
    const heard = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    const before = location.hash;
    location.hash = state.toString();
    if (location.hash !== before) await heard;
    const place = () => ['.leaflet-map-pane', '.leaflet-proxy'].map((name) => document.querySelector(name)?.getAttribute('style')).join();
    let [last, since] = [place(), performance.now()];
    while (performance.now() - since < still) {
      await new Promise(requestAnimationFrame);
      const now = place();
      if (now !== last) [last, since] = [now, performance.now()];
    }
  }, /** @type {const} */ ([`${ZOOM}/${lat.toFixed(6)}/${lon.toFixed(6)}`, more, STILL_MS]));
}

/** Moves the map so that a place lies in the middle of what is free: what the keyboard points at. @param {import('playwright-core').Page} page @param {LonLat} at */
export async function point(page, at) {
  const panel = await page.locator('#panel').boundingBox();
  assert.ok(panel);
  const right = (panel.x + panel.width + 24 + DESKTOP.width - 64) / 2 - DESKTOP.width / 2;
  await show(page, [lonOf(worldX(at[0]) - right / 2 ** ZOOM), at[1]]);
}

/** Where a place is on a desk's screen when the map stands at a centre. @param {LonLat} centre @param {LonLat} at @returns {{x: number, y: number}} */
export function screenOf([lon, lat], at) {
  const scale = 2 ** ZOOM;
  const [width, height] = [DESKTOP.width, DESKTOP.height - HEADER];
  return { x: width / 2 + (worldX(at[0]) - worldX(Number(lon.toFixed(6)))) * scale, y: HEADER + height / 2 + (worldY(at[1]) - worldY(Number(lat.toFixed(6)))) * scale };
}
