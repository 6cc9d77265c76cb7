import { get, Latest } from '../api.js';
import { classOf } from '../colour.js';
import { daysBetween } from '../days.js';
import { h, put } from '../dom.js';
import { decodeHeat, rasterSize } from '../heat.js';
import { categoryName, dateText, number, t } from '../i18n.js';
import { HeatLayer } from '../map/heat-layer.js';
import { readRamp } from '../map/palette.js';
import { BANDWIDTHS } from '../state.js';
import { head, loading, picker, problem, problemTitle, quiet, section, segment, toggleChip, notify } from '../ui.js';
import { Histogram } from './histogram.js';

/** @typedef {import('../app.js').App} App */

/** 指挥: where and when cases arise. Everything chosen here is in the URL. */
export class CasesPanel {
  #heatLatest = new Latest();
  #gridLatest = new Latest();
  #barLatest = new Latest();
  #timer = 0;
  /** @type {any[]} */
  #groups = [];
  #openGroup = '';
  #started = false;
  #asked = false;
  /** What was counted last. @type {{rows: {grid: import('../map/model.js').Grid, value: number}[], body: any} | null} */
  #counted = null;
  /** What the legend shows. @type {{kind: 'heat', top: number, bandwidth: number} | {kind: 'grids', bounds: number[], measure: string} | null} */
  legend = null;
  /** @type {(() => void) | null} */
  onlegend = null;

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.heat = new HeatLayer(app.view.map);
    this.histogram = new Histogram((period) => app.store.set(period));
    this.total = h('p', { class: 'big' });
    this.ranking = h('div');
    this.body = h('div');
    this.element = h('div', { class: 'pane', id: 'pane-cases', role: 'tabpanel', 'aria-labelledby': 'tab-cases', tabindex: -1 });
    app.store.on(['tab', 'view', 'measure', 'bandwidth', 'bucket', 'from', 'to', 'categories'], () => this.update());
    app.view.map.on('themed', () => this.#recolour());
    app.view.map.on('moveend', () => this.isOn() && app.state.view === 'heat' && !this.#isEmpty() && this.#later());
    this.update();
  }

  isOn() {
    return this.app.shows('cases');
  }

  /** The same filter for every question. */
  filter() {
    const { from, to, categories } = this.app.state;
    return { from, to, category: categories };
  }

  update() {
    if (!this.isOn()) return this.#off();
    if (!this.#started) return void this.#start();
    if (this.#isEmpty()) return void put(this.element, section(h('h2', { class: 'title' }, t('cases.title')), quiet(t('cases.none'))));
    this.#render();
    this.#loadBars();
    this.#loadGrids();
    this.#later(0);
  }

  /** A district nobody has given cases: there is nothing to choose from. */
  #isEmpty() {
    return this.#asked && this.#groups.every((group) => group.count === 0);
  }

  #off() {
    this.heat.hide();
    if (this.app.view.fills) this.app.view.setFills(null);
    this.#setLegend(null);
  }

  async #start() {
    this.#started = true;
    put(this.element, loading());
    try {
      const body = await this.app.once('/api/v1/cases/categories');
      this.#groups = body.groups ?? [];
      this.#asked = true;
      this.update();
    } catch (error) {
      this.#started = false;
      put(this.element, problem(error, () => this.update()));
    }
  }

  #render() {
    const { view, measure, bandwidth, bucket, from, to } = this.app.state;
    const { store } = this.app;
    put(this.element,
      section(h('div', { class: 'row apart' }, h('div', null, h('h2', { class: 'title' }, t('cases.title')), this.total), segment(t('view'), [['heat', t('view.heat')], ['grids', t('view.grids')], ['none', t('view.none')]], view, (value) => store.set({ view: /** @type {any} */ (value) }))),
        view === 'heat' && h('label', { class: 'field-row' }, t('bandwidth'), picker(t('bandwidth'), BANDWIDTHS.map((metres) => [String(metres), `${number(metres)} m`]), String(bandwidth), (value) => store.set({ bandwidth: Number(value) }))),
        view === 'grids' && h('div', { class: 'field-row' }, t('measure'), segment(t('measure'), [['count', t('measure.count')], ['per1000', t('measure.per1000')]], measure, (value) => store.set({ measure: value })))),
      section(h('h3', { class: 'head' }, t('time'), picker(t('bucket'), ['day', 'week', 'month'].map((one) => [one, t(`bucket.${one}`)]), bucket, (value) => store.set({ bucket: value }))), this.histogram.element, this.#period(from, to)),
      section(head(t('categories'), t('categories.hint')), this.#chips()),
      section(head(t('ranking'), t(`measure.${measure}`)), this.ranking));
  }

  /** @param {string} from @param {string} to */
  #period(from, to) {
    if (!from && !to) return h('p', { class: 'quiet' }, t('brush.hint'));
    const days = from && to ? t('n.days', { n: number(daysBetween(from, to) + 1) }) : '';
    return h('div', { class: 'row apart' }, h('span', { class: 'quiet' }, `${from ? dateText(from) : ''} – ${to ? dateText(to) : ''} ${days}`), h('button', { type: 'button', class: 'chip', onclick: () => this.app.store.set({ from: '', to: '' }) }, t('clear')));
  }

  /** Groups first; the categories of a chosen group below it. */
  #chips() {
    const { categories } = this.app.state;
    const group = this.#groups.find((one) => one.code === this.#openGroup);
    return [
      h('div', { class: 'chips' }, categories.length > 0 && h('button', { type: 'button', class: 'chip', onclick: () => this.app.store.set({ categories: [] }) }, t('all')), this.#groups.filter((one) => one.count > 0).map((one) => this.#chip(one))),
      h('div', { class: 'field-row' }, picker(t('categories'), [['', t('categories.within')], ...this.#groups.map((one) => /** @type {[string, string]} */ ([one.code, categoryName(one.code, one.label)]))], this.#openGroup, (code) => this.#open(code))),
      group && h('div', { class: 'chips', style: { 'margin-top': '8px' } }, group.categories.filter((/** @type {any} */ one) => one.count > 0).map((/** @type {any} */ one) => this.#chip(one))),
    ];
  }

  /** @param {{code: string, label: string, count: number}} one */
  #chip(one) {
    return toggleChip([categoryName(one.code, one.label), h('span', { class: 'quiet' }, number(one.count))], this.app.state.categories.includes(one.code), () => this.app.store.toggle('categories', one.code));
  }

  /** @param {string} code */
  #open(code) {
    this.#openGroup = code;
    this.#render();
  }

  async #loadBars() {
    const { bucket, from, to, categories } = this.app.state;
    try {
      const body = await this.#barLatest.run((signal) => get('/api/v1/cases/histogram', { bucket, category: categories }, signal));
      if (body) this.histogram.show(readBars(body), bucket, { from, to });
    } catch (error) {
      put(this.histogram.axis, problemTitle(error));
    }
  }

  async #loadGrids() {
    const { measure } = this.app.state;
    try {
      const body = await this.#gridLatest.run((signal) => get('/api/v1/cases/choropleth', { ...this.filter(), measure }, signal));
      if (body) this.#showGrids(readGrids(this.app, body), body);
    } catch (error) {
      put(this.ranking, problem(error, () => this.#loadGrids()));
    }
  }

  /** @param {{grid: import('../map/model.js').Grid, value: number}[]} rows @param {{total: number, breaks: number[]}} body */
  #showGrids(rows, body) {
    const { total, breaks } = body;
    this.#counted = { rows, body };
    const { view, measure } = this.app.state;
    put(this.total, number(total), h('small', null, t('cases.unit')));
    put(this.ranking, this.#topRows(rows, measure));
    const ramp = readRamp(document.documentElement, 'fill');
    const bounds = [...breaks, rows.reduce((top, row) => Math.max(top, row.value), 0)];
    const fills = new Map(rows.filter((row) => row.value > 0).map((row) => [row.grid.index, ramp[classOf(row.value, bounds)]]));
    if (this.isOn() && (view === 'grids' || this.app.view.fills)) this.app.view.setFills(view === 'grids' ? fills : null);
    if (this.isOn() && view === 'grids') this.#setLegend({ kind: 'grids', bounds, measure });
  }

  /** @param {{grid: import('../map/model.js').Grid, value: number}[]} rows @param {string} measure */
  #topRows(rows, measure) {
    const top = rows.slice().sort((a, b) => b.value - a.value).slice(0, 8).filter((row) => row.value > 0);
    if (top.length === 0) return quiet(t('cases.none'));
    return h('ol', { class: 'list' }, top.map(({ grid, value }) => h('li', null, h('button', { type: 'button', class: 'item', onclick: () => this.#goTo(grid) },
      h('div', { class: 'grow' }, h('b', null, grid.name), h('small', null, this.app.model.townshipOf(grid).name)), h('div', { class: 'right' }, number(value, measure === 'count' ? 0 : 1))))));
  }

  /** @param {import('../map/model.js').Grid} grid */
  #goTo(grid) {
    this.app.view.fit(grid.box, { maxZoom: 16 });
    this.app.store.set({ sel: { type: 'grid', code: grid.code }, at: null });
  }

  /** Light has become dark or the reverse: the same figures in other colours. */
  #recolour() {
    if (this.#counted) this.#showGrids(this.#counted.rows, this.#counted.body);
    this.histogram.draw();
  }

  #later(delay = 120) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#loadHeat(), delay);
  }

  async #loadHeat() {
    const { view, bandwidth } = this.app.state;
    if (!this.isOn() || view !== 'heat') {
      this.heat.hide();
      if (view === 'none') this.#setLegend(null);
      return;
    }
    try {
      const heat = await this.#heatLatest.run((signal) => this.#ask(viewBox(this.app), rasterSize(this.app.view.map.getSize()), signal));
      if (!heat || !this.isOn() || this.app.state.view !== 'heat') return;
      this.heat.show(heat);
      this.#setLegend({ kind: 'heat', top: heat.top, bandwidth });
    } catch (error) {
      notify(problemTitle(error), { bad: true });
    }
  }

  /** @param {number[]} bbox @param {{width: number, height: number}} size @param {AbortSignal} [signal] */
  async #ask(bbox, size, signal) {
    const body = await get('/api/v1/cases/heat', { bbox: bbox.map((degrees) => degrees.toFixed(6)).join(','), ...size, bandwidth: this.app.state.bandwidth, ...this.filter() }, signal);
    return decodeHeat(body);
  }

  /** @param {CasesPanel['legend']} legend */
  #setLegend(legend) {
    this.legend = legend;
    document.documentElement.toggleAttribute('data-muted', this.isOn() && this.app.state.view !== 'none');
    this.onlegend?.();
  }
}

/** What is in view and a little more. @param {App} app */
function viewBox(app) {
  const bounds = app.view.map.getBounds().pad(0.1);
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

/** @param {{starts: string[], counts: number[]}} body @returns {import('../days.js').Bar[]} */
const readBars = ({ starts, counts }) => starts.map((from, i) => ({ from, count: counts[i] }));

/** @param {App} app @param {{grids: {code: string, value: number}[]}} body */
function readGrids(app, body) {
  return body.grids.flatMap(({ code, value }) => {
    const grid = app.model.byCode.get(code);
    return grid ? [{ grid, value }] : [];
  });
}
