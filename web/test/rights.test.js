import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ROLES, rolesWith, TAB_RIGHTS } from '../js/access/rights.js';
import { TEXTS } from '../js/i18n.js';
import { SECTION_RIGHTS, SECTIONS } from '../js/ledger/state.js';
import { TABS } from '../js/state.js';

const POLICY = new URL('../../server/src/main/java/org/wangge/policy/', import.meta.url);
const source = (/** @type {string} */ name) => readFileSync(new URL(name, POLICY), 'utf8');
const code = (/** @type {string} */ constant) => constant.toLowerCase().replaceAll('_', '-');
const rows = [...source('Policy.java').matchAll(/row\(Right\.([A-Z_]+),.*"([EW -]+)"\)/g)].map(([, right, cells]) => ({ right: code(right), cells: cells.split(' ') }));
const roles = [...source('Role.java').matchAll(/^ {2}([A-Z_]+)\("([^"]+)", "([^"]+)"\)/gm)].map(([, role, label, english]) => ({ role: code(role), label, english }));
const rights = [...source('Right.java').matchAll(/^ {2}([A-Z_]+)\("([^"]+)"\)/gm)].map(([, right, label]) => ({ right: code(right), label }));

test('the page knows the roles of the server, by the same names', () => {
  assert.deepEqual(ROLES, roles.map(({ role }) => role));
  for (const { role, label, english } of roles) assert.deepEqual([TEXTS.zh[`role.${role}`], TEXTS.en[`role.${role}`]], [label, english]);
});

test('every right has words in both languages, the Chinese ones those of the server', () => {
  assert.equal(rights.length, rows.length);
  for (const { right, label } of rights) {
    assert.equal(TEXTS.zh[`right.${right}`], label);
    assert.ok(TEXTS.en[`right.${right}`], right);
  }
});

test('what a forbidden panel says of a right is what the policy says', () => {
  for (const asked of [...TABS.map((tab) => TAB_RIGHTS[tab]), 'draft-read']) {
    const row = rows.find(({ right }) => right === asked);
    assert.ok(row, asked);
    assert.deepEqual(rolesWith(row.right), ROLES.filter((_, i) => row.cells[i] !== '-'), row.right);
  }
});

test('every section of the ledger asks for a right there is, but one', () => assert.deepEqual(SECTIONS.filter((section) => !rights.some(({ right }) => right === SECTION_RIGHTS[section])), ['mine']));
