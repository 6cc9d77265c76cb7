// "Find next": what is left to be mended in a plan, worst first.

/**
 * @typedef {object} OffStreet a run of border that follows no street
 * @property {number[]} arcs
 * @property {number} metres
 * @property {string} [name]
 * @property {[number, number]} at
 * @typedef {object} Score as the server gives it
 * @property {number} zone
 * @property {string} code
 * @property {string} name
 * @property {string} community
 * @property {number} households
 * @property {number} people
 * @property {number} buildings
 * @property {number} areaSquareMetres
 * @property {number | null} [openCases]
 * @property {number} onStreetShare
 * @property {OffStreet[]} offStreet
 * @property {number} pieces
 * @property {number | null} [neckMetres] -1 when there is no narrow place
 * @property {'under' | 'within' | 'over'} band
 * @property {number | null} [stability]
 * @property {boolean} locked
 * @typedef {{code: string, name: string, value: number, at: [number, number] | null, arcs?: number[]}} Spot where to look, and how bad it is
 */

export const FIND_KINDS = /** @type {const} */ (['over', 'under', 'offstreet', 'apart', 'neck', 'finding']);
/** @typedef {typeof FIND_KINDS[number]} FindKind */

/** A grid that is narrower than this somewhere hangs together by a neck. */
export const NECK_METRES = 20;

/** @type {Record<string, (scores: Score[]) => Spot[]>} */
const LISTS = {
  over: (scores) => graded(scores, (one) => one.band === 'over', (one) => one.households),
  under: (scores) => graded(scores, (one) => one.band === 'under', (one) => -one.households),
  apart: (scores) => graded(scores, (one) => one.pieces > 1, (one) => one.pieces),
  neck: (scores) => graded(scores, (one) => (one.neckMetres ?? -1) > 0 && Number(one.neckMetres) < NECK_METRES, (one) => -Number(one.neckMetres)),
  offstreet: (scores) => offStreetRuns(scores),
  finding: () => [],
};

/** @param {FindKind} kind @param {Score[]} scores @returns {Spot[]} worst first, and in the order of codes where equally bad */
export const spotsOf = (kind, scores) => LISTS[kind](scores).sort((a, b) => b.value - a.value || a.code.localeCompare(b.code));

/** @param {Score[]} scores @param {(score: Score) => boolean} wanted @param {(score: Score) => number} value @returns {Spot[]} */
const graded = (scores, wanted, value) => scores.filter(wanted).map((one) => ({ code: one.code, name: one.name, value: value(one), at: null }));

/** A run between two grids is both grids' run: it is listed once. @param {Score[]} scores @returns {Spot[]} */
function offStreetRuns(scores) {
  /** @type {Map<string, Spot>} */
  const runs = new Map();
  for (const { code, name, offStreet } of scores) {
    for (const { arcs, metres, at } of offStreet ?? []) {
      const key = [...arcs].sort((a, b) => a - b).join();
      if (!runs.has(key)) runs.set(key, { code, name, value: metres, at, arcs });
    }
  }
  return [...runs.values()];
}

/** The next of a list round and round; the first when nothing is current. @param {number} count @param {number} current index, -1 for none @param {1 | -1} by */
export function nextIndex(count, current, by) {
  if (count === 0) return -1;
  if (current < 0 || current >= count) return by > 0 ? 0 : count - 1;
  return (current + by + count) % count;
}
