// Line widths in pixels by zoom: the whole visual hierarchy of lines in one table.

const ZOOMS = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19];

/** @type {Record<string, number[]>} */
const TABLE = {
  expressway: [1.2, 1.6, 2.2, 3, 4.2, 6, 9, 13, 20, 30],
  arterial: [0.7, 1.1, 1.6, 2.4, 3.6, 5.2, 8, 12, 18, 28],
  collector: [0, 0.4, 0.8, 1.4, 2.4, 3.8, 6.2, 9.5, 15, 24],
  local: [0, 0, 0.35, 0.7, 1.3, 2.4, 4.4, 7.5, 12, 20],
  path: [0, 0, 0.2, 0.4, 0.6, 0.9, 1.5, 2.4, 3.6, 5],
  interior: [0, 0, 0, 0.3, 0.6, 1.1, 2.2, 3.8, 6, 10],
  rail: [0.7, 0.9, 1.1, 1.4, 1.8, 2.2, 2.8, 3.4, 4, 5],
  wall: [0, 0, 0, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6],
  district: [2, 2.4, 2.8, 3.2, 3.6, 4, 4.4, 4.8, 5, 5],
  township: [1.3, 1.6, 1.9, 2.2, 2.5, 2.8, 3.1, 3.4, 3.6, 3.8],
  community: [0.4, 0.7, 1, 1.3, 1.7, 2, 2.3, 2.5, 2.7, 2.9],
  grid: [0, 0.2, 0.4, 0.6, 0.9, 1.2, 1.5, 1.7, 1.9, 2.1],
};

/** @param {string} kind a key of the table @param {number} zoom fractional zooms interpolate */
export function widthAt(kind, zoom) {
  const row = TABLE[kind];
  const place = Math.max(0, Math.min(ZOOMS.length - 1, zoom - ZOOMS[0]));
  const low = Math.min(Math.floor(place), ZOOMS.length - 2);
  return row[low] + (row[low + 1] - row[low]) * (place - low);
}

/** How much wider than the street its casing is. @param {number} width */
export const casing = (width) => (width < 1.2 ? 0.6 : width < 5 ? 1.4 : 2);
