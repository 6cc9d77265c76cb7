import { get, Latest } from '../api.js';
import { h, put } from '../dom.js';
import { worldX, worldY } from '../geo.js';
import { hoursText } from '../hours.js';
import { number, t } from '../i18n.js';
import { paintSymbol } from '../map/paint-points.js';
import { head, loading, problem, quiet, section, swatch, toggleChip } from '../ui.js';
import { chainOf, link } from './responsibility.js';
import { lookOf } from './service-kinds.js';
import { kindColour, kindLabel, openBadge, serviceRow } from './service-row.js';

/** @typedef {import('../app.js').App} App */

const HIT_PIXELS = 14;
const NEAREST = 8;
const ASKED = 100;

/** 服务: service points by kind, and the nearest ones to a clicked place. */
export class ServicesPanel {
  #latest = new Latest();
  /** @type {any[] | null} */
  #points = null;
  #asked = false;

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.element = h('div', { class: 'pane', id: 'pane-services', role: 'tabpanel', 'aria-labelledby': 'tab-services', tabindex: -1 });
    app.view.symbolPainters.push((sheet, palette) => this.#paint(sheet, palette.halo));
    app.hitTests.push((x, y) => this.#hit(x, y));
    app.store.on(['tab', 'sel', 'at', 'services'], () => this.update());
    app.view.map.on('themed', () => this.update());
    this.update();
  }

  isOn() {
    return this.app.shows('services');
  }

  update() {
    this.app.view.symbols?.repaint();
    if (this.isOn() && !this.#asked) this.#load();
    else if (this.isOn()) this.render();
  }

  async #load() {
    this.#asked = true;
    put(this.element, loading());
    try {
      const body = await this.app.once('/api/v1/services/points');
      this.#points = body.points.map(readPoint);
      this.update();
    } catch (error) {
      this.#asked = false;
      put(this.element, problem(error, () => this.#load()));
    }
  }

  /** Points of the kinds chosen. */
  shown() {
    const { services } = this.app.state;
    return (this.#points ?? []).filter((point) => services.length === 0 || services.includes(point.kind));
  }

  /** @param {import('../map/paint.js').Sheet} sheet @param {string} halo */
  #paint(sheet, halo) {
    if (!this.isOn()) return;
    const { sel } = this.app.state;
    const colours = new Map(this.kinds().map(({ kind }) => [kind, kindColour(kind)]));
    const opaque = halo.replace(/\/[^)]*\)/, ')');
    const symbols = this.shown().map((point) => ({ x: point.x, y: point.y, glyph: lookOf(point.kind).glyph, colour: colours.get(point.kind) ?? '', selected: sel?.type === 'point' && sel.code === point.id }));
    symbols.sort((a, b) => Number(a.selected) - Number(b.selected) || a.y - b.y);
    for (const symbol of symbols) paintSymbol(sheet, symbol, opaque);
  }

  /** @param {number} x @param {number} y */
  #hit(x, y) {
    if (!this.isOn()) return null;
    const reach = HIT_PIXELS / 2 ** this.app.view.map.getZoom();
    const near = this.shown().filter((point) => Math.hypot(point.x - x, point.y - y) <= reach).sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y));
    return near.length > 0 ? { at: null, sel: { type: 'point', code: near[0].id } } : null;
  }

  /** Kinds there are, with their counts. */
  kinds() {
    /** @type {Map<string, any[]>} */
    const groups = new Map();
    for (const point of this.#points ?? []) groups.set(point.kind, [...(groups.get(point.kind) ?? []), point]);
    return [...groups].map(([kind, points]) => ({ kind, label: kindLabel(kind), count: points.length }));
  }

  render() {
    const { sel, at } = this.app.state;
    if (!this.#points) return;
    const point = sel?.type === 'point' ? this.#points.find((one) => one.id === sel.code) : undefined;
    put(this.element, point ? this.#pointCard(point) : this.#overview(), at && !point && this.#points.length > 0 ? this.#nearest(at) : null);
  }

  #overview() {
    const { services } = this.app.state;
    if (this.#points?.length === 0) return section(h('h2', { class: 'title' }, t('services.title')), quiet(t('services.none')));
    return section(h('h2', { class: 'title' }, t('services.title')), h('p', { class: 'lead' }, t('services.hint')),
      h('div', { class: 'chips', role: 'group', 'aria-label': t('filter'), style: { 'margin-top': '12px' } }, this.kinds().map(({ kind, label, count }) => toggleChip([swatch(kindColour(kind)), label, h('b', null, number(count))], services.includes(kind), () => this.app.store.toggle('services', kind)))));
  }

  /** @param {{lon: number, lat: number}} at */
  #nearest(at) {
    const list = h('div', null, loading());
    this.#loadNearest(at, list);
    return section(head(t('nearest'), t('nearest.note')), list);
  }

  /** @param {{lon: number, lat: number}} at @param {HTMLElement} list */
  async #loadNearest({ lon, lat }, list) {
    const { services } = this.app.state;
    const one = services.length === 1 ? services[0] : '';
    try {
      const body = await this.#latest.run((signal) => get('/api/v1/services/nearest', { lon, lat, kind: one, limit: services.length > 1 ? ASKED : NEAREST }, signal));
      if (body) put(list, this.#nearestRows(body.points.filter((/** @type {any} */ raw) => services.length === 0 || services.includes(raw.kind))));
    } catch (error) {
      put(list, problem(error));
    }
  }

  /** @param {any[]} points */
  #nearestRows(points) {
    if (points.length === 0) return quiet(t('services.none'));
    return h('ol', { class: 'list' }, points.slice(0, NEAREST).map((raw) => serviceRow(this.app, readPoint(raw), raw.metres)));
  }

  /** @param {any} point */
  #pointCard(point) {
    const grid = this.app.model.gridAt(point.x, point.y);
    const rows = /** @type {[string, string][]} */ ([[t('kind'), kindLabel(point.kind)], [t('hours'), point.hours && hoursText(point.hours)], [t('phone'), point.phone], [t('address'), point.address]].filter(([, value]) => value));
    return [
      section(grid && chainOf(this.app, grid), h('h2', { class: 'title' }, point.name, ' ', openBadge(point)), h('dl', { class: 'hours', style: { 'margin-top': '12px' } }, rows.map(([label, value]) => [h('dt', null, label), h('dd', null, String(value))])),
        h('div', { class: 'row', style: { 'margin-top': '12px' } }, grid && link(this.app, 'grid', grid), h('button', { type: 'button', class: 'chip', onclick: () => this.app.store.set({ sel: null, at: { lon: point.lon, lat: point.lat } }) }, t('nearestHere')), h('button', { type: 'button', class: 'chip', onclick: () => this.app.store.set({ sel: null }) }, t('back')))),
    ];
  }
}

/** @param {any} raw */
export const readPoint = (raw) => ({ ...raw, id: String(raw.id), x: worldX(raw.lon), y: worldY(raw.lat) });
