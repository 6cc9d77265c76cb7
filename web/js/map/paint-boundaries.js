import { sheetBox, strokeLines } from './paint.js';
import { widthAt } from './widths.js';

/** @typedef {import('./paint.js').Sheet} Sheet @typedef {import('./model.js').MapModel} MapModel @typedef {import('./palette.js').Palette} Palette */

/** Lowest first: a higher boundary is drawn over the lower ones that end at it. */
const LEVELS = ['grid', 'community', 'township', 'district'];

/** Solid, dashed, dash-dot, solid: told apart by rhythm as well as weight, also in black and white. @type {Record<string, number[]>} */
const DASHES = { grid: [], community: [6, 4], township: [12, 4, 2, 4], district: [] };
/** @type {Record<string, number>} */
const GLOWS = { grid: 0, community: 0, township: 5, district: 10 };

/** @param {Sheet} sheet @param {MapModel} model @param {Palette} palette @param {(layer: string) => boolean} isOn */
export function paintBoundaries(sheet, model, palette, isOn) {
  for (const level of LEVELS) if (level === 'district' || isOn(level)) paintLevel(sheet, model, palette, level);
}

/** @param {Sheet} sheet @param {MapModel} model @param {Palette} palette @param {string} level */
function paintLevel(sheet, model, palette, level) {
  const lines = model.boundaries[level];
  const members = lines.index.search(sheetBox(sheet, 30));
  const width = widthAt(level, sheet.zoom);
  if (GLOWS[level]) strokeLines(sheet, lines, members, { colour: palette['boundary-glow'], width: width + GLOWS[level], alpha: 0.28 });
  const dash = width < 0.8 ? [] : DASHES[level].map((length) => length * Math.max(0.7, width / 2));
  strokeLines(sheet, lines, members, { colour: palette[level], width, dash, cap: 'butt' });
}
