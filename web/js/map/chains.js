// Joins arcs end to end wherever exactly two of them meet, so that dashes and street names run through junctions.

/**
 * @typedef {object} Lines many polylines in two arrays
 * @property {number} count
 * @property {Uint32Array} start first point of each line, and one past the last
 * @property {Float64Array} xy interleaved world coordinates
 */

/** @param {Lines} lines @param {number} line @param {boolean} atEnd */
function nodeKey(lines, line, atEnd) {
  const point = atEnd ? lines.start[line + 1] - 1 : lines.start[line];
  return `${lines.xy[2 * point]},${lines.xy[2 * point + 1]}`;
}

/** @param {Lines} lines @param {number[]} members @returns {Map<string, number[]>} line ends by node; an end is 2·line + (1 at the end) */
function endsByNode(lines, members) {
  /** @type {Map<string, number[]>} */
  const ends = new Map();
  for (const line of members) {
    for (const side of [0, 1]) {
      const key = nodeKey(lines, line, side === 1);
      const list = ends.get(key);
      if (list) list.push(2 * line + side);
      else ends.set(key, [2 * line + side]);
    }
  }
  return ends;
}

/**
 * @param {Lines} lines @param {number[]} members indexes of the lines to join
 * @returns {Float64Array[]} chains of interleaved world coordinates, together all members once
 */
export function chainsOf(lines, members) {
  const ends = endsByNode(lines, members);
  const used = new Set();
  /** @type {Float64Array[]} */
  const chains = [];
  const begin = (/** @type {number} */ from) => {
    if (!used.has(from >> 1)) chains.push(points(lines, walk(lines, ends, used, from)));
  };
  for (const list of ends.values()) if (list.length !== 2) list.forEach(begin);
  for (const line of members) begin(2 * line);
  return chains;
}

/** Follows ends of degree two. @param {Lines} lines @param {Map<string, number[]>} ends @param {Set<number>} used @param {number} from */
function walk(lines, ends, used, from) {
  const path = [];
  let end = from;
  while (!used.has(end >> 1)) {
    used.add(end >> 1);
    path.push(end);
    const far = end ^ 1;
    const meeting = ends.get(nodeKey(lines, far >> 1, (far & 1) === 1)) ?? [];
    if (meeting.length !== 2) break;
    end = meeting[0] === far ? meeting[1] : meeting[0];
  }
  return path;
}

/** @param {Lines} lines @param {number[]} path */
function points(lines, path) {
  /** @type {number[]} */
  const chain = [];
  path.forEach((end, i) => appendLine(chain, lines, end, i > 0));
  return Float64Array.from(chain);
}

/** @param {number[]} chain @param {Lines} lines @param {number} end @param {boolean} skipFirst */
function appendLine(chain, lines, end, skipFirst) {
  const first = lines.start[end >> 1];
  const last = lines.start[(end >> 1) + 1] - 1;
  const forward = (end & 1) === 0;
  const size = last - first + 1;
  for (let i = skipFirst ? 1 : 0; i < size; i++) {
    const point = forward ? first + i : last - i;
    chain.push(lines.xy[2 * point], lines.xy[2 * point + 1]);
  }
}

/** @param {Float64Array[]} chains @returns {Lines} */
export function linesOf(chains) {
  const start = new Uint32Array(chains.length + 1);
  chains.forEach((chain, i) => (start[i + 1] = start[i] + chain.length / 2));
  const xy = new Float64Array(start[chains.length] * 2);
  chains.forEach((chain, i) => xy.set(chain, start[i] * 2));
  return { count: chains.length, start, xy };
}

/** minX, minY, maxX, maxY of every line. @param {Lines} lines */
export function lineBoxes(lines) {
  const boxes = new Float64Array(lines.count * 4);
  for (let line = 0; line < lines.count; line++) {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = lines.start[line]; i < lines.start[line + 1]; i++) {
      minX = Math.min(minX, lines.xy[2 * i]);
      maxX = Math.max(maxX, lines.xy[2 * i]);
      minY = Math.min(minY, lines.xy[2 * i + 1]);
      maxY = Math.max(maxY, lines.xy[2 * i + 1]);
    }
    boxes.set([minX, minY, maxX, maxY], 4 * line);
  }
  return boxes;
}
