// Web Mercator in Leaflet's own pixel units at zoom 0 ("world": 0…256), plus the little geometry the page needs.
// A world coordinate times 2^zoom is a Leaflet pixel, so drawing needs one multiplication a point.

/** @typedef {{minX: number, minY: number, maxX: number, maxY: number}} Box */

const WORLD = 256;
const EARTH_RADIUS_METRES = 6371008.8;
const EQUATOR_METRES = 2 * Math.PI * 6378137;
const MAX_LATITUDE = 85.0511287798;

/** @param {number} degrees */
const radians = (degrees) => (degrees * Math.PI) / 180;

/** @param {number} lon */
export const worldX = (lon) => ((lon + 180) / 360) * WORLD;

/** @param {number} lat */
export function worldY(lat) {
  const sine = Math.sin(radians(Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat))));
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD;
}

/** @param {number} x */
export const lonOf = (x) => (x / WORLD) * 360 - 180;

/** @param {number} y */
export const latOf = (y) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) * 180) / Math.PI;

/** Ground metres one screen pixel covers. @param {number} lat @param {number} zoom */
export const metresPerPixel = (lat, zoom) =>
  (EQUATOR_METRES * Math.cos(radians(lat))) / (WORLD * 2 ** zoom);

/** Great-circle distance. @param {number} lon1 @param {number} lat1 @param {number} lon2 @param {number} lat2 */
export function distanceMetres(lon1, lat1, lon2, lat2) {
  const half = Math.sin(radians(lat2 - lat1) / 2) ** 2;
  const across = Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(radians(lon2 - lon1) / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(half + across)));
}

/** @returns {Box} a box that contains nothing yet */
export const emptyBox = () => ({ minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity });

/** @param {Box} box @param {number} x @param {number} y */
export function growBox(box, x, y) {
  if (x < box.minX) box.minX = x;
  if (x > box.maxX) box.maxX = x;
  if (y < box.minY) box.minY = y;
  if (y > box.maxY) box.maxY = y;
}

/** @param {Iterable<ArrayLike<number>>} lines interleaved x, y @returns {Box} */
export function boxOf(lines) {
  const box = emptyBox();
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) growBox(box, line[i], line[i + 1]);
  }
  return box;
}

/** @param {Box} a @param {Box} b */
export const boxesMeet = (a, b) =>
  a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;

/** Even-odd test over all rings together, so holes need no special case.
 * @param {number} x @param {number} y @param {ArrayLike<number>[]} rings interleaved x, y */
export function insideRings(x, y, rings) {
  let inside = false;
  for (const ring of rings) if (crossesOddly(x, y, ring)) inside = !inside;
  return inside;
}

/** @param {number} x @param {number} y @param {ArrayLike<number>} ring */
function crossesOddly(x, y, ring) {
  let odd = false;
  let px = ring[ring.length - 2];
  let py = ring[ring.length - 1];
  for (let i = 0; i < ring.length; i += 2) {
    const cx = ring[i];
    const cy = ring[i + 1];
    if (cy > y !== py > y && x < ((px - cx) * (y - cy)) / (py - cy) + cx) odd = !odd;
    px = cx;
    py = cy;
  }
  return odd;
}

/** A lon/lat bounding box [west, south, east, north] of a world box. @param {Box} box */
export const lonLatBox = (box) => [lonOf(box.minX), latOf(box.maxY), lonOf(box.maxX), latOf(box.minY)];

/** GeoJSON positions → interleaved world coordinates. @param {number[][]} positions */
export function worldLine(positions) {
  const line = new Float64Array(positions.length * 2);
  positions.forEach(([lon, lat], i) => {
    line[2 * i] = worldX(lon);
    line[2 * i + 1] = worldY(lat);
  });
  return line;
}
