import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutFlow } from '../js/time/flow.js';
import { dayOf, firstPair, held, holding, shown } from '../js/time/publications.js';

const one = (/** @type {number} */ number, /** @type {string} */ effective, /** @type {string} */ state) => ({ number, effective, state, recorded: '', kind: 'change', document: '', note: '', grids: 1 });
const REGISTER = { today: '2026-05-03', publications: [one(1, '2024-01-01', 'past'), one(2, '2026-05-01', 'superseded'), one(3, '2026-05-01', 'inForce'), one(4, '2026-06-01', 'future')] };

test('a day shows the publication that holds on it, a corrected one never', () => {
  assert.equal(holding(REGISTER, '2023-12-31'), null);
  assert.equal(holding(REGISTER, '2026-04-30')?.number, 1);
  assert.equal(holding(REGISTER, '2026-05-01')?.number, 3);
  assert.equal(shown(REGISTER, '')?.number, 3);
  assert.equal(shown(REGISTER, '2030-01-01')?.number, 4);
  assert.deepEqual(held(REGISTER).map(({ number }) => number), [1, 3, 4]);
});

test('what holds today needs no day in the address', () => assert.deepEqual(held(REGISTER).map(dayOf), ['2024-01-01', '', '2026-06-01']));

test('the first comparison is with the one before', () => {
  assert.deepEqual(firstPair(REGISTER, ''), { from: 1, to: 3 });
  assert.deepEqual(firstPair(REGISTER, '2026-06-01'), { from: 3, to: 4 });
  assert.deepEqual(firstPair(REGISTER, '2024-01-01'), { from: 1, to: 3 });
  assert.equal(firstPair({ today: '2026-05-03', publications: [one(1, '2024-01-01', 'inForce')] }, ''), null);
});

const step = (/** @type {string} */ from, /** @type {string} */ to, /** @type {number} */ households) => ({ from, to, households, people: 0, share: 0, effective: '2026-05-01', publication: 2 });

test('bands fill the bars of both sides without overlapping', () => {
  const { left, right, bands } = layoutFlow([step('a', 'a', 300), step('a', 'b', 100), step('c', 'b', 50)]);
  assert.deepEqual(left.map(({ code }) => code), ['a', 'c']);
  assert.deepEqual(right.map(({ code, households }) => [code, households]), [['a', 300], ['b', 150]]);
  for (const node of left) {
    const mine = bands.filter((band) => band.step.from === node.code);
    assert.equal(mine[0].y1, node.y);
    assert.ok(Math.abs(mine.reduce((sum, band) => sum + band.height, 0) - node.height) < 1e-9);
  }
  assert.ok(left[0].y + left[0].height < left[1].y);
});

test('ground where nobody lives is seen too', () => assert.ok(layoutFlow([step('a', 'b', 0)]).bands[0].height > 0));
