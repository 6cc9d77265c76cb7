import { boxAround, Occupied, placesAlong } from './collision.js';
import { KINDS } from './model.js';
import { sheetBox } from './paint.js';
import { widthAt } from './widths.js';

/**
 * @typedef {import('./paint.js').Sheet} Sheet
 * @typedef {import('./model.js').MapModel} MapModel
 * @typedef {import('./palette.js').Palette} Palette
 * @typedef {Pick<MapModel, 'townships' | 'communities' | 'grids' | 'gridIndex' | 'streets'>} Named what carries names
 * @typedef {{size: number, weight: number, spacing: number, colour: string, pad: number}} TextStyle
 */

const FAMILY = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** @param {TextStyle} style */
const fontOf = (style) => `${style.weight} ${style.size}px ${FAMILY}`;

/** Draws all labels of a sheet, most important first; whoever comes later and finds no room is left out.
 * @param {Sheet} sheet @param {Named} model @param {Palette} palette @param {(layer: string) => boolean} isOn */
export function paintLabels(sheet, model, palette, isOn) {
  const room = new Occupied(sheet.width, sheet.height);
  sheet.ctx.textAlign = 'center';
  sheet.ctx.textBaseline = 'middle';
  sheet.ctx.lineJoin = 'round';
  if (isOn('township')) labelTownships(sheet, model, palette, room);
  if (isOn('community')) labelCommunities(sheet, model, palette, room);
  if (isOn('grid')) labelGrids(sheet, model, palette, room);
  if (isOn('streets') || isOn('water')) labelStreets(sheet, model, palette, room, isOn);
}

/** @param {Sheet} sheet @param {Named} model @param {Palette} palette @param {Occupied} room */
function labelTownships(sheet, model, palette, room) {
  if (sheet.zoom > 15) return;
  const size = sheet.zoom < 12 ? 13 : sheet.zoom < 14 ? 15 : 18;
  const style = { size, weight: 600, spacing: sheet.zoom < 12 ? 1 : 3, colour: palette['township-label'], pad: 6 };
  for (const unit of model.townships) placeText(sheet, room, unit.name, unit.label, style);
}

/** @param {Sheet} sheet @param {Named} model @param {Palette} palette @param {Occupied} room */
function labelCommunities(sheet, model, palette, room) {
  if (sheet.zoom < 12) return;
  const size = sheet.zoom < 14 ? 11.5 : sheet.zoom < 16 ? 13 : 15;
  const style = { size, weight: 500, spacing: 0.5, colour: palette['community-label'], pad: 5 };
  for (const unit of model.communities) placeText(sheet, room, unit.name, unit.label, style);
}

/** @param {Sheet} sheet @param {Named} model @param {Palette} palette @param {Occupied} room */
function labelGrids(sheet, model, palette, room) {
  if (sheet.zoom < 13) return;
  const style = { size: sheet.zoom < 16 ? 11 : 13, weight: 500, spacing: 0, colour: palette['grid-label'], pad: 4 };
  for (const index of model.gridIndex.search(sheetBox(sheet))) {
    const grid = model.grids[index];
    const wide = (grid.box.maxX - grid.box.minX) * sheet.scale;
    const text = wide > 150 ? grid.name : shortName(grid);
    if (wide > 34) placeText(sheet, room, text, grid.label, style);
  }
}

/** The part of a grid's name or code that tells it from its neighbours. @param {{code: string, name: string}} grid */
export function shortName(grid) {
  const number = /第?([0-9一二三四五六七八九十]+)网格$/.exec(grid.name);
  return number ? number[1].padStart(2, '0') : (/\d+$/.exec(grid.name)?.[0] ?? grid.code.slice(-3));
}

/** Names in other scripts are not spaced out, nor written from top to bottom. @param {string} text */
const isHan = (text) => /^[\u2e80-\uffef]+$/.test(text);

/** @param {Sheet} sheet @param {Occupied} room @param {string} text @param {[number, number]} at @param {TextStyle} style */
function placeText(sheet, room, text, at, style) {
  const { ctx } = sheet;
  const x = at[0] * sheet.scale - sheet.left;
  const y = at[1] * sheet.scale - sheet.top;
  if (x < -200 || y < -50 || x > sheet.width + 200 || y > sheet.height + 50) return;
  setFont(ctx, isHan(text) ? style : { ...style, spacing: Math.min(style.spacing, 0.3) });
  const width = ctx.measureText(text).width + style.pad * 2;
  if (room.take([boxAround(x, y, width, style.size * 1.3 + style.pad)])) drawHaloed(ctx, text, x, y, style.colour, style.size);
}

/** @param {CanvasRenderingContext2D} ctx @param {TextStyle} style */
function setFont(ctx, style) {
  ctx.font = fontOf(style);
  ctx.letterSpacing = `${style.spacing}px`;
}

let halo = '#ffffff';
/** @param {string} colour */
export const setHalo = (colour) => (halo = colour);

/** @param {CanvasRenderingContext2D} ctx @param {string} text @param {number} x @param {number} y @param {string} colour @param {number} size */
function drawHaloed(ctx, text, x, y, colour, size) {
  ctx.strokeStyle = halo;
  ctx.lineWidth = Math.max(3, size / 4);
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

/** Smallest zoom at which a kind of line is named. @type {Record<string, number>} */
const NAMED_FROM = { expressway: 12, arterial: 13, collector: 14, local: 15, path: 16, river: 12, rail: 13 };
const REPEAT_PIXELS = 260;
/** @typedef {{name: string, x: number, y: number}} Written */
/** @type {Record<string, number>} */
const RANK = { river: 0, expressway: 1, rail: 2, arterial: 3, collector: 4, local: 5, path: 6 };

/** @param {Sheet} sheet @param {Named} model @param {Palette} palette @param {Occupied} room @param {(layer: string) => boolean} isOn */
function labelStreets(sheet, model, palette, room, isOn) {
  const box = sheetBox(sheet, 50);
  const due = model.streets.filter(({ kind }) => sheet.zoom >= (NAMED_FROM[KINDS[kind]] ?? 99) && isOn(KINDS[kind] === 'river' ? 'water' : 'streets'));
  due.sort((a, b) => RANK[KINDS[a.kind]] - RANK[KINDS[b.kind]]);
  /** @type {Written[]} */
  const written = [];
  for (const street of due) {
    for (const chain of street.chains) if (chainMeets(chain, box)) labelChain(sheet, street, chain, palette, room, written);
  }
}

/** @param {Float64Array} chain @param {import('../geo.js').Box} box */
function chainMeets(chain, box) {
  for (let i = 0; i < chain.length; i += 2) {
    if (chain[i] >= box.minX && chain[i] <= box.maxX && chain[i + 1] >= box.minY && chain[i + 1] <= box.maxY) return true;
  }
  return false;
}

/** @param {Sheet} sheet @param {import('./model.js').Street} street @param {Float64Array} chain @param {Palette} palette @param {Occupied} room @param {Written[]} written */
function labelChain(sheet, street, chain, palette, room, written) {
  const { ctx } = sheet;
  const kind = KINDS[street.kind];
  const style = streetStyle(kind, sheet.zoom, palette, street.name);
  setFont(ctx, style);
  const characters = [...street.name];
  const length = ctx.measureText(street.name).width + characters.length * style.spacing;
  const line = Float64Array.from(chain, (value, i) => value * sheet.scale - (i % 2 ? sheet.top : sheet.left));
  for (const spots of placesAlong(line, length, 420, characters.length)) {
    if (spots.length < characters.length) continue;
    const boxes = spots.map(({ x, y }) => boxAround(x, y, style.size + style.pad, style.size + style.pad));
    if (!isRepeated(written, street.name, boxes[0]) && room.take(boxes)) {
      written.push({ name: street.name, x: boxes[0].minX, y: boxes[0].minY });
      drawAlong(ctx, characters, spots, style);
    }
  }
}

/** The two carriageways of a street are named once. @param {Written[]} written @param {string} name @param {{minX: number, minY: number}} at */
const isRepeated = (written, name, at) => written.some((one) => one.name === name && Math.hypot(one.x - at.minX, one.y - at.minY) < REPEAT_PIXELS);

/** @param {string} kind @param {number} zoom @param {Palette} palette @param {string} name @returns {TextStyle} */
function streetStyle(kind, zoom, palette, name) {
  const water = kind === 'river';
  const roomy = widthAt(kind in NAMED_FROM && !water ? kind : 'arterial', zoom) >= 11;
  return { size: roomy ? 12.5 : 11, weight: water ? 500 : 400, spacing: !isHan(name) ? 0.3 : water ? 8 : 2, colour: water ? palette['water-label'] : palette['label-street'], pad: 2 };
}

/** Halos of all characters first, so that none covers its neighbour. Latin runs keep their own advance closely enough.
 * @param {CanvasRenderingContext2D} ctx @param {string[]} characters @param {{x: number, y: number, angle: number}[]} spots @param {TextStyle} style */
function drawAlong(ctx, characters, spots, style) {
  ctx.strokeStyle = halo;
  ctx.lineWidth = 3;
  ctx.fillStyle = style.colour;
  ctx.letterSpacing = '0px';
  const placed = uprightWhenSteep(characters, spots);
  for (const pass of ['strokeText', 'fillText']) placed.forEach((spot, i) => drawTurned(ctx, characters[i], spot, /** @type {'strokeText' | 'fillText'} */ (pass)));
}

/** Chinese on a steep street is written from top to bottom with upright characters, as on any Chinese map.
 * @param {string[]} characters @param {{x: number, y: number, angle: number}[]} spots */
function uprightWhenSteep(characters, spots) {
  const steep = Math.abs(Math.sin(spots[spots.length >> 1].angle)) > 0.77;
  if (!steep || !isHan(characters.join(''))) return spots;
  return spots.map((spot) => ({ ...spot, angle: 0 })).sort((a, b) => a.y - b.y);
}

/** @param {CanvasRenderingContext2D} ctx @param {string} character @param {{x: number, y: number, angle: number}} spot @param {'strokeText' | 'fillText'} pass */
function drawTurned(ctx, character, spot, pass) {
  ctx.save();
  ctx.translate(spot.x, spot.y);
  ctx.rotate(spot.angle);
  ctx[pass](character, 0, 0);
  ctx.restore();
}
