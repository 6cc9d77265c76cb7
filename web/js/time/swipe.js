import { h } from '../dom.js';
import { t } from '../i18n.js';
import { paintLabels } from '../map/labels.js';
import { Overlay } from '../map/overlay.js';
import { paintBase } from '../map/paint-base.js';
import { paintBoundaries } from '../map/paint-boundaries.js';

/** @typedef {import('../app.js').App} App @typedef {import('../map/model.js').MapModel} MapModel @typedef {import('../map/paint.js').Sheet} Sheet */

const STEP = 0.02;
const PANE = 'later';

/** Two maps in one frame: the later one lies over the earlier and shows right of a divider that can be dragged. */
export class Swipe {
  #share = 0.5;
  /** @type {MapModel | null} */
  #model = null;

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    const { map } = app.view;
    const pane = map.createPane(PANE);
    pane.style.zIndex = '420';
    pane.style.pointerEvents = 'none';
    this.overlay = new Overlay((sheet) => this.#paint(sheet), PANE);
    this.divider = h('div', { class: 'divider', role: 'slider', tabindex: 0, hidden: true, 'aria-orientation': 'horizontal', 'aria-valuemin': 0, 'aria-valuemax': 100, onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event), onpointerdown: (/** @type {PointerEvent} */ event) => this.#drag(event) }, h('i', { 'aria-hidden': 'true' }));
    this.names = [h('span', { class: 'side left' }), h('span', { class: 'side right' })];
    this.divider.append(...this.names);
    map.on('move zoomend moveend resize', () => this.#clip());
  }

  /** @param {MapModel} later @param {[string, string]} names */
  show(later, names) {
    this.#model = later;
    this.names.forEach((element, i) => element.replaceChildren(names[i]));
    this.divider.setAttribute('aria-label', t('compare.divider'));
    this.divider.hidden = false;
    this.overlay.addTo(this.app.view.map);
    this.overlay.repaint();
    this.#place();
  }

  hide() {
    this.#model = null;
    this.divider.hidden = true;
    this.overlay.remove();
  }

  repaint() {
    if (this.#model) this.overlay.repaint();
  }

  /** @param {Sheet} sheet */
  #paint(sheet) {
    const model = this.#model;
    if (!model) return;
    const { palette, isOn, buildings } = this.app.view;
    paintBase(sheet, model, { palette, isOn, fills: null });
    if (isOn('buildings')) buildings?.paint(sheet, palette);
    paintBoundaries(sheet, model, palette, isOn);
    if (isOn('labels')) paintLabels(sheet, model, palette, isOn);
    requestAnimationFrame(() => this.#clip());
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP, Home: -1, End: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    this.#move(this.#share + by);
  }

  /** @param {PointerEvent} down */
  #drag(down) {
    down.preventDefault();
    this.divider.setPointerCapture(down.pointerId);
    const move = (/** @type {PointerEvent} */ event) => {
      const frame = this.app.view.element.getBoundingClientRect();
      const { left, right } = this.#free();
      this.#move((event.clientX - frame.left - left) / (right - left));
    };
    this.divider.addEventListener('pointermove', move);
    this.divider.addEventListener('pointerup', () => this.divider.removeEventListener('pointermove', move), { once: true });
    this.divider.focus();
  }

  /** @param {number} share of what the panel leaves free */
  #move(share) {
    this.#share = Math.max(0, Math.min(1, share));
    this.#place();
  }

  #free() {
    const { map } = this.app.view;
    const bounds = this.app.view.freeBounds();
    return { left: map.latLngToContainerPoint(bounds.getNorthWest()).x, right: map.latLngToContainerPoint(bounds.getSouthEast()).x };
  }

  #x() {
    const { left, right } = this.#free();
    return left + (right - left) * this.#share;
  }

  #place() {
    if (!this.#model) return;
    this.divider.style.left = `${Math.round(this.#x())}px`;
    this.divider.setAttribute('aria-valuenow', String(Math.round(this.#share * 100)));
    this.#clip();
  }

  /** Only the clip moves with the divider; nothing is drawn again. */
  #clip() {
    if (!this.#model) return;
    const x = Math.round(this.#x());
    this.divider.style.left = `${x}px`;
    const canvas = this.overlay.canvas;
    const frame = this.app.view.element.getBoundingClientRect();
    const left = canvas.getBoundingClientRect().left - frame.left;
    canvas.style.clipPath = `inset(0 0 0 ${Math.max(0, x - left)}px)`;
  }
}
