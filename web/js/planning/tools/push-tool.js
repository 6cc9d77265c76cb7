import { h } from '../../dom.js';
import { t } from '../../i18n.js';
import { applyStroke, traceLine } from '../../map/paint.js';
import { deltas } from '../parts.js';
import { hint, Tool } from './tool.js';

/** @typedef {import('./tool.js').Spot} Spot */

const GRAB_PIXELS = 12;
const DELAY_MS = 30;

/** Drags a border between two grids: what it sweeps over is shown while it is dragged, and moved when it is let go. Without
 * dragging: click the border, click where it shall lie, accept. */
export class PushTool extends Tool {
  /** The grids on both sides of the border that is dragged. @type {[number, number] | null} */
  held = null;
  /** The grids on both sides of a border that was clicked. @type {[number, number] | null} */
  chosen = null;
  /** The border under the pointer. */
  arc = -1;
  #timer = 0;
  /** @type {Promise<unknown>} */
  #asking = Promise.resolve();

  /** @param {Spot} spot @returns {number} an arc between two grids, -1 for none */
  #border(spot) {
    const { plan } = this.desk;
    const arc = plan ? plan.borderAt(spot.x, spot.y, GRAB_PIXELS * spot.pixel) : -1;
    return plan && arc >= 0 && plan.zonesOf(arc).every((zone) => zone >= 0) ? arc : -1;
  }

  /** @override @param {Spot} spot */
  hover(spot) {
    const arc = this.#border(spot);
    if (arc === this.arc || this.chosen) return;
    this.arc = arc;
    this.desk.view.element.classList.toggle('grab-border', arc >= 0);
    this.desk.view.symbols?.repaint();
  }

  /** @override @param {Spot} spot */
  down(spot) {
    const arc = this.#border(spot);
    if (arc < 0 || this.chosen || !this.desk.plan) return false;
    this.arc = arc;
    this.held = this.desk.plan.zonesOf(arc);
    this.desk.setTrouble(null);
    this.changed();
    return true;
  }

  /** @override @param {Spot} spot */
  draw(spot) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#ask(spot), DELAY_MS);
  }

  /** @override @param {Spot} spot */
  click(spot) {
    this.desk.setTrouble(null);
    if (this.chosen) {
      this.#ask(spot);
      return;
    }
    const arc = this.#border(spot);
    if (arc < 0 || !this.desk.plan) return;
    this.arc = arc;
    this.chosen = this.desk.plan.zonesOf(arc);
    this.changed();
    this.desk.view.symbols?.repaint();
  }

  /** @override */
  async accept() {
    const done = await this.work.accept();
    if (done) this.#forget();
    return done;
  }

  /** @override */
  cancel() {
    const had = this.chosen !== null;
    this.#forget();
    return this.desk.drop() || had;
  }

  #forget() {
    this.chosen = null;
    this.arc = -1;
    this.changed();
    this.desk.view.symbols?.repaint();
  }

  /** @param {Spot} spot */
  #ask(spot) {
    const codes = (this.held ?? this.chosen)?.map((zone) => this.desk.plan?.grids[zone].code);
    if (codes) this.#asking = this.work.propose({ op: 'pushBorder', a: codes[0], b: codes[1], at: [spot.lon, spot.lat] });
  }

  /** Let go: what was shown is done. @override @param {Spot} spot */
  async up(spot) {
    clearTimeout(this.#timer);
    this.#ask(spot);
    this.held = null;
    await this.#asking;
    const { proposal } = this.desk;
    if (proposal && proposal.answer.faces.length > 0) await this.work.accept();
    else this.desk.propose(null);
    this.changed();
  }

  /** @override */
  broken() {
    clearTimeout(this.#timer);
    this.held = null;
    this.desk.propose(null);
    this.changed();
  }

  /** @override */
  leave() {
    this.broken();
    this.#forget();
    this.desk.view.element.classList.remove('grab-border');
    super.leave();
  }

  /** @override @param {import('./tool.js').Sheet} sheet @param {import('./tool.js').Palette} palette */
  paint(sheet, palette) {
    const { plan } = this.desk;
    if (!plan || (this.arc < 0 && !this.held)) return;
    const pair = this.held ?? this.chosen ?? plan.zonesOf(this.arc);
    const { arcs } = plan.model;
    sheet.ctx.beginPath();
    for (const arc of plan.borderOf(new Set([pair[0]]))) if (plan.zonesOf(arc).includes(pair[1])) traceLine(sheet, arcs.xy, arcs.start[arc], arcs.start[arc + 1]);
    applyStroke(sheet.ctx, { colour: palette.halo, width: 9 });
    applyStroke(sheet.ctx, { colour: palette.select, width: 4.5 });
  }

  /** @override */
  card() {
    const { plan, proposal } = this.desk;
    const pair = this.held ?? this.chosen;
    if (!plan || !pair) return proposal ? deltas(this.desk, proposal.zones, proposal.rows) : hint('p.hint.push');
    const names = pair.map((zone) => plan.grids[zone].name);
    return [h('div', { class: 'dock-line' }, h('b', null, names[0]), h('span', { class: 'quiet' }, '⇄'), h('b', null, names[1])), proposal ? deltas(this.desk, proposal.zones, proposal.rows) : h('p', { class: 'dock-hint' }, t(this.chosen ? 'p.push.click' : 'p.push.drag'))];
  }
}
