import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../js/api.js';
import { decodeBundle } from '../js/bundle.js';
import { MapModel } from '../js/map/model.js';
import { countOf, nextOpen, readAdopted } from '../js/planning/adopted.js';
import { balanceOf, changedGrids, foresee, unchangedShare } from '../js/planning/balance-sheet.js';
import { FIND_KINDS, nextIndex, spotsOf } from '../js/planning/find.js';
import { nameOf } from '../js/planning/keys.js';
import { Path, straightLeg } from '../js/planning/path.js';
import { Plan, sidesOf } from '../js/planning/plan.js';
import { blocksInBox, blocksInLasso, blocksUnderBrush, boxBetween, innerPoint } from '../js/planning/reach.js';
import { firstDay } from '../js/planning/review-forms.js';
import { actionsOf, stepOf } from '../js/planning/review-steps.js';
import { kindOf, Runner } from '../js/planning/runner.js';
import { readPlanning, SIDES, writePlanning } from '../js/planning/state.js';
import { TINT_COUNT, tintZones } from '../js/planning/tints.js';
import { TOOLS } from '../js/planning/tool-list.js';
import { makeBundle } from './fixture/district.js';

const bundle = makeBundle();
const model = new MapModel(decodeBundle(bundle));
const newPlan = () => new Plan(model, bundle.faces.rings);

/** A block at the border of its grid and the grid beyond. @param {Plan} plan @returns {[face: number, from: number, to: number]} */
function borderBlock(plan) {
  for (let arc = 0; arc < model.arcs.count; arc++) {
    const [face, other] = [plan.sides[2 * arc], plan.sides[2 * arc + 1]];
    if (face >= 0 && other >= 0 && plan.zone[face] !== plan.zone[other] && model.faces.kind[face] === 0 && model.faces.households[face] > 0) return [face, plan.zone[face], plan.zone[other]];
  }
  throw new Error('no border');
}

test('an arc knows the blocks on its sides whichever way their rings run', () => {
  assert.deepEqual([...sidesOf([[[0, ~1]], [[1, ~0]]], 3)], [0, 1, 1, 0, -1, -1]);
});

test('borders derived from blocks are the borders the bundle tells', () => {
  const plan = newPlan();
  for (let arc = 0; arc < model.arcs.count; arc++) assert.equal(plan.isBorder(arc), model.arcs.level[arc] > 0, `arc ${arc}`);
});

test('a block given to another grid takes its households and its borders along, and undo brings all back', () => {
  const plan = newPlan();
  const before = { zone: [...plan.zone], households: [...plan.households], tints: [...plan.tints] };
  const [face, from, to] = borderBlock(plan);
  const moved = model.faces.households[face];
  const change = plan.apply([[face, to]]);
  assert.deepEqual([...change.zones].sort(), [from, to].sort());
  assert.equal(plan.households[to], before.households[to] + moved);
  assert.equal(plan.households[from], before.households[from] - moved);
  assert.ok(change.box.minX <= model.faces.areas[face].box.minX && change.box.maxY >= model.faces.areas[face].box.maxY);
  plan.apply(change.undo);
  assert.deepEqual({ zone: [...plan.zone], households: [...plan.households], tints: [...plan.tints] }, before);
});

test('undo of a block that moved twice in one change is its first grid', () => {
  const plan = newPlan();
  const [face, from, to] = borderBlock(plan);
  plan.apply(plan.apply([[face, to], [face, from], [face, to]]).undo);
  assert.equal(plan.zone[face], from);
});

test('no two grids that touch have the same tint, also after blocks have moved', () => {
  const plan = newPlan();
  const check = () => {
    for (let arc = 0; arc < model.arcs.count; arc++) {
      const [a, b] = plan.zonesOf(arc);
      if (a >= 0 && b >= 0 && a !== b) assert.notEqual(plan.tints[a], plan.tints[b]);
    }
  };
  check();
  const [face, , to] = borderBlock(plan);
  plan.apply([[face, to]]);
  check();
});

test('a grid that gets another tint is drawn again whole', () => {
  const plan = newPlan();
  for (let arc = 0; arc < model.arcs.count; arc++) {
    const [face, to] = [plan.sides[2 * arc], plan.zonesOf(arc)[1]];
    if (face < 0 || to < 0 || plan.zone[face] === to) continue;
    const tints = plan.tints.slice();
    const { box } = plan.apply([[face, to]]);
    plan.tints.forEach((tint, zone) => tint !== tints[zone] && assert.ok(box.minX <= plan.boxes[zone].minX && box.maxY >= plan.boxes[zone].maxY));
    if (plan.tints.some((tint, zone) => tint !== tints[zone])) return;
  }
  assert.fail('no move changes a tint');
});

test('tints are kept when nothing clashes, and there is one even when all are taken', () => {
  const pairs = /** @type {[number, number][]} */ ([[0, 1], [1, 2]]);
  const first = tintZones(3, pairs);
  assert.deepEqual([...tintZones(4, [...pairs, [2, 3]], first)].slice(0, 3), [...first]);
  const all = Array.from({ length: TINT_COUNT + 1 }, (_, i) => i);
  assert.ok(tintZones(all.length, all.flatMap((a) => all.filter((b) => b > a).map((b) => /** @type {[number, number]} */ ([a, b])))).every((tint) => tint < TINT_COUNT));
});

/** @param {Plan} plan */
const rowsOf = (plan) => plan.grids.map((grid) => ({ zone: grid.index, code: grid.code, name: grid.name, communityCode: model.communities[grid.community].code }));

test('a new grid has its name on its own ground', () => {
  const plan = newPlan();
  const [face, from] = borderBlock(plan);
  const rows = rowsOf(plan);
  plan.apply([[face, rows.length]], [...rows, { zone: rows.length, code: 'new-1', name: '新网格', communityCode: rows[from].communityCode }]);
  assert.equal(plan.zoneByCode('new-1'), rows.length);
  assert.equal(plan.grids[rows.length].community, plan.grids[from].community);
  const label = plan.named().grids.find((grid) => grid.code === 'new-1');
  assert.ok(label && plan.zone[plan.faceAt(...label.label)] === rows.length);
});

test('when a grid is gone the others have new numbers, and keep what they were; what has not changed is not drawn again', () => {
  const plan = newPlan();
  const [gone, into] = [3, 4];
  const before = { tint: plan.tints[20], households: plan.households[20], merged: plan.households[gone] + plan.households[into], code: plan.grids[20].code };
  const faces = /** @type {[number, number][]} */ ([...plan.zone].map((zone, face) => [face, zone === gone ? into - 1 : zone > gone ? zone - 1 : zone]).filter(([face, zone]) => plan.zone[face] !== zone));
  const change = plan.apply(faces, rowsOf(plan).filter((row) => row.zone !== gone).map((row, zone) => ({ ...row, zone })));
  assert.equal(plan.zoneByCode(before.code), 19);
  assert.deepEqual({ tint: plan.tints[19], households: plan.households[19], merged: plan.households[into - 1], code: plan.grids[19].code }, before);
  assert.ok(change.box.maxX - change.box.minX < (model.box.maxX - model.box.minX) / 2);
});

test('the border under the pointer is found within reach', () => {
  const plan = newPlan();
  const arc = plan.borderOf(new Set([5]))[0];
  const at = model.arcs.start[arc];
  const [x, y] = [model.arcs.xy[2 * at], model.arcs.xy[2 * at + 1]];
  assert.ok(plan.isBorder(plan.borderAt(x, y, 1e-6)));
  assert.equal(plan.borderAt(x + 1, y, 1e-6), -1);
});

test('a rectangle and a lasso around one block mean this block; the brush means what it touches', () => {
  const plan = newPlan();
  const [face] = borderBlock(plan);
  const [x, y] = innerPoint(plan, face);
  const size = 1e-6;
  assert.deepEqual(blocksInBox(plan, boxBetween([x + size, y + size], [x - size, y - size])), [face]);
  assert.deepEqual(blocksInLasso(plan, [[x - size, y - size], [x + size, y - size], [x, y + size]]), [face]);
  assert.deepEqual(blocksInLasso(plan, [[x, y]]), []);
  assert.deepEqual(blocksUnderBrush(plan, [x, y], size), [face]);
  const wide = model.faces.areas[face].box.maxX - model.faces.areas[face].box.minX;
  assert.ok(blocksUnderBrush(plan, [x, y], wide).length > 3);
});

test('the inner point of a bent block is inside it', () => {
  const bent = Float64Array.of(0, 0, 10, 0, 10, 10, 8, 10, 8, 2, 0, 2);
  const plan = /** @type {any} */ ({ model: { faces: { areas: [{ rings: [bent], box: { minX: 0, minY: 0, maxX: 10, maxY: 10 } }] } } });
  assert.deepEqual(innerPoint(plan, 0), [9, 5]);
});

test('a path grows and shrinks, ignores the second click of a double click, and marks what is no street', () => {
  const street = { points: /** @type {[number, number][]} */ ([[0, 0], [1, 0]]), cut: false, metres: 300, streets: ['建设路', '建设路'], onStreetShare: 1 };
  const path = new Path().start([0, 0]).extend([1, 0], street);
  assert.equal(path.extend([1, 0], street), path);
  assert.deepEqual(path.toBody(), { points: [[0, 0], [1, 0]] });
  const cut = path.extend([1, 1], straightLeg([1, 0], [1, 1], 100));
  assert.deepEqual(cut.toBody(), { points: [[0, 0], [1, 0], [1, 1]], cut: [false, true] });
  assert.deepEqual([cut.metres, cut.onStreetShare, cut.streets], [400, 0.75, ['建设路']]);
  assert.deepEqual(cut.back().toBody(), path.toBody());
  assert.deepEqual([path.back().isLine, path.back().back().last], [false, null]);
});

const score = (/** @type {object} */ values) => /** @type {any} */ ({ code: 'a', name: 'a', households: 400, band: 'within', offStreet: [], pieces: 1, neckMetres: 90, ...values });

test('what is worst is found first', () => {
  const scores = [score({ code: 'a', band: 'over', households: 700 }), score({ code: 'b', band: 'over', households: 900 }), score({ code: 'c', band: 'under', households: 90 }), score({ code: 'd', band: 'under', households: 12 }), score({ code: 'e', pieces: 3 }), score({ code: 'f', neckMetres: 6 }), score({ code: 'g', neckMetres: null })];
  assert.deepEqual(FIND_KINDS.map((kind) => spotsOf(kind, scores).map(({ code }) => code).join('')), ['ba', 'dc', '', 'e', 'f', '']);
});

test('a run off the streets between two grids is listed once, the longest first', () => {
  const run = (/** @type {number[]} */ arcs, /** @type {number} */ metres) => ({ arcs, metres, name: '', at: [1, 2] });
  const spots = spotsOf('offstreet', [score({ code: 'a', offStreet: [run([4, 3], 50), run([9], 80)] }), score({ code: 'b', offStreet: [run([3, 4], 50)] })]);
  assert.deepEqual(spots.map(({ value }) => value), [80, 50]);
});

test('next and previous go round', () => {
  assert.deepEqual([nextIndex(3, -1, 1), nextIndex(3, 2, 1), nextIndex(3, 0, -1), nextIndex(3, -1, -1), nextIndex(0, 0, 1), nextIndex(3, 7, 1)], [0, 0, 2, 2, -1, 0]);
});

/** A runner over a plan whose server answers in turn. @param {Plan} plan @param {...(import('../js/planning/runner.js').Answer | Problem)} answers */
function runnerOn(plan, ...answers) {
  /** @type {any} */
  const seen = { sent: [], done: [], failed: [] };
  const runner = new Runner({
    paint: (pairs) => plan.apply(pairs),
    version: () => 7,
    post: async (unsent, version) => {
      seen.sent.push({ ...unsent, version, zone: plan.zone.slice() });
      const answer = answers.shift();
      if (answer instanceof Problem) throw answer;
      return /** @type {any} */ (answer);
    },
    done: (answer) => { plan.apply(answer.faces); seen.done.push(answer); },
    failed: (failure) => seen.failed.push(failure),
  });
  return { runner, seen };
}

const answer = (/** @type {[number, number][]} */ faces) => ({ version: 8, text: '', changedGrids: [], faces, fabricChanged: false, warnings: [] });

test('what is foreseen is on screen before the server has answered, and stays when it agrees', async () => {
  const plan = newPlan();
  const [face, , to] = borderBlock(plan);
  const { runner, seen } = runnerOn(plan, answer([[face, to]]));
  assert.equal(await runner.run('ops', { op: 'assign' }, [[face, to]]), true);
  assert.equal(seen.sent[0].zone[face], to);
  assert.equal(plan.zone[face], to);
  assert.equal(seen.sent[0].version, 7);
});

test('where the server decides otherwise, its answer is what is shown', async () => {
  const plan = newPlan();
  const [face, from, to] = borderBlock(plan);
  const { runner } = runnerOn(plan, answer([]));
  await runner.run('ops', { op: 'assign' }, [[face, to]]);
  assert.equal(plan.zone[face], from);
});

for (const [status, kind] of /** @type {const} */ ([[409, 'refused'], [412, 'stale'], [0, 'lost'], [503, 'lost'], [500, 'failed'], [403, 'failed']])) {
  test(`after ${status} the picture is the server's again and nothing asked for is lost`, async () => {
    const plan = newPlan();
    const before = [...plan.zone];
    const [face, , to] = borderBlock(plan);
    const { runner, seen } = runnerOn(plan, new Problem(status, {}), answer([[face, to]]));
    assert.equal(await runner.run('ops', { op: 'assign', blocks: [face] }, [[face, to]]), false);
    assert.deepEqual([...plan.zone], before);
    assert.equal(seen.failed[0].kind, kind);
    assert.equal(await runner.again(seen.failed[0].unsent), true);
    assert.deepEqual(seen.sent[1].op, { op: 'assign', blocks: [face] });
    assert.equal(seen.sent[1].key, seen.sent[0].key, 'asking again is harmless');
    assert.equal(plan.zone[face], to);
  });
}

test('operations are sent one after another', async () => {
  const plan = newPlan();
  const { runner, seen } = runnerOn(plan, new Problem(409, {}), answer([]));
  assert.deepEqual(await Promise.all([runner.run('ops', { op: 'merge' }), runner.run('undo')]), [false, true]);
  assert.deepEqual(seen.sent.map((/** @type {any} */ one) => one.path), ['ops', 'undo']);
  assert.equal(runner.waiting, 0);
});

test('a rule that says no is a refusal whatever its status', () => assert.equal(kindOf(new Problem(422, /** @type {any} */ ({ rule: 'lock' }))), 'refused'));

test('the state of the page survives its address', () => {
  const state = { ...readPlanning(''), map: { zoom: 15, lat: 27.8, lon: 112.9 }, draft: '7f0c', tool: 'split', sel: '430302001001003', tab: 'review', paint: 'band', find: 'neck', finding: 3, compare: 'before', off: ['labels'], lang: 'en', theme: 'dark', back: 'map=12/27/112&tab=cases' };
  assert.deepEqual(readPlanning(`#${writePlanning(state)}`), state);
  assert.equal(writePlanning(readPlanning('tool=__proto__&draft=<img>&tab=x&f=-4')), '');
  assert.ok(SIDES.includes(readPlanning('').tab));
});

test('no two tools share a key', () => assert.equal(new Set(TOOLS.map(({ key }) => key)).size, TOOLS.length));

test('households before and after are told of every grid that a change concerns, gaining ones first', () => {
  const plan = newPlan();
  const [face, from, to] = borderBlock(plan);
  const moved = model.faces.households[face];
  const other = plan.zone.findIndex((zone, at) => zone === from && at !== face);
  assert.deepEqual(balanceOf(plan, new Map([[face, to], [other, from]])).map(({ zone, before, after }) => [zone, after - before]), [[to, moved], [from, -moved]]);
});

test('an answer with new numbers is read in the numbers of the plan, and grids to come follow its last', () => {
  const plan = newPlan();
  const [face, from] = borderBlock(plan);
  const rows = rowsOf(plan).filter((row) => row.zone !== 0).map((row, zone) => ({ ...row, zone }));
  const grids = [...rows, { ...rows[0], zone: rows.length, code: 'new-1', name: '新网格' }];
  const { zones, rows: fresh } = foresee(plan, { faces: [...plan.zone].map((zone, at) => /** @type {[number, number]} */ ([at, at === face ? rows.length : zone === 0 ? 0 : zone - 1])), grids });
  assert.equal(zones.get(face), plan.grids.length);
  assert.deepEqual([...zones.keys()].filter((at) => at !== face && plan.zone[at] !== 0), []);
  assert.deepEqual(balanceOf(plan, zones, fresh).find(({ name }) => name === '新网格')?.after, model.faces.households[face]);
  assert.equal(foresee(plan, { faces: [[face, from]] }).zones.size, 0);
});

const square = { type: 'Polygon', coordinates: [[[112, 27], [113, 27], [113, 28], [112, 27]]] };
const found = (/** @type {string} */ id, /** @type {object} */ more = {}) => ({ type: 'Feature', id, geometry: square, properties: { id, kind: 'gap', place: [112.5, 27.5], parties: [], suggestion: '划给甲', suggestionEnglish: 'to A', effect: '1 个街区', ...more } });

test('findings of an adopted layer say what mending would do, and which are excepted until when', () => {
  const findings = readAdopted({ features: [found('a'), found('b', { excepted: { reason: '托管', until: '2027-01-01' } })] });
  assert.deepEqual(findings.map(({ id, state, reason, until, effect }) => [id, state, reason, until, effect]), [['a', 'open', '', '', '1 个街区'], ['b', 'excepted', '托管', '2027-01-01', '1 个街区']]);
  assert.deepEqual(findings[0].suggestion, { zh: '划给甲', en: 'to A' });
  assert.deepEqual(countOf(findings), { open: 1, excepted: 1 });
});

test('the next finding is the next open one, round and round', () => {
  const findings = readAdopted({ features: [found('a'), found('b', { excepted: { reason: 'x', until: '2027-01-01' } }), found('c')] });
  assert.deepEqual([nextOpen(findings, 0, 1), nextOpen(findings, 2, 1), nextOpen(findings, 0, -1), nextOpen(findings, -1, 1), nextOpen(findings, -1, -1), nextOpen(findings, 9, 1), nextOpen([], -1, 1)], [2, 0, 2, 0, 2, 2, -1]);
});

test('who may do what with a draft follows its state, and nobody approves his own', () => {
  const actions = (/** @type {string} */ state, /** @type {string[]} */ rights, name = 'li') => actionsOf({ state, author: 'wang' }, { may: (right) => rights.includes(right), name }).join();
  assert.equal(actions('draft', ['draft-edit']), 'submit,discard');
  assert.equal(actions('submitted', ['draft-approve']), 'approve,reject');
  assert.equal(actions('submitted', ['draft-approve'], 'wang'), '');
  assert.equal(actions('approved', ['draft-approve']), 'publish,reject');
  assert.equal(actions('approved', ['draft-edit']), 'recall');
  assert.equal(actions('published', ['draft-edit', 'draft-approve']), 'archive');
  assert.equal(actions('archived', ['draft-edit', 'draft-approve']), '');
});

test('who took one step of the review does not take the next', () => {
  const draft = { state: 'submitted', author: 'wang', approvals: [{ name: '街道初审', wholeDistrict: false, by: 'li' }, { name: '区级审核', wholeDistrict: true, by: null }] };
  const of = (/** @type {string} */ name) => actionsOf(draft, { may: (right) => right === 'draft-approve', name }).join();
  assert.deepEqual([of('li'), of('zhao')], ['reject', 'approve,reject']);
});

test('an approved draft is on notice until the period is over, and takes effect the day after at the earliest', () => {
  const draft = { state: 'approved', noticeUntil: '2026-03-31' };
  assert.deepEqual([stepOf(draft, '2026-03-31'), stepOf(draft, '2026-04-01'), stepOf({ ...draft, state: 'rejected' }, ''), stepOf({ ...draft, state: 'withdrawn' }, '')], [3, 2, 0, -1]);
  assert.equal(firstDay('2026-03-31', new Date(2026, 2, 20)), '2026-04-01');
  assert.equal(firstDay(null, new Date(2026, 2, 20)), '2026-03-20');
});

test('keys are told apart by what is held with them', () => {
  const key = (/** @type {object} */ event) => nameOf({ key: 'z', ctrlKey: false, metaKey: false, shiftKey: false, ...event });
  assert.deepEqual([key({}), key({ ctrlKey: true }), key({ metaKey: true, shiftKey: true, key: 'Z' })], ['z', 'mod+z', 'mod+shift+z']);
});

test('what has changed since the plan in force is counted by code', () => {
  const [plan, before] = [newPlan(), newPlan()];
  assert.deepEqual([unchangedShare(plan, before), changedGrids(plan, before)], [1, []]);
  const [face, from, to] = borderBlock(plan);
  plan.apply([[face, to]]);
  const moved = model.faces.households[face];
  assert.ok(Math.abs(Number(unchangedShare(plan, before)) - (1 - moved / bundle.district.households)) < 1e-12);
  assert.deepEqual(changedGrids(plan, before).map(({ code, gained, lost }) => [code, gained, lost]).sort(), [[plan.grids[from].code, 0, moved], [plan.grids[to].code, moved, 0]].sort());
  assert.equal(unchangedShare(plan, { ...before, zone: new Int32Array(3) }), null);
});
