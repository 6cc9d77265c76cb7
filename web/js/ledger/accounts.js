import { textInput } from '../access/fields.js';
import { session } from '../access/session.js';
import { get, send } from '../api.js';
import { h, put } from '../dom.js';
import { number, t, timeText } from '../i18n.js';
import { button, loading, notify, problem } from '../ui.js';
import { openAccountForm } from './account-form.js';
import { grantChips } from './grants.js';
import { confirmAndDo, emptyNote, sectionHead, showSecret, table } from './parts.js';

/** @typedef {import('./account-form.js').Account} Account */

/** 账号: who may sign in, and as what. */
export class AccountsSection {
  /** @type {Account[] | null} */
  #accounts = null;

  constructor() {
    this.element = h('section', { class: 'register', id: 'accounts' });
    this.filter = textInput({ type: 'search', name: 'filter', oninput: () => this.#renderList() });
    this.list = h('div');
    this.render();
    this.#load();
  }

  render() {
    this.filter.placeholder = t('accounts.filter');
    this.filter.setAttribute('aria-label', t('accounts.filter'));
    put(this.element, sectionHead('accounts', t('accounts.lead'), button(t('accounts.new'), () => this.#create(), { primary: true, icon: 'plus' })), h('div', { class: 'register-filter' }, this.filter), this.list);
    this.#renderList();
  }

  async #load() {
    put(this.list, loading());
    try {
      this.#accounts = (await get('/api/v1/accounts')).accounts;
      this.#renderList();
    } catch (error) {
      put(this.list, problem(error, () => this.#load()));
    }
  }

  #renderList() {
    if (!this.#accounts) return;
    const wanted = this.filter.value.trim().toLowerCase();
    const shown = this.#accounts.filter(({ name, displayName }) => `${name} ${displayName}`.toLowerCase().includes(wanted));
    put(this.list, shown.length === 0 ? emptyNote('people', t(wanted ? 'scope.none' : 'accounts.empty')) : [h('p', { class: 'quiet count' }, t('accounts.count', { n: number(shown.length) })), table(this.#columns(), shown, t('section.accounts'))]);
  }

  /** @returns {import('./parts.js').Column<Account>[]} */
  #columns() {
    return [
      { label: t('name'), cell: (one) => [h('b', null, one.displayName), h('small', null, one.name)], kind: 'main' },
      { label: t('grants'), cell: (one) => grantChips(one.grants) },
      { label: t('state'), cell: stateBadge },
      { label: t('lastSeen'), cell: (one) => (one.signedIn ? timeText(one.signedIn) : h('span', { class: 'quiet' }, t('never'))) },
      { label: t('actions'), cell: (one) => this.#actions(one), kind: 'actions' },
    ];
  }

  /** @param {Account} one */
  #actions(one) {
    const own = one.name === session.viewer.name;
    return h('div', { class: 'row' }, action(t('edit'), one, () => this.#edit(one)), !own && action(t('account.reset'), one, () => this.#reset(one)), !own && action(t(one.disabled ? 'account.enable' : 'account.disable'), one, () => this.#switch(one)));
  }

  async #create() {
    const saved = await openAccountForm();
    if (!saved) return;
    this.#put(saved.account);
    notify(t('account.created', { name: saved.account.name }));
    await this.#showPassword(saved.account, saved.password ?? '');
  }

  /** @param {Account} one */
  async #edit(one) {
    const saved = await openAccountForm(one);
    if (!saved) return this.#load();
    this.#put(saved.account);
    notify(t('account.saved', { name: one.name }));
  }

  /** @param {Account} one */
  async #reset(one) {
    let password = '';
    const act = async (/** @type {string} */ why) => {
      const made = await send('POST', `/api/v1/accounts/${one.id}/password`, { why });
      this.#put(made.account);
      password = made.password;
    };
    const { name } = one;
    if (await confirmAndDo({ title: t('account.reset.title', { name }), lead: t('account.reset.lead'), action: t('account.reset'), why: true, act })) await this.#showPassword(one, password);
  }

  /** @param {Account} one */
  async #switch(one) {
    const verb = one.disabled ? 'enable' : 'disable';
    const act = async (/** @type {string} */ why) => this.#put(await send('PATCH', `/api/v1/accounts/${one.id}`, { disabled: !one.disabled, why }, { 'If-Match': `"${one.version}"` }));
    const { name } = one;
    if (!(await confirmAndDo({ title: t(`account.${verb}.title`, { name }), lead: t(`account.${verb}.lead`), action: t(`account.${verb}`), why: true, act }))) await this.#load();
  }

  /** @param {Account} account @param {string} password */
  #showPassword({ name, displayName }, password) {
    return showSecret({ title: t('secret.password'), owner: `${t('secret.for', { name })} · ${displayName}`, secret: password, notes: [t('secret.once')] });
  }

  /** @param {Account} account */
  #put(account) {
    this.#accounts = [...(this.#accounts ?? []).filter(({ id }) => id !== account.id), account].sort((one, other) => (one.name < other.name ? -1 : 1));
    this.#renderList();
  }
}

/** @param {string} label @param {Account} one @param {() => void} onclick */
const action = (label, one, onclick) => h('button', { type: 'button', class: 'chip', 'aria-label': `${label} ${one.name}`, onclick }, label);

/** @param {Account} one */
function stateBadge({ disabled, mustChangePassword }) {
  if (disabled) return h('span', { class: 'badge warn' }, t('account.disabled'));
  return h('span', { class: mustChangePassword ? 'badge' : 'badge good' }, t(mustChangePassword ? 'account.oneTime' : 'account.active'));
}
