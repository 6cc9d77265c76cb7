import { h } from '../../dom.js';
import { t } from '../../i18n.js';
import { paintPin } from '../../map/paint-points.js';
import { segment } from '../../ui.js';
import { hint, Tool } from './tool.js';

/** @typedef {import('./tool.js').Spot} Spot */

const BORDER_PIXELS = 10;

/** Pins a comment to a place, a grid or the border under the pointer. */
export class CommentTool extends Tool {
  /** @type {Spot | null} */
  at = null;
  /** What it is said about. @type {'place' | 'grid' | 'arc'} */
  about = 'place';
  input = h('textarea', { class: 'input area', name: 'comment', rows: 3, maxlength: 1000 });

  /** @override @param {Spot} spot */
  click(spot) {
    this.at = spot;
    this.about = this.#arc(spot) >= 0 ? 'arc' : 'place';
    this.#show();
    setTimeout(() => this.input.focus());
  }

  /** @param {Spot} spot @returns {number} a border between grids, -1 for none */
  #arc(spot) {
    return this.desk.plan?.borderAt(spot.x, spot.y, BORDER_PIXELS * spot.pixel) ?? -1;
  }

  /** The member of a comment that says what it is about. @param {Spot} spot */
  #pin(spot) {
    const grid = this.gridAt(spot);
    if (this.about === 'arc') return { arc: this.#arc(spot) };
    return this.about === 'grid' && grid ? { grid: grid.code } : { at: /** @type {[number, number]} */ ([spot.lon, spot.lat]) };
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
    if (!(await this.work.comment({ text, ...this.#pin(this.at) }))) return;
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
    const name = this.gridAt(this.at)?.name ?? t('outside');
    const choices = [['place', t('p.comment.place')], ...(this.at.zone >= 0 ? [['grid', name]] : []), ...(this.#arc(this.at) >= 0 ? [['arc', t('p.comment.arc')]] : [])];
    return [h('div', { class: 'dock-line' }, h('span', { class: 'quiet' }, t('p.comment.at')), choices.length > 1 ? segment(t('p.comment.at'), /** @type {[string, string][]} */ (choices), this.about, (about) => this.#choose(about)) : h('b', null, name)), this.input];
  }

  /** @param {string} about */
  #choose(about) {
    this.about = /** @type {'place' | 'grid' | 'arc'} */ (about);
    this.changed();
  }
}
