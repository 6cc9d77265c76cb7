import { h, put } from '../dom.js';

/** @typedef {{element: HTMLElement, focus: () => void, title: string}} Content title is the id of the heading */

/**
 * A dialog over the page, and over other dialogs. Escape leaves it unless it is `sticky`; a click beside it does not, since that would lose what was typed.
 * @template T
 * @param {(close: (result: T | null) => void) => Content} content
 * @param {{sticky?: boolean, wide?: boolean}} [options]
 * @returns {Promise<T | null>} what it was closed with; null when it was left
 */
export function openOver(content, { sticky = false, wide = false } = {}) {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const dialog = h('dialog', { class: wide ? 'over wide' : 'over', oncancel: (/** @type {Event} */ event) => leave(event) });
    const leave = (/** @type {Event} */ event) => {
      event.preventDefault();
      if (!sticky) close(null);
    };
    const close = (/** @type {T | null} */ result) => {
      dialog.close();
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(result);
    };
    if (sticky) dialog.addEventListener('keydown', (event) => event.key === 'Escape' && event.preventDefault());
    const { element, focus, title } = content(close);
    dialog.setAttribute('aria-labelledby', title);
    put(dialog, element);
    document.body.append(dialog);
    dialog.showModal();
    focus();
  });
}
