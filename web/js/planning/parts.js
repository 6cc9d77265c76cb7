// Small pieces of the planning page.

import { h } from '../dom.js';
import { number, percent, t } from '../i18n.js';
import { icon } from '../icons.js';
import { balanceOf, placeOnBar } from './balance-sheet.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('./desk.js').Band} Band @typedef {import('../dom.js').Child} Child */

const SHOWN = 8;

/** A small button. @param {Child} label @param {() => unknown} onclick @param {boolean} [on] when it can be on or off */
export const chip = (label, onclick, on) => h('button', { type: 'button', class: 'chip', 'aria-pressed': on === undefined ? null : String(on), onclick }, label);

/** What somebody is called; who has no account any more, and a token, by what the record says. @param {Record<string, string> | undefined} names @param {string} account */
export const nameIn = (names, account) => names?.[account] ?? account;

/** Households against the band; the pale mark is where they stood. @param {number} households @param {Band} band @param {number} [before] */
export function bandBar(households, band, before) {
  const place = (/** @type {number} */ value) => `${placeOnBar(value, band)}%`;
  const state = households < band.min ? 'under' : households > band.max ? 'over' : 'within';
  return h('div', { class: `band-bar ${state}`, role: 'img', 'aria-label': t('p.band.aria', { n: number(households), min: band.min, max: band.max, state: t(`band.${state}`) }) },
    h('i', { class: 'zone', style: { left: place(band.min), width: `calc(${place(band.max)} - ${place(band.min)})` } }),
    before !== undefined && h('i', { class: 'before', style: { left: place(before) } }),
    h('i', { class: 'now', style: { left: place(households) } }));
}

/** Before and after of every grid that a change concerns. @param {Desk} desk @param {Map<number, number>} zones @param {import('./plan.js').GridRow[]} [rows] */
export function deltas(desk, zones, rows) {
  if (!desk.plan) return null;
  const all = balanceOf(desk.plan, zones, rows);
  if (all.length === 0) return h('p', { class: 'dock-hint' }, t('p.delta.none'));
  const moved = all.reduce((sum, one) => sum + Math.max(0, one.after - one.before), 0);
  return [h('ul', { class: 'deltas' }, all.slice(0, SHOWN).map((one) => deltaRow(one, desk.band))),
    h('p', { class: 'dock-hint' }, t('p.delta.sum', { blocks: number(zones.size), n: number(moved) }), all.length > SHOWN && ` · ${t('more', { n: all.length - SHOWN })}`)];
}

/** What changes besides households, in grids that an answer concerns: people, buildings, open cases, share of border on streets.
 * @param {import('./runner.js').Answer | null} answer */
export function scoreLines(answer) {
  const after = new Map((answer?.scores?.after ?? []).map((one) => [one.code, one]));
  const lines = (answer?.scores?.before ?? []).map((was) => ({ name: was.name, changes: changesOf(was, after.get(was.code)) })).filter(({ changes }) => changes.length > 0);
  return lines.length > 0 && h('ul', { class: 'score-lines' }, lines.slice(0, SHOWN).map(({ name, changes }) => h('li', null, h('b', null, name), ' ', changes.join(' · '))));
}

/** @param {any} was @param {any} now */
function changesOf(was, now) {
  if (!now) return [];
  const figures = /** @type {[string, string, (value: number) => string][]} */ ([['people', 'people', number], ['buildings', 'buildings', number], ['openCases', 'p.openCases', number], ['onStreetShare', 'p.onStreet', percent]]);
  return figures.filter(([key]) => was[key] !== now[key] && was[key] !== null && now[key] !== null).map(([key, label, text]) => [t(label), text(was[key]), '→', text(now[key])].join(' '));
}

/** @param {import('./balance-sheet.js').Delta} delta @param {Band} band */
function deltaRow({ name, before, after }, band) {
  const by = after - before;
  return h('li', null, h('span', { class: 'delta-name' }, name), bandBar(after, band, before),
    h('span', { class: 'delta-figures' }, number(before), ' → ', h('b', null, number(after)), h('small', { class: by < 0 ? 'less' : 'more' }, by < 0 ? `−${number(-by)}` : `+${number(by)}`)));
}

/** Chosen grids, each with a way to give it up. @param {Desk} desk @param {string[]} codes @param {(code: string) => unknown} remove @param {...Child} more */
export const gridChips = (desk, codes, remove, ...more) => h('div', { class: 'chips' }, codes.slice(0, SHOWN).map((code) => {
  const name = desk.plan?.grids[desk.plan.zoneByCode(code)]?.name ?? code;
  return h('button', { type: 'button', class: 'chip', 'aria-label': t('p.giveUp', { name }), onclick: () => remove(code) }, name, icon('close'));
}), codes.length > SHOWN && h('span', { class: 'chip' }, t('more', { n: codes.length - SHOWN })), more);

/** @param {string} sign @param {string} label @param {() => unknown} onclick @param {{disabled?: boolean, pressed?: boolean, key?: string, text?: string, class?: string}} [options] */
export const toolButton = (sign, label, onclick, { disabled = false, pressed, key, text, class: kind = 'tool-button' } = {}) =>
  h('button', { type: 'button', class: kind, disabled, title: key ? `${label}（${key}）` : label, 'aria-label': label, 'aria-pressed': pressed === undefined ? null : String(pressed), 'aria-keyshortcuts': key ?? null, onclick }, icon(sign), text && h('span', null, text));

/** @param {string} state of a draft */
export const stateBadge = (state) => h('span', { class: `badge state-${state}` }, t(`state.${state}`));
