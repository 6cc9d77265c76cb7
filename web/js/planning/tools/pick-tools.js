import { textInput } from '../../access/fields.js';
import { h } from '../../dom.js';
import { number, t } from '../../i18n.js';
import { button } from '../../ui.js';
import { gridChips } from '../parts.js';
import { hint, Tool } from './tool.js';

/** @typedef {import('./tool.js').Spot} Spot */

/** Tools for which several grids are chosen by clicking them. */
export class PickTool extends Tool {
  /** @override @param {Spot} spot */
  click(spot) {
    const grid = this.gridAt(spot);
    if (!grid) return;
    const { picked } = this.desk;
    this.desk.propose(null);
    this.desk.setTrouble(null);
    this.desk.pick(picked.includes(grid.code) ? picked.filter((code) => code !== grid.code) : [...picked, grid.code]);
  }

  /** @override */
  back() {
    this.desk.pick(this.desk.picked.slice(0, -1));
  }
}

/** Several grids become one: the first that was clicked stays. */
export class MergeTool extends PickTool {
  /** @override */
  take() {
    const { sel } = this.desk.state;
    if (sel) this.desk.pick([sel]);
  }

  /** @override */
  get isReady() {
    return this.desk.picked.length > 1;
  }

  /** @override */
  accept() {
    const [into] = this.desk.picked;
    return this.isReady && this.work.run({ op: 'merge', grids: this.desk.picked, into }).then((done) => done && this.desk.store.set({ sel: into }));
  }

  /** @override */
  card() {
    const { desk } = this;
    if (desk.picked.length === 0 || !desk.plan) return hint('p.hint.merge');
    const { plan } = desk;
    const zones = desk.picked.map((code) => plan.zoneByCode(code));
    const sum = zones.reduce((total, zone) => total + (plan.households[zone] ?? 0), 0);
    return [gridChips(desk, desk.picked, (code) => desk.pick(desk.picked.filter((one) => one !== code))),
      desk.picked.length < 2 ? hint('p.merge.more') : h('p', { class: 'dock-hint' }, t('p.merge.sum', { name: plan.grids[zones[0]].name, n: number(sum) }), ' ', h('span', { class: `badge ${desk.bandOf(sum) === 'within' ? 'good' : 'warn'}` }, t(`band.${desk.bandOf(sum)}`)))];
  }
}

const ARC_PIXELS = 7;

/** A locked grid loses and gains no block; a locked border does not move. */
export class LockTool extends Tool {
  /** @override @param {Spot} spot */
  click(spot) {
    const { desk } = this;
    const arc = desk.plan?.borderAt(spot.x, spot.y, ARC_PIXELS * spot.pixel) ?? -1;
    const grid = this.gridAt(spot);
    if (arc >= 0 && desk.plan?.zonesOf(arc).every((zone) => zone >= 0)) this.#toggle({ arc }, desk.draft?.locks?.arcs?.includes(arc) ?? false);
    else if (grid) this.#toggle({ grid: grid.code }, desk.isLocked(grid.code));
  }

  /** @param {{arc: number} | {grid: string}} what @param {boolean} isLocked */
  async #toggle(what, isLocked) {
    if (await this.work.run({ op: isLocked ? 'unlock' : 'lock', ...what })) this.desk.view.repaint();
  }

  /** @override */
  card() {
    const { desk } = this;
    const { grids = [], arcs = [] } = desk.draft?.locks ?? {};
    return [hint('p.hint.lock'), grids.length > 0 && gridChips(desk, grids, (code) => this.#toggle({ grid: code }, true)),
      arcs.length > 0 && h('div', { class: 'dock-line' }, h('span', { class: 'quiet' }, t('p.lock.arcs', { n: arcs.length })), button(t('p.lock.freeArcs'), () => this.#freeArcs(arcs)))];
  }

  /** @param {number[]} arcs */
  async #freeArcs(arcs) {
    for (const arc of arcs) await this.#toggle({ arc }, true);
  }
}

export class RenameTool extends Tool {
  input = textInput({ name: 'gridName', maxlength: 60, spellcheck: null });
  #code = '';

  /** @override @param {Spot} spot */
  click(spot) {
    this.choose(spot);
    setTimeout(() => this.input.focus());
  }

  /** @override */
  get isReady() {
    return this.desk.activeZone >= 0 && this.input.value.trim() !== '';
  }

  /** @override */
  accept() {
    const { sel } = this.desk.state;
    return this.isReady && this.work.run({ op: 'rename', grid: sel, name: this.input.value.trim() });
  }

  /** @override */
  card() {
    const grid = this.desk.plan?.grids[this.desk.activeZone];
    if (!grid) return hint('p.choose.rename');
    if (this.#code !== grid.code) this.input.value = grid.name;
    this.#code = grid.code;
    this.input.setAttribute('aria-label', t('p.rename.label'));
    return h('form', { class: 'dock-form', onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); this.accept(); } }, h('span', { class: 'code' }, grid.code), this.input);
  }
}

