import * as L from 'leaflet';

/** @typedef {import('./paint.js').Sheet} Sheet @typedef {(sheet: Sheet) => void} Painter */

const TILE_SIZE = 512;
const FRAME_BUDGET_MS = 7;

/** Tiles waiting to be drawn: a few milliseconds of work a frame, so the map never stops moving. */
class PaintQueue {
  /** @type {Map<HTMLCanvasElement, () => void>} */
  #waiting = new Map();
  #running = false;

  /** @param {HTMLCanvasElement} canvas @param {() => void} work */
  add(canvas, work) {
    this.#waiting.set(canvas, work);
    if (!this.#running) requestAnimationFrame(() => this.#frame());
    this.#running = true;
  }

  /** Whether a canvas waits anyway. @param {HTMLCanvasElement} canvas */
  has(canvas) {
    return this.#waiting.has(canvas);
  }

  /** @param {HTMLCanvasElement} canvas */
  drop(canvas) {
    this.#waiting.delete(canvas);
  }

  #frame() {
    const end = performance.now() + FRAME_BUDGET_MS;
    for (const [canvas, work] of this.#waiting) {
      this.#waiting.delete(canvas);
      work();
      if (performance.now() > end) break;
    }
    this.#running = this.#waiting.size > 0;
    if (this.#running) requestAnimationFrame(() => this.#frame());
  }
}

const queue = new PaintQueue();

/** A layer of canvas tiles drawn on this machine by a painter; nothing is fetched. */
export class CanvasTiles extends L.GridLayer {
  /** @param {Painter} painter @param {L.GridLayerOptions} options */
  constructor(painter, options) {
    super({ tileSize: TILE_SIZE, updateWhenZooming: false, keepBuffer: 1, noWrap: true, ...options });
    this.painter = painter;
    this.on('tileunload', (event) => queue.drop(/** @type {any} */ (event).tile));
  }

  /** @override @param {L.Coords} coords @param {L.DoneCallback} done @returns {HTMLElement} */
  createTile(coords, done) {
    const canvas = document.createElement('canvas');
    const ratio = pixelRatio();
    canvas.width = canvas.height = TILE_SIZE * ratio;
    queue.add(canvas, () => {
      this.#paint(canvas, coords);
      done(undefined, canvas);
    });
    return canvas;
  }

  /** Draws every tile again in place, without the flicker of new tiles. */
  repaint() {
    for (const { el, coords } of Object.values(this._tiles ?? {})) {
      const canvas = /** @type {HTMLCanvasElement} */ (el);
      if (!queue.has(canvas)) queue.add(canvas, () => this.#paint(canvas, coords));
    }
  }

  /** @param {HTMLCanvasElement} canvas @param {L.Coords} coords */
  #paint(canvas, coords) {
    const ctx = canvas.getContext('2d');
    if (!ctx) return;
    const ratio = canvas.width / TILE_SIZE;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, TILE_SIZE, TILE_SIZE);
    this.painter({ ctx, scale: 2 ** coords.z, left: coords.x * TILE_SIZE, top: coords.y * TILE_SIZE, width: TILE_SIZE, height: TILE_SIZE, zoom: coords.z });
  }
}

/** Device pixels a CSS pixel, bounded: a 3× phone does not get nine times the work. */
export const pixelRatio = () => Math.min(2, Math.max(1, window.devicePixelRatio || 1));
