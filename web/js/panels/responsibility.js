// "谁管这里": the chain from district to grid and the four lines, shown in the card and beside a clicked place.

import { h } from '../dom.js';
import { t, tOr } from '../i18n.js';

/** @typedef {import('../app.js').App} App */
/** @typedef {{line: string, label?: string, role?: string, holder?: string | null}} Slot */

export const LINES = ['DJ', 'ZZ', 'ZI', 'FW'];

/** Breadcrumb of units above a grid; each leads to its unit. @param {App} app @param {import('../map/model.js').Grid} grid */
export function chainOf(app, grid) {
  const community = app.model.communityOf(grid);
  const township = app.model.townshipOf(grid);
  return h('nav', { class: 'chain', 'aria-label': t('chain') }, app.model.district.name, separator(), link(app, 'township', township), separator(), link(app, 'community', community));
}

const separator = () => h('span', { 'aria-hidden': 'true' }, '›');

/** @param {App} app @param {string} type @param {{code: string, name: string}} unit */
export const link = (app, type, unit) => h('button', { type: 'button', title: unit.code, onclick: () => app.goToUnit({ type, code: unit.code }) }, unit.name);

/** The four role slots in their fixed order; a slot without holder says so. @param {Slot[]} slots */
export const fourLines = (slots) => h('ul', { class: 'lines' }, LINES.map((line) => slotOf(line, slots.find((slot) => slot.line === line))));

/** @param {string} line @param {Slot | undefined} slot */
function slotOf(line, slot) {
  const holder = slot?.holder ?? '';
  const label = tOr(`line.${line}`, slot?.label);
  return h('li', { class: holder ? '' : 'vacant' },
    h('span', { class: `mark ${line}` }, t(`line.${line}.short`)),
    h('div', null, h('b', { title: holder }, holder || t('vacant')), h('small', null, (t('lang') === 'zh' && slot?.role) || label)));
}
