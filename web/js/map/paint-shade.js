import { applyStroke, traceLine, traceRings } from './paint.js';
import { paintPin } from './paint-points.js';
import { worldX, worldY } from '../geo.js';

/** @typedef {import('./paint.js').Sheet} Sheet @typedef {import('./model.js').MapModel} MapModel @typedef {import('./palette.js').Palette} Palette @typedef {{type: string, code: string} | null} Selection */

/** What the pointer is over, and what is selected. @param {Sheet} sheet @param {MapModel} model @param {Palette} palette @param {Selection} hover @param {Selection} selected */
export function paintShade(sheet, model, palette, hover, selected) {
  if (hover && hover.code !== selected?.code) fillGrids(sheet, model, hover, palette['hover-fill']);
  const grids = model.gridsOf(selected);
  if (grids.length === 0) return;
  fillGrids(sheet, model, selected, palette['select-fill']);
  sheet.ctx.beginPath();
  const mine = new Set(grids.map((grid) => grid.index));
  for (let arc = 0; arc < model.arcs.count; arc++) {
    if (mine.has(model.arcs.left[arc]) !== mine.has(model.arcs.right[arc])) traceLine(sheet, model.arcs.xy, model.arcs.start[arc], model.arcs.start[arc + 1]);
  }
  applyStroke(sheet.ctx, { colour: palette.halo, width: 6 });
  applyStroke(sheet.ctx, { colour: palette.select, width: 2.8 });
}

/** @param {Sheet} sheet @param {MapModel} model @param {Selection} selection @param {string} colour */
function fillGrids(sheet, model, selection, colour) {
  sheet.ctx.beginPath();
  for (const grid of model.gridsOf(selection)) traceRings(sheet, grid.rings);
  sheet.ctx.fillStyle = colour;
  sheet.ctx.fill('evenodd');
}

/** @param {Sheet} sheet @param {Palette} palette @param {{lon: number, lat: number} | null} at */
export function paintAsked(sheet, palette, at) {
  if (at) paintPin(sheet, worldX(at.lon), worldY(at.lat), palette.pin, palette.land);
}
