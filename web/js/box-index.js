import { boxesMeet } from './geo.js';

/** @typedef {import('./geo.js').Box} Box */

const NONE = { minX: 0, minY: 0, maxX: 0, maxY: 0 };

/**
 * Which items' boxes meet a query box: a uniform bucket grid in typed arrays (counting sort), built once.
 * Items are numbers 0…count-1; `boxes` holds minX, minY, maxX, maxY for each. Results are in ascending order,
 * so what is drawn later stays on top in every tile.
 */
export class BoxIndex {
  /** @param {Float64Array} boxes @param {number} [itemsPerCell] */
  constructor(boxes, itemsPerCell = 8) {
    this.boxes = boxes;
    this.count = boxes.length / 4;
    this.extent = extentOf(boxes);
    this.columns = Math.max(1, Math.min(256, Math.ceil(Math.sqrt(this.count / itemsPerCell))));
    this.cellWidth = (this.extent.maxX - this.extent.minX) / this.columns || 1;
    this.cellHeight = (this.extent.maxY - this.extent.minY) / this.columns || 1;
    this.stamps = new Uint32Array(this.count);
    this.stamp = 0;
    this.starts = this.countCells();
    this.items = this.fillCells();
  }

  /** @param {Box} box @returns {number[]} */
  search(box) {
    if (this.count === 0 || !boxesMeet(box, this.extent)) return [];
    this.stamp++;
    /** @type {number[]} */
    const found = [];
    this.eachCell(box, (cell) => this.collect(cell, box, found));
    return found.sort((a, b) => a - b);
  }

  /** @param {number} cell @param {Box} box @param {number[]} found */
  collect(cell, box, found) {
    for (let i = this.starts[cell]; i < this.starts[cell + 1]; i++) {
      const item = this.items[i];
      if (this.stamps[item] === this.stamp) continue;
      this.stamps[item] = this.stamp;
      if (this.meets(item, box)) found.push(item);
    }
  }

  /** @param {number} item @param {Box} box */
  meets(item, box) {
    const at = 4 * item;
    const { boxes } = this;
    return boxes[at] <= box.maxX && boxes[at + 2] >= box.minX && boxes[at + 1] <= box.maxY && boxes[at + 3] >= box.minY;
  }

  /** @param {Box} box @param {(cell: number) => void} visit */
  eachCell(box, visit) {
    const left = this.column(box.minX);
    const right = this.column(box.maxX);
    const bottom = this.row(box.maxY);
    for (let row = this.row(box.minY); row <= bottom; row++) {
      for (let column = left; column <= right; column++) visit(row * this.columns + column);
    }
  }

  /** @param {number} x */
  column(x) {
    return clamp(Math.floor((x - this.extent.minX) / this.cellWidth), this.columns);
  }

  /** @param {number} y */
  row(y) {
    return clamp(Math.floor((y - this.extent.minY) / this.cellHeight), this.columns);
  }

  countCells() {
    const starts = new Uint32Array(this.columns * this.columns + 1);
    for (let item = 0; item < this.count; item++) {
      this.eachCell(this.boxOf(item), (cell) => starts[cell + 1]++);
    }
    for (let cell = 0; cell + 1 < starts.length; cell++) starts[cell + 1] += starts[cell];
    return starts;
  }

  fillCells() {
    const next = this.starts.slice();
    const items = new Uint32Array(this.starts[this.starts.length - 1]);
    for (let item = 0; item < this.count; item++) {
      this.eachCell(this.boxOf(item), (cell) => (items[next[cell]++] = item));
    }
    return items;
  }

  /** @param {number} item @returns {Box} */
  boxOf(item) {
    const [minX, minY, maxX, maxY] = this.boxes.subarray(4 * item, 4 * item + 4);
    return { minX, minY, maxX, maxY };
  }
}

/** @param {number} value @param {number} size */
const clamp = (value, size) => Math.max(0, Math.min(size - 1, value));

/** @param {Float64Array} boxes @returns {Box} */
function extentOf(boxes) {
  if (boxes.length === 0) return NONE;
  const extent = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (let i = 0; i < boxes.length; i += 4) {
    extent.minX = Math.min(extent.minX, boxes[i]);
    extent.minY = Math.min(extent.minY, boxes[i + 1]);
    extent.maxX = Math.max(extent.maxX, boxes[i + 2]);
    extent.maxY = Math.max(extent.maxY, boxes[i + 3]);
  }
  return extent;
}
