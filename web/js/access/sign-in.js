import { Problem } from '../api.js';
import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { problemTitle } from '../ui.js';
import { field, messageLine, passwordInput, say, submitButton, textInput } from './fields.js';
import { openOver } from './over.js';
import { PasswordForm } from './password-form.js';
import { session } from './session.js';

/**
 * @typedef {object} SignInOptions
 * @property {() => void} done signed in, with a password of one's own
 * @property {() => void} [cancel] leaves; without it there is no way but in
 * @property {string} [name] whose session has ended: nobody else may go on with his work
 * @property {string} [note] why one is asked
 */

/** Signing in, and the change of a one-time password that may follow. */
export class SignIn {
  #busy = false;
  #timer = 0;
  /** @type {PasswordForm | null} */
  #change = null;

  /** @param {SignInOptions} options */
  constructor(options) {
    this.options = options;
    this.name = textInput({ name: 'username', autocomplete: 'username', required: true, maxlength: 200, value: options.name ?? '', readonly: Boolean(options.name) });
    this.password = passwordInput({ name: 'password', autocomplete: 'current-password', required: true, maxlength: 200 });
    this.message = messageLine();
    this.submit = submitButton('');
    this.form = h('form', { class: 'form', novalidate: true, onsubmit: (/** @type {Event} */ event) => this.#submit(event) });
    this.element = h('div', { class: 'signin' });
    if (session.viewer.mustChangePassword) this.#askForNew('');
    this.render();
  }

  render() {
    if (this.#change) return this.#renderChange(this.#change);
    const { cancel, name, note } = this.options;
    put(this.submit, t('signin'));
    put(this.form, field(t('signin.name'), this.name), field(t('signin.password'), this.password), this.message,
      h('div', { class: 'row end' }, cancel && h('button', { type: 'button', class: 'button', onclick: cancel }, t('cancel')), this.submit));
    put(this.element, h('h2', { id: 'signin-title' }, t(name ? 'signin.again' : 'signin.title')), h('p', { class: 'lead' }, note ?? t('signin.lead')), this.form, providerLink(), name && h('p', { class: 'quiet' }, h('a', { href: location.href, onclick: reload }, t('signin.other'))));
  }

  /** @param {PasswordForm} change */
  #renderChange(change) {
    change.render();
    put(this.element, h('h2', { id: 'signin-title' }, t('password.must')), h('p', { class: 'lead' }, t('password.must.lead', { name: session.viewer.displayName || session.viewer.name })), change.element);
  }

  focus() {
    if (this.#change) this.#change.focus();
    else (this.name.value ? this.password : this.name).focus();
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    if (this.#busy || this.submit.disabled) return;
    const empty = [this.name, this.password].find((input) => input.value === '');
    if (empty) {
      say(this.message, t('signin.empty'));
      return empty.focus();
    }
    this.#busy = true;
    say(this.message);
    try {
      const { viewer } = await session.signIn(this.name.value.trim(), this.password.value);
      if (viewer.mustChangePassword) this.#askForNew(this.password.value);
      else this.options.done();
    } catch (error) {
      this.#refused(error);
    } finally {
      this.#busy = false;
    }
  }

  /** @param {string} current */
  #askForNew(current) {
    this.#change = new PasswordForm({ current, done: this.options.done });
    this.render();
    this.focus();
  }

  /** @param {unknown} error */
  #refused(error) {
    const seconds = error instanceof Problem ? error.body.retryAfterSeconds : 0;
    if (seconds) return this.#countDown(seconds);
    say(this.message, error instanceof Problem && error.code === 'wrong-password' ? t('signin.wrong') : problemTitle(error));
    this.password.value = '';
    this.password.focus();
  }

  /** The seconds are shown, but only their beginning is read out. @param {number} seconds */
  #countDown(seconds) {
    const left = h('span', { 'aria-hidden': 'true' });
    const end = Date.now() + seconds * 1000;
    const tick = () => {
      const now = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      put(left, t('signin.wait', { n: now }));
      this.submit.disabled = now > 0;
      if (now > 0) return;
      clearInterval(this.#timer);
      say(this.message, t('signin.now'));
      this.password.focus();
    };
    say(this.message, [t('signin.throttled'), left]);
    clearInterval(this.#timer);
    this.#timer = window.setInterval(tick, 250);
    tick();
  }
}

/** Signing in elsewhere is a plain navigation. */
const providerLink = () => session.body.provider && h('div', { class: 'provider' }, h('span', null, t('signin.or')), h('a', { class: 'button', href: '/api/v1/oidc/start' }, t('signin.provider', { name: session.body.provider })));

/** @param {Event} event */
function reload(event) {
  event.preventDefault();
  location.reload();
}

/** @param {Partial<SignInOptions>} [options] @returns {Promise<boolean>} whether one is signed in now */
export const openSignIn = async (options = {}) => Boolean(await openOver((/** @type {(done: true | null) => void} */ close) => {
  const form = new SignIn({ ...options, done: () => close(true), cancel: () => close(null) });
  return { element: form.element, focus: () => form.focus(), title: 'signin-title' };
}));

/** Over a page whose session has ended, or whose visitor asked for more than the public may see. */
session.signInAgainBy(async (problem) => {
  if (problem.code === 'change-password') await session.read();
  const name = problem.body.expired ? session.lastName : '';
  if (!(await openSignIn({ name, note: t(name ? 'signin.expired' : 'signin.needed') }))) throw problem;
});

/** @returns {Promise<boolean>} whether the password was changed */
export const openPasswordChange = async () => Boolean(await openOver((/** @type {(done: true | null) => void} */ close) => {
  const form = new PasswordForm({ done: () => close(true), cancel: () => close(null) });
  const element = h('div', { class: 'signin' }, h('h2', { id: 'signin-title' }, t('password.change')), h('p', { class: 'lead' }, t('password.change.lead')), form.element);
  return { element, focus: () => form.focus(), title: 'signin-title' };
}));
