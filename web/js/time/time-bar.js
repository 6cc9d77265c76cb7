import { h, put } from '../dom.js';
import { dateText, t } from '../i18n.js';
import { icon } from '../icons.js';
import { dayOf, firstPair, held, shown } from './publications.js';

/** @typedef {import('../app.js').App} App @typedef {import('./publications.js').Publication} Publication */

/** The publications on a slider, and a day to be typed: which plan the map shows. There is none while there is nothing to choose. */
export class TimeBar {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.element = h('section', { class: 'card time-bar' });
    app.store.on(['date', 'compare', 'lang'], () => this.render());
    this.render();
  }

  render() {
    const { register, state } = this.app;
    const all = held(register);
    const now = shown(register, state.date);
    this.element.hidden = (all.length < 2 && !state.date) || state.compare !== null;
    this.element.classList.toggle('other-day', state.date !== '');
    document.documentElement.toggleAttribute('data-other-day', state.date !== '' && !state.compare);
    if (this.element.hidden || !now) return;
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.getAttribute('data-key') : null;
    this.element.setAttribute('aria-label', t('time.bar'));
    put(this.element, this.#line(now), h('div', { class: 'time-row' }, this.#step(all, now, -1), this.#slider(all, now), this.#step(all, now, 1), this.#day(), this.#compare()));
    if (focused) /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-key="${focused}"]`))?.focus();
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.element.querySelector('input[type="range"]'))?.focus();
  }

  /** @param {Publication} now */
  #line(now) {
    const { date } = this.app.state;
    return h('p', { class: 'time-line', 'aria-live': 'polite' },
      h('span', { class: `badge ${date ? 'warn' : 'good'}` }, t(`time.${now.state === 'inForce' && date ? 'still' : now.state}`)),
      h('b', null, t('publication', { number: now.number, date: dateText(now.effective) })),
      date && h('span', { class: 'quiet' }, t('time.notToday', { date: dateText(date) })),
      date && h('button', { type: 'button', class: 'chip', 'data-key': 'today', onclick: () => this.#show('') }, t('time.today')));
  }

  /** @param {string} date */
  #show(date) {
    this.app.store.set({ date });
  }

  /** @param {Publication[]} all @param {Publication} now @param {number} by */
  #step(all, now, by) {
    const next = all[all.indexOf(now) + by];
    const label = t(by < 0 ? 'time.before' : 'time.after');
    return h('button', { type: 'button', class: 'tool', title: label, 'aria-label': label, 'data-key': `step${by}`, disabled: !next, onclick: () => next && this.#show(dayOf(next)) }, icon(by < 0 ? 'previous' : 'next'));
  }

  /** @param {Publication[]} all @param {Publication} now */
  #slider(all, now) {
    const at = all.indexOf(now);
    const choose = (/** @type {any} */ event) => this.#show(dayOf(all[Number(event.target.value)]));
    return h('div', { class: 'time-slider' },
      h('input', { type: 'range', min: 0, max: Math.max(1, all.length - 1), step: 1, value: at, 'data-key': 'slider', 'aria-label': t('time.slider'), 'aria-valuetext': t('publication', { number: now.number, date: dateText(now.effective) }), onchange: choose }),
      h('div', { class: 'stops', 'aria-hidden': 'true' }, all.map((one, i) => h('i', { class: one.state, title: t('publication', { number: one.number, date: dateText(one.effective) }), style: { left: `${all.length > 1 ? (100 * i) / (all.length - 1) : 0}%` } }))));
  }

  #day() {
    const { register, state } = this.app;
    const first = held(register)[0]?.effective ?? '';
    const choose = (/** @type {any} */ event) => {
      const day = event.target.value;
      if (day && day >= first) this.#show(day === register.today ? '' : day);
    };
    return h('input', { type: 'date', min: first, value: state.date || register.today, 'data-key': 'day', 'aria-label': t('time.day'), onchange: choose });
  }

  #compare() {
    const { register, state, store } = this.app;
    const pair = firstPair(register, state.date);
    return pair && h('button', { type: 'button', class: 'chip', 'data-key': 'compare', onclick: () => store.set({ compare: pair }) }, t('compare'));
  }
}
