// The plan in force on the right of a line that can be moved, the draft on its left.

import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { Overlay } from '../map/overlay.js';
import { paintLabels } from '../map/labels.js';
import { paintBase } from '../map/paint-base.js';
import { paintBoundaries } from '../map/paint-boundaries.js';
import { fillAreas, sheetBox } from '../map/paint.js';
import { TINT_COUNT, tintZones } from './tints.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('../map/paint.js').Sheet} Sheet @typedef {import('../map/palette.js').Palette} Palette @typedef {import('../map/model.js').MapModel} MapModel */

const ORDER = 430;

export class Compare {
  #share = 0.5;
  /** @type {Uint8Array | null} */
  #tints = null;
  /** @type {MapModel | null} */
  #tinted = null;

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    const { map } = desk.view;
    this.pane = map.createPane('before');
    this.pane.style.zIndex = String(ORDER);
    this.pane.style.pointerEvents = 'none';
    this.overlay = new Overlay((sheet) => this.#paint(sheet), 'before');
    this.handle = h('div', { class: 'swipe', role: 'slider', tabindex: 0, 'aria-valuemin': 0, 'aria-valuemax': 100, onpointerdown: (/** @type {PointerEvent} */ event) => this.#drag(event), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event) });
    this.element = h('div', { class: 'swipe-frame', hidden: true }, this.handle);
    map.on('move zoom viewreset resize', () => this.#clip());
    desk.store.on(['compare', 'lang'], () => this.update());
    desk.on(['draft', 'plan'], () => this.update());
  }

  update() {
    const shown = this.desk.state.compare !== '' && this.desk.plan !== null && this.desk.base !== null;
    this.element.hidden = !shown;
    if (!shown) return void this.overlay.remove();
    this.handle.setAttribute('aria-label', t('compare.label'));
    put(this.handle, h('span', { class: 'swipe-word left' }, t('compare.draft')), h('i', null, '‖'), h('span', { class: 'swipe-word right' }, t('compare.before')));
    this.overlay.addTo(this.desk.view.map);
    this.overlay.repaint();
    this.#clip();
  }

  /** @param {Sheet} sheet */
  #paint(sheet) {
    const { base, view } = this.desk;
    if (!base) return;
    const look = { palette: view.palette, isOn: view.isOn, fills: null, ground: (/** @type {Sheet} */ on, /** @type {Palette} */ palette) => this.#ground(on, base, palette) };
    paintBase(sheet, base, look);
    paintBoundaries(sheet, base, view.palette, () => true);
    paintLabels(sheet, base, view.palette, view.isOn);
  }

  /** @param {Sheet} sheet @param {MapModel} base @param {Palette} palette */
  #ground(sheet, base, palette) {
    for (const index of base.gridIndex.search(sheetBox(sheet, 2))) fillAreas(sheet, [base.grids[index]], palette[`plan-${(this.#tintsOf(base)[index] % TINT_COUNT) + 1}`]);
  }

  /** @param {MapModel} base */
  #tintsOf(base) {
    if (this.#tinted !== base || !this.#tints) this.#tints = tintZones(base.grids.length, touching(base));
    this.#tinted = base;
    return this.#tints;
  }

  /** The pane moves with the map, so what is cut off is told in its own coordinates. */
  #clip() {
    if (this.element.hidden) return;
    const { map } = this.desk.view;
    const size = map.getSize();
    const x = size.x * this.#share;
    const [a, b] = [map.containerPointToLayerPoint([x, 0]), map.containerPointToLayerPoint([size.x, size.y])];
    this.pane.style.clipPath = `polygon(${a.x}px ${a.y}px, ${b.x}px ${a.y}px, ${b.x}px ${b.y}px, ${a.x}px ${b.y}px)`;
    this.handle.style.left = `${x}px`;
    this.handle.setAttribute('aria-valuenow', String(Math.round(this.#share * 100)));
  }

  /** @param {number} share */
  #set(share) {
    this.#share = Math.max(0.02, Math.min(0.98, share));
    this.#clip();
  }

  /** @param {PointerEvent} down */
  #drag(down) {
    down.stopPropagation();
    const { left, width } = this.element.getBoundingClientRect();
    const move = (/** @type {PointerEvent} */ event) => this.#set((event.clientX - left) / width);
    this.handle.setPointerCapture(down.pointerId);
    this.handle.addEventListener('pointermove', move);
    this.handle.addEventListener('pointerup', () => this.handle.removeEventListener('pointermove', move), { once: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = { ArrowLeft: -0.03, ArrowRight: 0.03 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    this.#set(this.#share + by);
  }
}

/** @param {MapModel} base @returns {Iterable<[number, number]>} */
function* touching({ arcs }) {
  for (let arc = 0; arc < arcs.count; arc++) if (arcs.left[arc] >= 0 && arcs.right[arc] >= 0 && arcs.left[arc] !== arcs.right[arc]) yield [arcs.left[arc], arcs.right[arc]];
}
