// Which blocks a rectangle, a lasso or a brush means. A block is meant when the shape holds its middle, or the brush touches it.

import { boxOf, insideRings } from '../geo.js';
import { centre, LAND, toSegment } from './plan.js';

/** @typedef {import('../geo.js').Box} Box @typedef {import('./plan.js').Plan} Plan @typedef {[number, number]} Point world */

/** @param {Point} a @param {Point} b @returns {Box} */
export const boxBetween = ([ax, ay], [bx, by]) => ({ minX: Math.min(ax, bx), minY: Math.min(ay, by), maxX: Math.max(ax, bx), maxY: Math.max(ay, by) });

/** A place that is surely inside a block: its middle, or for a bent one the middle of a stretch of the level line through it. @param {Plan} plan @param {number} face @returns {Point} */
export function innerPoint(plan, face) {
  const { rings, box } = plan.model.faces.areas[face];
  const middle = centre(box);
  if (insideRings(middle[0], middle[1], rings)) return middle;
  const crossings = rings.flatMap((ring) => crossingsAt(ring, middle[1])).sort((a, b) => a - b);
  let [best, width] = [middle[0], -1];
  for (let i = 0; i + 1 < crossings.length; i += 2) if (crossings[i + 1] - crossings[i] > width) [best, width] = [(crossings[i] + crossings[i + 1]) / 2, crossings[i + 1] - crossings[i]];
  return [best, middle[1]];
}

/** Where a ring crosses a level line. @param {ArrayLike<number>} ring @param {number} y */
function crossingsAt(ring, y) {
  const found = [];
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    if (ring[i + 1] > y !== ring[j + 1] > y) found.push(ring[i] + ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]));
  }
  return found;
}

/** @param {Plan} plan @param {Box} box @param {(x: number, y: number) => boolean} holds */
const blocksWhere = (plan, box, holds) => plan.model.faces.index.search(box).filter((face) => plan.model.faces.kind[face] === LAND && holds(...innerPoint(plan, face)));

/** @param {Plan} plan @param {Box} box */
export const blocksInBox = (plan, box) => blocksWhere(plan, box, (x, y) => x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY);

/** @param {Plan} plan @param {Point[]} outline closed by itself */
export function blocksInLasso(plan, outline) {
  if (outline.length < 3) return [];
  const ring = Float64Array.from(outline.flat());
  return blocksWhere(plan, boxOf([ring]), (x, y) => insideRings(x, y, [ring]));
}

/** Blocks that a round brush touches. @param {Plan} plan @param {Point} at @param {number} radius world units */
export function blocksUnderBrush(plan, [x, y], radius) {
  const { index, kind, areas } = plan.model.faces;
  const near = index.search({ minX: x - radius, minY: y - radius, maxX: x + radius, maxY: y + radius });
  return near.filter((face) => kind[face] === LAND && (insideRings(x, y, areas[face].rings) || areas[face].rings.some((ring) => ringIsNear(ring, x, y, radius))));
}

/** @param {ArrayLike<number>} ring @param {number} x @param {number} y @param {number} radius */
function ringIsNear(ring, x, y, radius) {
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) if (toSegment(x, y, ring[j], ring[j + 1], ring[i], ring[i + 1]) <= radius) return true;
  return false;
}
