import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoxIndex } from '../js/box-index.js';
import { distanceMetres, insideRings, latOf, lonOf, worldX, worldY } from '../js/geo.js';
import { chainsOf, linesOf } from '../js/map/chains.js';
import { boxAround, Occupied, placesAlong } from '../js/map/collision.js';
import { shortName } from '../js/map/labels.js';
import { widthAt } from '../js/map/widths.js';
import { randomOf } from './fixture/district.js';

test('Mercator and back', () => {
  for (const [lon, lat] of [[112.9, 27.86], [-180, 0], [0, -60]]) {
    assert.ok(Math.abs(lonOf(worldX(lon)) - lon) < 1e-9 && Math.abs(latOf(worldY(lat)) - lat) < 1e-9);
  }
});

test('a degree of latitude is 111.2 km', () => assert.ok(Math.abs(distanceMetres(112.9, 27, 112.9, 28) - 111_195) < 1));

test('a point in a hole is outside', () => {
  const outer = [0, 0, 10, 0, 10, 10, 0, 10];
  const hole = [4, 4, 6, 4, 6, 6, 4, 6];
  assert.equal(insideRings(5, 5, [outer, hole]), false);
  assert.equal(insideRings(2, 5, [outer, hole]), true);
});

test('the index finds what a scan of all boxes finds, in order', () => {
  const random = randomOf(5);
  const boxes = Float64Array.from({ length: 4 * 700 }, () => 0);
  for (let i = 0; i < 700; i++) {
    const [x, y] = [random() * 100, random() * 100];
    boxes.set([x, y, x + random() * 8, y + random() * 8], 4 * i);
  }
  const index = new BoxIndex(boxes);
  for (let round = 0; round < 60; round++) {
    const [x, y] = [random() * 110 - 5, random() * 110 - 5];
    const box = { minX: x, minY: y, maxX: x + random() * 30, maxY: y + random() * 30 };
    const scan = Array.from({ length: 700 }, (_, i) => i).filter((i) => boxes[4 * i] <= box.maxX && boxes[4 * i + 2] >= box.minX && boxes[4 * i + 1] <= box.maxY && boxes[4 * i + 3] >= box.minY);
    assert.deepEqual(index.search(box), scan);
  }
});

test('an empty index and one point answer', () => {
  assert.deepEqual(new BoxIndex(new Float64Array(0)).search({ minX: 0, minY: 0, maxX: 1, maxY: 1 }), []);
  assert.deepEqual(new BoxIndex(Float64Array.of(1, 1, 1, 1)).search({ minX: 1, minY: 1, maxX: 1, maxY: 1 }), [0]);
});

test('lines join end to end but not through a junction of three', () => {
  const lines = linesOf([Float64Array.of(0, 0, 1, 0), Float64Array.of(2, 0, 1, 0), Float64Array.of(2, 0, 3, 1), Float64Array.of(2, 0, 3, -1)]);
  const chains = chainsOf(lines, [0, 1, 2, 3]).map((chain) => [...chain]);
  assert.equal(chains.length, 3);
  assert.ok(chains.some((chain) => chain.length === 6 && chain.includes(1)));
});

test('a ring of lines becomes one chain', () => {
  const ring = [Float64Array.of(0, 0, 1, 0), Float64Array.of(1, 1, 1, 0), Float64Array.of(1, 1, 0, 1), Float64Array.of(0, 0, 0, 1)];
  assert.deepEqual(chainsOf(linesOf(ring), [0, 1, 2, 3]).map((chain) => chain.length), [10]);
});

test('placed labels never overlap, and nothing that fits is refused', () => {
  const random = randomOf(9);
  const room = new Occupied(800, 600);
  /** @type {import('../js/geo.js').Box[]} */
  const placed = [];
  for (let i = 0; i < 800; i++) {
    const box = boxAround(random() * 800, random() * 600, 10 + random() * 90, 10 + random() * 20);
    const inside = box.minX >= 0 && box.minY >= 0 && box.maxX <= 800 && box.maxY <= 600;
    const free = placed.every((other) => !(box.minX < other.maxX && other.minX < box.maxX && box.minY < other.maxY && other.minY < box.maxY));
    assert.equal(room.take([box]), inside && free);
    if (inside && free) placed.push(box);
  }
  assert.ok(placed.length > 50);
});

test('of several boxes either all are taken or none', () => {
  const room = new Occupied(200, 200);
  assert.ok(room.take([boxAround(50, 50, 20, 20)]));
  assert.equal(room.take([boxAround(120, 120, 20, 20), boxAround(55, 55, 20, 20)]), false);
  assert.ok(room.take([boxAround(120, 120, 20, 20)]));
});

test('names are written along straight lines from left to right', () => {
  const [spots] = placesAlong([300, 10, 0, 10], 60, 420, 3);
  assert.deepEqual(spots.map(({ x }) => Math.round(x)), [130, 150, 170]);
  assert.ok(spots.every(({ angle }) => Math.abs(Math.cos(angle) - 1) < 1e-9));
});

test('too short or too bent lines are not named', () => {
  assert.deepEqual(placesAlong([0, 0, 50, 0], 60, 420, 3), []);
  assert.deepEqual(placesAlong([0, 0, 60, 0, 60, 60, 0, 60], 170, 420, 6), []);
});

test('lines never get thinner while zooming in', () => {
  for (const kind of ['expressway', 'arterial', 'collector', 'local', 'path', 'rail', 'grid', 'community', 'township', 'district']) {
    for (let zoom = 8; zoom < 20; zoom += 0.25) assert.ok(widthAt(kind, zoom + 0.25) >= widthAt(kind, zoom), `${kind} at ${zoom}`);
  }
});

test('higher boundaries are always wider', () => {
  for (let zoom = 10; zoom <= 19; zoom++) {
    const widths = ['grid', 'community', 'township', 'district'].map((level) => widthAt(level, zoom));
    assert.deepEqual(widths.slice().sort((a, b) => a - b), widths);
  }
});

test('a grid is told from its neighbours by the number in its name, else by its code', () => {
  const of = (/** @type {string} */ name) => shortName({ name, code: '430302001001007' });
  assert.deepEqual([of('雨湖路社区第3网格'), of('Block 2006'), of('码头'), of('')], ['03', '2006', '007', '007']);
});
