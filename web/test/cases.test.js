import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address } from '../js/api.js';
import { along, classOf, heatAlpha, heatPixels, heatShare, parseHex, toHex } from '../js/colour.js';
import { addDays, barAt, barsIn, brushPeriod, bucketEnd, daysBetween, slide } from '../js/days.js';
import { decodeHeat } from '../js/heat.js';

const MONTHS = ['2025-01-01', '2025-02-01', '2025-03-01'].map((from, i) => ({ from, count: 10 * i }));

test('days are counted without time zones', () => {
  assert.equal(addDays('2024-02-28', 2), '2024-03-01');
  assert.equal(daysBetween('2025-03-01', '2025-04-01'), 31);
  assert.equal(bucketEnd('2024-12-01', 'month'), '2025-01-01');
  assert.equal(bucketEnd('2025-02-26', 'week'), '2025-03-05');
});

test('a brush covers whole bars in either direction, last day included', () => {
  assert.deepEqual(brushPeriod(MONTHS, 1, 0, 'month'), { from: '2025-01-01', to: '2025-02-28' });
  assert.deepEqual(brushPeriod(MONTHS, 2, 2, 'month'), { from: '2025-03-01', to: '2025-03-31' });
});

test('the bars of a brushed period are the bars that were brushed', () => {
  for (let one = 0; one < 3; one++) for (let other = one; other < 3; other++) assert.deepEqual(barsIn(MONTHS, brushPeriod(MONTHS, one, other, 'month')), [one, other]);
  assert.deepEqual(barsIn(MONTHS, { from: '', to: '2025-01-31' }), [0, 0]);
  assert.equal(barsIn(MONTHS, { from: '2030-01-01', to: '' }), null);
});

test('a pointer beyond the chart means its last bar', () => {
  assert.equal(barAt(-0.5, 12), 0);
  assert.equal(barAt(0.999, 12), 11);
  assert.equal(barAt(3, 12), 11);
});

test('a period slides to the edge and no further', () => {
  assert.deepEqual(slide(MONTHS, [1, 1], 1), [2, 2]);
  assert.deepEqual(slide(MONTHS, [1, 2], 1), [1, 2]);
  assert.deepEqual(slide(MONTHS, [0, 1], -1), [0, 1]);
});

test('a colour ramp ends where it should', () => {
  const stops = ['#000000', '#ff0000', '#ffffff'].map(parseHex);
  assert.equal(toHex(along(stops, 0)), '#000000');
  assert.equal(toHex(along(stops, 0.5)), '#ff0000');
  assert.equal(toHex(along(stops, 7)), '#ffffff');
  assert.equal(toHex(along(stops, 0.25)), '#800000');
});

test('the same density has the same colour in every picture', () => {
  const stops = ['#ffffff', '#ff0000'].map(parseHex);
  const wide = heatPixels([5, 800, 80], 1000, stops);
  const close = heatPixels([80, 0], 1000, stops);
  assert.deepEqual([...wide.slice(8, 12)], [...close.slice(0, 4)]);
});

test('no cases, no colour; more cases, never less', () => {
  assert.equal(heatAlpha(heatShare(0, 100)), 0);
  for (let density = 0; density < 120; density++) assert.ok(heatAlpha(heatShare(density + 1, 100)) >= heatAlpha(heatShare(density, 100)));
});

test('heat values are little-endian shares of the top', () => {
  const values = Buffer.from(Uint8Array.of(0, 0, 255, 255, 0xff, 0x7f)).toString('base64');
  const heat = decodeHeat({ width: 3, height: 1, bbox: [0, 0, 1, 1], top: 500, max: 500, values });
  assert.deepEqual([...heat.densities].map(Math.round), [0, 500, 250]);
});

test('values fall into the class whose upper bound they do not pass', () => {
  const bounds = [10, 20, 40];
  assert.deepEqual([0, -1, NaN, 1, 10, 10.1, 40, 99].map((value) => classOf(value, bounds)), [-1, -1, -1, 0, 0, 1, 2, 2]);
});

test('addresses leave out what is empty and join lists by commas', () => {
  assert.equal(address('/x', { a: '', b: [], c: null, d: ['01', '05'], e: 0 }), '/x?d=01,05&e=0');
  assert.equal(address('/x', { q: '建设路&a=1' }), `/x?q=${encodeURIComponent('建设路&a=1')}`);
});
