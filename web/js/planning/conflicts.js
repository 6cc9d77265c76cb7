import { h } from '../dom.js';
import { worldX, worldY } from '../geo.js';
import { t } from '../i18n.js';
import { applyStroke } from '../map/paint.js';
import { button, head, section, segment } from '../ui.js';

/** @typedef {{face: number, mine: string, theirs: string, mineIsGone?: boolean, at: [number, number], side?: string}} Conflict @typedef {{face: number, side: string}[]} Taken */

/** Blocks that two plans give to different grids: both answers, where, and whose is to count.
 * @param {import('./desk.js').Desk} desk @param {Conflict[]} conflicts @param {((take: Taken) => unknown) | null} settle null for who may not */
export const conflictList = (desk, conflicts, settle) => section(head(t('conflicts'), String(conflicts.length)), h('p', { class: 'lead' }, t(settle ? 'conflicts.lead' : 'conflicts.wait')),
  h('ul', { class: 'list conflicts' }, conflicts.map((conflict) => h('li', null, h('button', { type: 'button', class: 'item', onclick: () => desk.view.goTo(conflict.at[0], conflict.at[1], 17) },
    h('span', { class: 'glyph finding' }, '≠'), h('div', { class: 'grow' }, h('b', null, t('p.block', { n: conflict.face })), h('small', null, t('conflicts.mine', { name: nameOf(desk, conflict.mine) })), h('small', null, t('conflicts.theirs', { name: nameOf(desk, conflict.theirs) })))),
  conflict.mineIsGone ? h('p', { class: 'quiet' }, t('conflicts.gone')) : settle && chooser(conflict)))),
  settle && h('div', { class: 'row', style: { 'margin-top': '10px' } }, button(t('conflicts.settle'), () => settle(conflicts.map(({ face, mineIsGone, side = 'mine' }) => ({ face, side: mineIsGone ? 'theirs' : side }))), { primary: true })));

/** @param {Conflict} conflict */
function chooser(conflict) {
  const host = h('div', { class: 'chooser' });
  const show = () => host.replaceChildren(segment(t('conflicts'), [['mine', t('compare.draft')], ['theirs', t('compare.before')]], conflict.side ?? 'mine', (side) => {
    conflict.side = side;
    show();
  }));
  show();
  return host;
}

/** @param {import('./desk.js').Desk} desk @param {string} code */
const nameOf = (desk, code) => desk.plan?.grids[desk.plan.zoneByCode(code)]?.name ?? desk.base?.byCode.get(code)?.name ?? code;

/** Rings around the places of conflicts. @param {import('../map/paint.js').Sheet} sheet @param {Conflict[]} conflicts @param {import('../map/palette.js').Palette} palette */
export function paintConflicts(sheet, conflicts, palette) {
  for (const { at } of conflicts) {
    sheet.ctx.beginPath();
    sheet.ctx.arc(worldX(at[0]) * sheet.scale - sheet.left, worldY(at[1]) * sheet.scale - sheet.top, 14, 0, 2 * Math.PI);
    applyStroke(sheet.ctx, { colour: palette.halo, width: 7 });
    applyStroke(sheet.ctx, { colour: palette.finding, width: 3 });
  }
}
