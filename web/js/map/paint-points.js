import { pathOf } from '../icons.js';

/** @typedef {import('./paint.js').Sheet} Sheet */
/** @typedef {{x: number, y: number, glyph: string, colour: string, selected: boolean}} Symbol */

const RADIUS = 11;

/** A round badge with its glyph; far out only a dot. @param {Sheet} sheet @param {Symbol} symbol world coordinates @param {string} halo */
export function paintSymbol(sheet, symbol, halo) {
  const { ctx, scale, left, top, zoom } = sheet;
  const [x, y] = [symbol.x * scale - left, symbol.y * scale - top];
  const small = zoom < 13 && !symbol.selected;
  const radius = small ? 4.5 : symbol.selected ? RADIUS + 4 : RADIUS;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = symbol.colour;
  ctx.strokeStyle = halo;
  ctx.lineWidth = symbol.selected ? 4 : 2;
  ctx.stroke();
  ctx.fill();
  if (!small) paintGlyph(ctx, x, y, symbol.glyph, radius, halo);
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {string} glyph @param {number} radius @param {string} colour */
function paintGlyph(ctx, x, y, glyph, radius, colour) {
  const size = (radius * 1.25) / 24;
  ctx.save();
  ctx.translate(x - 12 * size, y - 12 * size);
  ctx.scale(size, size);
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2.4;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.stroke(new Path2D(pathOf(glyph)));
  ctx.restore();
}

/** The drop of the place somebody asked about. @param {Sheet} sheet @param {number} worldX @param {number} worldY @param {string} colour @param {string} halo */
export function paintPin(sheet, worldX, worldY, colour, halo) {
  const { ctx } = sheet;
  const x = worldX * sheet.scale - sheet.left;
  const y = worldY * sheet.scale - sheet.top;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.bezierCurveTo(x - 3, y - 9, x - 10, y - 13, x - 10, y - 21);
  ctx.arc(x, y - 21, 10, Math.PI, 0);
  ctx.bezierCurveTo(x + 10, y - 13, x + 3, y - 9, x, y);
  ctx.fillStyle = colour;
  ctx.strokeStyle = halo;
  ctx.lineWidth = 2.5;
  ctx.stroke();
  ctx.fill();
  ctx.beginPath();
  ctx.arc(x, y - 21, 3.6, 0, 2 * Math.PI);
  ctx.fillStyle = halo;
  ctx.fill();
}
