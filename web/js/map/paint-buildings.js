import { BoxIndex } from '../box-index.js';
import { latOf, metresPerPixel } from '../geo.js';
import { sheetBox } from './paint.js';

/** @typedef {import('./paint.js').Sheet} Sheet @typedef {import('../bundle.js').Buildings} Buildings */

const PLAIN_FROM_ZOOM = 15;
const STEPS_FROM_ZOOM = 12;
const HIT_PIXELS = 9;
const TURNED_FROM_PIXELS = 5;
/** About 60 m. */
const NEAR_WORLD = 0.0004;

/** Buildings as squares of their rough ground size, plain or coloured by the step of their party member. */
export class BuildingsLayer {
  /** @param {Buildings} buildings @param {import('./model.js').StreetLines} streets houses stand along them */
  constructor(buildings, streets) {
    this.buildings = buildings;
    this.streets = streets;
    /** Direction of the nearest street, found when first drawn. */
    this.angles = new Float32Array(buildings.count).fill(NaN);
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
      const x = this.buildings.xy[2 * i] * scale - left;
      const y = this.buildings.xy[2 * i + 1] * scale - top;
      if (size < TURNED_FROM_PIXELS) ctx.rect(x - size / 2, y - size / 2, size, size);
      else traceTurned(ctx, x, y, size, this.#angle(i));
    }
    ctx.fillStyle = fill;
    ctx.fill();
    if (sheet.zoom < 16) return;
    ctx.strokeStyle = edge;
    ctx.lineWidth = 0.8;
    ctx.stroke();
  }

  /** @param {number} i */
  #angle(i) {
    if (Number.isNaN(this.angles[i])) this.angles[i] = streetAngle(this.streets, this.buildings.xy[2 * i], this.buildings.xy[2 * i + 1]);
    return this.angles[i];
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

/** A house a little longer than deep, its long side along the street.
 * @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} size @param {number} angle */
function traceTurned(ctx, x, y, size, angle) {
  const [cos, sin] = [Math.cos(angle) * size * 0.58, Math.sin(angle) * size * 0.58];
  const depth = 0.72;
  ctx.moveTo(x - cos + sin * depth, y - sin - cos * depth);
  ctx.lineTo(x + cos + sin * depth, y + sin - cos * depth);
  ctx.lineTo(x + cos - sin * depth, y + sin + cos * depth);
  ctx.lineTo(x - cos - sin * depth, y - sin + cos * depth);
  ctx.closePath();
}

/** Direction of the street piece nearest to a place. @param {import('./model.js').StreetLines} streets @param {number} x @param {number} y */
function streetAngle(streets, x, y) {
  const near = streets.index.search({ minX: x - NEAR_WORLD, maxX: x + NEAR_WORLD, minY: y - NEAR_WORLD, maxY: y + NEAR_WORLD });
  let [angle, least] = [0, Infinity];
  for (const line of near) {
    for (let i = streets.start[line] + 1; i < streets.start[line + 1]; i++) {
      const [ax, ay, bx, by] = streets.xy.subarray(2 * i - 2, 2 * i + 2);
      const away = distanceToPiece(x, y, ax, ay, bx, by);
      if (away < least) [angle, least] = [Math.atan2(by - ay, bx - ax), away];
    }
  }
  return angle;
}

/** @param {number} x @param {number} y @param {number} ax @param {number} ay @param {number} bx @param {number} by */
function distanceToPiece(x, y, ax, ay, bx, by) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
  const share = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay));
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
