import { KINDS, TINTS } from './model.js';
import { fillAreas, sheetBox, strokeLines, traceRings } from './paint.js';
import { casing, widthAt } from './widths.js';

/**
 * @typedef {import('./paint.js').Sheet} Sheet
 * @typedef {import('./model.js').MapModel} MapModel
 * @typedef {import('./palette.js').Palette} Palette
 */

/**
 * @typedef {object} BaseLook
 * @property {Palette} palette
 * @property {(layer: string) => boolean} isOn
 * @property {Map<number, string> | null} fills choropleth colour by grid index, in place of the plain ground
 * @property {((sheet: Sheet, palette: Palette) => void) | null} [ground] paints the land itself, in place of either
 */

const STREETS = ['path', 'local', 'collector', 'arterial', 'expressway'];
const CASED_FROM_WIDTH = 1.3;
const MEDIAN = 1;
const WATER = 2;

/** Ground, water, streets and railways. @param {Sheet} sheet @param {MapModel} model @param {BaseLook} look */
export function paintBase(sheet, model, look) {
  const { ctx } = sheet;
  ctx.fillStyle = look.palette.outside;
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  paintGround(sheet, model, look);
  if (look.isOn('water')) paintWater(sheet, model, look.palette);
  if (look.isOn('streets')) paintStreets(sheet, model, look);
}

/** @param {Sheet} sheet @param {MapModel} model @param {BaseLook} look */
function paintGround(sheet, model, { palette, fills, ground }) {
  if (ground) return ground(sheet, palette);
  const grids = model.gridIndex.search(sheetBox(sheet, 2)).map((index) => model.grids[index]);
  fillAreas(sheet, grids, palette.land);
  if (fills) grids.forEach((grid) => fillAreas(sheet, [grid], fills.get(grid.index) ?? palette.land));
  else paintTown(sheet, model, palette.town);
}

/** Blocks shaded by how densely people live there: the town shows through before any street does.
 * @param {Sheet} sheet @param {MapModel} model @param {string} colour */
function paintTown(sheet, model, colour) {
  const shades = facesBy(sheet, model, model.faces.tint);
  for (let shade = 1; shade <= TINTS; shade++) {
    sheet.ctx.globalAlpha = shade / TINTS;
    fillAreas(sheet, shades.get(shade) ?? [], colour);
  }
  sheet.ctx.globalAlpha = 1;
}

/** Areas of the faces on a sheet, grouped by a column. @param {Sheet} sheet @param {MapModel} model @param {Uint8Array} column */
function facesBy(sheet, model, column) {
  /** @type {Map<number, import('./model.js').Area[]>} */
  const groups = new Map();
  for (const face of model.faces.index.search(sheetBox(sheet, 2))) {
    const group = groups.get(column[face]);
    if (group) group.push(model.faces.areas[face]);
    else groups.set(column[face], [model.faces.areas[face]]);
  }
  return groups;
}

/** @param {Sheet} sheet @param {MapModel} model @param {Palette} palette */
function paintWater(sheet, model, palette) {
  fillAreas(sheet, facesBy(sheet, model, model.faces.kind).get(WATER) ?? [], palette.water);
  const rivers = ofKind(sheet, model.arcs, 'river');
  strokeLines(sheet, model.arcs, rivers, { colour: palette['water-edge'], width: 0.8 });
}

/** @param {Sheet} sheet @param {import('./model.js').StreetLines} lines @param {string} kind */
function ofKind(sheet, lines, kind) {
  const wanted = KINDS.indexOf(kind);
  return lines.index.search(sheetBox(sheet, 40)).filter((line) => lines.kind[line] === wanted);
}

/** @param {Sheet} sheet @param {MapModel} model @param {BaseLook} look */
function paintStreets(sheet, model, look) {
  const { palette } = look;
  if (sheet.zoom >= 14) fillAreas(sheet, facesBy(sheet, model, model.faces.kind).get(MEDIAN) ?? [], palette.median);
  if (look.isOn('interior')) paintInterior(sheet, model, palette);
  const byKind = groupByKind(sheet, model.arcs);
  strokeLines(sheet, model.arcs, byKind.get('wall') ?? [], { colour: palette.wall, width: widthAt('wall', sheet.zoom), dash: [2, 2] });
  for (const kind of STREETS) paintCasing(sheet, model, byKind.get(kind) ?? [], kind, palette);
  for (const kind of STREETS) paintCore(sheet, model, byKind.get(kind) ?? [], kind, palette);
  paintRail(sheet, model, byKind.get('rail') ?? [], palette);
}

/** @param {Sheet} sheet @param {import('./model.js').StreetLines} lines @returns {Map<string, number[]>} */
function groupByKind(sheet, lines) {
  /** @type {Map<string, number[]>} */
  const groups = new Map(KINDS.map((kind) => [kind, []]));
  for (const line of lines.index.search(sheetBox(sheet, 40))) groups.get(KINDS[lines.kind[line]])?.push(line);
  return groups;
}

/** @param {Sheet} sheet @param {MapModel} model @param {Palette} palette */
function paintInterior(sheet, model, palette) {
  const width = widthAt('interior', sheet.zoom);
  if (width < 0.2) return;
  const lines = model.lanes.index.search(sheetBox(sheet, 20));
  if (width >= 1.8) strokeLines(sheet, model.lanes, lines, { colour: palette['local-case'], width: width + 1.2 });
  strokeLines(sheet, model.lanes, lines, { colour: width >= 1.8 ? palette.local : palette.interior, width });
}

/** @param {Sheet} sheet @param {MapModel} model @param {number[]} members @param {string} kind @param {Palette} palette */
function paintCasing(sheet, model, members, kind, palette) {
  const width = widthAt(kind, sheet.zoom);
  if (width < CASED_FROM_WIDTH || kind === 'path') return;
  strokeLines(sheet, model.arcs, members, { colour: palette[`${kind}-case`], width: width + casing(width) });
}

/** Below the width where a casing shows, a street is drawn in its casing's colour: white on pale ground would vanish.
 * @param {Sheet} sheet @param {MapModel} model @param {number[]} members @param {string} kind @param {Palette} palette */
function paintCore(sheet, model, members, kind, palette) {
  const width = widthAt(kind, sheet.zoom);
  if (kind === 'path') return strokeLines(sheet, model.arcs, members, { colour: palette.path, width, dash: width > 0.8 ? [3, 2.5] : [], cap: 'butt' });
  const colour = width < CASED_FROM_WIDTH ? palette[`${kind}-case`] : palette[kind];
  strokeLines(sheet, model.arcs, members, { colour, width });
}

/** @param {Sheet} sheet @param {MapModel} model @param {number[]} members @param {Palette} palette */
function paintRail(sheet, model, members, palette) {
  const width = widthAt('rail', sheet.zoom);
  strokeLines(sheet, model.arcs, members, { colour: palette.rail, width: width + 0.8, cap: 'butt' });
  if (sheet.zoom >= 12) strokeLines(sheet, model.arcs, members, { colour: palette['rail-gap'], width, dash: [7, 7], cap: 'butt' });
}
