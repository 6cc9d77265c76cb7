import * as L from 'leaflet';
import { heatPixels, parseHex } from '../colour.js';
import { readRamp } from './palette.js';

/** @typedef {import('../heat.js').Heat} Heat */

/** A raster stretched over its bounding box; the browser smooths between cells. */
class CanvasImage extends L.ImageOverlay {
  /** Leaflet's own hook: a canvas where it would make an img. */
  _initImage() {
    const self = /** @type {any} */ (this);
    const canvas = document.createElement('canvas');
    canvas.className = 'leaflet-image-layer leaflet-zoom-animated heat';
    self._image = canvas;
  }

  /** @returns {HTMLCanvasElement | undefined} */
  canvas() {
    return /** @type {any} */ (this)._image;
  }
}

/** The heat of cases between ground and boundary lines. */
export class HeatLayer {
  /** @param {L.Map} map */
  constructor(map) {
    this.map = map;
    /** @type {CanvasImage | null} */
    this.image = null;
    /** @type {Heat | null} */
    this.heat = null;
    map.on('themed', () => this.heat && this.#draw(this.heat));
  }

  /** @param {Heat} heat */
  show(heat) {
    this.map.fire('heatshown');
    this.heat = heat;
    const [west, south, east, north] = heat.bbox;
    const bounds = L.latLngBounds([south, west], [north, east]);
    if (this.image) this.image.setBounds(bounds);
    else this.image = new CanvasImage('', bounds, { pane: 'heat', interactive: false }).addTo(this.map);
    this.#draw(heat);
  }

  /** @param {Heat} heat */
  #draw(heat) {
    const canvas = this.image?.canvas();
    const ctx = canvas?.getContext('2d');
    if (!canvas || !ctx) return;
    canvas.width = heat.width;
    canvas.height = heat.height;
    const stops = readRamp(document.documentElement, 'heat').map(parseHex);
    ctx.putImageData(new ImageData(heatPixels(heat.densities, heat.top, stops), heat.width, heat.height), 0, 0);
  }

  hide() {
    this.map.fire('heathidden');
    this.image?.remove();
    this.image = null;
    this.heat = null;
  }
}
