import { BoxIndex } from '../box-index.js';
import { emptyBox, growBox, insideRings, latOf } from '../geo.js';
import { chainsOf, lineBoxes, linesOf } from './chains.js';

/**
 * @typedef {import('../geo.js').Box} Box
 * @typedef {import('./chains.js').Lines} Lines
 * @typedef {Lines & {index: BoxIndex}} IndexedLines
 * @typedef {Lines & {index: BoxIndex, kind: Uint8Array}} StreetLines
 * @typedef {{rings: Float64Array[], box: Box}} Area
 * @typedef {object} Figures
 * @property {string} code
 * @property {string} name
 * @property {number} households
 * @property {number} people
 * @property {number} area square metres
 * @property {number} radius metres of the largest circle that fits, around `label`
 * @property {[number, number]} label
 * @property {Float64Array[]} rings even-odd
 * @property {Box} box
 * @typedef {Figures & {index: number, community: number, streets: number}} Grid
 * @typedef {Figures & {index: number, kind: string, parent: number, grids: number[]}} Unit
 * @typedef {Lines & {kind: Uint8Array, level: Uint8Array, name: Int32Array, left: Int32Array, right: Int32Array}} Arcs
 * @typedef {{kind: Uint8Array, grid: Int32Array, households: Float64Array, areas: Area[]}} Faces
 * @typedef {{name: string, kind: number, chains: Float64Array[]}} Street
 */

/**
 * @typedef {object} Decoded what the map bundle says, in world coordinates
 * @property {string} version
 * @property {string[]} names
 * @property {Arcs} arcs
 * @property {Lines & {kind: Uint8Array}} lanes
 * @property {Faces} faces
 * @property {Grid[]} grids
 * @property {Unit[]} communities
 * @property {Unit[]} townships
 * @property {any} district
 * @property {{number: number, effective: string, hash: string} | null} publication
 */

/** Order is the order of `ArcClass` on the server. */
export const KINDS = ['expressway', 'arterial', 'collector', 'local', 'path', 'river', 'rail', 'wall', 'statutory', 'cut'];
/** Order is the order of `Level` on the server. */
export const LEVELS = ['none', 'grid', 'community', 'township', 'district'];

/** Everything that is drawn, with its indexes. Immutable after construction. */
export class MapModel {
  /** @param {Decoded} decoded */
  constructor(decoded) {
    this.version = decoded.version;
    this.names = decoded.names;
    this.district = decoded.district;
    this.publication = decoded.publication;
    this.grids = decoded.grids;
    this.communities = decoded.communities;
    this.townships = decoded.townships;
    /** @type {Faces & {index: BoxIndex, tint: Uint8Array}} */
    this.faces = { ...decoded.faces, index: new BoxIndex(boxesOf(decoded.faces.areas)), tint: tintsOf(decoded.faces) };
    this.arcs = { ...decoded.arcs, index: new BoxIndex(lineBoxes(decoded.arcs)) };
    /** @type {StreetLines} */
    this.lanes = { ...decoded.lanes, index: new BoxIndex(lineBoxes(decoded.lanes)) };
    for (const unit of [...this.grids, ...this.communities, ...this.townships]) keepDry(unit, this.faces);
    this.gridIndex = new BoxIndex(boxesOf(decoded.grids));
    this.byCode = new Map(decoded.grids.map((grid) => [grid.code, grid]));
    this.box = unionBox(decoded.grids);
    /** @type {Record<string, IndexedLines>} */
    this.boundaries = Object.fromEntries(LEVELS.slice(1).map((name, i) => [name, this.#boundary(i + 1)]));
    /** @type {Street[] | null} */
    this.cachedStreets = null;
  }

  /** @param {number} level */
  #boundary(level) {
    const members = [];
    for (let arc = 0; arc < this.arcs.count; arc++) if (this.arcs.level[arc] === level) members.push(arc);
    const lines = linesOf(chainsOf(this.arcs, members));
    return { ...lines, index: new BoxIndex(lineBoxes(lines)) };
  }

  /** Named streets, rivers and railways as long chains, for their labels; made on first use. */
  get streets() {
    this.cachedStreets ??= namedStreets(this.arcs, this.names);
    return this.cachedStreets;
  }

  /** The grid at a world position. @param {number} x @param {number} y @returns {Grid | null} */
  gridAt(x, y) {
    const near = this.gridIndex.search({ minX: x, minY: y, maxX: x, maxY: y });
    const found = near.find((index) => insideRings(x, y, this.grids[index].rings));
    return found === undefined ? null : this.grids[found];
  }

  /** @param {Grid} grid */
  communityOf(grid) {
    return this.communities[grid.community];
  }

  /** @param {Grid} grid */
  townshipOf(grid) {
    return this.townships[this.communities[grid.community].parent];
  }

  /** Grids a selection stands for. @param {{type: string, code: string} | null} selection @returns {Grid[]} */
  gridsOf(selection) {
    if (!selection) return [];
    if (selection.type === 'grid') return [this.byCode.get(selection.code)].filter((grid) => grid !== undefined);
    const unit = this.findUnit(selection);
    return unit ? unit.grids.map((index) => this.grids[index]) : [];
  }

  /** @param {{type: string, code: string}} selection */
  findUnit(selection) {
    const units = { community: this.communities, township: this.townships }[selection.type] ?? [];
    return units.find((unit) => unit.code === selection.code);
  }
}

/** @param {{box: Box}[]} items */
function boxesOf(items) {
  const boxes = new Float64Array(items.length * 4);
  items.forEach(({ box }, i) => boxes.set([box.minX, box.minY, box.maxX, box.maxY], 4 * i));
  return boxes;
}

/** @param {{box: Box}[]} items */
export function unionBox(items) {
  const union = emptyBox();
  for (const { box } of items) {
    growBox(union, box.minX, box.minY);
    growBox(union, box.maxX, box.maxY);
  }
  return union;
}

/** Moves a label that would stand in water to the unit's most populous block. @param {Figures} unit @param {Faces & {index: BoxIndex}} faces */
function keepDry(unit, faces) {
  const [x, y] = unit.label;
  const under = faces.index.search({ minX: x, minY: y, maxX: x, maxY: y }).find((face) => insideRings(x, y, faces.areas[face].rings));
  if (under === undefined || faces.kind[under] !== WATER) return;
  const centre = (/** @type {number} */ face) => /** @type {[number, number]} */ ([(faces.areas[face].box.minX + faces.areas[face].box.maxX) / 2, (faces.areas[face].box.minY + faces.areas[face].box.maxY) / 2]);
  const own = faces.index.search(unit.box).filter((face) => faces.kind[face] === 0 && insideRings(...centre(face), unit.rings));
  if (own.length > 0) unit.label = centre(own.reduce((best, face) => (faces.households[face] > faces.households[best] ? face : best)));
}

const WATER = 2;

/** How many shades of built-up ground there are. */
export const TINTS = 5;
const WORLD_TO_METRES = 40_075_016.7 / 256;

/** Shade 0…TINTS of every face from its households per hectare; 255 for medians and water. @param {Faces} faces */
function tintsOf(faces) {
  return Uint8Array.from(faces.areas, (area, face) => {
    if (faces.kind[face] !== 0) return 255;
    const hectares = groundArea(area) / 10_000;
    const density = faces.households[face] / Math.max(0.05, hectares);
    return Math.max(0, Math.min(TINTS, Math.round(Math.log2(density + 0.5) + 1)));
  });
}

/** Square metres, near enough for a shade. @param {Area} area */
function groundArea(area) {
  const lat = latOf((area.box.minY + area.box.maxY) / 2);
  const metres = WORLD_TO_METRES * Math.cos((lat * Math.PI) / 180);
  return area.rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(shoelace(ring)), 0) * metres ** 2;
}

/** @param {Float64Array} ring */
function shoelace(ring) {
  const size = ring.length;
  let twice = 0;
  for (let i = 0; i < size; i += 2) {
    const next = (i + 2) % size;
    twice += (ring[i] - ring[0]) * (ring[next + 1] - ring[1]) - (ring[next] - ring[0]) * (ring[i + 1] - ring[1]);
  }
  return twice / 2;
}

/** @param {Arcs} arcs @param {string[]} names @returns {Street[]} */
function namedStreets(arcs, names) {
  /** @type {Map<number, number[]>} */
  const members = new Map();
  for (let arc = 0; arc < arcs.count; arc++) {
    if (!names[arcs.name[arc]]) continue;
    const key = arcs.name[arc] * KINDS.length + arcs.kind[arc];
    const list = members.get(key);
    if (list) list.push(arc);
    else members.set(key, [arc]);
  }
  return [...members.values()]
    .map((list) => ({ name: names[arcs.name[list[0]]], kind: arcs.kind[list[0]], chains: chainsOf(arcs, list) }))
    .sort((a, b) => a.kind - b.kind);
}
