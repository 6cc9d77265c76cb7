// The plan of a draft on this page: which grid every block belongs to, and what follows from it. Borders are not stored:
// an arc is one when the blocks on its two sides belong to different grids, so blocks and borders cannot disagree.

import { BoxIndex } from '../box-index.js';
import { emptyBox, growBox, insideRings } from '../geo.js';
import { tintZones, UNSET } from './tints.js';

/**
 * @typedef {import('../geo.js').Box} Box
 * @typedef {import('../map/model.js').MapModel} MapModel
 * @typedef {import('../map/model.js').Grid} Grid
 * @typedef {[face: number, zone: number]} Pair
 * @typedef {{zone: number, code: string, name: string, communityCode: string, kind?: string}} GridRow as the server lists it
 * @typedef {{undo: Pair[], zones: Set<number>, box: Box}} Change what applying pairs has done: how to take it back, the grids that lost or gained, and where the picture is another
 */

export const LAND = 0;

/** The two faces of every arc, -1 for none, from the faces' rings of arc references: each arc is run once forwards and once backwards.
 * @param {number[][][]} rings by face @param {number} arcs how many there are @returns {Int32Array} 2·arc for the face that runs it forwards, 2·arc + 1 for the other */
export function sidesOf(rings, arcs) {
  const sides = new Int32Array(2 * arcs).fill(-1);
  rings.forEach((all, face) => {
    for (const ring of all) for (const ref of ring) sides[ref < 0 ? 2 * ~ref + 1 : 2 * ref] = face;
  });
  return sides;
}

export class Plan {
  /** @param {MapModel} model @param {number[][][]} rings the faces' rings as arc references */
  constructor(model, rings) {
    this.model = model;
    this.zone = Int32Array.from(model.faces.grid);
    this.sides = sidesOf(rings, model.arcs.count);
    /** @type {Grid[]} */
    this.grids = model.grids.slice();
    this.tints = tintZones(this.grids.length, this.#touching());
    const { households, boxes } = this.#sums();
    this.households = households;
    this.boxes = boxes;
  }

  /** Households and boxes of all grids. */
  #sums() {
    const { faces } = this.model;
    const households = new Float64Array(this.grids.length);
    /** @type {Box[]} */
    const boxes = Array.from({ length: this.grids.length }, emptyBox);
    this.zone.forEach((zone, face) => {
      if (zone < 0) return;
      households[zone] += faces.households[face];
      growByBox(boxes[zone], faces.areas[face].box);
    });
    return { households, boxes };
  }

  /** Pairs of grids that share a border. @returns {Iterable<[number, number]>} */
  *#touching() {
    for (let arc = 0; arc < this.model.arcs.count; arc++) {
      const [a, b] = this.zonesOf(arc);
      if (a >= 0 && b >= 0 && a !== b) yield [a, b];
    }
  }

  /** The grids on both sides of an arc, -1 for outside. @param {number} arc @returns {[number, number]} */
  zonesOf(arc) {
    const [a, b] = [this.sides[2 * arc], this.sides[2 * arc + 1]];
    return [a < 0 ? -1 : this.zone[a], b < 0 ? -1 : this.zone[b]];
  }

  /** Whether an arc is a border between grids, or of the district. @param {number} arc */
  isBorder(arc) {
    const [a, b] = this.zonesOf(arc);
    return a !== b;
  }

  /** Arcs that are borders of any of some grids. @param {Set<number>} zones @returns {number[]} */
  borderOf(zones) {
    const found = [];
    for (let arc = 0; arc < this.model.arcs.count; arc++) {
      const [a, b] = this.zonesOf(arc);
      if (zones.has(a) !== zones.has(b)) found.push(arc);
    }
    return found;
  }

  /** Gives blocks to grids. @param {Pair[]} pairs @param {GridRow[]} [rows] all grids there are from now on, when their list has changed: pairs then speak of its numbers @returns {Change} */
  apply(pairs, rows) {
    const codes = this.grids.map((grid) => grid.code);
    const tints = new Map(codes.map((code, zone) => [code, this.tints[zone]]));
    if (rows) this.#setGrids(rows);
    const box = emptyBox();
    /** @type {Set<number>} */
    const zones = new Set();
    /** @type {Pair[]} */
    const undo = [];
    for (const [face, zone] of pairs) {
      const was = this.zone[face];
      if (was === zone && !rows) continue;
      undo.push([face, was]);
      this.zone[face] = zone;
      if (codes[was] === this.grids[zone]?.code) continue;
      zones.add(was).add(zone);
      growByBox(box, this.model.faces.areas[face].box);
    }
    if (undo.length > 0 || rows) this.#settle();
    for (const { index, code } of this.grids) if (tints.has(code) && tints.get(code) !== this.tints[index]) growByBox(box, this.boxes[index]);
    return { undo: undo.reverse(), zones, box };
  }

  #settle() {
    Object.assign(this, this.#sums());
    this.tints = tintZones(this.grids.length, this.#touching(), this.tints);
  }

  /** The list of grids has changed: new ones, gone ones, new numbers, new names. What a grid was keeps its place and tint. @param {GridRow[]} rows */
  #setGrids(rows) {
    const before = new Map(this.grids.map((grid) => [grid.code, grid]));
    const byZone = new Map(rows.map((row) => [row.zone, row]));
    const size = Math.max(...rows.map((row) => row.zone + 1));
    const tints = new Uint8Array(size).fill(UNSET);
    this.grids = Array.from({ length: size }, (_, zone) => {
      const row = byZone.get(zone);
      const known = before.get(row?.code ?? '');
      if (known) tints[zone] = this.tints[known.index];
      return { ...(known ?? this.grids[0]), index: zone, code: row?.code ?? '', name: row?.name ?? '', community: this.#communityOf(row) };
    });
    this.tints = tints;
  }

  /** @param {GridRow | undefined} row */
  #communityOf(row) {
    return row ? this.model.communities.findIndex((unit) => unit.code === row.communityCode) : -1;
  }

  /** Grids that have ground. */
  living() {
    return this.grids.filter((grid) => grid.code !== '' && this.boxes[grid.index].minX <= this.boxes[grid.index].maxX);
  }

  /** @param {string | null | undefined} code */
  zoneByCode(code) {
    return code ? this.grids.findIndex((grid) => grid.code === code) : -1;
  }

  /** The block under a world position, -1 outside. @param {number} x @param {number} y */
  faceAt(x, y) {
    const { faces } = this.model;
    return faces.index.search({ minX: x, minY: y, maxX: x, maxY: y }).find((face) => insideRings(x, y, faces.areas[face].rings)) ?? -1;
  }

  /** The border arc nearest to a world position within a reach, -1 when there is none. @param {number} x @param {number} y @param {number} reach */
  borderAt(x, y, reach) {
    const { arcs } = this.model;
    let [best, least] = [-1, reach];
    for (const arc of arcs.index.search({ minX: x - reach, minY: y - reach, maxX: x + reach, maxY: y + reach })) {
      const [a, b] = this.zonesOf(arc);
      const away = a === b ? Infinity : distanceTo(arcs, arc, x, y);
      if (away < least) [best, least] = [arc, away];
    }
    return best;
  }

  /** What the map writes: the grids that there are now, each where its people are. @returns {import('../map/labels.js').Named} */
  named() {
    const { townships, communities, streets } = this.model;
    const grids = this.living().map((grid) => ({ ...grid, box: this.boxes[grid.index], label: this.#label(grid) }));
    const boxes = new Float64Array(grids.length * 4);
    grids.forEach(({ box }, i) => boxes.set([box.minX, box.minY, box.maxX, box.maxY], 4 * i));
    return { townships, communities, streets, grids, gridIndex: new BoxIndex(boxes) };
  }

  /** The place of a grid's name in the map as read while that is still its ground, else its block nearest to its middle. @param {Grid} grid @returns {[number, number]} */
  #label(grid) {
    const kept = this.faceAt(...grid.label);
    if (kept >= 0 && this.zone[kept] === grid.index) return grid.label;
    const box = this.boxes[grid.index];
    const middle = centre(box);
    const { areas, index } = this.model.faces;
    const own = index.search(box).filter((face) => this.zone[face] === grid.index && this.model.faces.kind[face] === LAND);
    const away = (/** @type {number} */ face) => Math.hypot(centre(areas[face].box)[0] - middle[0], centre(areas[face].box)[1] - middle[1]);
    const nearest = own.reduce((best, face) => (best < 0 || away(face) < away(best) ? face : best), -1);
    return nearest < 0 ? middle : centre(areas[nearest].box);
  }
}

/** @param {Box} box @returns {[number, number]} */
export const centre = (box) => [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];

/** @param {Box} box @param {Box} more */
function growByBox(box, more) {
  growBox(box, more.minX, more.minY);
  growBox(box, more.maxX, more.maxY);
}

/** @param {import('../map/chains.js').Lines} lines @param {number} line @param {number} x @param {number} y */
function distanceTo({ start, xy }, line, x, y) {
  let least = Infinity;
  for (let i = start[line]; i + 1 < start[line + 1]; i++) least = Math.min(least, toSegment(x, y, xy[2 * i], xy[2 * i + 1], xy[2 * i + 2], xy[2 * i + 3]));
  return least;
}

/** @param {number} x @param {number} y @param {number} ax @param {number} ay @param {number} bx @param {number} by */
export function toSegment(x, y, ax, ay, bx, by) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = dx || dy ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
