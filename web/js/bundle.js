// Decodes `GET /api/v1/map` (org.wangge.atlas.MapBundle, form 1) and `/map/buildings` into world coordinates.

import { boxOf, worldX, worldY } from './geo.js';

/**
 * @typedef {import('./map/model.js').Decoded} Decoded
 * @typedef {import('./map/chains.js').Lines} Lines
 * @typedef {{count: number[], coords: number[], class: number[], level?: number[], name?: number[], left?: number[], right?: number[]}} LineColumns
 */

export const FORM = 1;

/** @param {any} bundle @returns {Decoded} */
export function decodeBundle(bundle) {
  if (bundle?.version !== FORM) throw new Error(`map bundle form ${bundle?.version}, expected ${FORM}`);
  const lines = decodeLines(bundle.arcs, bundle.scale);
  const shape = (/** @type {number[][]} */ refs) => refs.map((ring) => ringOf(lines, ring));
  return {
    version: bundle.publication?.hash ?? '',
    names: bundle.names,
    arcs: { ...lines, ...arcColumns(bundle.arcs) },
    lanes: { ...decodeLines(bundle.lanes ?? EMPTY_LINES, bundle.scale), kind: Uint8Array.from(bundle.lanes?.class ?? []) },
    faces: decodeFaces(bundle.faces, shape),
    grids: bundle.grids.map((/** @type {any} */ grid, /** @type {number} */ i) => ({ ...figures(grid, bundle.scale, shape), index: i, community: grid.community, streets: grid.streets })),
    communities: unitsOf(bundle.communities, 'township', childrenOf(bundle.grids, 'community'), bundle.scale, shape),
    townships: unitsOf(bundle.townships, '', grandchildren(bundle), bundle.scale, shape),
    district: bundle.district,
    publication: bundle.publication ?? null,
  };
}

const EMPTY_LINES = { count: [], coords: [], class: [] };

/**
 * Differences → world coordinates. Sums are of integers, so nothing drifts and shared ends stay equal.
 * @param {LineColumns} columns @param {number} scale @returns {Lines}
 */
export function decodeLines(columns, scale) {
  const { count, coords } = columns;
  const start = new Uint32Array(count.length + 1);
  count.forEach((points, i) => (start[i + 1] = start[i] + points));
  const xy = new Float64Array(coords.length);
  let lon = 0;
  let lat = 0;
  for (let i = 0; i + 1 < coords.length; i += 2) {
    lon += coords[i];
    lat += coords[i + 1];
    xy[i] = worldX(lon / scale);
    xy[i + 1] = worldY(lat / scale);
  }
  return { count: count.length, start, xy };
}

/** @param {LineColumns} arcs */
function arcColumns(arcs) {
  return {
    kind: Uint8Array.from(arcs.class),
    level: Uint8Array.from(arcs.level ?? []),
    name: Int32Array.from(arcs.name ?? []),
    left: Int32Array.from(arcs.left ?? []),
    right: Int32Array.from(arcs.right ?? []),
  };
}

/** A closed ring from arc references; `~r` runs arc r backwards. @param {Lines} lines @param {number[]} refs */
export function ringOf(lines, refs) {
  const size = refs.reduce((sum, ref) => sum + pointsOf(lines, ref) - 1, 0);
  const ring = new Float64Array(size * 2);
  let at = 0;
  for (const ref of refs) at = copyArc(lines, ref, ring, at);
  return ring;
}

/** @param {number} ref */
const arcOf = (ref) => (ref < 0 ? ~ref : ref);

/** @param {Lines} lines @param {number} ref */
const pointsOf = (lines, ref) => lines.start[arcOf(ref) + 1] - lines.start[arcOf(ref)];

/** Copies all points of an arc but its last. @param {Lines} lines @param {number} ref @param {Float64Array} ring @param {number} at */
function copyArc(lines, ref, ring, at) {
  const first = lines.start[arcOf(ref)];
  const last = lines.start[arcOf(ref) + 1] - 1;
  for (let i = 0; i < last - first; i++) {
    const point = ref < 0 ? last - i : first + i;
    ring[at++] = lines.xy[2 * point];
    ring[at++] = lines.xy[2 * point + 1];
  }
  return at;
}

/** @typedef {(refs: number[][]) => Float64Array[]} Shape */

/** @param {any} faces @param {Shape} shape */
function decodeFaces(faces, shape) {
  const rings = faces.rings.map(shape);
  return {
    kind: Uint8Array.from(faces.kind),
    grid: Int32Array.from(faces.grid),
    households: Float64Array.from(faces.households),
    areas: rings.map((/** @type {Float64Array[]} */ all) => ({ rings: all, box: boxOf(all) })),
  };
}

/** @param {any} unit @param {number} scale @param {Shape} shape */
function figures(unit, scale, shape) {
  const rings = shape(unit.rings);
  const { code, name, households, people, area, radius } = unit;
  return { code, name, households, people, area, radius, rings, box: boxOf(rings), label: labelPoint(unit.at, scale) };
}

/** @param {[number, number]} at @param {number} scale @returns {[number, number]} */
const labelPoint = (at, scale) => [worldX(at[0] / scale), worldY(at[1] / scale)];

/** @param {any[]} units @param {string} parent @param {number[][]} members @param {number} scale @param {Shape} shape */
function unitsOf(units, parent, members, scale, shape) {
  return units.map((unit, index) => ({
    ...figures(unit, scale, shape),
    index,
    kind: unit.kind ?? '',
    parent: parent ? unit[parent] : -1,
    grids: members[index] ?? [],
  }));
}

/** Indexes of children by parent. @param {any[]} children @param {string} key */
function childrenOf(children, key) {
  /** @type {number[][]} */
  const lists = [];
  children.forEach((child, i) => (lists[child[key]] ??= []).push(i));
  return lists;
}

/** @param {any} bundle */
function grandchildren(bundle) {
  /** @type {number[][]} */
  const lists = [];
  bundle.grids.forEach((/** @type {any} */ grid, /** @type {number} */ i) => (lists[bundle.communities[grid.community].township] ??= []).push(i));
  return lists;
}

/**
 * @typedef {object} Buildings columns of equal length
 * @property {number} count
 * @property {string[]} id
 * @property {string[]} name
 * @property {Float64Array} xy interleaved world coordinates
 * @property {Int32Array} households
 * @property {Int32Array} people
 * @property {Int32Array} floors
 * @property {Int32Array} grid
 * @property {Map<string, number>} byId
 */

/** @param {any} body @returns {Buildings} */
export function decodeBuildings(body) {
  const xy = new Float64Array(body.count * 2);
  running(body.lon, (lon, i) => (xy[2 * i] = worldX(lon / body.scale)));
  running(body.lat, (lat, i) => (xy[2 * i + 1] = worldY(lat / body.scale)));
  return {
    count: body.count,
    id: body.id,
    name: body.name,
    xy,
    households: Int32Array.from(body.households),
    people: Int32Array.from(body.people),
    floors: Int32Array.from(body.floors),
    grid: Int32Array.from(body.grid),
    byId: new Map(body.id.map((/** @type {string} */ id, /** @type {number} */ i) => [id, i])),
  };
}

/** @param {number[]} differences @param {(value: number, i: number) => void} visit */
function running(differences, visit) {
  let value = 0;
  differences.forEach((difference, i) => visit((value += difference), i));
}

