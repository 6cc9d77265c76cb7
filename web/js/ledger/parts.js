// Pieces that the sections of the ledger are made of.

import { field, messageLine, say, submitButton, textInput } from '../access/fields.js';
import { openOver } from '../access/over.js';
import { Problem } from '../api.js';
import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { button, problemTitle } from '../ui.js';

/** @typedef {import('../dom.js').Child} Child */
/** @template T @typedef {{label: string, cell: (row: T) => Child, kind?: string}} Column */

/** A table that becomes cards on a phone; each cell carries its label there. @template T @param {Column<T>[]} columns @param {T[]} rows @param {string} caption */
export const table = (columns, rows, caption) =>
  h('div', { class: 'table-frame' }, h('table', null, h('caption', { class: 'visually-hidden' }, caption), h('thead', null, h('tr', null, columns.map(({ label }) => h('th', { scope: 'col' }, label)))),
    h('tbody', null, rows.map((row) => h('tr', null, columns.map(({ label, cell, kind }) => h('td', { 'data-label': label, class: kind ?? null }, cell(row))))))));

/** @param {string} name section @param {string} lead @param {...Child} actions */
export const sectionHead = (name, lead, ...actions) => h('header', { class: 'section-head' }, h('div', null, h('h2', null, t(`section.${name}`)), h('p', { class: 'lead' }, lead)), h('div', { class: 'row' }, actions));

/** @param {string} sign @param {string} text @param {Child} [more] */
export const emptyNote = (sign, text, more) => h('div', { class: 'empty' }, icon(sign), h('p', null, text), more);

/** What a person reads of a refusal: its title, and what the server says in detail. @param {unknown} error */
export const refusalText = (error) => [problemTitle(error), error instanceof Problem && error.body.detail && h('small', null, ` ${error.body.detail}`)];

/**
 * Asks before something is done, and does it: what goes wrong is said in the dialog.
 * @param {{title: string, lead: string, action: string, why?: boolean, act: (why: string) => Promise<unknown>}} question
 * @returns {Promise<boolean>} whether it was done
 */
export async function confirmAndDo({ title, lead, action, why = false, act }) {
  return Boolean(await openOver((/** @type {(done: true | null) => void} */ close) => {
    const reason = textInput({ name: 'why', maxlength: 200, autocomplete: 'off', spellcheck: null });
    const message = messageLine();
    const submit = submitButton(action);
    const element = h('form', { class: 'form signin', onsubmit: (/** @type {Event} */ event) => run(event) }, h('h2', { id: 'confirm-title' }, title), h('p', { class: 'lead' }, lead), why && field(t('why'), reason, t('why.hint')), message,
      h('div', { class: 'row end' }, button(t('cancel'), () => close(null)), submit));
    const run = (/** @type {Event} */ event) => submitting(event, { submit, message }, async () => close((await act(reason.value.trim()), true)));
    return { element, focus: () => (why ? reason : submit).focus(), title: 'confirm-title' };
  }));
}

/** Runs the work of a form once, and says what goes wrong. @param {Event} event @param {{submit: HTMLButtonElement, message: HTMLElement}} parts @param {() => Promise<unknown>} work */
export async function submitting(event, { submit, message }, work) {
  event.preventDefault();
  if (submit.disabled) return;
  submit.disabled = true;
  say(message);
  try {
    await work();
  } catch (error) {
    say(message, refusalText(error));
  } finally {
    submit.disabled = false;
  }
}

/** What is shown this once: it stays until somebody says that he has it. @param {{title: string, owner: string, secret: string, notes: string[]}} shown */
export const showSecret = ({ title, owner, secret, notes }) => openOver((close) => {
  const output = h('output', { class: 'secret', tabindex: 0 }, secret);
  const copy = button(t('copy'), () => copyText(output, copy), { icon: 'copy' });
  const element = h('div', { class: 'signin' }, h('h2', { id: 'secret-title' }, title), h('p', { class: 'lead' }, owner), h('div', { class: 'secret-row' }, output, copy),
    h('p', { class: 'form-message' }, t('secret.warn')), notes.map((note) => h('p', { class: 'quiet' }, note)),
    h('div', { class: 'row end' }, button(t('secret.taken'), () => close(true), { primary: true })));
  return { element, focus: () => copy.focus(), title: 'secret-title' };
}, { sticky: true });

/** Where the browser gives no clipboard (plain http), the text is selected and copied the old way. @param {HTMLElement} output @param {HTMLElement} told */
async function copyText(output, told) {
  getSelection()?.selectAllChildren(output);
  const done = await (navigator.clipboard ? navigator.clipboard.writeText(output.textContent ?? '').then(() => true, () => false) : document.execCommand('copy'));
  if (done) put(told, icon('check'), t('copied'));
}
