import { h } from '../dom.js';
import { t, tOr } from '../i18n.js';
import { icon } from '../icons.js';
import { button, problemTitle } from '../ui.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('./desk.js').Failure} Failure @typedef {import('./work.js').Work} Work @typedef {import('../dom.js').Child} Child */

/** Why an operation was not done, and what can be done about it. @param {Desk} desk @param {Work} work @param {Failure} failure */
export function troubleNote(desk, work, failure) {
  const { kind } = failure;
  const [title, detail, actions] = kind === 'stale' ? stale(work, failure) : kind === 'lost' ? lost(work, failure) : refused(desk, work, failure);
  return h('div', { class: 'trouble', role: 'alert' }, icon('findings'), h('div', { class: 'grow' }, h('b', null, title), h('p', null, detail), h('div', { class: 'row' }, actions, button(t('p.dismiss'), () => desk.setTrouble(null)))));
}

/** @typedef {[title: string, detail: Child, actions: Child]} Note */

/** Somebody else has changed the draft. @param {Work} work @param {Failure} failure @returns {Note} */
const stale = (work, failure) => [t('p.stale'), t(failure.unsent.op ? 'p.stale.keep' : 'p.stale.step'), button(t(failure.unsent.op ? 'p.stale.again' : 'p.stale.reload'), () => work.reloadAndSend(failure.unsent), { primary: true })];

/** @param {Work} work @param {Failure} failure @returns {Note} */
const lost = (work, failure) => [t('problem.unreachable'), t('p.lost.keep'), button(t('p.lost.again'), () => work.again(failure.unsent), { primary: true })];

/** @param {Desk} desk @param {Work} work @param {Failure} failure @returns {Note} */
function refused(desk, work, { problem, unsent }) {
  const body = /** @type {any} */ (problem.body);
  const rule = body.grid || body.blocks?.length > 0 ? tOr(`rule.${body.rule}`, problemTitle(problem)) : t('p.refused');
  return [rule, words(desk, body), remedies(desk, work, body, unsent)];
}

/** @param {Desk} desk @param {any} body */
function words(desk, body) {
  const grid = desk.plan?.grids[desk.plan.zoneByCode(body.grid)]?.name;
  const where = [grid, Array.isArray(body.blocks) && body.blocks.length > 0 && t('p.refused.blocks', { list: body.blocks.slice(0, 6).join(t('list.and')), n: body.blocks.length })].filter(Boolean).join(' · ');
  return [body.detail, where && h('small', null, where)];
}

/** The server tells what could be asked for instead: more blocks, or fewer. @param {Desk} desk @param {Work} work @param {any} body @param {import('./runner.js').Unsent} unsent */
function remedies(desk, work, body, { op }) {
  const assigns = op?.op === 'assign' && Array.isArray(op.blocks);
  const remedy = /** @type {number[]} */ (assigns ? (body.remedyBlocks ?? []) : []);
  const more = remedy.filter((face) => !op?.blocks.includes(face));
  return [
    op && remedy.length > 0 && button(more.length > 0 ? t('p.remedy', { n: more.length }) : t('p.remedy.less', { n: remedy.length }), () => instead(desk, work, op, remedy), { primary: true }),
    op && assigns && body.rule === 'contiguity' && button(t('p.allowApart'), () => work.run({ ...op, allowApart: true })),
    (body.blocks ?? []).length > 0 && button(t('zoomTo'), () => desk.flyToBlocks([...body.blocks, ...remedy])),
  ];
}

/** @param {Desk} desk @param {Work} work @param {import('./runner.js').Op} op @param {number[]} blocks */
function instead(desk, work, op, blocks) {
  const to = desk.plan?.zoneByCode(op.to) ?? -1;
  return work.run({ ...op, blocks }, to < 0 ? [] : blocks.map((face) => [face, to]));
}
