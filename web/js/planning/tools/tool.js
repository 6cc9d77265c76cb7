import { h } from '../../dom.js';
import { t } from '../../i18n.js';

/**
 * @typedef {import('../desk.js').Desk} Desk
 * @typedef {import('../work.js').Work} Work
 * @typedef {import('../../map/paint.js').Sheet} Sheet
 * @typedef {import('../../map/palette.js').Palette} Palette
 * @typedef {import('../../dom.js').Child} Child
 * @typedef {object} Spot where the pointer is
 * @property {number} lon
 * @property {number} lat
 * @property {number} x world
 * @property {number} y
 * @property {number} face block, -1 outside
 * @property {number} zone grid, -1 outside
 * @property {number} pixel world units a screen pixel is wide
 * @property {boolean} alt
 */

/** What a tool does with pointer and keys; those that a tool does not have do nothing. */
export class Tool {
  /** @param {Desk} desk @param {Work} work */
  constructor(desk, work) {
    this.desk = desk;
    this.work = work;
  }

  /** Taken into the hand. */
  take() {}

  /** Put aside. */
  leave() {
    this.desk.drop();
  }

  /** @param {Spot} _spot @returns {boolean} whether the tool draws from here on, instead of the map moving */
  down(_spot) {
    return false;
  }

  /** The pointer moves while the tool draws. @param {Spot} _spot */
  draw(_spot) {}

  /** It was drawn. @param {Spot} _spot */
  up(_spot) {}

  /** Drawing is broken off. */
  broken() {}

  /** @param {Spot} _spot */
  click(_spot) {}

  /** The pointer moves and nothing is drawn. @param {Spot} _spot */
  hover(_spot) {}

  /** Enter, a double click, or the button. @returns {unknown} */
  accept() {
    return this.desk.proposal ? this.work.accept() : null;
  }

  /** Whether there is something to accept. */
  get isReady() {
    return this.desk.proposal !== null;
  }

  /** Escape. @returns {boolean} whether there was something to give up */
  cancel() {
    return this.desk.drop();
  }

  /** Backspace. */
  back() {}

  /** @param {Sheet} _sheet @param {Palette} _palette */
  paint(_sheet, _palette) {}

  /** What the card under the map shows. @returns {Child} */
  card() {
    return null;
  }

  /** Something of the tool's own has changed. */
  changed() {
    this.desk.tell('tool');
  }

  /** The grid under the pointer, null outside. @param {Spot} spot */
  gridAt(spot) {
    return spot.zone < 0 ? null : (this.desk.plan?.grids[spot.zone] ?? null);
  }

  /** Works on the grid under the pointer from now on. @param {Spot} spot */
  choose(spot) {
    const grid = this.gridAt(spot);
    if (grid) this.desk.store.set({ sel: grid.code });
  }
}

/** @param {string} key */
export const hint = (key) => h('p', { class: 'dock-hint' }, t(key));
