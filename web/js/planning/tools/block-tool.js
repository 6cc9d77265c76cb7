import { h } from '../../dom.js';
import { worldLine } from '../../geo.js';
import { number, t } from '../../i18n.js';
import { applyStroke, traceLine } from '../../map/paint.js';
import { chip } from '../parts.js';
import { LAND } from '../plan.js';
import { paintStop } from './split-tool.js';
import { hint, Tool } from './tool.js';

/** @typedef {import('./tool.js').Spot} Spot @typedef {[number, number]} LonLat */

/** Cuts one block in two by a line drawn across it: for a wall, a fence or a stairway that the map of streets does not know. */
export class BlockTool extends Tool {
  face = -1;
  /** @type {LonLat[]} */
  line = [];
  /** @type {LonLat | null} */
  ahead = null;

  /** @override @param {Spot} spot */
  click(spot) {
    this.desk.setTrouble(null);
    if (this.face >= 0) this.line = [...this.line, [spot.lon, spot.lat]];
    else if (spot.face >= 0 && this.desk.plan?.model.faces.kind[spot.face] === LAND) this.face = spot.face;
    this.desk.stage(this.face >= 0 ? [this.face] : []);
    this.#show();
  }

  /** @override @param {Spot} spot */
  hover(spot) {
    if (this.line.length === 0) return;
    this.ahead = [spot.lon, spot.lat];
    this.desk.view.symbols?.repaint();
  }

  #show() {
    this.desk.view.symbols?.repaint();
    this.changed();
  }

  #reset() {
    this.face = -1;
    this.line = [];
    this.ahead = null;
    this.#show();
  }

  /** @override */
  back() {
    if (this.line.length === 0) return void this.cancel();
    this.line = this.line.slice(0, -1);
    this.#show();
  }

  /** @override */
  leave() {
    this.#reset();
    super.leave();
  }

  /** @override */
  cancel() {
    const had = this.face >= 0;
    this.#reset();
    return this.desk.drop() || had;
  }

  /** @override */
  get isReady() {
    return this.line.length > 1;
  }

  /** @override */
  async accept() {
    if (this.isReady && (await this.work.run({ op: 'splitBlock', block: this.face, line: this.line }))) this.#reset();
  }

  /** @override @param {import('./tool.js').Sheet} sheet @param {import('./tool.js').Palette} palette */
  paint(sheet, palette) {
    const all = this.ahead && this.line.length > 0 ? [...this.line, this.ahead] : this.line;
    if (all.length > 1) {
      const line = worldLine(all);
      sheet.ctx.beginPath();
      traceLine(sheet, line, 0, line.length / 2);
      applyStroke(sheet.ctx, { colour: palette.halo, width: 7 });
      applyStroke(sheet.ctx, { colour: palette.finding, width: 3, dash: [9, 6] });
    }
    for (const stop of this.line) paintStop(sheet, stop, palette);
  }

  /** @override */
  card() {
    if (this.face < 0) return hint('p.choose.block');
    return [h('div', { class: 'dock-line' }, h('b', null, t('p.block', { n: this.face })), h('span', { class: 'quiet' }, t('n.households', { n: number(this.desk.plan?.model.faces.households[this.face] ?? 0) })), chip(t('p.receiver.change'), () => this.cancel())), hint('p.hint.block')];
  }
}
