// Decodes `GET /api/v1/cases/heat`: densities in cases per km² on a raster over a bounding box.

/**
 * @typedef {object} Heat
 * @property {number} width
 * @property {number} height
 * @property {[number, number, number, number]} bbox west, south, east, north
 * @property {number} max highest density of the raster, cases per km²
 * @property {number} top highest density in the district for the same filter and bandwidth: the end of the scale
 * @property {Float32Array} densities rows from north to south
 */

/** @param {any} body @returns {Heat} */
export function decodeHeat(body) {
  const { width, height, bbox } = body;
  const densities = decodeValues(body, width * height);
  return { width, height, bbox, densities, max: body.max, top: body.top || 1 };
}

/** Base64 of little-endian unsigned 16-bit shares of `top`. @param {{values: string, top: number}} body @param {number} size */
function decodeValues({ values, top }, size) {
  const bytes = Uint8Array.from(atob(values), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: size }, (_, i) => (view.getUint16(2 * i, true) / 65535) * top);
}

/** Raster of about one value every `pixels` screen pixels. @param {{x: number, y: number}} size pixels */
export const rasterSize = (size, pixels = 4) => ({ width: Math.max(16, Math.min(400, Math.ceil(size.x / pixels))), height: Math.max(16, Math.min(400, Math.ceil(size.y / pixels))) });
