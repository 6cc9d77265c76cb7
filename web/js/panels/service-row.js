import { h } from '../dom.js';
import { distance, tOr } from '../i18n.js';
import { icon } from '../icons.js';

/** @typedef {import('../app.js').App} App */

/** Which glyph and colour (--kind-n) a kind of service point has; unknown kinds share the last. @type {Record<string, [string, number]>} */
const LOOKS = { centre: ['centre', 1], window: ['window', 2], station: ['station', 5], box: ['box', 3], train: ['train', 4], stop: ['train', 4] };

/** @param {string} kind */
export const glyphOf = (kind) => (LOOKS[kind?.toLowerCase()] ?? ['point', 7])[0];

/** @param {string} kind */
export const kindColour = (kind) => getComputedStyle(document.documentElement).getPropertyValue(`--kind-${(LOOKS[kind?.toLowerCase()] ?? ['point', 7])[1]}`).trim();

/** @param {any} point */
export const kindLabel = (point) => tOr(`service.${String(point.kind).toLowerCase()}`, point.kindLabel ?? point.label ?? point.kind);

/** @param {App} app @param {any} point @param {number} [metres] */
export const serviceRow = (app, point, metres) =>
  h('li', null, h('button', { type: 'button', class: 'item', onclick: () => openPoint(app, point) },
    h('span', { class: 'glyph', style: { background: kindColour(point.kind) } }, icon(glyphOf(point.kind))),
    h('div', { class: 'grow' }, h('b', null, point.name), h('small', null, [kindLabel(point), point.hours ?? point.openingHours].filter(Boolean).join(' · '))),
    metres === undefined ? null : h('span', { class: 'right' }, distance(metres))));

/** @param {App} app @param {any} point */
export function openPoint(app, point) {
  const [lon, lat] = point.place ?? [point.lon, point.lat];
  app.view.goTo(lon, lat, 16);
  app.store.set({ tab: 'services', sel: { type: 'point', code: String(point.id) } });
  app.openPanel();
}
