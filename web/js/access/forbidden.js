import { h } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { button, quiet, section } from '../ui.js';
import { roleName, signInHere } from './account-menu.js';
import { rolesWith } from './rights.js';
import { session } from './session.js';

/** In place of what a visitor may not see: which right is missing, who has it, and the way in. @param {string} right @param {() => void} leave */
export const forbiddenNote = (right, leave) => section(h('div', { class: 'forbidden' }, icon('lock'), h('h2', { class: 'title' }, t(session.isAnonymous() ? 'forbidden.anonymous' : 'forbidden.title')),
  h('dl', { class: 'hours' }, h('dt', null, t('forbidden.right')), h('dd', null, t(`right.${right}`)), h('dt', null, t('forbidden.roles')), h('dd', { class: 'chips' }, rolesWith(right).map((role) => h('span', { class: 'chip' }, roleName(role))))),
  !session.isAnonymous() && quiet(t('forbidden.ask')),
  h('div', { class: 'row' }, session.isAnonymous() && button(t('signin'), signInHere, { primary: true }), button(t('forbidden.leave'), leave))));
