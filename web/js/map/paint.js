// Painters draw into any canvas: a tile, an overlay or the print sheet. They know nothing of Leaflet.

/** @typedef {import('../geo.js').Box} Box @typedef {import('./chains.js').Lines} Lines */

/**
 * @typedef {object} Sheet a canvas and where on the world it lies
 * @property {CanvasRenderingContext2D} ctx already scaled to CSS pixels
 * @property {number} scale pixels per world unit
 * @property {number} left world coordinate of the left edge in pixels (world × scale)
 * @property {number} top
 * @property {number} width CSS pixels
 * @property {number} height
 * @property {number} zoom
 */

/** The world box a sheet shows, grown by `margin` pixels. @param {Sheet} sheet @param {number} [margin] @returns {Box} */
export function sheetBox(sheet, margin = 0) {
  return {
    minX: (sheet.left - margin) / sheet.scale,
    minY: (sheet.top - margin) / sheet.scale,
    maxX: (sheet.left + sheet.width + margin) / sheet.scale,
    maxY: (sheet.top + sheet.height + margin) / sheet.scale,
  };
}

/** Adds one polyline to the current path, leaving out points that would not move the pen.
 * @param {Sheet} sheet @param {ArrayLike<number>} xy @param {number} first point @param {number} end one past the last point */
export function traceLine(sheet, xy, first, end) {
  const { ctx, scale, left, top } = sheet;
  let lastX = xy[2 * first] * scale - left;
  let lastY = xy[2 * first + 1] * scale - top;
  ctx.moveTo(lastX, lastY);
  for (let i = first + 1; i < end; i++) {
    const x = xy[2 * i] * scale - left;
    const y = xy[2 * i + 1] * scale - top;
    if (i + 1 < end && Math.abs(x - lastX) + Math.abs(y - lastY) < 0.8) continue;
    ctx.lineTo(x, y);
    lastX = x;
    lastY = y;
  }
}

/** @param {Sheet} sheet @param {Float64Array[]} rings */
export function traceRings(sheet, rings) {
  for (const ring of rings) {
    traceLine(sheet, ring, 0, ring.length / 2);
    sheet.ctx.closePath();
  }
}

/** Fills areas that are on the sheet. @param {Sheet} sheet @param {{rings: Float64Array[], box: Box}[]} areas @param {string} colour */
export function fillAreas(sheet, areas, colour) {
  const { ctx } = sheet;
  const box = sheetBox(sheet, 2);
  ctx.beginPath();
  for (const area of areas) if (meets(area.box, box)) traceRings(sheet, area.rings);
  ctx.fillStyle = colour;
  ctx.fill('evenodd');
}

/** @param {Box} a @param {Box} b */
const meets = (a, b) => a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;

/**
 * @typedef {object} Stroke
 * @property {string} colour
 * @property {number} width
 * @property {number[]} [dash]
 * @property {number} [alpha]
 * @property {CanvasLineCap} [cap]
 */

/** @param {Sheet} sheet @param {Lines} lines @param {number[]} members @param {Stroke} stroke */
export function strokeLines(sheet, lines, members, stroke) {
  if (members.length === 0 || stroke.width <= 0.05) return;
  const { ctx } = sheet;
  ctx.beginPath();
  for (const line of members) traceLine(sheet, lines.xy, lines.start[line], lines.start[line + 1]);
  applyStroke(ctx, stroke);
}

/** Thin lines fade instead of vanishing. @param {CanvasRenderingContext2D} ctx @param {Stroke} stroke */
export function applyStroke(ctx, { colour, width, dash = [], alpha = 1, cap = 'round' }) {
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = Math.max(width, 0.6);
  ctx.globalAlpha = alpha * Math.min(1, width / 0.6);
  ctx.setLineDash(dash);
  ctx.lineCap = cap;
  ctx.lineJoin = 'round';
  ctx.stroke();
  ctx.restore();
}
