// Labelled fields of forms.

import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';

let count = 0;

/** A control under its label, with a hint that is read out with it. @param {string} label @param {HTMLElement} control @param {import('../dom.js').Child} [hint] */
export function field(label, control, hint) {
  control.id ||= `field-${++count}`;
  if (hint) control.setAttribute('aria-describedby', `${control.id}-hint`);
  return h('div', { class: 'field' }, h('label', { for: control.id }, label), control.dataset.wrapped ? control.parentElement : control, hint && h('small', { id: `${control.id}-hint` }, hint));
}

/** @param {import('../dom.js').Attributes} attributes */
export const textInput = (attributes) => h('input', { type: 'text', class: 'input', spellcheck: 'false', autocapitalize: 'none', ...attributes });

/** A password that can be made legible. @param {import('../dom.js').Attributes} attributes */
export function passwordInput(attributes) {
  const input = textInput({ ...attributes, type: 'password' });
  const eye = h('button', { type: 'button', class: 'reveal', onclick: () => show(input.type === 'password') });
  const show = (/** @type {boolean} */ legible) => {
    input.type = legible ? 'text' : 'password';
    eye.setAttribute('aria-pressed', String(legible));
    eye.setAttribute('aria-label', t('password.show'));
    put(eye, icon(legible ? 'eyeOff' : 'eye'));
  };
  show(false);
  input.dataset.wrapped = 'true';
  h('div', { class: 'with-reveal' }, input, eye);
  return input;
}

/** Where a form says what is wrong; read out at once. */
export const messageLine = () => h('p', { class: 'form-message', role: 'alert', hidden: true });

/** @param {HTMLElement} line @param {import('../dom.js').Child} [content] none hides it */
export function say(line, content) {
  line.hidden = !content;
  put(line, content ?? null);
}

/** The submit button of a form; without it while something runs. @param {string} label @param {import('../dom.js').Attributes} [attributes] */
export const submitButton = (label, attributes = {}) => h('button', { type: 'submit', class: 'button primary', ...attributes }, label);
