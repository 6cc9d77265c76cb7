import { BoxIndex } from '../box-index.js';
import { latOf, metresPerPixel } from '../geo.js';
import { sheetBox } from './paint.js';

/** @typedef {import('./paint.js').Sheet} Sheet @typedef {import('../bundle.js').Buildings} Buildings */

const PLAIN_FROM_ZOOM = 15;
const STEPS_FROM_ZOOM = 12;
const HIT_PIXELS = 9;

/** Buildings as squares of their rough ground size, plain or coloured by the step of their party member. */
export class BuildingsLayer {
  /** @param {Buildings} buildings */
  constructor(buildings) {
    this.buildings = buildings;
    this.index = new BoxIndex(pointBoxes(buildings.xy));
    /** @type {Uint8Array | null} step of every building; null draws all alike */
    this.steps = null;
    /** @type {string[]} */
    this.colours = [];
    /** @type {string | null} id of the building looked at */
    this.selected = null;
  }

  /** @param {number} zoom */
  isShown(zoom) {
    return zoom >= (this.steps ? STEPS_FROM_ZOOM : PLAIN_FROM_ZOOM);
  }

  /** @param {Sheet} sheet @param {import('./palette.js').Palette} palette */
  paint(sheet, palette) {
    if (!this.isShown(sheet.zoom)) return;
    const found = this.index.search(sheetBox(sheet, 20));
    if (!this.steps) return this.#paintGroup(sheet, found, palette.building, palette['building-edge']);
    const { steps } = this;
    this.colours.forEach((colour, step) => {
      const members = found.filter((i) => steps[i] === step);
      this.#paintGroup(sheet, members, step === 0 ? hatch(sheet.ctx, colour) : colour, step === 0 ? colour : palette.halo);
    });
  }

  /** @param {Sheet} sheet @param {number[]} members @param {string | CanvasPattern} fill @param {string} edge */
  #paintGroup(sheet, members, fill, edge) {
    const { ctx, scale, left, top } = sheet;
    ctx.beginPath();
    for (const i of members) {
      const size = this.sizeOf(i, sheet.zoom);
      ctx.rect(this.buildings.xy[2 * i] * scale - left - size / 2, this.buildings.xy[2 * i + 1] * scale - top - size / 2, size, size);
    }
    ctx.fillStyle = fill;
    ctx.fill();
    if (sheet.zoom < 15) return;
    ctx.strokeStyle = edge;
    ctx.lineWidth = 0.8;
    ctx.stroke();
  }

  /** Pixels. @param {number} i @param {number} zoom */
  sizeOf(i, zoom) {
    const metres = 9 + Math.min(14, Math.sqrt(this.buildings.households[i]) * 1.8);
    const least = this.steps ? 2.6 : 2;
    return Math.max(least, metres / metresPerPixel(latOf(this.buildings.xy[1]), zoom));
  }

  /** The building under a world position. @param {number} x @param {number} y @param {number} zoom @returns {number} index or -1 */
  at(x, y, zoom) {
    if (!this.isShown(zoom)) return -1;
    const reach = HIT_PIXELS / 2 ** zoom;
    const near = this.index.search({ minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach });
    const away = (/** @type {number} */ i) => Math.hypot(this.buildings.xy[2 * i] - x, this.buildings.xy[2 * i + 1] - y);
    return near.reduce((best, i) => (best < 0 || away(i) < away(best) ? i : best), -1);
  }
}

/** @param {Float64Array} xy */
export function pointBoxes(xy) {
  const boxes = new Float64Array(xy.length * 2);
  for (let i = 0; i < xy.length / 2; i++) boxes.set([xy[2 * i], xy[2 * i + 1], xy[2 * i], xy[2 * i + 1]], 4 * i);
  return boxes;
}

/** Diagonal lines: nobody is assigned. @param {CanvasRenderingContext2D} ctx @param {string} colour */
function hatch(ctx, colour) {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 5;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const shift of [-5, 0, 5]) {
    pen.moveTo(shift - 1, 6);
    pen.lineTo(shift + 6, -1);
  }
  pen.stroke();
  return ctx.createPattern(tile, 'repeat') ?? colour;
}
