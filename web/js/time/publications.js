// Which publication holds on which day, as the server tells them. Days are plain dates.

/**
 * @typedef {object} Publication
 * @property {number} number
 * @property {string} effective first day
 * @property {string} recorded
 * @property {string} state past, inForce, future, superseded
 * @property {string} kind first, change, correct
 * @property {string} document
 * @property {string} note
 * @property {number} grids
 */

/** @typedef {{today: string, publications: Publication[]}} Register */

/** @type {Register} */
export const NO_REGISTER = { today: '', publications: [] };

/** Those that hold on some day, oldest first. @param {Register} register */
export const held = ({ publications }) => publications.filter((one) => one.state !== 'superseded');

/** The publication that holds on a day; null before the first. @param {Register} register @param {string} day */
export const holding = (register, day) => held(register).filter((one) => one.effective <= day).at(-1) ?? null;

/** The day a page shows when a publication is chosen: '' for the one in force today. @param {Publication} publication */
export const dayOf = (publication) => (publication.state === 'inForce' ? '' : publication.effective);

/** The publication shown on a day, '' = today. @param {Register} register @param {string} day */
export const shown = (register, day) => holding(register, day || register.today);

/** What to compare first: the one shown with the one before, or with the one after when there is none before.
 * @param {Register} register @param {string} day @returns {{from: number, to: number} | null} */
export function firstPair(register, day) {
  const all = held(register);
  if (all.length < 2) return null;
  const at = Math.max(1, all.findIndex((one) => one.number === shown(register, day)?.number));
  return { from: all[at - 1].number, to: all[at].number };
}
