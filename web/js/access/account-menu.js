import { h, put } from '../dom.js';
import { t, tOr } from '../i18n.js';
import { icon } from '../icons.js';
import { notify, problemTitle } from '../ui.js';
import { hasWorkspaces } from '../workspaces.js';
import { session } from './session.js';
import { openPasswordChange, openSignIn } from './sign-in.js';

/** Roles and where, in words. @param {import('./session.js').Grant[]} grants */
export const grantWords = (grants) => grants.map((grant) => [roleName(grant.role, grant.label), scopeWords(grant)].filter(Boolean).join(' · '));

/** @param {string} role @param {string} [label] */
export const roleName = (role, label = role) => tOr(`role.${role}`, label);

/** @param {{scope: string, scopeName: string}} grant */
export const scopeWords = ({ scope, scopeName }) => (scope === '*' ? t('scope.all') : scopeName || `${scope} ${t('scope.gone')}`);

/** The corner of the header where one signs in, or sees who one is. */
export class AccountMenu {
  #open = false;

  /** @param {{ledgerHref?: () => string, planningHref?: () => string, mapHref?: () => string}} [options] where the other workspaces are */
  constructor({ ledgerHref, planningHref, mapHref } = {}) {
    this.links = { map: mapHref, planning: planningHref, ledger: ledgerHref };
    this.element = h('div', { class: 'account', onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event) });
    document.addEventListener('pointerdown', (event) => !this.element.contains(/** @type {Node} */ (event.target)) && this.close());
    this.render();
  }

  render() {
    put(this.element, session.isAnonymous() ? h('button', { type: 'button', class: 'button primary sign-in', onclick: signInHere }, t('signin')) : [this.#button(), this.#open && this.#menu()]);
  }

  close() {
    if (this.#open) this.#toggle();
  }

  #button() {
    const { displayName, name, grants } = session.viewer;
    const roles = [...new Set(grants.map((grant) => roleName(grant.role, grant.label)))].join(t('list.and'));
    return h('button', { type: 'button', class: 'who-am-i', 'aria-haspopup': 'menu', 'aria-expanded': String(this.#open), title: displayName || name, onclick: () => this.#toggle(true) },
      h('span', { class: 'avatar', 'aria-hidden': 'true' }, icon('person')), h('span', { class: 'names' }, h('b', null, displayName || name), h('small', null, roles)));
  }

  #menu() {
    const { displayName, name, grants } = session.viewer;
    return h('div', { class: 'menu card' }, h('div', { class: 'menu-head' }, h('b', null, displayName || name), h('small', null, name), h('ul', null, grantWords(grants).map((words) => h('li', null, words)))),
      h('div', { role: 'menu', 'aria-label': t('account.menu') },
        Object.entries(this.links).map(([name, href]) => href && (name !== 'planning' || hasWorkspaces()) && h('a', { role: 'menuitem', href: href(), tabindex: -1 }, icon(name === 'planning' ? 'design' : name), t(`workspace.${name}`))),
        session.viewer.kind === 'account' && item('key', t('password.change'), () => this.#changePassword()),
        item('exit', t('signout'), signOutHere)));
  }

  async #changePassword() {
    this.close();
    if (await openPasswordChange()) notify(t('password.changed'));
  }

  #toggle(focus = false) {
    this.#open = !this.#open;
    this.render();
    if (this.#open && focus) this.#items()[0]?.focus();
    else if (focus) this.element.querySelector('button')?.focus();
  }

  /** @returns {HTMLElement[]} */
  #items() {
    return [...this.element.querySelectorAll('[role="menuitem"]')].map((one) => /** @type {HTMLElement} */ (one));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.#open) return;
    const items = this.#items();
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      items[(items.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + by + items.length) % items.length]?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.#toggle(true);
    } else if (event.key === 'Tab') this.close();
  }
}

/** @param {string} name @param {string} label @param {() => void} onclick */
const item = (name, label, onclick) => h('button', { type: 'button', role: 'menuitem', tabindex: -1, onclick }, icon(name), label);

/** Signs in from a page that shows something already; it then shows what the visitor may see. */
export async function signInHere() {
  if (await openSignIn()) location.reload();
}

async function signOutHere() {
  try {
    await session.signOut();
    location.reload();
  } catch (error) {
    notify(problemTitle(error), { bad: true });
  }
}
