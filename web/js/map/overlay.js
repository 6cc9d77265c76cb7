import * as L from 'leaflet';
import { isOnPaper, pixelRatio } from './tiles.js';

/** @typedef {import('./paint.js').Sheet} Sheet */

const PADDING = 0.2;

/**
 * One canvas over the visible map and a margin around it, drawn whole by a painter: for what cannot be cut into
 * tiles (labels, highlights, symbols). It moves with the map and is drawn again when the map rests.
 */
export class Overlay extends L.Layer {
  /** @param {(sheet: Sheet) => void} painter @param {string} pane */
  constructor(painter, pane) {
    super();
    L.setOptions(this, { pane });
    this.painter = painter;
    this.canvas = document.createElement('canvas');
    this.canvas.className = 'overlay leaflet-zoom-animated';
    this.frame = 0;
    this.origin = L.point(0, 0);
    this.size = L.point(0, 0);
    this.centre = L.latLng(0, 0);
    this.zoom = 0;
  }

  /** @override */
  getEvents() {
    return { moveend: () => this.repaint(), resize: () => this.repaint(), zoomanim: this.#animate.bind(this), viewreset: () => this.repaint() };
  }

  /** @override @param {L.Map} map */
  onAdd(map) {
    map.getPane(this.options.pane ?? 'overlayPane')?.append(this.canvas);
    this.repaint();
    return this;
  }

  /** @override */
  onRemove() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.canvas.remove();
    return this;
  }

  /** Draws in the next frame, once however often it is asked. */
  repaint() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (this._map) this.#paint();
    });
  }

  paintNow() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (this._map) this.#paint();
  }

  #paint() {
    this.#place();
    const ctx = this.canvas.getContext('2d');
    if (!ctx) return;
    const ratio = this.canvas.width / this.size.x;
    const corner = this._map.getPixelOrigin().add(this.origin);
    const sheet = { ctx, scale: 2 ** this.zoom, left: corner.x, top: corner.y, width: this.size.x, height: this.size.y, zoom: this.zoom };
    this.canvas.hidden = true;
    this.painter(Object.defineProperty(sheet, 'ctx', { get: () => (this.canvas.hidden ? this.#clear(ctx, ratio) : ctx) }));
  }

  /** The pen of a clean canvas, which is seen from now on: one that nobody draws on is not there for the browser,
   * which would else blend a screenful of nothing into every frame.
   * On paper a canvas becomes lines and text again, and what is cleared there comes out white: it is made new instead.
   * @param {CanvasRenderingContext2D} ctx @param {number} ratio */
  #clear(ctx, ratio) {
    this.canvas.hidden = false;
    if (isOnPaper()) this.canvas.width = this.canvas.width;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (!isOnPaper()) ctx.clearRect(0, 0, this.size.x, this.size.y);
    return ctx;
  }

  #place() {
    const size = this._map.getSize();
    const padded = size.multiplyBy(1 + 2 * PADDING).round();
    this.origin = this._map.containerPointToLayerPoint(size.multiplyBy(-PADDING)).round();
    this.centre = this._map.getCenter();
    this.zoom = this._map.getZoom();
    this.#resize(padded);
    L.DomUtil.setTransform(this.canvas, this.origin, 1);
  }

  /** @param {L.Point} size */
  #resize(size) {
    const ratio = pixelRatio();
    this.size = size;
    if (this.canvas.width === Math.round(size.x * ratio) && this.canvas.height === Math.round(size.y * ratio)) return;
    this.canvas.width = Math.round(size.x * ratio);
    this.canvas.height = Math.round(size.y * ratio);
    this.canvas.style.width = `${size.x}px`;
    this.canvas.style.height = `${size.y}px`;
  }

  /** Same arithmetic as Leaflet's own renderer. @param {any} event */
  #animate(event) {
    const map = /** @type {any} */ (this._map);
    const scale = map.getZoomScale(event.zoom, this.zoom);
    const half = map.getSize().multiplyBy(0.5 + PADDING);
    const centrePoint = map.project(this.centre, event.zoom);
    const offset = half.multiplyBy(-scale).add(centrePoint).subtract(map._getNewPixelOrigin(event.center, event.zoom));
    L.DomUtil.setTransform(this.canvas, offset, scale);
  }
}
