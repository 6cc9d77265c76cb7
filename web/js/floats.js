// What floats over the map: zoom, layers, scale bar, the name under the pointer and the answer to "谁管这里".

import { get, Latest } from './api.js';
import { h, put } from './dom.js';
import { worldX, worldY } from './geo.js';
import { distance, t } from './i18n.js';
import { icon } from './icons.js';
import { chainOf, fourLines } from './panels/responsibility.js';
import { LAYERS } from './state.js';
import { loading, problem } from './ui.js';

/** @typedef {import('./app.js').App} App */

/** @param {string} name @param {string} label @param {() => void} onclick */
const tool = (name, label, onclick) => h('button', { type: 'button', title: label, 'aria-label': label, onclick }, icon(name));

/** Zoom, whole district and layer switches. */
export class Controls {
  #open = false;

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.element = h('div', { class: 'corner' });
    app.store.on(['off', 'lang'], () => this.render());
    this.render();
  }

  render() {
    const { map } = this.app.view;
    const layers = tool('layers', t('layers'), () => this.toggle());
    layers.setAttribute('aria-expanded', String(this.#open));
    put(this.element,
      h('div', { class: 'stack' }, tool('plus', t('zoomIn'), () => map.zoomIn()), tool('minus', t('zoomOut'), () => map.zoomOut())),
      h('div', { class: 'stack' }, tool('home', t('wholeDistrict'), () => this.app.view.fit(this.app.model.box)), layers),
      this.#open && this.#switches());
  }

  toggle() {
    this.#open = !this.#open;
    this.render();
  }

  close() {
    if (this.#open) this.toggle();
  }

  #switches() {
    const { store } = this.app;
    return h('fieldset', { class: 'card switches', style: { border: '0', margin: '0' } }, h('legend', { class: 'visually-hidden' }, t('layers')), h('h2', null, t('layers')),
      LAYERS.filter((layer) => layer !== 'buildings' || this.app.may('building-read')).map((layer) => h('label', null, h('input', { type: 'checkbox', checked: !store.state.off.includes(layer), onchange: () => store.toggle('off', layer) }), t(`layer.${layer}`))));
  }
}

/** A bar of a round number of metres. */
export class ScaleBar {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.element = h('div', { class: 'scale', role: 'img' });
    app.view.map.on('zoomend moveend', () => this.render());
    this.render();
  }

  render() {
    const perPixel = this.app.view.metresPerPixel();
    const metres = roundDown(110 * perPixel);
    put(this.element, distance(metres), h('i', { style: { width: `${metres / perPixel}px` } }));
    this.element.setAttribute('aria-label', t('scale', { length: distance(metres) }));
  }
}

/** Largest 1, 2 or 5 × 10^n not above. @param {number} value */
export function roundDown(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [5, 2, 1].map((factor) => factor * power).find((bound) => bound <= value) ?? power;
}

/** The name of what lies under the pointer. */
export class Tip {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.element = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  }

  /** @param {{type: string, code: string} | null} over @param {number} x @param {number} y screen */
  show(over, x, y) {
    const grid = over && this.app.model.gridsOf(over)[0];
    this.element.hidden = !grid;
    if (!over || !grid) return;
    const { model } = this.app;
    const unit = over.type === 'grid' ? grid : model.findUnit(over);
    const above = over.type === 'grid' ? `${model.townshipOf(grid).name} · ${model.communityOf(grid).name}` : over.type === 'community' ? model.townshipOf(grid).name : model.district.name;
    put(this.element, unit?.name, h('small', null, above));
    this.element.style.transform = `translate(${x + 16}px, ${y + 18}px)`;
  }
}

/** "谁管这里": the chain and the four lines of a clicked place, beside it, in every tab but the card's own. */
export class WhoCard {
  #latest = new Latest();

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.element = h('section', { class: 'card who', hidden: true, 'aria-live': 'polite' });
    app.store.on(['at', 'tab', 'lang', 'date'], () => this.update());
    app.view.map.on('move zoomend', () => this.#place());
    this.update();
  }

  async update() {
    const { at, tab } = this.app.state;
    this.element.hidden = !at || tab === 'grid' || tab === 'services';
    if (!at || this.element.hidden) return;
    this.element.setAttribute('aria-label', t('whoIsHere'));
    this.#fill(loading());
    try {
      const found = await this.#latest.run((signal) => get('/api/v1/locate', { lon: at.lon.toFixed(7), lat: at.lat.toFixed(7), date: this.app.state.date }, signal));
      if (found) this.#fill(this.#answer(at, found));
    } catch (error) {
      this.#fill(problem(error));
    }
  }

  /** @param {import('./dom.js').Child} content */
  #fill(content) {
    put(this.element, h('button', { type: 'button', class: 'tool close', 'aria-label': t('close'), onclick: () => this.app.store.set({ at: null }) }, icon('close')), content);
    this.#place();
  }

  /** @param {{lon: number, lat: number}} at @param {any} found */
  #answer(at, found) {
    const code = found.grid?.code ?? found.code;
    const grid = this.app.model.byCode.get(code) ?? this.app.model.gridAt(worldX(at.lon), worldY(at.lat));
    if (!grid) return [h('h2', { class: 'title' }, t('outside')), h('p', { class: 'quiet' }, t('outside.hint'))];
    return [h('p', { class: 'eyebrow' }, t('whoIsHere')), chainOf(this.app, grid), h('h2', { class: 'title' }, grid.name), h('p', { class: 'code' }, grid.code), fourLines(found.lines ?? found.grid?.lines ?? []),
      h('div', { class: 'row', style: { 'margin-top': '12px' } }, h('button', { type: 'button', class: 'chip', onclick: () => this.app.store.set({ tab: 'grid', sel: { type: 'grid', code: grid.code } }) }, t('openCard')))];
  }

  #place() {
    const { at } = this.app.state;
    if (!at || this.element.hidden) return;
    const { x, y } = this.app.view.screen(at.lon, at.lat);
    const stage = this.app.view.map.getSize();
    const { width, height } = this.element.getBoundingClientRect();
    const left = x + 24 + width > stage.x - 8 ? x - 24 - width : x + 24;
    const top = Math.max(8, Math.min(stage.y - height - 8, y - 80));
    this.element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }
}
