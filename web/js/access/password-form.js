import { Problem } from '../api.js';
import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { problemTitle } from '../ui.js';
import { field, messageLine, passwordInput, say, submitButton, textInput } from './fields.js';
import { session } from './session.js';

const SHORTEST = 10;

/** Changing one's own password; with `current` given (just signed in with it) it is not asked for again. */
export class PasswordForm {
  #busy = false;

  /** @param {{current?: string, done: () => void, cancel?: () => void}} options */
  constructor({ current = '', done, cancel }) {
    this.given = current;
    this.done = done;
    this.cancel = cancel;
    this.current = passwordInput({ name: 'current', autocomplete: 'current-password', required: true, maxlength: 200 });
    this.next = passwordInput({ name: 'next', autocomplete: 'new-password', required: true, maxlength: 200, oninput: () => this.#check() });
    this.repeat = passwordInput({ name: 'repeat', autocomplete: 'new-password', required: true, maxlength: 200, oninput: () => this.#check() });
    this.message = messageLine();
    this.rules = h('ul', { class: 'rules' });
    this.element = h('form', { class: 'form', novalidate: true, onsubmit: (/** @type {Event} */ event) => this.#submit(event) });
    this.render();
  }

  render() {
    const owner = textInput({ name: 'username', autocomplete: 'username', value: session.viewer.name, hidden: true, tabindex: -1, 'aria-hidden': 'true' });
    put(this.element, owner, !this.given && field(t('password.current'), this.current), field(t('password.next'), this.next), field(t('password.repeat'), this.repeat), this.rules, this.message,
      h('div', { class: 'row end' }, this.cancel && h('button', { type: 'button', class: 'button', onclick: this.cancel }, t('cancel')), submitButton(t('password.save'))));
    this.#check();
  }

  focus() {
    (this.given ? this.next : this.current).focus();
  }

  /** What is asked of a password, and whether it is met; null where only the server knows. @returns {[string, boolean | null][]} */
  #state() {
    const text = this.next.value;
    return [
      [t('rule.length', { n: SHORTEST }), text.length >= SHORTEST],
      [t('rule.name'), text === '' ? false : !text.toLowerCase().includes(session.viewer.name)],
      [t('rule.common'), text === '' ? false : new Set(text).size >= 5 ? null : false],
      [t('rule.repeat'), text !== '' && text === this.repeat.value],
    ];
  }

  #check() {
    put(this.rules, this.#state().map(([text, met]) => h('li', { class: met ? 'met' : '' }, text, met && h('span', { class: 'visually-hidden' }, t('rule.met')))));
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    if (this.#busy) return;
    const broken = this.#state().find(([, met]) => met === false);
    if (broken) {
      say(this.message, t('rule.broken', { rule: broken[0] }));
      return (this.next.value === this.repeat.value ? this.next : this.repeat).focus();
    }
    this.#busy = true;
    try {
      await session.changePassword(this.given || this.current.value, this.next.value);
      this.done();
    } catch (error) {
      say(this.message, refusal(error));
      (error instanceof Problem && error.code === 'wrong-password' && !this.given ? this.current : this.next).focus();
    } finally {
      this.#busy = false;
    }
  }
}

/** @param {unknown} error */
function refusal(error) {
  if (!(error instanceof Problem)) return problemTitle(error);
  if (error.code === 'wrong-password') return t('password.wrong');
  if (error.code === 'refused-data') return t('lang') === 'zh' ? error.body.detail : t('password.weak');
  return problemTitle(error);
}
