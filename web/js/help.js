import { h, put } from './dom.js';
import { t } from './i18n.js';
import { button } from './ui.js';

const KEYS = [['/', 'key.search'], ['n  p', 'key.findings'], ['1 – 5', 'key.tabs'], ['+  −', 'key.zoom'], ['0', 'key.home'], ['l', 'key.layers'], ['t', 'key.time'], ['Esc', 'key.escape'], ['?', 'key.help']];

/** @typedef {Record<string, () => void>} Actions by key */

/** Single keys, unless somebody is typing. @param {Actions} actions */
export function listenKeys(actions) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    const typing = event.target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (typing && event.key !== 'Escape') return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** @returns {HTMLDialogElement} */
export function makeDialog() {
  const dialog = h('dialog', { 'aria-labelledby': 'dialog-title', onclick: (/** @type {Event} */ event) => event.target === dialog && dialog.close() });
  document.body.append(dialog);
  return dialog;
}

/** @param {HTMLDialogElement} dialog */
export function openHelp(dialog) {
  put(dialog, h('h2', { id: 'dialog-title' }, t('help')), h('p', { class: 'lead', style: { 'margin-bottom': '14px' } }, t('help.text')), h('dl', null, KEYS.map(([key, text]) => [h('dt', null, key.split('  ').map((one) => [h('kbd', null, one), ' '])), h('dd', null, t(text))])), h('div', { class: 'row', style: { 'margin-top': '18px' } }, button(t('close'), () => dialog.close(), { primary: true })));
  if (!dialog.open) dialog.showModal();
}
