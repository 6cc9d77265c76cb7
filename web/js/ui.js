// Small pieces the panels are made of.

import { Problem } from './api.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

/** @typedef {import('./dom.js').Child} Child */

/** Labelled figures; one without value is left out. @param {[label: string, value: string | number, unit?: string][]} rows */
export const figures = (rows) =>
  h('dl', { class: 'figures' }, rows.filter(([, value]) => value !== '').map(([label, value, unit]) => h('div', null, h('dt', null, label), h('dd', null, value, unit && h('small', null, unit)))));

/** @param {string} title @param {Child} [aside] */
export const head = (title, aside) => h('h3', { class: 'head' }, title, aside && h('small', null, aside));

/** @param {...Child} children */
export const section = (...children) => h('section', null, children);

/** @param {string} text */
export const quiet = (text) => h('p', { class: 'quiet' }, text);

/** @param {string} label @param {() => void} onclick @param {{primary?: boolean, icon?: string, disabled?: boolean}} [options] */
export const button = (label, onclick, options = {}) =>
  h('button', { type: 'button', class: options.primary ? 'button primary' : 'button', disabled: options.disabled, onclick }, options.icon && icon(options.icon), label);

/** A chip that can be on or off. @param {Child} label @param {boolean} on @param {() => void} onclick */
export const toggleChip = (label, on, onclick) => h('button', { type: 'button', class: 'chip', 'aria-pressed': String(on), onclick }, label);

/** @param {string} colour */
export const swatch = (colour) => h('i', { style: { background: colour } });

/** @param {string} label @param {[string, string][]} choices value and text @param {string} value @param {(value: string) => void} choose */
export const segment = (label, choices, value, choose) =>
  h('div', { class: 'segment', role: 'group', 'aria-label': label }, choices.map(([key, text]) => h('button', { type: 'button', 'aria-pressed': String(key === value), onclick: () => choose(key) }, text)));

/** @param {string} label @param {[string, string][]} choices @param {string} value @param {(value: string) => void} choose */
export const picker = (label, choices, value, choose) =>
  h('select', { 'aria-label': label, onchange: (/** @type {any} */ event) => choose(event.target.value) }, choices.map(([key, text]) => h('option', { value: key, selected: key === value }, text)));

/** @param {{colour: string, share: number, label: string}[]} parts */
export const stacked = (parts) =>
  h('div', { class: 'stacked', role: 'img', 'aria-label': parts.map((part) => part.label).join(', ') }, parts.map(({ colour, share, label }) => h('i', { title: label, style: { background: colour, flex: `${share} 0 0` } })));

export const loading = () => h('div', { class: 'loading', role: 'status' }, h('span', { class: 'visually-hidden' }, t('loading')), h('i'), h('i'), h('i'));

/** A refusal in words: what was tried, where, and what would help. @param {unknown} error @param {(() => void)} [retry] */
export function problem(error, retry) {
  const rows = error instanceof Problem ? problemRows(error) : [];
  return h('div', { class: 'problem', role: 'alert' }, h('h3', null, problemTitle(error)), rows.length > 0 && h('dl', null, rows), retry && button(t('retry'), retry));
}

/** @param {unknown} error */
export function problemTitle(error) {
  if (!(error instanceof Problem)) return `${t('problem.page')}${error instanceof Error ? `: ${error.message}` : ''}`;
  if (error.status === 0) return t('problem.unreachable');
  const { label, title } = /** @type {any} */ (error.body);
  return (t('lang') === 'zh' && label) || title || `HTTP ${error.status}`;
}

/** @param {Problem} error */
function problemRows(error) {
  const { detail, attempted, value, where, remedy } = error.body;
  return Object.entries({ detail, attempted, value, where, remedy })
    .filter(([, text]) => text !== undefined && text !== null && text !== '')
    .flatMap(([key, text]) => [h('dt', null, t(`problem.${key}`)), h('dd', null, typeof text === 'object' ? JSON.stringify(text) : String(text))]);
}

/** A passing notice at the foot of the page. @param {string} text @param {{bad?: boolean, small?: string}} [options] */
export function notify(text, { bad = false, small = '' } = {}) {
  const notice = h('div', { class: bad ? 'notice bad' : 'notice' }, text, small && h('small', null, small));
  document.getElementById('notices')?.replaceChildren(notice);
  setTimeout(() => notice.remove(), bad ? 9000 : 4000);
}

/** What was chosen; the same file may be chosen again. @param {HTMLInputElement} input @returns {File[]} */
export function takeFiles(input) {
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}

/** Listeners of an element that files can be dropped on. @param {(files: File[]) => void} take */
export function dropEvents(take) {
  const over = (/** @type {DragEvent} */ event, /** @type {boolean} */ on) => {
    event.preventDefault();
    /** @type {HTMLElement} */ (event.currentTarget).classList.toggle('over', on);
  };
  return {
    ondragover: (/** @type {DragEvent} */ event) => over(event, true),
    ondragleave: (/** @type {DragEvent} */ event) => over(event, false),
    ondrop: (/** @type {DragEvent} */ event) => {
      over(event, false);
      take([...(event.dataTransfer?.files ?? [])]);
    },
  };
}
