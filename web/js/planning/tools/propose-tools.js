import { field, textInput } from '../../access/fields.js';
import { h } from '../../dom.js';
import { number, t } from '../../i18n.js';
import { button, segment } from '../../ui.js';
import { chip, deltas, gridChips } from '../parts.js';
import { PickTool } from './pick-tools.js';
import { hint, Tool } from './tool.js';

/** @typedef {import('./tool.js').Spot} Spot */

/** @param {string} name @param {number} value @param {{min?: number, max?: number}} [range] */
const numberInput = (name, value, { min = 0, max = 100_000 } = {}) => textInput({ type: 'number', name, inputmode: 'numeric', min, max, step: 1, value });

/** @param {HTMLInputElement} input */
const valueOf = (input) => Number(input.value);

/** What the server says of each grid: before, after, and why it could not do more. @param {import('./tool.js').Desk} desk @param {import('../runner.js').Answer} answer */
function explanations(desk, { notes = [] }) {
  const rows = notes.filter((note) => note.unmet || note.gained || note.lost);
  const name = (/** @type {string} */ code) => desk.plan?.grids[desk.plan.zoneByCode(code)]?.name ?? code;
  return rows.length > 0 && h('ul', { class: 'why' }, rows.map((note) => h('li', null, note.grid ? t('p.note', { name: name(note.grid), before: number(note.before), after: number(note.after), gained: number(note.gained), lost: number(note.lost) }) : t('n.households', { n: number(note.after) }), note.unmet && ` · ${note.unmet}`)));
}

/** Brings grids into the band moving few households: a proposal first, which one accepts or not. */
export class BalanceTool extends PickTool {
  #busy = false;

  /** @override */
  take() {
    const { band, state } = this.desk;
    this.fields = { min: numberInput('min', band.min), target: numberInput('target', band.target), max: numberInput('max', band.max), moved: numberInput('moved', 300), seed: numberInput('seed', 1) };
    if (state.sel) this.desk.pick([state.sel]);
  }

  /** All grids of the community of those chosen. */
  #whole() {
    const { plan, picked } = this.desk;
    if (!plan) return;
    const communities = new Set(picked.map((code) => plan.grids[plan.zoneByCode(code)]?.community));
    this.desk.pick(plan.living().filter((grid) => communities.has(grid.community)).map((grid) => grid.code));
  }

  async #try() {
    const { fields } = this;
    if (!fields || this.#busy) return;
    this.#busy = true;
    this.changed();
    const band = { min: valueOf(fields.min), target: valueOf(fields.target), max: valueOf(fields.max) };
    await this.work.propose({ op: 'rebalance', grids: this.desk.picked, band, maxHouseholdsMoved: valueOf(fields.moved), seed: valueOf(fields.seed) });
    this.#busy = false;
    this.changed();
  }

  /** @override */
  card() {
    const { desk, fields } = this;
    if (desk.picked.length === 0 || !fields) return hint('p.hint.balance');
    const { proposal } = desk;
    return [gridChips(desk, desk.picked, (code) => desk.pick(desk.picked.filter((one) => one !== code)), chip(t('p.balance.whole'), () => this.#whole())),
      h('div', { class: 'dock-fields' }, field(t('p.band.min'), fields.min), field(t('p.band.target'), fields.target), field(t('p.band.max'), fields.max), field(t('p.balance.moved'), fields.moved), field(t('p.seed'), fields.seed)),
      proposal && [deltas(desk, proposal.zones, proposal.rows), explanations(desk, proposal.answer), proposal.answer.faces.length === 0 && hint('p.balance.none')],
      h('div', { class: 'dock-line' }, button(t(this.#busy ? 'p.trying' : proposal ? 'p.tryAgain' : 'p.try'), () => this.#try(), { disabled: this.#busy, primary: !proposal }))];
  }
}

/** Divides a community into grids anew. */
export class DesignTool extends Tool {
  community = -1;
  mode = 'target';
  #busy = false;

  /** @override */
  take() {
    this.fields = { target: numberInput('target', this.desk.band.target, { min: 1 }), count: numberInput('count', 6, { min: 1, max: 99 }), seed: numberInput('seed', 1) };
    this.community = this.desk.plan?.grids[this.desk.activeZone]?.community ?? -1;
    this.#pick();
  }

  #pick() {
    this.desk.propose(null);
    this.desk.setTrouble(null);
    this.desk.pick(this.#grids().map((grid) => grid.code));
  }

  /** Those of the community as it is now. */
  #grids() {
    return this.desk.plan && this.community >= 0 ? this.desk.plan.living().filter((grid) => grid.community === this.community) : [];
  }

  /** @override @param {Spot} spot */
  click(spot) {
    const grid = this.gridAt(spot);
    if (!grid) return;
    this.community = grid.community;
    this.#pick();
  }

  /** @override */
  cancel() {
    if (this.desk.proposal) {
      this.desk.propose(null);
      return true;
    }
    this.community = -1;
    return this.desk.drop();
  }

  async #try() {
    const { fields } = this;
    const community = this.desk.plan?.model.communities[this.community];
    if (!fields || !community || this.#busy) return;
    this.#busy = true;
    this.changed();
    const size = this.mode === 'target' ? { target: valueOf(fields.target) } : { count: valueOf(fields.count) };
    await this.work.propose({ op: 'design', community: community.code, ...size, seed: valueOf(fields.seed) });
    this.#busy = false;
    this.changed();
  }

  /** @override */
  card() {
    const { desk, fields } = this;
    const community = desk.plan?.model.communities[this.community];
    if (!community || !fields || !desk.plan) return hint('p.hint.design');
    const { proposal } = desk;
    const grids = this.#grids();
    const households = grids.reduce((sum, grid) => sum + desk.householdsOf(grid.index), 0);
    return [h('div', { class: 'dock-line' }, h('b', null, community.name), h('span', { class: 'quiet' }, t('p.design.now', { grids: grids.length, n: number(households) }))),
      h('div', { class: 'dock-fields' }, h('div', { class: 'field' }, h('label', null, t('p.design.by')), segment(t('p.design.by'), [['target', t('p.design.target')], ['count', t('p.design.count')]], this.mode, (mode) => this.#switch(mode))),
        this.mode === 'target' ? field(t('p.design.perGrid'), fields.target) : field(t('p.design.grids'), fields.count), field(t('p.seed'), fields.seed)),
      proposal && [deltas(desk, proposal.zones, proposal.rows), explanations(desk, proposal.answer)],
      h('div', { class: 'dock-line' }, button(t(this.#busy ? 'p.trying' : proposal ? 'p.tryAgain' : 'p.try'), () => this.#try(), { disabled: this.#busy, primary: !proposal }))];
  }

  /** @param {string} mode */
  #switch(mode) {
    this.mode = mode;
    this.changed();
  }
}
