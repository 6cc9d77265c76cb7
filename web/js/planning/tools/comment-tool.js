import { h } from '../../dom.js';
import { t } from '../../i18n.js';
import { paintPin } from '../../map/paint-points.js';
import { hint, Tool } from './tool.js';

/** @typedef {import('./tool.js').Spot} Spot */

/** Pins a comment to a place. */
export class CommentTool extends Tool {
  /** @type {Spot | null} */
  at = null;
  input = h('textarea', { class: 'input area', name: 'comment', rows: 3, maxlength: 1000 });

  /** @override @param {Spot} spot */
  click(spot) {
    this.at = spot;
    this.#show();
    setTimeout(() => this.input.focus());
  }

  #show() {
    this.desk.view.symbols?.repaint();
    this.changed();
  }

  /** @override */
  cancel() {
    const had = this.at !== null;
    this.at = null;
    this.#show();
    return had;
  }

  /** @override */
  leave() {
    this.cancel();
  }

  /** @override */
  get isReady() {
    return this.at !== null;
  }

  /** @override */
  async accept() {
    const text = this.input.value.trim();
    if (!this.at || text === '') return this.input.focus();
    if (!(await this.work.comment({ text, at: [this.at.lon, this.at.lat] }))) return;
    this.input.value = '';
    this.cancel();
  }

  /** @override @param {import('./tool.js').Sheet} sheet @param {import('./tool.js').Palette} palette */
  paint(sheet, palette) {
    if (this.at) paintPin(sheet, this.at.x, this.at.y, palette.finding, palette.land);
  }

  /** @override */
  card() {
    if (!this.at) return hint('p.hint.comment');
    this.input.setAttribute('aria-label', t('p.comment.label'));
    this.input.placeholder = t('p.comment.label');
    return [h('div', { class: 'dock-line' }, h('span', { class: 'quiet' }, t('p.comment.at')), h('b', null, this.gridAt(this.at)?.name ?? t('outside'))), this.input];
  }
}
