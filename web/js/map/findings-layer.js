import { BoxIndex } from '../box-index.js';
import { worldX, worldY } from '../geo.js';
import { lineBoxes, linesOf } from './chains.js';
import { applyStroke, sheetBox, strokeLines, traceLine, traceRings } from './paint.js';

/** @typedef {import('../findings.js').Finding} Finding @typedef {import('./paint.js').Sheet} Sheet @typedef {import('./palette.js').Palette} Palette */

const MARK_BELOW_PIXELS = 14;

/** Findings on the map, and the outlines of the file they were found in. */
export class FindingsLayer {
  constructor() {
    /** @type {Finding[]} */
    this.findings = [];
    /** @type {Finding | null} */
    this.current = null;
    /** @type {(import('./chains.js').Lines & {index: BoxIndex}) | null} */
    this.outlines = null;
  }

  /** @param {Float64Array[] | null} lines */
  setOutlines(lines) {
    if (!lines || lines.length === 0) return void (this.outlines = null);
    const joined = linesOf(lines);
    this.outlines = { ...joined, index: new BoxIndex(lineBoxes(joined)) };
  }

  /** @param {Sheet} sheet @param {Palette} palette */
  paint(sheet, palette) {
    if (this.outlines) strokeLines(sheet, this.outlines, this.outlines.index.search(sheetBox(sheet, 4)), { colour: palette['finding-line'], width: 1 });
    const box = sheetBox(sheet, 30);
    for (const finding of this.findings) if (finding !== this.current && meets(finding.box, box)) paintFinding(sheet, finding, palette, false);
    if (this.current) paintFinding(sheet, this.current, palette, true);
  }

  /** The finding under a world position, the current one first. @param {number} x @param {number} y @param {number} tolerance world units */
  at(x, y, tolerance) {
    return this.findings.find(({ box }) => box.minX - tolerance <= x && box.maxX + tolerance >= x && box.minY - tolerance <= y && box.maxY + tolerance >= y);
  }
}

/** @param {import('../geo.js').Box} a @param {import('../geo.js').Box} b */
const meets = (a, b) => a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;

/** Too small to see: a ring around the place says where to look. @param {Sheet} sheet @param {Finding} finding @param {Palette} palette @param {boolean} current */
function paintFinding(sheet, finding, palette, current) {
  const size = Math.max(finding.box.maxX - finding.box.minX, finding.box.maxY - finding.box.minY) * sheet.scale;
  paintShape(sheet, finding, palette, current);
  if (size < MARK_BELOW_PIXELS || current) paintMark(sheet, finding, palette, current, size);
}

/** @param {Sheet} sheet @param {Finding} finding @param {Palette} palette @param {boolean} current */
function paintShape(sheet, finding, palette, current) {
  const { ctx } = sheet;
  ctx.beginPath();
  if (finding.filled) traceRings(sheet, finding.lines);
  else for (const line of finding.lines) traceLine(sheet, line, 0, line.length / 2);
  if (finding.filled) {
    ctx.fillStyle = palette['finding-fill'];
    ctx.fill('evenodd');
  }
  applyStroke(ctx, { colour: palette.finding, width: current ? 2.6 : 1.4 });
}

/** @param {Sheet} sheet @param {Finding} finding @param {Palette} palette @param {boolean} current @param {number} size */
function paintMark(sheet, finding, palette, current, size) {
  const { ctx, scale, left, top } = sheet;
  const [x, y] = [worldX(finding.place[0]) * scale - left, worldY(finding.place[1]) * scale - top];
  const radius = current ? Math.max(13, Math.min(46, size * 0.75 + 6)) : 5;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  if (!current) {
    ctx.fillStyle = palette.finding;
    ctx.fill();
    return applyStroke(ctx, { colour: palette.halo, width: 2 });
  }
  applyStroke(ctx, { colour: palette.halo, width: 6 });
  applyStroke(ctx, { colour: palette.finding, width: 2.6 });
}
