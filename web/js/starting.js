// What stands on the page before there is a district to show: while it is read, when it cannot be, and when there is none.

import { Problem } from './api.js';
import { h, put } from './dom.js';
import { t } from './i18n.js';
import { button, loading, problem, quiet } from './ui.js';

/** @typedef {{header: HTMLElement, panel: HTMLElement}} Places */

/** @param {Places} places */
export function showStarting({ header, panel }) {
  put(header, h('div', { class: 'brand' }, h('img', { src: '/icon.svg', alt: '', width: 34, height: 34 }), h('div', null, h('h1', null, t('title')))));
  document.title = t('title');
  put(panel, loading());
}

/** On a phone the sheet opens, else nobody would see what is wrong. @param {Places} places @param {unknown} error @param {() => void} retry */
export function showFailure({ panel }, error, retry) {
  panel.dataset.snap = 'half';
  put(panel, h('div', { class: 'pane' }, isEmpty(error) ? emptyNote(retry) : problem(error, retry)));
}

/** The server runs, but nobody has given it a district. @param {unknown} error */
const isEmpty = (error) => error instanceof Problem && error.status === 503 && /** @type {any} */ (error.body).code === 'unavailable';

/** @param {() => void} retry */
const emptyNote = (retry) => h('section', { class: 'starting' }, h('h2', { class: 'title' }, t('empty.title')), h('p', { class: 'lead' }, t('empty.import')), h('p', { class: 'code' }, './scripts/wangge import --help'), quiet(t('empty.demo')), button(t('retry'), retry));
