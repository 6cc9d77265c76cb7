import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinFiles, linesOf, readReport, roleOf } from '../js/findings.js';
import { latOf, lonOf } from '../js/geo.js';

const square = { type: 'Polygon', coordinates: [[[112, 27], [113, 27], [113, 28], [112, 28], [112, 27]]] };
const gap = { type: 'Feature', geometry: square, properties: { kind: 'GAP', areaSquareMetres: 12.5, widthMetres: 2, parties: ['a', { name: 'b' }], place: [112.5, 27.5], suggestion: { action: 'assign', text: '划给', english: 'assign' }, explanation: '一处漏管', explanationEnglish: 'a gap', confidence: 0.9 } };

test('findings are read from a collection, from features and from plain records', () => {
  for (const body of [{ findings: { features: [gap] } }, { findings: [gap] }, { features: [gap] }, { findings: [{ ...gap.properties, geometry: square }] }]) {
    const [finding] = readReport(body).findings;
    assert.deepEqual({ ...finding, lines: finding.lines.length, box: null }, { kind: 'gap', areaSquareMetres: 12.5, widthMetres: 2, parties: ['a', 'b'], place: [112.5, 27.5], explanation: { zh: '一处漏管', en: 'a gap' }, suggestion: { zh: '划给', en: 'assign' }, confidence: 0.9, lines: 1, filled: true, box: null });
    assert.ok(Math.abs(lonOf(finding.box.minX) - 112) < 1e-9 && Math.abs(latOf(finding.box.minY) - 28) < 1e-9);
  }
});

test('counts are made when the report has none', () => assert.deepEqual(readReport({ findings: [gap, gap] }).counts, { gap: 2 }));

test('a report without findings is clean', () => assert.deepEqual(readReport({ polygons: 473, counts: {} }).findings, []));

test('geometries of every type give their lines', () => {
  assert.equal(linesOf({ type: 'GeometryCollection', geometries: [square, { type: 'LineString', coordinates: [[1, 2], [3, 4]] }] }).lines.length, 2);
  assert.equal(linesOf({ type: 'MultiPolygon', coordinates: [square.coordinates, square.coordinates] }).lines.length, 2);
  assert.equal(linesOf(null).lines.length, 0);
});

test('files are told apart by name', () => {
  assert.deepEqual(['grids.geojson', 'domain.geojson', 'communities.geojson', 'planted.geojson'].map(roleOf), ['polygons', 'domain', 'within', 'ignored']);
});

test('a single file is what to check, whatever its name', () => {
  const text = JSON.stringify({ type: 'FeatureCollection', features: [gap] });
  const { body, outlines } = joinFiles([{ name: 'domain.geojson', text }]);
  assert.equal(body.features.length, 1);
  assert.equal(outlines.length, 1);
});

test('domain and parents become members of the request', () => {
  const collection = (/** @type {number} */ n) => JSON.stringify({ type: 'FeatureCollection', features: Array(n).fill(gap) });
  const { body, name } = joinFiles([{ name: 'domain.geojson', text: collection(1) }, { name: 'grids.geojson', text: collection(3) }, { name: 'communities.geojson', text: collection(2) }]);
  assert.deepEqual([name, body.features.length, body.domain.features.length, body.within.features.length], ['grids.geojson', 3, 1, 2]);
});

test('a file that is no JSON is named', () => assert.throws(() => joinFiles([{ name: 'broken.geojson', text: '{"type":' }]), /broken\.geojson/));
