import { get, Latest } from '../api.js';
import { decodeBundle } from '../bundle.js';
import { h, put } from '../dom.js';
import { boxOf, worldX, worldY } from '../geo.js';
import { area, dateText, number, t } from '../i18n.js';
import { MapModel } from '../map/model.js';
import { applyStroke, traceRings } from '../map/paint.js';
import { button, figures, head, loading, picker, problem, quiet, section } from '../ui.js';
import { held } from './publications.js';
import { Swipe } from './swipe.js';

/** @typedef {import('../app.js').App} App @typedef {import('./publications.js').Publication} Publication */
/** @typedef {{rings: Float64Array[], box: import('../geo.js').Box, row: any}} Moved */

const ROWS = 200;

/** 比较: two publications under a divider, and who changes grid between them. */
export class ComparePane {
  #latest = new Latest();
  /** @type {Moved[]} */
  #moved = [];

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.swipe = new Swipe(app);
    this.element = h('div', { class: 'pane', id: 'pane-compare', role: 'region', tabindex: -1 });
    app.view.symbolPainters.push((sheet, palette) => this.#paint(sheet, palette));
    app.store.on(['compare'], () => this.update());
    app.view.map.on('themed', () => this.swipe.repaint());
    app.store.on(['off'], () => this.swipe.repaint());
    this.update();
  }

  async update() {
    const { compare } = this.app.state;
    this.element.hidden = !compare;
    this.element.setAttribute('aria-label', t('compare.title'));
    if (!compare) return this.#stop();
    put(this.element, this.#head(compare), loading());
    try {
      const found = await this.#latest.run((signal) => this.#read(compare, signal));
      if (found) this.#show(compare, found);
    } catch (error) {
      this.#stop();
      put(this.element, this.#head(compare), problem(error, () => this.update()));
    }
  }

  #stop() {
    this.#moved = [];
    this.swipe.hide();
    this.app.showDay?.();
    this.app.view.symbols?.repaint();
  }

  /** @param {{from: number, to: number}} pair @param {AbortSignal} signal */
  async #read({ from, to }, signal) {
    const [comparison, earlier, later] = await Promise.all([get('/api/v1/compare', { from, to }, signal), this.#model(from, signal), this.#model(to, signal)]);
    return { comparison, earlier, later };
  }

  /** @param {number} number @param {AbortSignal} signal */
  async #model(number, signal) {
    const publication = this.app.register.publications.find((one) => one.number === number);
    return new MapModel(decodeBundle(await get('/api/v1/map', { date: publication?.effective }, signal)));
  }

  /** @param {{from: number, to: number}} pair @param {{comparison: any, earlier: MapModel, later: MapModel}} found */
  #show(pair, { comparison, earlier, later }) {
    this.#moved = comparison.features.map(movedOf);
    this.app.showModel(earlier);
    this.swipe.show(later, [this.#name(pair.from), this.#name(pair.to)]);
    this.app.view.symbols?.repaint();
    put(this.element, this.#head(pair), summary(comparison), this.#table(comparison));
  }

  /** @param {number} number */
  #name(number) {
    const publication = this.app.register.publications.find((one) => one.number === number);
    return publication ? t('compare.version', { number, date: dateText(publication.effective) }) : String(number);
  }

  /** @param {{from: number, to: number}} pair */
  #head({ from, to }) {
    const { store, register } = this.app;
    const all = held(register);
    const choices = (/** @type {(one: Publication) => boolean} */ allowed) => all.filter(allowed).map((one) => /** @type {[string, string]} */ ([String(one.number), this.#name(one.number)]));
    return section(
      h('div', { class: 'row apart' }, h('h2', { class: 'title' }, t('compare.title')), button(t('close'), () => store.set({ compare: null }))),
      h('div', { class: 'pair' },
        h('label', null, t('compare.from'), picker(t('compare.from'), choices((one) => one.number < to), String(from), (value) => store.set({ compare: { from: Number(value), to } }))),
        h('label', null, t('compare.to'), picker(t('compare.to'), choices((one) => one.number > from), String(to), (value) => store.set({ compare: { from, to: Number(value) } })))),
      quiet(t('compare.hint')));
  }

  /** @param {any} comparison */
  #table({ features }) {
    if (features.length === 0) return section(quiet(t('compare.none')));
    const order = features.map((/** @type {any} */ _, /** @type {number} */ i) => i).sort((/** @type {number} */ a, /** @type {number} */ b) => features[b].properties.households - features[a].properties.households);
    return section(head(t('compare.moves'), t('compare.count', { n: number(features.length) })),
      h('table', { class: 'moves' },
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, t('compare.between')), h('th', { scope: 'col' }, t('households')), h('th', { scope: 'col' }, t('people')), h('th', { scope: 'col' }, t('buildings')))),
        h('tbody', null, order.slice(0, ROWS).map((/** @type {number} */ i) => this.#row(features[i].properties, i)))));
  }

  /** @param {any} row @param {number} index */
  #row(row, index) {
    const go = () => this.app.view.fit(this.#moved[index].box, { maxZoom: 17 });
    return h('tr', null, h('td', null, h('button', { type: 'button', title: `${row.from} → ${row.to}`, onclick: go }, row.fromName || row.from, h('small', null, `→ ${row.toName || row.to}`))), [row.households, row.people, row.buildings].map((value) => h('td', null, number(value))));
  }

  /** @param {import('../map/paint.js').Sheet} sheet @param {import('../map/palette.js').Palette} palette */
  #paint(sheet, palette) {
    if (this.#moved.length === 0) return;
    sheet.ctx.beginPath();
    for (const { rings } of this.#moved) traceRings(sheet, rings);
    sheet.ctx.fillStyle = palette['finding-fill'];
    sheet.ctx.fill('evenodd');
    applyStroke(sheet.ctx, { colour: palette.finding, width: 1.6 });
  }
}

/** @param {any} comparison */
function summary({ moved, created, abolished }) {
  const [size, unit] = area(moved.areaSquareMetres);
  const list = (/** @type {string} */ key, /** @type {any[]} */ grids) => grids.length > 0 && h('p', { class: 'quiet' }, t(key, { names: grids.map((grid) => grid.name || grid.code).join(t('list.and')) }));
  return section(head(t('compare.who')),
    figures([[t('households'), number(moved.households), t('unit.households')], [t('people'), number(moved.people), t('unit.people')], [t('buildings'), number(moved.buildings)], [t('area'), size, unit]]),
    list('compare.created', created), list('compare.abolished', abolished));
}

/** @param {any} feature @returns {Moved} */
function movedOf(feature) {
  const polygons = feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates] : feature.geometry.coordinates;
  const rings = polygons.flat().map((/** @type {number[][]} */ ring) => Float64Array.from(ring.flatMap(([lon, lat]) => [worldX(lon), worldY(lat)])));
  return { rings, box: boxOf(rings), row: feature.properties };
}
