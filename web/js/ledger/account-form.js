import { field, messageLine, say, submitButton, textInput } from '../access/fields.js';
import { openOver } from '../access/over.js';
import { session } from '../access/session.js';
import { get, Problem, send } from '../api.js';
import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { button, quiet } from '../ui.js';
import { bareGrants, grantChips, GrantEditor } from './grants.js';
import { submitting } from './parts.js';

/** @typedef {import('../access/session.js').Grant} Grant */
/** @typedef {{id: number, name: string, displayName: string, grants: Grant[], disabled: boolean, mustChangePassword: boolean, created: string, signedIn: string | null, version: number}} Account */
/** @typedef {{account: Account, password?: string}} Saved password is that of a new account */

/** Makes an account, or changes one. @param {Account} [account] @returns {Promise<Saved | null>} null when left */
export const openAccountForm = (account) => openOver((close) => {
  const form = new AccountForm(account, close);
  return { element: form.element, focus: () => form.focus(), title: 'account-title' };
}, { wide: true });

class AccountForm {
  /** @param {Account | undefined} account as it was read @param {(saved: Saved | null) => void} close */
  constructor(account, close) {
    this.base = account;
    this.close = close;
    this.isOwn = account?.name === session.viewer.name;
    this.name = textInput({ name: 'name', required: true, maxlength: 40, autocomplete: 'off', pattern: '[a-z0-9][a-z0-9._\\-]{1,39}' });
    this.displayName = textInput({ name: 'displayName', required: true, maxlength: 200, autocomplete: 'off', value: account?.displayName ?? '' });
    this.grants = new GrantEditor(account?.grants ?? []);
    this.why = textInput({ name: 'why', maxlength: 200, autocomplete: 'off' });
    this.message = messageLine();
    this.stale = h('div', { role: 'alert' });
    this.submit = submitButton(account ? t('save') : t('accounts.new'));
    this.element = h('form', { class: 'form signin', onsubmit: (/** @type {Event} */ event) => submitting(event, this, () => this.#save()) }, this.#parts());
  }

  #parts() {
    const account = this.base;
    return [
      h('h2', { id: 'account-title' }, account ? t('account.edit', { name: account.name }) : t('accounts.new')),
      !account && field(t('name'), this.name, t('account.name.hint')),
      field(t('displayName'), this.displayName),
      this.isOwn ? quiet(t('account.self')) : this.grants.element,
      account && field(t('why'), this.why, t('why.hint')),
      this.stale,
      this.message,
      h('div', { class: 'row end' }, button(t('cancel'), () => this.close(null)), this.submit),
    ];
  }

  focus() {
    (this.base ? this.displayName : this.name).focus();
  }

  async #save() {
    if (!this.isOwn && !this.grants.take()) return this.#missScope();
    if (!this.base) return this.close(await send('POST', '/api/v1/accounts', { name: this.name.value.trim(), displayName: this.displayName.value.trim(), grants: bareGrants(this.grants.grants) }));
    try {
      this.close({ account: await send('PATCH', `/api/v1/accounts/${this.base.id}`, this.#change(), { 'If-Match': `"${this.base.version}"` }) });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'stale') throw error;
      await this.#meet(this.base);
    }
  }

  #missScope() {
    say(this.message, t('scope.missing'));
    this.grants.fields.scope.input.focus();
  }

  #change() {
    const change = { displayName: this.displayName.value.trim(), why: this.why.value.trim() };
    return this.isOwn ? change : { ...change, grants: bareGrants(this.grants.grants) };
  }

  /** Somebody else has saved meanwhile: what was not touched here takes his values, what was stays and is shown beside them. @param {Account} was */
  async #meet(was) {
    const now = /** @type {Account} */ (await get(`/api/v1/accounts/${was.id}`));
    const rows = [
      changed(t('displayName'), was.displayName, now.displayName, this.displayName.value.trim(), (value) => value),
      changed(t('grants'), was.grants, now.grants, this.grants.grants, grantChips),
      changed(t('state'), was.disabled, now.disabled, was.disabled, (off) => t(off ? 'account.disabled' : 'account.active')),
    ].filter((row) => row !== null);
    if (same(this.displayName.value.trim(), was.displayName)) this.displayName.value = now.displayName;
    if (same(this.grants.grants, was.grants)) this.grants.set(now.grants);
    this.base = now;
    put(this.stale, h('div', { class: 'stale' }, h('h3', null, t('stale.title')), h('p', null, t('stale.lead')), h('dl', null, rows)));
    this.stale.scrollIntoView({ block: 'nearest' });
  }
}

/** What of a value counts: of a list of grants its roles and scopes, in whatever order. @param {any} value */
const essence = (value) => JSON.stringify(Array.isArray(value) ? bareGrants(value).map(({ role, scope }) => `${role}@${scope}`).sort() : value);

/** @param {unknown} one @param {unknown} other */
const same = (one, other) => essence(one) === essence(other);

/** A line of what somebody else changed; null when he did not. @template T @param {string} label @param {T} was @param {T} now @param {T} mine @param {(value: T) => import('../dom.js').Child} show */
function changed(label, was, now, mine, show) {
  if (same(was, now)) return null;
  const own = !same(mine, was) && !same(mine, now);
  return [h('dt', null, label), h('dd', null, h('div', null, h('small', null, t('stale.was')), show(was)), h('div', null, h('small', null, t('stale.is')), show(now)), own && h('div', null, h('small', null, t('stale.mine')), show(mine)))];
}

