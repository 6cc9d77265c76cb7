import { worldX, worldY } from '../geo.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('./toolbox.js').Toolbox} Toolbox @typedef {import('./tools/tool.js').Spot} Spot */

const STILL_PIXELS = 6;

/** Leads the pointer on the map to the tool in the hand. With one finger or the left button a tool draws; with Space held,
 * the middle button or two fingers the map moves. */
export class Pointer {
  /** @type {{x: number, y: number, draws: boolean, moved: boolean, id: number} | null} */
  #pressed = null;
  #fingers = 0;
  #space = false;
  /** @type {PointerEvent | null} the newest move; one frame handles one */
  #next = null;

  /** @param {Desk} desk @param {Toolbox} toolbox @param {(spot: Spot | null, at: {x: number, y: number}) => void} hover */
  constructor(desk, toolbox, hover) {
    this.desk = desk;
    this.toolbox = toolbox;
    this.hover = hover;
    const { element, map } = desk.view;
    map.doubleClickZoom.disable();
    map.boxZoom.disable();
    element.addEventListener('pointerdown', (event) => this.#down(event), { capture: true });
    element.addEventListener('pointermove', (event) => this.#move(event));
    element.addEventListener('pointerleave', () => this.#left());
    element.addEventListener('dblclick', () => this.desk.plan && this.toolbox.current.accept());
    window.addEventListener('pointerup', (event) => this.#up(event));
    window.addEventListener('pointercancel', () => this.#break());
    window.addEventListener('keydown', (event) => event.code === 'Space' && this.#hold(event, true));
    window.addEventListener('keyup', (event) => event.code === 'Space' && this.#hold(event, false));
  }

  /** @param {KeyboardEvent} event @param {boolean} on */
  #hold(event, on) {
    if (event.target !== document.body && event.target !== this.desk.view.element) return;
    event.preventDefault();
    this.#space = on;
  }

  /** @param {{clientX: number, clientY: number, altKey: boolean}} event @returns {Spot} */
  spotOf(event) {
    const { view, plan } = this.desk;
    const { lng, lat } = view.map.mouseEventToLatLng(/** @type {any} */ (event));
    const [x, y] = [worldX(lng), worldY(lat)];
    const face = plan ? plan.faceAt(x, y) : -1;
    return { lon: lng, lat, x, y, face, zone: plan && face >= 0 ? plan.zone[face] : -1, pixel: 1 / 2 ** view.map.getZoom(), alt: event.altKey };
  }

  /** What the keyboard points at: the middle of the free part of the map. */
  middle() {
    const { lat, lng } = this.desk.view.freeBounds().getCenter();
    const point = this.desk.view.screen(lng, lat);
    const { left, top } = this.desk.view.element.getBoundingClientRect();
    return { clientX: left + point.x, clientY: top + point.y, altKey: false };
  }

  /** The keyboard's click. */
  clickMiddle() {
    const { current } = this.toolbox;
    if (this.desk.plan && this.#may) current.click(this.spotOf(this.middle()));
  }

  get #may() {
    return this.toolbox.mayUse(this.desk.state.tool);
  }

  /** @param {PointerEvent} event */
  #down(event) {
    this.#fingers++;
    if (this.#fingers > 1) return this.#break();
    if (event.button !== 0 || !this.desk.plan) return;
    const draws = this.#may && !this.#space && this.toolbox.current.down(this.spotOf(event));
    if (draws) this.desk.view.map.dragging.disable();
    this.#pressed = { x: event.clientX, y: event.clientY, draws, moved: false, id: event.pointerId };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (this.#pressed) this.#pressed.moved ||= hasMoved(this.#pressed, event);
    if (this.#next === null) requestAnimationFrame(() => this.#moved());
    this.#next = event;
  }

  #moved() {
    const event = this.#next;
    this.#next = null;
    if (!event || !this.desk.plan) return;
    const spot = this.spotOf(event);
    if (this.#pressed?.draws) this.toolbox.current.draw(spot);
    else if (!this.#pressed && this.#may) this.toolbox.current.hover(spot);
    const { left, top } = this.desk.view.element.getBoundingClientRect();
    if (event.pointerType === 'mouse') this.hover(this.#pressed && !this.#pressed.draws ? null : spot, { x: event.clientX - left, y: event.clientY - top });
  }

  #left() {
    this.#next = null;
    this.hover(null, { x: 0, y: 0 });
  }

  /** @param {PointerEvent} event */
  #up(event) {
    this.#fingers = Math.max(0, this.#fingers - 1);
    const pressed = this.#pressed;
    if (!pressed || pressed.id !== event.pointerId) return;
    this.#release();
    if (!this.desk.plan) return;
    const spot = this.spotOf(event);
    const still = !pressed.moved && !hasMoved(pressed, event);
    if (pressed.draws && !still) return void this.toolbox.current.up(spot);
    if (pressed.draws) this.toolbox.current.broken();
    if (still) this.#click(spot);
  }

  /** @param {Spot} spot */
  #click(spot) {
    if (this.#may) this.toolbox.current.click(spot);
    else if (spot.zone >= 0) this.desk.store.set({ sel: this.desk.plan?.grids[spot.zone].code ?? '' });
  }

  #release() {
    if (this.#pressed?.draws) this.desk.view.map.dragging.enable();
    this.#pressed = null;
  }

  #break() {
    if (this.#pressed?.draws) this.toolbox.current.broken();
    this.#fingers = Math.min(this.#fingers, 2);
    this.#release();
  }

  /** Escape while something is drawn. */
  breakOff() {
    const drew = this.#pressed?.draws ?? false;
    this.#break();
    return drew;
  }
}

/** Whether it was more than a click; a ring that ends where it began was. @param {{x: number, y: number}} pressed @param {PointerEvent} event */
const hasMoved = ({ x, y }, { clientX, clientY }) => Math.hypot(clientX - x, clientY - y) >= STILL_PIXELS;
