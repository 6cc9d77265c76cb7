/** How many tints the style sheet has for telling neighbours apart (`--plan-1` …). */
export const TINT_COUNT = 6;

/**
 * A tint for every grid, so that no two that touch have the same (as far as the tints go round). A grid keeps its tint
 * as long as it can: what has not changed must not flicker.
 * @param {number} count @param {Iterable<[number, number]>} touching pairs @param {Uint8Array} [before] tints so far
 */
export function tintZones(count, touching, before) {
  const neighbours = neighboursOf(count, touching);
  const tints = new Uint8Array(count).fill(UNSET);
  const isFree = (/** @type {number} */ zone, /** @type {number} */ tint) => !neighbours[zone].some((other) => tints[other] === tint);
  before?.subarray(0, count).forEach((tint, zone) => tint !== UNSET && isFree(zone, tint) && (tints[zone] = tint));
  for (let zone = 0; zone < count; zone++) if (tints[zone] === UNSET) tints[zone] = leastUsed(zone, neighbours[zone], tints);
  return tints;
}

/** No tint yet. */
export const UNSET = 255;

/** @param {number} count @param {Iterable<[number, number]>} touching */
function neighboursOf(count, touching) {
  /** @type {Set<number>[]} */
  const sets = Array.from({ length: count }, () => new Set());
  for (const [a, b] of touching) {
    sets[a].add(b);
    sets[b].add(a);
  }
  return sets.map((set) => [...set]);
}

/** The tint that fewest neighbours have; among those a different first choice for each zone, so that the map is not all of one tint.
 * @param {number} zone @param {number[]} neighbours @param {Uint8Array} tints */
function leastUsed(zone, neighbours, tints) {
  const used = new Uint8Array(TINT_COUNT);
  for (const other of neighbours) if (tints[other] !== UNSET) used[tints[other]]++;
  let best = zone % TINT_COUNT;
  for (let tint = 0; tint < TINT_COUNT; tint++) if (used[tint] < used[best]) best = tint;
  return best;
}
