import * as L from 'leaflet';
import { boxesMeet } from '../geo.js';
import { PaintQueue } from './paint-queue.js';

/** @typedef {import('./paint.js').Sheet} Sheet @typedef {(sheet: Sheet) => void} Painter */

const TILE_SIZE = 256;
const OVERLAP = 1;

const queue = new PaintQueue();

/**
 * A layer of canvas tiles drawn on this machine by a painter; nothing is fetched. Leaflet lays tiles out at whole zooms
 * and stretches them in between; here each is drawn for the zoom it is seen at, so lines stay sharp at any zoom.
 */
export class CanvasTiles extends L.GridLayer {
  /** @param {Painter} painter @param {L.GridLayerOptions} options */
  constructor(painter, options) {
    super({ tileSize: TILE_SIZE, updateWhenZooming: false, keepBuffer: 1, noWrap: true, ...options });
    this.painter = painter;
    this.on('tileunload', (event) => queue.drop(/** @type {any} */ (event).tile));
  }

  /** @override @param {L.Map} map */
  onAdd(map) {
    map.on('zoomend', this.repaint, this);
    return super.onAdd(map);
  }

  /** @override @param {L.Map} map */
  onRemove(map) {
    map.off('zoomend', this.repaint, this);
    return super.onRemove(map);
  }

  /** @override @param {L.Coords} coords @param {L.DoneCallback} done @returns {HTMLElement} */
  createTile(coords, done) {
    const canvas = document.createElement('canvas');
    queue.add(canvas, () => {
      this.#paint(canvas, coords);
      done(undefined, canvas);
    });
    return canvas;
  }

  /** A tile reaches a pixel into its neighbours, so that no seam shows between stretched tiles. @param {HTMLElement} tile */
  _initTile(tile) {
    /** @type {any} */ (L.GridLayer.prototype)._initTile.call(this, tile);
    tile.style.width = tile.style.height = `${TILE_SIZE + OVERLAP}px`;
  }

  /** Draws every tile again in place, without the flicker of new tiles; those of a zoom just left only fade. */
  repaint() {
    this.#again(() => true);
  }

  /** Draws again only the tiles that a world box touches. @param {import('../geo.js').Box} box */
  repaintBox(box) {
    if (!this._map) return;
    const pad = 8 / 2 ** this._map.getZoom();
    const grown = { minX: box.minX - pad, minY: box.minY - pad, maxX: box.maxX + pad, maxY: box.maxY + pad };
    this.#again((coords) => boxesMeet(tileBox(coords), grown));
  }

  /** @param {(coords: L.Coords) => boolean} wanted */
  #again(wanted) {
    for (const { el, coords } of Object.values(this._tiles ?? {})) {
      const canvas = /** @type {HTMLCanvasElement} */ (el);
      const isCurrent = coords.z === /** @type {any} */ (this)._tileZoom;
      if (isCurrent && wanted(coords) && !queue.has(canvas)) queue.add(canvas, () => this.#paint(canvas, coords));
    }
  }

  paintNow() {
    queue.flush();
  }

  /** @param {HTMLCanvasElement} canvas @param {L.Coords} coords */
  #paint(canvas, coords) {
    const ctx = canvas.getContext('2d');
    const zoom = this._map?.getZoom();
    if (!ctx || zoom === undefined) return;
    const stretch = 2 ** (zoom - coords.z);
    const size = (TILE_SIZE + OVERLAP) * stretch;
    canvas.width = canvas.height = Math.round(size * pixelRatio());
    const ratio = canvas.width / size;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.painter({ ctx, scale: 2 ** zoom, left: coords.x * TILE_SIZE * stretch, top: coords.y * TILE_SIZE * stretch, width: size, height: size, zoom });
  }
}

/** The world box of a tile. @param {L.Coords} coords */
function tileBox({ x, y, z }) {
  const size = TILE_SIZE / 2 ** z;
  return { minX: x * size, minY: y * size, maxX: (x + 1) * size, maxY: (y + 1) * size };
}

export const isOnPaper = () => document.documentElement.hasAttribute('data-paper');

/** Device pixels a CSS pixel, bounded: a 3× phone does not get nine times the work, and paper is finer than any screen. */
export const pixelRatio = () => (isOnPaper() ? 2 : Math.min(2, Math.max(1, window.devicePixelRatio || 1)));
