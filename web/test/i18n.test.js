import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CATEGORIES_EN } from '../js/texts-categories.js';
import { FINDING_KINDS } from '../js/findings.js';
import { area, categoryName, countOrNone, dateText, distance, setLanguage, setLevels, t, TEXTS } from '../js/i18n.js';
import { FIND_KINDS } from '../js/planning/find.js';
import { DOCUMENTS, STATES, STEPS } from '../js/planning/review-steps.js';
import { SIDES } from '../js/planning/state.js';
import { TOOLS } from '../js/planning/tool-list.js';
import { LAYERS, TABS } from '../js/state.js';

const JS = new URL('../js/', import.meta.url);
const sources = readdirSync(JS, { recursive: true }).map(String).filter((name) => name.endsWith('.js') && !name.includes('texts-') && !name.includes('service-kinds')).map((name) => readFileSync(new URL(name, JS), 'utf8'));

test('both languages have the same keys', () => assert.deepEqual(Object.keys(TEXTS.zh).sort(), Object.keys(TEXTS.en).sort()));

test('what two parts of the page call by one key is one text', async () => {
  /** @type {Map<string, string>} */
  const known = new Map();
  for (const name of readdirSync(JS).filter((one) => /^texts-.*zh\.js$/.test(one))) {
    const texts = Object.assign({}, ...Object.values(await import(new URL(name, JS).href)));
    for (const [key, text] of Object.entries(texts)) {
      assert.equal(known.get(key) ?? text, text, `${key} in ${name}`);
      known.set(key, text);
    }
  }
});

test('every key the code names is in both languages', () => {
  const named = sources.flatMap((source) => [...source.matchAll(/\bt\('([^']+)'/g)].map((match) => match[1]));
  assert.ok(named.length > 100);
  assert.deepEqual([...new Set(named)].filter((key) => !(key in TEXTS.zh)), []);
});

test('every key the code composes is in both languages', () => {
  const composed = [
    ...TABS.map((tab) => `tab.${tab}`), ...LAYERS.map((layer) => `layer.${layer}`),
    ...FINDING_KINDS.flatMap((kind) => [`finding.${kind}`, `finding.${kind}.short`, `finding.${kind}.explain`]),
    ...['0', '1', '2', '3', '4'].map((step) => `step.${step}`), ...['DJ', 'ZZ', 'ZI', 'FW'].flatMap((line) => [`line.${line}`, `line.${line}.short`]),
    ...['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].map((day) => `day.${day}`), ...['east', 'south', 'west', 'north'].map((side) => `side.${side}`),
    ...['inForce', 'still', 'past', 'future', 'superseded'].map((state) => `time.${state}`), ...['create', 'abolish', 'split', 'merge', 'transfer', 'rename', 'recode', 'correct'].map((kind) => `event.${kind}`),
    ...['auto', 'light', 'dark'].map((theme) => `theme.${theme}`), ...['day', 'week', 'month'].map((bucket) => `bucket.${bucket}`),
    ...['grid', 'community', 'township', 'district', 'street', 'building'].map((kind) => `kind.${kind}`), ...['detail', 'attempted', 'value', 'where', 'remedy'].map((key) => `problem.${key}`),
    ...TOOLS.flatMap(({ id }) => [`tool.${id}`, `tool.${id}.does`]), ...['pick', 'box', 'lasso', 'brush'].map((id) => `p.hint.${id}`), ...SIDES.map((side) => `side.${side}`), ...FIND_KINDS.map((kind) => `find.${kind}`),
    ...STATES.flatMap((state) => [`state.${state}`, `review.wait.${state}`]), ...STEPS.map((step) => `step.review.${step}`), ...DOCUMENTS.map((name) => `document.${name}`), ...['under', 'within', 'over'].map((band) => `band.${band}`),
    ...['submit', 'approve', 'reject', 'withdraw', 'publish'].map((decision) => `decided.${decision}`), ...['submit', 'approve', 'reject', 'recall', 'discard', 'publish'].flatMap((action) => [`review.${action}`, `review.${action}.lead`, `review.${action}.done`]), ...['streets', 'scale', 'seamless', 'dynamic'].flatMap((key) => [`principle.${key}`, `formula.${key}`]),
    ...['open', 'excepted'].map((state) => `finding.state.${state}`), ...['map', 'planning', 'ledger'].map((name) => `workspace.${name}`), ...['households', 'openCases', 'onStreet', 'neck', 'code'].map((key) => `column.${key}`), ...['from', 'to', 'households', 'people', 'openCases'].map((key) => `move.${key}`),
  ];
  assert.deepEqual(composed.filter((key) => !(key in TEXTS.zh)), []);
});

test('every category of cases that anybody may see has a name in both languages', () => {
  const list = readFileSync(new URL('../../server/src/main/resources/org/wangge/cases/categories.txt', import.meta.url), 'utf8');
  const open = [...list.matchAll(/^(\d+) ([^!\n]+)$/gm)].map(([, code, label]) => ({ code, label }));
  assert.ok(open.length > 90);
  for (const [lang, wanted] of /** @type {const} */ ([['zh', true], ['en', false]])) {
    setLanguage(lang);
    for (const { code, label } of open) assert.equal(/\p{Script=Han}/u.test(categoryName(code, label)), wanted, `${lang} ${code}`);
  }
  assert.deepEqual(Object.keys(CATEGORIES_EN).filter((code) => !open.some((one) => one.code === code)), []);
});

test('a district shows the names of its own levels, and Chinese ones only in Chinese', () => {
  setLevels(['City', 'Tract', '', '单元格']);
  setLanguage('en');
  assert.deepEqual(['legend.district', 'townships', 'communities', 'grids'].map((key) => t(key)), ['City', 'Tract', 'Communities', 'Grids']);
  setLanguage('zh');
  assert.deepEqual(['layer.township', 'communities', 'grids'].map((key) => t(key)), ['Tract', '社区 / 村', '单元格']);
  setLevels(TEXTS.zh.levels.split(','));
  assert.equal(t('townships'), TEXTS.zh.townships);
});

test('no households at all are no figure', () => assert.deepEqual([countOrNone(0), countOrNone(12)], ['', '12']));

test('English texts are English', () => {
  const chinese = Object.entries(TEXTS.en).filter(([, text]) => /\p{Script=Han}/u.test(text));
  assert.deepEqual(chinese, []);
});

test('texts have the same placeholders in both languages', () => {
  const holes = (/** @type {string} */ text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  for (const key of Object.keys(TEXTS.zh)) assert.deepEqual(holes(TEXTS.zh[key]), holes(TEXTS.en[key]), key);
});

test('no Chinese is written in the code outside the dictionary', () => {
  const strings = sources.flatMap((source) => [...source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').matchAll(/(['"`])((?:(?!\1).)*\p{Script=Han}(?:(?!\1).)*)\1/gu)].map((match) => match[2]));
  assert.deepEqual(strings.filter((text) => !['中文'].includes(text)), []);
});

test('innerHTML and its kin appear nowhere', () => {
  for (const source of sources) assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/);
});

test('values are put into texts, and a hole without value stays visible', () => {
  setLanguage('en');
  assert.equal(t('n.findings', { n: 68 }), '68 findings');
  assert.equal(t('n.findings'), '{n} findings');
  assert.equal(t('no.such.key'), 'no.such.key');
});

test('areas and lengths choose a readable unit', () => {
  setLanguage('en');
  assert.deepEqual(area(451_390_000), ['451.4', 'km²']);
  assert.deepEqual(area(3.456), ['3.46', 'm²']);
  assert.equal(distance(0.034), '0.03 m');
  assert.equal(distance(0.00096), '1 mm');
  assert.equal(distance(1234), '1.2 km');
});

test('a day is told where it is lived', () => {
  setLanguage('en');
  assert.equal(dateText('2026-05-03T02:00:00Z', 'America/New_York'), '2 May 2026');
  assert.equal(dateText('2026-05-03T02:00:00Z', 'Asia/Shanghai'), '3 May 2026');
  assert.equal(dateText('2026-05-03'), '3 May 2026');
});
