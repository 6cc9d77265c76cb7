import { h } from '../dom.js';
import { hoursText } from '../hours.js';
import { distance, t, tOr } from '../i18n.js';
import { icon } from '../icons.js';
import { lookOf } from './service-kinds.js';

/** @typedef {import('../app.js').App} App */

/** @param {string} kind */
export const kindColour = (kind) => getComputedStyle(document.documentElement).getPropertyValue(`--kind-${lookOf(kind).colour}`).trim();

/** @param {string} kind */
export const kindLabel = (kind) => tOr(lookOf(kind).text, kind);

/** Open, closed, or nothing when the hours are unknown. @param {any} point */
export const openBadge = ({ openNow }) => (openNow === null || openNow === undefined ? null : h('span', { class: openNow ? 'badge good' : 'badge' }, t(openNow ? 'open' : 'closed')));

/** @param {App} app @param {any} point @param {number} [metres] */
export const serviceRow = (app, point, metres) =>
  h('li', null, h('button', { type: 'button', class: 'item', onclick: () => openPoint(app, point) },
    h('span', { class: 'glyph', style: { background: kindColour(point.kind) } }, icon(lookOf(point.kind).glyph)),
    h('div', { class: 'grow' }, h('b', null, point.name), h('small', null, [kindLabel(point.kind), point.hours && hoursText(point.hours)].filter(Boolean).join(' · '))),
    h('span', { class: 'right' }, metres === undefined ? openBadge(point) : distance(metres))));

/** @param {App} app @param {any} point */
export function openPoint(app, point) {
  app.view.goTo(point.lon, point.lat, 16);
  app.store.set({ tab: 'services', sel: { type: 'point', code: String(point.id) }, at: null });
  app.openPanel();
}
