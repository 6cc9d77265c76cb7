// The panel: the list of drafts, or what there is to know of the draft that is open; a bottom sheet on a phone.

import { h, put } from '../dom.js';
import { number, t } from '../i18n.js';
import { icon } from '../icons.js';
import { makeDraggable } from '../shell.js';
import { SIDES } from './state.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {{element: HTMLElement, badge?: () => number, render: () => void}} Pane */

const ICONS = /** @type {Record<string, string>} */ ({ scores: 'score', grids: 'grid', findings: 'findings', review: 'review', log: 'history' });

export class Side {
  /** @param {HTMLElement} element @param {Desk} desk @param {Record<string, Pane>} panes by tab, and the list @param {Pane} list */
  constructor(element, desk, panes, list) {
    this.element = element;
    this.desk = desk;
    this.panes = panes;
    this.list = list;
    this.handle = h('button', { class: 'handle', type: 'button', onclick: () => this.cycle() });
    this.tabs = h('div', { class: 'tabs', role: 'tablist', onkeydown: (/** @type {KeyboardEvent} */ event) => this.#arrow(event) });
    put(element, this.handle, this.tabs, list.element, SIDES.map((tab) => panes[tab].element));
    makeDraggable(element, this.handle);
    desk.on(['draft', 'plan', 'scores', 'findings', 'comments'], () => this.render());
    desk.store.on(['tab', 'lang'], () => this.render());
    this.render();
  }

  render() {
    const open = this.desk.draft !== null;
    const { tab: current } = this.desk.state;
    this.handle.setAttribute('aria-label', t('sheet'));
    this.tabs.setAttribute('aria-label', t('tabs'));
    this.tabs.hidden = !open;
    this.list.element.hidden = open;
    const focused = this.tabs.contains(document.activeElement);
    put(this.tabs, SIDES.map((tab) => this.#tab(tab, tab === current)));
    if (focused) /** @type {HTMLElement | null} */ (this.tabs.querySelector('[aria-selected="true"]'))?.focus();
    for (const tab of SIDES) this.panes[tab].element.hidden = !open || tab !== current;
  }

  /** @param {string} tab @param {boolean} selected */
  #tab(tab, selected) {
    const count = this.panes[tab].badge?.() ?? 0;
    return h('button', { role: 'tab', type: 'button', id: `tab-${tab}`, 'aria-selected': String(selected), 'aria-controls': `pane-${tab}`, tabindex: selected ? 0 : -1, onclick: () => this.choose(tab) },
      icon(ICONS[tab]), t(`side.${tab}`), count > 0 && h('span', { class: 'dot' }, count > 99 ? '99+' : number(count)));
  }

  /** @param {string} tab */
  choose(tab) {
    this.desk.store.set({ tab });
    this.open();
  }

  /** On a phone: at least half open. */
  open() {
    if (!this.element.dataset.snap || this.element.dataset.snap === 'peek') this.element.dataset.snap = 'half';
  }

  /** On a phone: out of the way of the map. */
  shut() {
    this.element.dataset.snap = 'peek';
  }

  cycle() {
    const order = ['peek', 'half', 'full'];
    this.element.dataset.snap = order[(order.indexOf(this.element.dataset.snap ?? 'peek') + 1) % 3];
  }

  /** @param {KeyboardEvent} event */
  #arrow(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    this.choose(SIDES[(SIDES.indexOf(this.desk.state.tab) + by + SIDES.length) % SIDES.length]);
    /** @type {HTMLElement | null} */ (this.tabs.querySelector('[aria-selected="true"]'))?.focus();
  }
}
