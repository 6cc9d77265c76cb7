// The plan in force on the right of a line that can be moved, the draft on its left.

import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { Overlay } from '../map/overlay.js';
import { paintLabels } from '../map/labels.js';
import { paintBase } from '../map/paint-base.js';
import { paintBoundaries } from '../map/paint-boundaries.js';
import { paintBlocks, paintBorders } from './paint-plan.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('../map/paint.js').Sheet} Sheet */

const ORDER = 430;

export class Compare {
  /** Where the line stands, from the left; in the middle of what the panel leaves free at first. @type {number | null} */
  #share = null;

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
    const shown = this.desk.state.compare !== '' && this.desk.plan !== null && this.desk.basePlan !== null;
    this.element.hidden = !shown;
    if (!shown) return void this.overlay.remove();
    this.handle.setAttribute('aria-label', t('compare.label'));
    put(this.handle, h('span', { class: 'swipe-word left' }, t('compare.draft')), h('i', null, '‖'), h('span', { class: 'swipe-word right' }, t('compare.before')));
    this.overlay.addTo(this.desk.view.map);
    this.overlay.repaint();
    this.#clip();
  }

  /** Drawn as the draft is, so that only what differs differs. @param {Sheet} sheet */
  #paint(sheet) {
    const { basePlan, view, state, band } = this.desk;
    if (!basePlan) return;
    const { model } = basePlan;
    const shown = { plan: basePlan, state, draft: null, bandOf: this.desk.bandOf.bind({ band }) };
    paintBase(sheet, model, { palette: view.palette, isOn: view.isOn, fills: null, ground: (on, palette) => paintBlocks(on, shown, palette) });
    if (view.isOn('grid')) paintBorders(sheet, shown, view.palette);
    paintBoundaries(sheet, model, view.palette, (layer) => layer !== 'grid' && view.isOn(layer));
    if (view.isOn('labels')) paintLabels(sheet, model, view.palette, view.isOn);
  }

  /** The pane moves with the map, so what is cut off is told in its own coordinates. */
  #clip() {
    if (this.element.hidden) return;
    const { map } = this.desk.view;
    const size = map.getSize();
    this.#share ??= this.desk.view.freeCentre() / size.x;
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
    this.#set((this.#share ?? 0.5) + by);
  }
}
