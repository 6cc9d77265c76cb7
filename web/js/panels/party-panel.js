import { get, Latest, Problem } from '../api.js';
import { h, put } from '../dom.js';
import { latOf, lonOf } from '../geo.js';
import { dateText, number, percent, t, tOr } from '../i18n.js';
import { BuildingsLayer } from '../map/paint-buildings.js';
import { figures, head, loading, problem, quiet, section, stacked } from '../ui.js';
import { stepColours, stepColumn, STEPS } from './party-steps.js';
import { chainOf } from './responsibility.js';

/** @typedef {import('../app.js').App} App */

/** 党建: which step the party member of each building has reached, and who it is. */
export class PartyPanel {
  #latest = new Latest();
  /** @type {BuildingsLayer | null} */
  layer = null;
  /** @type {Uint8Array | null} */
  #steps = null;
  #asked = false;

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.element = h('div', { class: 'pane', id: 'pane-party', role: 'tabpanel', 'aria-labelledby': 'tab-party', tabindex: -1 });
    app.store.on(['tab', 'sel'], (_, changed) => this.update(changed));
    app.view.map.on('themed', () => this.update(new Set(['tab'])));
    app.hitTests.push((x, y) => this.#hit(x, y));
    this.update(new Set(['tab']));
  }

  isOn() {
    return this.app.shows('party');
  }

  /** Buildings are drawn in every tab; their steps only in this one. @param {BuildingsLayer} layer */
  setLayer(layer) {
    this.layer = layer;
    this.#recolour();
  }

  /** @param {Set<string>} changed */
  update(changed) {
    if (changed.has('tab')) this.#recolour();
    if (this.isOn() && !this.#asked) this.#load();
    else if (this.isOn()) this.render();
  }

  async #load() {
    this.#asked = true;
    put(this.element, loading());
    try {
      const [buildings, body] = await Promise.all([this.app.loadBuildings(), this.app.once('/api/v1/party/buildings')]);
      this.#steps = stepColumn(buildings, body);
      this.#recolour();
      this.render();
    } catch (error) {
      this.#asked = false;
      put(this.element, problem(error, () => this.#load()));
    }
  }

  #recolour() {
    if (!this.layer) return;
    const steps = this.isOn() ? this.#steps : null;
    const same = this.layer.steps === steps && !steps;
    this.layer.steps = steps;
    this.layer.colours = stepColours();
    if (!same) this.app.view.base?.repaint();
  }

  /** @param {number} x @param {number} y */
  #hit(x, y) {
    if (!this.layer || !this.isOn()) return null;
    const index = this.layer.at(x, y, this.app.view.map.getZoom());
    return index < 0 ? null : { tab: 'party', at: null, sel: { type: 'building', code: this.layer.buildings.id[index] } };
  }

  render() {
    const { sel } = this.app.state;
    if (!this.#steps || !this.layer) return;
    if (sel?.type === 'building') this.#showBuilding(sel.code);
    else put(this.element, this.#overview());
  }

  #overview() {
    const { grids } = this;
    const counts = STEPS.map(() => 0);
    this.#steps?.forEach((step, i) => grids(i) && counts[step]++);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const colours = stepColours();
    if (total === 0) return section(h('h2', { class: 'title' }, t('party.title')), h('p', { class: 'lead' }, this.#scopeName()), quiet(t('party.none')));
    return [
      section(h('h2', { class: 'title' }, t('party.title')), h('p', { class: 'lead' }, this.#scopeName()),
        figures([[t('buildings'), number(total)], [t('assigned'), number(total - counts[0])], [t('coverage'), percent((total - counts[0]) / Math.max(1, total))]])),
      section(head(t('steps')), stacked(counts.map((count, step) => ({ colour: colours[step], share: count, label: `${t(`step.${step}`)} ${count}` }))),
        h('ul', { class: 'bars', style: { 'margin-top': '12px' } }, STEPS.slice().reverse().map((step) => h('li', null, t(`step.${step}`), h('span', { class: 'track' }, h('i', { style: { width: `${(100 * counts[step]) / Math.max(1, total)}%`, background: colours[step] } })), h('b', null, number(counts[step])))))),
      section(quiet(t('party.hint'))),
    ];
  }

  /** Whether a building belongs to what is selected. */
  get grids() {
    const wanted = new Set(this.app.model.gridsOf(this.app.state.sel).map((grid) => grid.index));
    return (/** @type {number} */ i) => wanted.size === 0 || wanted.has(this.layer?.buildings.grid[i] ?? -1);
  }

  #scopeName() {
    const { sel } = this.app.state;
    const grids = this.app.model.gridsOf(sel);
    if (!sel || grids.length === 0) return this.app.model.district.name;
    return this.app.model.findUnit(sel)?.name ?? grids[0].name;
  }

  /** @param {string} id */
  async #showBuilding(id) {
    put(this.element, this.#buildingHead(id), loading());
    try {
      const card = await this.#latest.run((signal) => get(`/api/v1/party/buildings/${encodeURIComponent(id)}`, {}, signal));
      if (card) put(this.element, this.#buildingHead(id), memberSections(card));
    } catch (error) {
      put(this.element, this.#buildingHead(id), isForbidden(error) ? section(quiet(t(this.app.may('party-read') ? 'forbidden.scope' : 'forbidden.title'))) : problem(error, () => this.#showBuilding(id)));
    }
  }

  /** @param {string} id */
  #buildingHead(id) {
    const { buildings } = /** @type {BuildingsLayer} */ (this.layer);
    const i = buildings.byId.get(id) ?? -1;
    if (i < 0) return section(h('h2', { class: 'title' }, id), quiet(t('building.unknown')));
    const grid = this.app.model.grids[buildings.grid[i]];
    return section(grid && chainOf(this.app, grid), h('h2', { class: 'title' }, buildings.name[i] || t('building.unnamed')), h('p', { class: 'code' }, id),
      figures([[t('households'), number(buildings.households[i]), t('unit.households')], [t('people'), number(buildings.people[i]), t('unit.people')], [t('floors'), number(buildings.floors[i]), t('unit.floors')]]),
      h('div', { class: 'row', style: { 'margin-top': '12px' } }, grid && h('button', { type: 'button', class: 'chip', onclick: () => this.app.goToUnit({ type: 'grid', code: grid.code }) }, grid.name), h('button', { type: 'button', class: 'chip', onclick: () => this.app.view.goTo(lonOf(buildings.xy[2 * i]), latOf(buildings.xy[2 * i + 1]), 17) }, t('zoomTo')), h('button', { type: 'button', class: 'chip', onclick: () => this.app.store.set({ sel: null }) }, t('back'))));
  }
}

/** Building outside the units one is responsible for. @param {unknown} error */
const isForbidden = (error) => error instanceof Problem && error.code === 'forbidden';

/** @param {any} card */
const memberSections = ({ step, assignments }) => [
  section(head(t('steps')), h('ol', { class: 'steps' }, STEPS.slice(1).map((one) => stepMark(one, one <= step)))),
  section(head(t('members'), number(assignments.length)), assignments.length === 0 ? quiet(t('members.none')) : h('ul', { class: 'list' }, assignments.map(memberRow))),
];

/** @param {number} step @param {boolean} done */
const stepMark = (step, done) => h('li', { class: done ? 'done' : '', style: done ? { 'border-color': stepColours()[step] } : {} }, t(`step.${step}`));

/** @param {any} one */
function memberRow(one) {
  const pledge = one.pledge && h('small', null, t('pledge', { text: one.pledge }));
  return h('li', { class: 'item' }, h('span', { class: 'glyph', style: { background: stepColours()[one.step] } }, String(one.step)),
    h('div', { class: 'grow' }, h('b', null, one.member), h('small', null, [one.branch, one.from && t('since', { date: dateText(one.from) })].filter(Boolean).join(' · ')), pledge), h('span', { class: 'right' }, tOr(`step.${one.step}`, one.stepLabel)));
}
