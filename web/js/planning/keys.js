import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { button } from '../ui.js';
import { FIND_KINDS } from './find.js';
import { TOOLS } from './tool-list.js';

/** @typedef {{desk: import('./desk.js').Desk, toolbox: import('./toolbox.js').Toolbox, work: import('./work.js').Work, dock: import('./dock.js').Dock, pointer: import('./pointer.js').Pointer, scores: import('./scores-panel.js').ScoresPanel, help: () => void, layers: () => void}} Page */

/** Keys of the page, by what is pressed. @param {Page} page @returns {Record<string, () => unknown>} */
export function keysOf({ desk, toolbox, work, dock, pointer, scores, help, layers }) {
  const finds = Object.fromEntries(FIND_KINDS.map((kind, i) => [String(i + 1), () => desk.draft && scores.choose(kind)]));
  return {
    ...toolbox.keys(), ...finds,
    n: () => desk.draft && scores.step(1),
    N: () => desk.draft && scores.step(-1),
    Enter: () => dock.accept(),
    Backspace: () => toolbox.current.back(),
    Escape: () => pointer.breakOff() || toolbox.current.cancel(),
    '.': () => pointer.clickMiddle(),
    '?': help,
    h: help,
    w: layers,
    0: () => desk.base && desk.view.fit(desk.base.box),
    '+': () => desk.view.map.zoomIn(),
    '=': () => desk.view.map.zoomIn(),
    '-': () => desk.view.map.zoomOut(),
    'mod+z': () => work.undo(),
    'mod+shift+z': () => work.redo(),
    'mod+y': () => work.redo(),
  };
}

/** What is pressed: `mod+` is Control or Command. @param {{key: string, ctrlKey: boolean, metaKey: boolean, shiftKey: boolean}} event */
export function nameOf({ key, ctrlKey, metaKey, shiftKey }) {
  if (!ctrlKey && !metaKey) return key;
  return `mod+${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`;
}

/** @param {Record<string, () => unknown>} keys */
export function listen(keys) {
  document.addEventListener('keydown', (event) => {
    if (event.altKey || document.querySelector('dialog[open]')) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
    const pressing = event.key === 'Enter' && /^(BUTTON|A|SUMMARY)$/.test(target.tagName);
    if ((typing && event.key !== 'Escape') || pressing) return;
    const act = keys[nameOf(event)];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** @param {HTMLDialogElement} dialog */
export function openHelp(dialog) {
  const row = (/** @type {string[]} */ keys, /** @type {string} */ text) => [h('dt', null, keys.map((key) => [h('kbd', null, key), ' '])), h('dd', null, text)];
  put(dialog, h('h2', { id: 'dialog-title' }, t('p.help')), h('p', { class: 'lead' }, t('p.help.text')),
    h('dl', { class: 'two-columns' }, TOOLS.map(({ id, key }) => row([key.toUpperCase()], t(`tool.${id}`))),
      row(['↵'], t('p.accept')), row(['Esc'], t('cancel')), row(['⌫'], t('p.key.back')), row(['Ctrl Z'], t('p.undo')), row(['Ctrl Shift Z'], t('p.redo')), row(['1 – 6'], t('p.find')), row(['n', 'N'], t('p.key.next')), row(['Space'], t('p.key.pan')), row(['.'], t('p.key.middle')), row(['W'], t('layers')), row(['0'], t('key.home')), row(['?'], t('key.help'))),
    h('div', { class: 'row', style: { 'margin-top': '18px' } }, button(t('close'), () => dialog.close(), { primary: true })));
  if (!dialog.open) dialog.showModal();
}
