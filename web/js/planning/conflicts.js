import { h } from '../dom.js';
import { t } from '../i18n.js';
import { head, section } from '../ui.js';

/** Blocks that two plans give to different grids: both answers, and where. @param {import('./desk.js').Desk} desk @param {{face: number, mine: any, theirs: any, at: [number, number]}[]} conflicts */
export const conflictList = (desk, conflicts) => section(head(t('conflicts'), String(conflicts.length)), h('p', { class: 'lead' }, t('conflicts.lead')),
  h('ul', { class: 'list' }, conflicts.map((conflict) => h('li', null, h('button', { type: 'button', class: 'item', onclick: () => desk.view.goTo(conflict.at[0], conflict.at[1], 17) },
    h('span', { class: 'glyph finding' }, '≠'), h('div', { class: 'grow' }, h('b', null, t('p.block', { n: conflict.face })), h('small', null, t('conflicts.mine', { name: nameOf(desk, conflict.mine) })), h('small', null, t('conflicts.theirs', { name: nameOf(desk, conflict.theirs) }))))))));

/** @param {import('./desk.js').Desk} desk @param {any} end */
const nameOf = (desk, end) => end?.name ?? desk.plan?.grids[desk.plan.zoneByCode(String(end?.code ?? end))]?.name ?? String(end?.code ?? end);
