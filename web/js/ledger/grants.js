import { roleName, scopeWords } from '../access/account-menu.js';
import { field } from '../access/fields.js';
import { ROLES } from '../access/rights.js';
import { session } from '../access/session.js';
import { get } from '../api.js';
import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { ScopePicker } from './scope-picker.js';

/** @typedef {import('../access/session.js').Grant} Grant */
/** @typedef {{role: string, scope: string, scopeName: string}} GivenGrant */

/** @param {GivenGrant[]} grants */
export const grantChips = (grants) => (grants.length === 0 ? h('span', { class: 'quiet' }, t('none')) : h('ul', { class: 'chips' }, grants.map((grant) => h('li', { class: 'chip', title: grant.scope }, h('b', null, roleName(grant.role)), scopeWords(grant)))));

/** @param {GivenGrant[]} grants what is compared and sent */
export const bareGrants = (grants) => grants.map(({ role, scope }) => ({ role, scope }));

/** @type {Promise<any> | null} */
let roles = null;

/** Rights of a role in words. @param {string} role */
async function rightsOf(role) {
  roles ??= get('/api/v1/roles').catch((error) => { roles = null; throw error; });
  const found = (await roles).roles.find((/** @type {any} */ one) => one.role === role);
  return (found?.rights ?? []).map((/** @type {any} */ one) => t(`right.${one.right}`)).join(t('list.and'));
}

/** A role and where it holds. */
export class GrantFields {
  /** @param {{right: string, first?: string}} options the right by which one gives it, and what the list of roles begins with when none is chosen */
  constructor({ right, first = '' }) {
    this.role = h('select', { class: 'input', name: 'role', onchange: () => this.#explain() }, h('option', { value: '' }, first), ROLES.map((role) => h('option', { value: role }, roleName(role))));
    this.scope = new ScopePicker({ whole: session.body.rights[right] === 'everywhere' });
    this.rights = h('p', { class: 'quiet', 'aria-live': 'polite' });
    this.element = h('div', { class: 'grant-fields' }, field(t('role'), this.role), field(t('grant.scope'), this.scope.input), this.rights);
  }

  async #explain() {
    const role = this.role.value;
    put(this.rights);
    const words = role && (await rightsOf(role).catch(() => ''));
    if (role === this.role.value) put(this.rights, words && `${t('grant.rights')}${words}`);
  }

  /** Whether something is begun that is not whole yet. */
  isHalf() {
    return Boolean(this.role.value) !== Boolean(this.scope.value) || (!this.scope.value && this.scope.input.value.trim() !== '');
  }

  /** @returns {GivenGrant | null} */
  get value() {
    return this.role.value && this.scope.value ? { role: this.role.value, ...this.scope.value } : null;
  }

  clear() {
    this.role.value = '';
    this.scope.clear();
    put(this.rights);
  }
}

/** The grants of an account: those it has, each with a way to take it, and one more to give. */
export class GrantEditor {
  /** @param {GivenGrant[]} grants */
  constructor(grants) {
    /** @type {GivenGrant[]} */
    this.grants = grants.slice();
    this.list = h('ul', { class: 'grants' });
    this.fields = new GrantFields({ right: 'account-manage' });
    this.element = h('fieldset', { class: 'grant-editor' }, h('legend', null, t('grants')), this.list, this.fields.element,
      h('button', { type: 'button', class: 'button', onclick: () => this.#add() }, icon('plus'), t('grant.add')));
    this.render();
  }

  render() {
    put(this.list, this.grants.length === 0 && h('li', { class: 'quiet' }, t('grant.none')), this.grants.map((grant, i) => h('li', null, h('b', null, roleName(grant.role)), h('span', null, scopeWords(grant)),
      h('button', { type: 'button', class: 'tool', 'aria-label': `${t('remove')} ${roleName(grant.role)} ${scopeWords(grant)}`, onclick: () => this.#remove(i) }, icon('close')))));
  }

  /** @param {GivenGrant[]} grants */
  set(grants) {
    this.grants = grants.slice();
    this.render();
  }

  /** The button: where nothing whole is chosen, it leads to what is missing. */
  #add() {
    const { value, role, scope } = this.fields;
    if (value) this.take();
    else (role.value ? scope.input : role).focus();
  }

  /** Takes what is chosen below into the list. @returns {boolean} false when it is only half chosen */
  take() {
    const { value } = this.fields;
    if (!value) return !this.fields.isHalf();
    if (!this.grants.some((grant) => grant.role === value.role && grant.scope === value.scope)) this.grants.push(value);
    this.fields.clear();
    this.render();
    return true;
  }

  /** @param {number} i */
  #remove(i) {
    this.grants.splice(i, 1);
    this.render();
    this.fields.role.focus();
  }
}
