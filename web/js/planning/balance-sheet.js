// Households of the grids that a change concerns, before and after.

/**
 * @typedef {{zone: number, name: string, before: number, after: number}} Delta
 * @typedef {Pick<import('./plan.js').Plan, 'zone' | 'households' | 'grids'> & {model: {faces: {households: ArrayLike<number>}}}} Counted
 */

/** Sums over blocks, so it needs nobody's answer. Gaining grids first, then by how much changes.
 * @param {Counted} plan @param {Map<number, number>} zones new grid by block @param {import('./plan.js').GridRow[]} [rows] names of grids that are only proposed @returns {Delta[]} */
export function balanceOf(plan, zones, rows = []) {
  /** @type {Map<number, number>} */
  const change = new Map();
  const add = (/** @type {number} */ zone, /** @type {number} */ households) => change.set(zone, (change.get(zone) ?? 0) + households);
  for (const [face, zone] of zones) {
    if (face >= plan.zone.length || plan.zone[face] === zone) continue;
    add(plan.zone[face], -plan.model.faces.households[face]);
    add(zone, plan.model.faces.households[face]);
  }
  const names = new Map(rows.map((row) => [row.zone, row.name]));
  const deltas = [...change].filter(([zone]) => zone >= 0).map(([zone, by]) => ({ zone, name: names.get(zone) ?? plan.grids[zone]?.name ?? '', before: plan.households[zone] ?? 0, after: (plan.households[zone] ?? 0) + by }));
  return deltas.sort((a, b) => b.after - b.before - (a.after - a.before) || a.zone - b.zone);
}

/**
 * What an answer would do to a plan, in the plan's own numbers: grids that are not there yet are numbered on from its last.
 * @param {Counted} plan @param {{faces: import('./plan.js').Pair[], grids?: import('./plan.js').GridRow[]}} answer
 * @returns {{zones: Map<number, number>, rows: import('./plan.js').GridRow[]}} new grid by block, and the grids to come
 */
export function foresee(plan, { faces, grids }) {
  const known = new Map(plan.grids.map((grid) => [grid.code, grid.index]));
  const rows = (grids ?? []).filter((row) => !known.has(row.code)).map((row, i) => ({ ...row, zone: plan.grids.length + i }));
  for (const row of rows) known.set(row.code, row.zone);
  const codes = new Map((grids ?? []).map((row) => [row.zone, row.code]));
  const own = (/** @type {number} */ zone) => (grids ? (known.get(codes.get(zone) ?? '') ?? -1) : zone);
  const moved = faces.map(([face, zone]) => /** @type {const} */ ([face, own(zone)])).filter(([face, zone]) => face < plan.zone.length && plan.zone[face] !== zone);
  return { zones: new Map(moved), rows };
}

/** Share of households whose grid is the same in two plans, by code; null where the plans do not stand on the same blocks.
 * @param {Counted} plan @param {Counted} before */
export function unchangedShare(plan, before) {
  if (plan.zone.length !== before.zone.length) return null;
  const { households } = plan.model.faces;
  let [all, same] = [0, 0];
  plan.zone.forEach((zone, face) => {
    all += households[face];
    if (plan.grids[zone]?.code === before.grids[before.zone[face]]?.code) same += households[face];
  });
  return all > 0 ? same / all : 1;
}

/** Grids that gain or lose households between two plans on the same blocks, those with most first. @param {Counted} plan @param {Counted} before */
export function changedGrids(plan, before) {
  /** @type {Map<string, {code: string, name: string, gained: number, lost: number}>} */
  const changed = new Map();
  const of = (/** @type {{code: string, name: string}} */ { code, name }) => changed.get(code) ?? changed.set(code, { code, name, gained: 0, lost: 0 }).get(code) ?? { gained: 0, lost: 0 };
  if (plan.zone.length !== before.zone.length) return [];
  plan.zone.forEach((zone, face) => {
    const [now, was] = [plan.grids[zone], before.grids[before.zone[face]]];
    if (!now || !was || now.code === was.code) return;
    of(now).gained += plan.model.faces.households[face];
    of(was).lost += plan.model.faces.households[face];
  });
  return [...changed.values()].sort((a, b) => b.gained + b.lost - a.gained - a.lost || a.code.localeCompare(b.code));
}

/** Where households stand on a bar from 0 to a bit beyond the band, in per cent. @param {number} households @param {{max: number}} band */
export const placeOnBar = (households, band) => Math.max(0, Math.min(100, (100 * households) / (band.max * 1.6)));
