import { roleName, scopeWords } from '../access/account-menu.js';
import { session } from '../access/session.js';
import { openPasswordChange } from '../access/sign-in.js';
import { h, put } from '../dom.js';
import { number, t, timeText } from '../i18n.js';
import { button, notify } from '../ui.js';
import { sectionHead } from './parts.js';

/** 我的: what I am here, and my password. */
export class MineSection {
  constructor() {
    this.element = h('section', { class: 'register', id: 'mine' });
    this.render();
  }

  render() {
    const { viewer, rights, ends } = session.body;
    put(this.element, sectionHead('mine', [viewer.displayName, viewer.name].filter(Boolean).join(' · '), viewer.kind === 'account' && button(t('password.change'), () => this.#changePassword(), { icon: 'key' })),
      block(t('mine.grants'), viewer.grants.length === 0 ? h('p', { class: 'quiet' }, t('mine.none')) : h('ul', { class: 'grants' }, viewer.grants.map((grant) => h('li', null, h('b', null, roleName(grant.role, grant.label)), h('span', null, scopeWords(grant)))))),
      block(t('mine.rights'), h('ul', { class: 'chips' }, Object.entries(rights).map(([right, where]) => h('li', { class: 'chip' }, t(`right.${right}`), Array.isArray(where) && h('span', { class: 'quiet' }, t('mine.where', { n: number(where.length) })))))),
      ends && block(t('mine.session'), h('p', { class: 'quiet' }, t('mine.ends', { time: timeText(ends) }))));
  }

  async #changePassword() {
    if (!(await openPasswordChange())) return;
    notify(t('password.changed'));
    this.render();
  }
}

/** @param {string} title @param {import('../dom.js').Child} content */
const block = (title, content) => h('div', { class: 'block' }, h('h3', { class: 'head' }, title), content);
