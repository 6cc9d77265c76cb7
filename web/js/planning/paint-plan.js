// The plan on the map: blocks in the tint of their grid under the streets, borders over them, and what is in the hand on top.

import { fillAreas, sheetBox, strokeLines, applyStroke, traceLine, traceRings } from '../map/paint.js';
import { widthAt } from '../map/widths.js';
import { TINT_COUNT } from './tints.js';

/**
 * @typedef {import('../map/paint.js').Sheet} Sheet
 * @typedef {import('../map/palette.js').Palette} Palette
 * @typedef {import('./desk.js').Desk} Desk
 * @typedef {import('./plan.js').Plan} Plan
 * @typedef {Pick<Desk, 'plan' | 'state' | 'draft' | 'bandOf'>} Shown a plan and how it is to be coloured
 */

const WATER = 2;
const BANDS = { under: 'plan-under', within: 'plan-within', over: 'plan-over' };

/** Blocks by what colours them. @param {Sheet} sheet @param {Shown} desk @param {Palette} palette */
export function paintBlocks(sheet, desk, palette) {
  const { plan } = desk;
  if (!plan) return;
  const { areas, index, kind } = plan.model.faces;
  /** @type {Map<string, import('../map/model.js').Area[]>} */
  const groups = new Map();
  for (const face of index.search(sheetBox(sheet, 2))) {
    const colour = kind[face] === WATER ? 'land' : colourOf(desk, plan, plan.zone[face]);
    const group = groups.get(colour);
    if (group) group.push(areas[face]);
    else groups.set(colour, [areas[face]]);
  }
  for (const [colour, group] of groups) fillAreas(sheet, group, palette[colour]);
}

/** @param {Shown} desk @param {Plan} plan @param {number} zone */
function colourOf(desk, plan, zone) {
  if (zone < 0 || desk.state.paint === 'none') return 'land';
  if (desk.state.paint === 'band') return BANDS[desk.bandOf(plan.households[zone])];
  return `plan-${(plan.tints[zone] % TINT_COUNT) + 1}`;
}

/** @param {Sheet} sheet @param {Shown} desk @param {Palette} palette */
export function paintBorders(sheet, desk, palette) {
  const { plan } = desk;
  if (!plan) return;
  const { arcs } = plan.model;
  const members = arcs.index.search(sheetBox(sheet, 30)).filter((arc) => plan.isBorder(arc));
  const width = widthAt('grid', sheet.zoom) * 1.7 + 0.3;
  const inner = members.filter((arc) => isInner(plan, arc));
  const outer = members.filter((arc) => !isInner(plan, arc));
  strokeLines(sheet, arcs, outer, { colour: palette['boundary-glow'], width: widthAt('community', sheet.zoom) + 5, alpha: 0.4 });
  if (sheet.zoom >= 14) strokeLines(sheet, arcs, inner, { colour: palette.halo, width: width + 2.4 });
  strokeLines(sheet, arcs, inner, { colour: palette['plan-border'], width });
  const locked = new Set(desk.draft?.locks?.arcs ?? []);
  if (locked.size > 0) strokeLines(sheet, arcs, members.filter((arc) => locked.has(arc)), { colour: palette['plan-lock'], width: width + 3, dash: [2, 5] });
}

/** Whether a border lies inside a community: the others are drawn by the map as borders of communities. @param {Plan} plan @param {number} arc */
function isInner(plan, arc) {
  const [a, b] = plan.zonesOf(arc);
  return a >= 0 && b >= 0 && plan.grids[a].community === plan.grids[b].community;
}

/** Everything in the hand. @param {Sheet} sheet @param {Desk} desk @param {Palette} palette @param {number} hover block under the pointer, -1 for none */
export function paintHand(sheet, desk, palette, hover) {
  const { plan } = desk;
  if (!plan) return;
  for (const code of desk.draft?.locks?.grids ?? []) hatch(sheet, plan, zoneFaces(sheet, plan, plan.zoneByCode(code)), palette['plan-lock'], 0.5);
  const picked = desk.picked.map((code) => plan.zoneByCode(code)).filter((zone) => zone >= 0);
  for (const zone of picked) fill(sheet, plan, zoneFaces(sheet, plan, zone), palette['select-fill']);
  if (picked.length > 0) outline(sheet, plan, new Set(picked), palette.select, palette.halo);
  if (desk.activeZone >= 0) outline(sheet, plan, new Set([desk.activeZone]), palette.select, palette.halo);
  if (desk.proposal) paintProposal(sheet, plan, desk.proposal.zones, palette);
  if (desk.staged.size > 0) paintSwept(sheet, plan, [...desk.staged], palette);
  const refused = /** @type {any} */ (desk.trouble?.problem.body) ?? {};
  if (desk.trouble?.kind === 'refused') paintRefused(sheet, plan, refused, palette);
  if (hover >= 0) {
    fill(sheet, plan, [hover], palette['hover-fill']);
    edge(sheet, plan, [hover], { colour: palette.select, width: 1.4 });
  }
}

/** Blocks that would change hands, in the colour of where they go. @param {Sheet} sheet @param {Plan} plan @param {Map<number, number>} zones @param {Palette} palette */
function paintProposal(sheet, plan, zones, palette) {
  const moved = [...zones].filter(([face, zone]) => face < plan.zone.length && plan.zone[face] !== zone).map(([face]) => face);
  paintSwept(sheet, plan, moved, palette);
}

/** @param {Sheet} sheet @param {Plan} plan @param {number[]} faces @param {Palette} palette */
function paintSwept(sheet, plan, faces, palette) {
  fill(sheet, plan, faces, palette['plan-staged']);
  hatch(sheet, plan, faces, palette.select, 0.55);
  edge(sheet, plan, faces, { colour: palette.select, width: 1.8 });
}

/** @param {Sheet} sheet @param {Plan} plan @param {{blocks?: number[], remedyBlocks?: number[]}} refused @param {Palette} palette */
function paintRefused(sheet, plan, { blocks = [], remedyBlocks = [] }, palette) {
  const known = (/** @type {number[]} */ list) => list.filter((face) => face >= 0 && face < plan.zone.length);
  fill(sheet, plan, known(blocks), palette['finding-fill']);
  edge(sheet, plan, known(blocks), { colour: palette.finding, width: 2.2 });
  hatch(sheet, plan, known(remedyBlocks), palette.finding, 0.8);
  edge(sheet, plan, known(remedyBlocks), { colour: palette.finding, width: 2.2, dash: [6, 4] });
}

/** @param {Sheet} sheet @param {Plan} plan @param {number} zone */
const zoneFaces = (sheet, plan, zone) => (zone < 0 ? [] : plan.model.faces.index.search(sheetBox(sheet, 2)).filter((face) => plan.zone[face] === zone));

/** @param {Sheet} sheet @param {Plan} plan @param {number[]} faces */
function trace(sheet, plan, faces) {
  sheet.ctx.beginPath();
  for (const face of faces) traceRings(sheet, plan.model.faces.areas[face].rings);
}

/** @param {Sheet} sheet @param {Plan} plan @param {number[]} faces @param {string} colour */
function fill(sheet, plan, faces, colour) {
  if (faces.length === 0) return;
  trace(sheet, plan, faces);
  sheet.ctx.fillStyle = colour;
  sheet.ctx.fill('evenodd');
}

/** @param {Sheet} sheet @param {Plan} plan @param {number[]} faces @param {import('../map/paint.js').Stroke} stroke */
function edge(sheet, plan, faces, stroke) {
  if (faces.length === 0) return;
  trace(sheet, plan, faces);
  applyStroke(sheet.ctx, stroke);
}

/** @param {Sheet} sheet @param {Plan} plan @param {Set<number>} zones @param {string} colour @param {string} halo */
function outline(sheet, plan, zones, colour, halo) {
  const { arcs } = plan.model;
  sheet.ctx.beginPath();
  for (const arc of plan.borderOf(zones)) traceLine(sheet, arcs.xy, arcs.start[arc], arcs.start[arc + 1]);
  applyStroke(sheet.ctx, { colour: halo, width: 7 });
  applyStroke(sheet.ctx, { colour, width: 3.2 });
}

/** Diagonal lines over blocks, for what must be seen over any tint. @param {Sheet} sheet @param {Plan} plan @param {number[]} faces @param {string} colour @param {number} alpha */
function hatch(sheet, plan, faces, colour, alpha) {
  if (faces.length === 0) return;
  const { ctx } = sheet;
  const pattern = ctx.createPattern(stripes(colour), 'repeat');
  if (!pattern) return;
  trace(sheet, plan, faces);
  ctx.save();
  ctx.globalAlpha = alpha;
  ctx.fillStyle = pattern;
  ctx.fill('evenodd');
  ctx.restore();
}

/** @type {Map<string, HTMLCanvasElement>} */
const patterns = new Map();

/** @param {string} colour */
function stripes(colour) {
  let canvas = patterns.get(colour);
  if (canvas) return canvas;
  canvas = document.createElement('canvas');
  canvas.width = canvas.height = 9;
  const ctx = canvas.getContext('2d');
  if (ctx) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.4;
    ctx.beginPath();
    for (const at of [-9, 0, 9]) {
      ctx.moveTo(at, 9);
      ctx.lineTo(at + 9, 0);
    }
    ctx.stroke();
  }
  patterns.set(colour, canvas);
  return canvas;
}
