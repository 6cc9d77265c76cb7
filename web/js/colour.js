// Colour scales. Heat is on an absolute scale (cases per km²), so a colour means the same at every zoom and filter.

/** @typedef {[number, number, number]} Rgb */

/** @param {string} hex #rrggbb @returns {Rgb} */
export function parseHex(hex) {
  const value = parseInt(hex.trim().replace('#', ''), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** @param {Rgb} rgb */
export const toHex = (rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Colour at share 0…1 along evenly spaced stops. @param {Rgb[]} stops @param {number} share @returns {Rgb} */
export function along(stops, share) {
  const place = Math.max(0, Math.min(1, share)) * (stops.length - 1);
  const low = Math.min(Math.floor(place), stops.length - 2);
  const rest = place - low;
  return /** @type {Rgb} */ (stops[low].map((part, i) => part + (stops[low + 1][i] - part) * rest));
}

/** Where a density stands on the heat ramp: square root, so that weak places stay visible. @param {number} density @param {number} top */
export const heatShare = (density, top) => Math.sqrt(Math.max(0, Math.min(1, density / top)));

/** Opacity 0…1: nothing below 2 % of the top, then quickly opaque. @param {number} share heatShare */
export const heatAlpha = (share) => Math.max(0, Math.min(0.82, (share - 0.14) * 2.2));

/**
 * Paints densities into RGBA pixels.
 * @param {ArrayLike<number>} densities cases per km² @param {number} top @param {Rgb[]} stops @returns {Uint8ClampedArray<ArrayBuffer>}
 */
export function heatPixels(densities, top, stops) {
  const table = heatTable(stops);
  const pixels = new Uint8ClampedArray(densities.length * 4);
  for (let i = 0; i < densities.length; i++) {
    const at = Math.round(heatShare(densities[i], top) * 255) * 4;
    for (let part = 0; part < 4; part++) pixels[4 * i + part] = table[at + part];
  }
  return pixels;
}

/** @param {Rgb[]} stops */
function heatTable(stops) {
  const table = new Uint8ClampedArray(256 * 4);
  for (let i = 0; i < 256; i++) {
    const share = i / 255;
    table.set([...along(stops, share), heatAlpha(share) * 255], 4 * i);
  }
  return table;
}

/** Class of a value: -1 for none, else index of the first bound that is not below it. @param {number} value @param {number[]} bounds */
export function classOf(value, bounds) {
  if (!(value > 0)) return -1;
  const index = bounds.findIndex((bound) => value <= bound);
  return index < 0 ? bounds.length - 1 : index;
}
