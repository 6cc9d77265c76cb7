// The page before anybody may see it: the product's name and the way in.

import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { session } from './session.js';
import { SignIn } from './sign-in.js';

/**
 * Fills the window until somebody is signed in with a password of his own.
 * @param {{relabel: () => void, always?: boolean}} page `relabel` is called when the language is to be changed; `always` lets nobody in who has not signed in, public map or not
 * @returns {Promise<void>}
 */
export function passGate({ relabel, always = false }) {
  if (!session.viewer.mustChangePassword && !session.mustSignIn() && !(always && session.isAnonymous())) return Promise.resolve();
  return new Promise((resolve) => {
    const gate = h('div', { id: 'gate' });
    const form = new SignIn({ done: () => leave() });
    const leave = () => {
      gate.remove();
      document.body.removeAttribute('data-gated');
      resolve();
    };
    const render = () => {
      document.documentElement.lang = t('lang.code');
      document.title = `${t('signin')} · ${t('title')}`;
      form.render();
      put(gate, head(), h('main', { class: 'gate-card' }, form.element), foot(() => { relabel(); render(); }));
    };
    document.body.dataset.gated = 'true';
    document.body.append(gate);
    render();
    form.focus();
    document.documentElement.dataset.ready = 'gate';
  });
}

const head = () => h('header', { class: 'gate-head' }, h('img', { src: '/icon.svg', alt: '', width: 56, height: 56 }), h('h1', null, t('title')), h('p', null, t('motto')));

/** @param {() => void} switchLanguage */
const foot = (switchLanguage) => h('footer', { class: 'gate-foot' }, h('button', { type: 'button', class: 'tool', lang: t('lang') === 'zh' ? 'en' : 'zh-CN', onclick: switchLanguage }, icon('globe'), t('lang') === 'zh' ? 'English' : '中文'));
