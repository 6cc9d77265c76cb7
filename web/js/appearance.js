// The two switches of every header: language, and light or dark.

import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

/** In the order in which one comes to them. */
const THEMES = /** @type {const} */ ({ auto: ['light', 'auto'], light: ['dark', 'sun'], dark: ['auto', 'moon'] });

/** A button with a sign only. @param {string} sign @param {string} label @param {() => void} onclick */
export const signButton = (sign, label, onclick, kind = 'tool') => h('button', { class: kind, type: 'button', title: label, 'aria-label': label, onclick }, icon(sign));

/** @param {{lang: string, theme: string}} state @param {(patch: {lang?: any, theme?: any}) => void} change */
export function appearanceButtons({ lang, theme }, change) {
  const [next, sign] = THEMES[/** @type {keyof typeof THEMES} */ (theme)];
  const other = lang === 'zh' ? 'en' : 'zh';
  return [
    h('button', { class: 'tool', type: 'button', lang: other === 'en' ? 'en' : 'zh-CN', onclick: () => change({ lang: other }) }, other === 'en' ? 'EN' : '中文'),
    signButton(sign, `${t('theme')}: ${t(`theme.${theme}`)}`, () => change({ theme: next })),
  ];
}
