import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readState, Store, writeState } from '../js/state.js';

const FULL = {
  map: { zoom: 14, lat: 27.86512, lon: 112.90123 },
  at: { lon: 112.901234, lat: 27.865432 },
  sel: { type: 'grid', code: '430302001001003' },
  date: '2026-06-01', compare: { from: 1, to: 3 },
  tab: 'cases', off: ['water', 'labels'], view: 'grids', measure: 'per1000', bandwidth: 500, bucket: 'month',
  from: '2025-03-01', to: '2025-03-31', categories: ['01', '0102'], kinds: ['gap', 'overlap'], finding: 12,
  services: ['centre'], lang: 'en', theme: 'dark',
};

test('a full state survives the URL', () => assert.deepEqual(readState(`#${writeState(FULL)}`), FULL));

test('the state of a fresh page writes nothing', () => assert.equal(writeState(readState('')), ''));

test('a code with characters of its own survives', () => {
  const state = { ...readState(''), sel: { type: 'building', code: '楼-7:a_b.c' } };
  assert.deepEqual(readState(writeState(state)).sel, state.sel);
});

const RUBBISH = [
  'date=2026-02-30', 'cmp=3-1', 'cmp=x', 'map=99/NaN/1e999', 'map=14/91/500', 'map=///', 'at=,', 'at=1e3,2', 'sel=grid', 'sel=rocket~1', 'sel=grid~<img src=x>', 'tab=__proto__', 'off=constructor,toString',
  'from=2025-02-30', 'to=yesterday', 'bw=0', 'bw=-300', 'bw=300px', 'bucket=year', 'cat=<script>', 'kind=%00', 'f=-1', 'f=99999999', 'lang=xx', 'theme=neon', 'view=', 'measure=all', 'svc=' + 'x'.repeat(999), '%', '=&=&=', '\u0000', 'map=12/27.8/112.9/extra/%E0%A4%A',
];

for (const rubbish of RUBBISH) {
  test(`rubbish opens the page: ${JSON.stringify(rubbish).slice(0, 40)}`, () => {
    const state = readState(`#${rubbish}`);
    assert.deepEqual({ ...state, map: null }, readState(''));
  });
}

test('of a list only the known items remain, once', () => assert.deepEqual(readState('off=water,moon,water,grid').off, ['water', 'grid']));

test('a long list is cut', () => assert.equal(readState(`cat=${Array.from({ length: 500 }, (_, i) => i)}`).categories.length, 60));

test('listeners hear only of the keys they asked for, and only of changes', () => {
  const store = new Store(readState(''));
  /** @type {string[]} */
  const heard = [];
  store.on(['tab', 'view'], (_, changed) => heard.push([...changed].join()));
  store.set({ tab: 'cases' });
  store.set({ tab: 'cases' });
  store.set({ bandwidth: 500 });
  store.set({ view: 'grids', measure: 'per1000' });
  assert.deepEqual(heard, ['tab', 'view,measure']);
});

test('toggling twice is nothing', () => {
  const store = new Store(readState(''));
  store.toggle('off', 'water');
  assert.deepEqual(store.state.off, ['water']);
  store.toggle('off', 'water');
  assert.deepEqual(store.state.off, []);
});
