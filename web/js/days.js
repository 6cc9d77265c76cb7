// Calendar days as 'YYYY-MM-DD' texts and the histogram's brush. Days are plain dates: no time zone takes part.

const DAY = 86_400_000;

/** @typedef {{from: string, count: number}} Bar a bar starts on its day and ends where the next begins */
/** @typedef {{from: string, to: string}} Period first and last day, '' = open */

/** @param {string} day */
const timeOf = (day) => Date.parse(`${day}T00:00:00Z`);

/** @param {string} day @param {number} days */
export const addDays = (day, days) => new Date(timeOf(day) + days * DAY).toISOString().slice(0, 10);

/** @param {string} from @param {string} to */
export const daysBetween = (from, to) => Math.round((timeOf(to) - timeOf(from)) / DAY);

/** First day after the bar that starts on `day`. @param {string} day @param {string} bucket day, week or month */
export function bucketEnd(day, bucket) {
  if (bucket === 'day') return addDays(day, 1);
  if (bucket === 'week') return addDays(day, 7);
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** Index of the bar under a share 0…1 of the width. @param {number} share @param {number} bars */
export const barAt = (share, bars) => Math.max(0, Math.min(bars - 1, Math.floor(share * bars)));

/** The period of all bars between two touched ones, in either order.
 * @param {Bar[]} bars @param {number} one @param {number} other @param {string} bucket @returns {Period} */
export function brushPeriod(bars, one, other, bucket) {
  const last = Math.max(one, other);
  const after = bars[last + 1]?.from ?? bucketEnd(bars[last].from, bucket);
  return { from: bars[Math.min(one, other)].from, to: addDays(after, -1) };
}

/** The bars a period covers, as [first, last]; null when it covers none. An empty end is open.
 * @param {Bar[]} bars @param {Period} period @returns {[number, number] | null} */
export function barsIn(bars, period) {
  const inside = bars.map((bar) => (!period.from || bar.from >= period.from) && (!period.to || bar.from <= period.to));
  const first = inside.indexOf(true);
  return first < 0 ? null : [first, inside.lastIndexOf(true)];
}

/** Moves a period by whole bars without leaving the histogram. @param {Bar[]} bars @param {[number, number]} span @param {number} by @returns {[number, number]} */
export function slide(bars, [first, last], by) {
  const step = Math.max(-first, Math.min(bars.length - 1 - last, by));
  return [first + step, last + step];
}

/** A round top for the count axis. @param {Bar[]} bars */
export const highest = (bars) => bars.reduce((top, bar) => Math.max(top, bar.count), 0);
