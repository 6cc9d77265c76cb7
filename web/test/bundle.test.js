import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeBuildings, decodeBundle, decodeLines, ringOf } from '../js/bundle.js';
import { latOf, lonOf } from '../js/geo.js';
import { MapModel } from '../js/map/model.js';
import { makeBuildings, makeBundle } from './fixture/district.js';

const near = (/** @type {number} */ a, /** @type {number} */ b) => Math.abs(a - b) < 1e-9;

test('every point is the difference to the point before it, across arcs', () => {
  const lines = decodeLines({ count: [2, 3], coords: [112_900_000, 27_800_000, 10, -5, 3, 3, -1, 0, 0, 7], class: [] }, 1e6);
  assert.deepEqual([...lines.start], [0, 2, 5]);
  const lonLats = Array.from({ length: 5 }, (_, i) => [lonOf(lines.xy[2 * i]), latOf(lines.xy[2 * i + 1])]);
  const expected = [[112.9, 27.8], [112.90001, 27.799995], [112.900013, 27.799998], [112.900012, 27.799998], [112.900012, 27.800005]];
  lonLats.forEach(([lon, lat], i) => assert.ok(near(lon, expected[i][0]) && near(lat, expected[i][1]), `point ${i}: ${lon}, ${lat}`));
});

test('a ring joins arcs, backwards where the reference is negative, and repeats no point', () => {
  const lines = { count: 2, start: Uint32Array.of(0, 3, 6), xy: Float64Array.of(0, 0, 1, 0, 2, 0, 0, 0, 1, 5, 2, 0) };
  assert.deepEqual([...ringOf(lines, [0, ~1])], [0, 0, 1, 0, 2, 0, 1, 5]);
  assert.deepEqual([...ringOf(lines, [~0, 1])], [2, 0, 1, 0, 0, 0, 1, 5]);
});

test('another form of the bundle is refused', () => {
  assert.throws(() => decodeBundle({ version: 2 }), /form 2/);
  assert.throws(() => decodeBundle(null), /form undefined/);
});

const model = new MapModel(decodeBundle(makeBundle()));

test('every grid contains its own label point and no other grid does', () => {
  for (const grid of model.grids) assert.equal(model.gridAt(...grid.label)?.code, grid.code);
});

test('units know their grids', () => {
  assert.equal(model.grids.length, 473);
  assert.equal(model.townships.flatMap((township) => township.grids).length, 473);
  for (const community of model.communities) for (const index of community.grids) assert.equal(model.grids[index].community, community.index);
  assert.deepEqual(model.gridsOf({ type: 'township', code: model.townships[3].code }).map((grid) => grid.index), model.townships[3].grids);
  assert.deepEqual(model.gridsOf({ type: 'grid', code: 'none' }), []);
});

test('outside the district there is no grid', () => assert.equal(model.gridAt(0, 0), null));

test('boundary lines together are as long as their arcs', () => {
  const length = (/** @type {import('../js/map/chains.js').Lines} */ lines, /** @type {number} */ line) => {
    let sum = 0;
    for (let i = lines.start[line] + 1; i < lines.start[line + 1]; i++) sum += Math.hypot(lines.xy[2 * i] - lines.xy[2 * i - 2], lines.xy[2 * i + 1] - lines.xy[2 * i - 1]);
    return sum;
  };
  ['grid', 'community', 'township', 'district'].forEach((name, i) => {
    let arcs = 0;
    for (let arc = 0; arc < model.arcs.count; arc++) if (model.arcs.level[arc] === i + 1) arcs += length(model.arcs, arc);
    let chains = 0;
    for (let line = 0; line < model.boundaries[name].count; line++) chains += length(model.boundaries[name], line);
    assert.ok(Math.abs(arcs - chains) < 1e-9 * arcs, name);
  });
  assert.equal(model.boundaries.district.count, 1);
});

test('buildings decode to running sums', () => {
  const buildings = decodeBuildings({ version: 1, scale: 1e6, count: 2, id: ['a', 'b'], lon: [112_900_000, 50], lat: [27_800_000, -20], households: [3, 4], people: [9, 12], floors: [6, 7], name: ['', '东'], grid: [0, -1] });
  assert.ok(near(lonOf(buildings.xy[2]), 112.90005) && near(latOf(buildings.xy[3]), 27.79998));
  assert.equal(buildings.byId.get('b'), 1);
  assert.equal(decodeBuildings(makeBuildings(makeBundle())).count, 20000);
});
