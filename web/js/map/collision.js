/** @typedef {import('../geo.js').Box} Box */

const CELL = 64;

/** Screen space already taken by labels: a label is placed whole or not at all. */
export class Occupied {
  /** @param {number} width @param {number} height pixels; labels that leave the canvas are refused */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.columns = Math.ceil(width / CELL) + 1;
    /** @type {Map<number, Box[]>} */
    this.cells = new Map();
  }

  /** Takes the space of all boxes when every one is free. @param {Box[]} boxes */
  take(boxes) {
    if (!boxes.every((box) => this.fits(box) && this.isFree(box))) return false;
    boxes.forEach((box) => this.add(box));
    return true;
  }

  /** @param {Box} box */
  fits(box) {
    return box.minX >= 0 && box.minY >= 0 && box.maxX <= this.width && box.maxY <= this.height;
  }

  /** @param {Box} box */
  isFree(box) {
    return this.keys(box).every((key) => (this.cells.get(key) ?? []).every((other) => !overlap(box, other)));
  }

  /** @param {Box} box */
  add(box) {
    for (const key of this.keys(box)) {
      const list = this.cells.get(key);
      if (list) list.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** @param {Box} box */
  keys(box) {
    const keys = [];
    for (let row = Math.floor(box.minY / CELL); row <= Math.floor(box.maxY / CELL); row++) {
      for (let column = Math.floor(box.minX / CELL); column <= Math.floor(box.maxX / CELL); column++) {
        keys.push(row * this.columns + column);
      }
    }
    return keys;
  }
}

/** Touching is not overlapping. @param {Box} a @param {Box} b */
const overlap = (a, b) => a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY;

/** A box of a size around a centre. @param {number} x @param {number} y @param {number} width @param {number} height @returns {Box} */
export const boxAround = (x, y, width, height) => ({
  minX: x - width / 2, minY: y - height / 2, maxX: x + width / 2, maxY: y + height / 2,
});

/**
 * Places to write a text of `length` pixels along a line, about every `spacing` pixels, where the line bends little.
 * @param {ArrayLike<number>} line interleaved pixels @param {number} length @param {number} spacing
 * @returns {{x: number, y: number, angle: number}[][]} for each place, `steps` evenly spaced spots along the text
 */
export function placesAlong(line, length, spacing, steps = 4) {
  const total = lengthOf(line);
  const places = [];
  const count = Math.floor(total / spacing) || (total > length * 1.15 ? 1 : 0);
  for (let i = 0; i < count; i++) {
    const middle = ((i + 0.5) * total) / count;
    const spots = spotsAlong(line, middle - length / 2, length, steps);
    if (isStraight(spots)) places.push(readable(spots));
  }
  return places;
}

/** @param {ArrayLike<number>} line */
function lengthOf(line) {
  let total = 0;
  for (let i = 2; i < line.length; i += 2) total += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
  return total;
}

/** @param {ArrayLike<number>} line @param {number} from @param {number} length @param {number} steps */
function spotsAlong(line, from, length, steps) {
  const spots = [];
  let walked = 0;
  let wanted = 0;
  for (let i = 2; i < line.length && wanted < steps; i += 2) {
    const [dx, dy] = [line[i] - line[i - 2], line[i + 1] - line[i - 1]];
    const piece = Math.hypot(dx, dy);
    for (; wanted < steps; wanted++) {
      const at = from + ((wanted + 0.5) * length) / steps;
      if (at > walked + piece) break;
      const share = piece ? Math.max(0, at - walked) / piece : 0;
      spots.push({ x: line[i - 2] + dx * share, y: line[i - 1] + dy * share, angle: Math.atan2(dy, dx) });
    }
    walked += piece;
  }
  return spots;
}

/** @param {{angle: number}[]} spots */
const isStraight = (spots) =>
  spots.length > 0 && spots.every((spot, i) => i === 0 || Math.abs(turn(spots[i - 1].angle, spot.angle)) < 0.45);

/** @param {number} a @param {number} b */
const turn = (a, b) => Math.atan2(Math.sin(b - a), Math.cos(b - a));

/** Text runs left to right. @template {{angle: number}} S @param {S[]} spots */
function readable(spots) {
  const mean = spots[spots.length >> 1].angle;
  if (Math.cos(mean) >= 0) return spots;
  return spots.slice().reverse().map((spot) => ({ ...spot, angle: spot.angle + Math.PI }));
}
