// Header, tabs and the panel that becomes a bottom sheet on a phone.

import { forbiddenNote } from './access/forbidden.js';
import { TAB_RIGHTS } from './access/rights.js';
import { session } from './access/session.js';
import { signInHere } from './access/account-menu.js';
import { appearanceButtons, signButton } from './appearance.js';
import { h, put } from './dom.js';
import { countOrNone, dateText, number, t } from './i18n.js';
import { icon } from './icons.js';
import { TABS } from './state.js';
import { workspaceLinks } from './workspaces.js';

/** @typedef {import('./app.js').App} App */

/** @param {HTMLElement} header @param {App} app @param {{search: HTMLElement, account: HTMLElement, links: () => Record<string, string>}} parts @param {{help: () => void, print: () => void}} actions */
export function renderHeader(header, app, { search, account, links }, actions) {
  const { district, publication } = app.model;
  document.title = `${district.name} · ${t('title')}`;
  put(header, brand(district, publication), followed(workspaceLinks('map', links()), links), search, facts(app), tools(app, actions), account);
}

/** Links lead from what the map shows when they are followed, not when they were made. @param {false | HTMLElement} nav @param {() => Record<string, string>} links */
function followed(nav, links) {
  const renew = () => Object.values(links()).forEach((href, i) => nav && nav.children[i].setAttribute('href', href));
  if (nav) for (const event of ['pointerenter', 'focusin']) nav.addEventListener(event, renew);
  return nav;
}

/** @param {any} district @param {any} publication */
const brand = (district, publication) =>
  h('div', { class: 'brand' },
    h('img', { src: '/icon.svg', alt: '', width: 34, height: 34 }),
    h('div', null,
      h('h1', null, district.name),
      h('div', { class: 'sub' },
        district.synthetic && h('span', { class: 'badge demo', title: t('demo.title') }, t('demo')),
        h('span', { class: 'publication' }, publication ? t('publication', { number: publication.number, date: dateText(publication.effective) }) : t('title')))));

/** @param {App} app */
function facts({ model }) {
  const { households, people, area } = model.district;
  /** @type {[string, string][]} */
  const rows = [[number(model.grids.length), t('grids')], [countOrNone(households), t('households')], [countOrNone(people), t('people')], [`${number(area / 1e6, 2)}`, t('km2')]];
  return h('div', { class: 'facts' }, rows.filter(([value]) => value !== '').map(([value, label]) => h('div', null, h('b', null, value), h('span', null, label))));
}

/** @param {App} app @param {{help: () => void, print: () => void}} actions */
const tools = ({ store }, actions) => h('nav', { class: 'tools', 'aria-label': t('tools') },
  appearanceButtons(store.state, (patch) => store.set(patch)),
  signButton('print', t('print'), actions.print, 'tool wide'),
  signButton('help', t('help'), actions.help, 'tool wide'));

/** The panel: one tab list, one pane a tab. */
export class Panel {
  /** @param {HTMLElement} element @param {App} app @param {Record<string, {element: HTMLElement, badge?: () => number}>} panes */
  constructor(element, app, panes) {
    this.element = element;
    this.app = app;
    this.panes = panes;
    this.handle = h('button', { class: 'handle', type: 'button', onclick: () => this.cycle() });
    this.tabs = h('div', { class: 'tabs', role: 'tablist', onkeydown: (/** @type {KeyboardEvent} */ event) => this.#arrow(event) });
    this.forbidden = h('div', { class: 'pane', id: 'pane-forbidden', role: 'tabpanel', tabindex: -1 });
    this.foot = h('div', { class: 'panel-foot' });
    put(element, this.handle, this.tabs, TABS.map((tab) => panes[tab].element), panes.compare?.element, this.forbidden, this.foot);
    makeDraggable(element, this.handle);
    app.openPanel = () => this.open();
    this.render();
  }

  render() {
    const current = this.app.state.tab;
    this.handle.setAttribute('aria-label', t('sheet'));
    this.tabs.setAttribute('aria-label', t('tabs'));
    const allowed = this.allowed();
    put(this.tabs, allowed.map((tab) => this.#tab(tab, tab === current)));
    if (!this.app.shows(current)) this.tabs.querySelector('button')?.setAttribute('tabindex', '0');
    const comparing = this.app.state.compare !== null;
    for (const tab of TABS) this.panes[tab].element.hidden = comparing || !this.app.shows(tab) || tab !== current;
    if (comparing) this.open();
    this.#renderForbidden(current);
    this.foot.hidden = !session.isAnonymous();
    put(this.foot, t('signin.hint'), h('button', { type: 'button', class: 'chip', onclick: signInHere }, t('signin')));
  }

  /** Tabs that this visitor may see. */
  allowed() {
    return TABS.filter((tab) => this.app.may(TAB_RIGHTS[tab]));
  }

  /** A permalink may lead to what its reader may not see. @param {string} current */
  #renderForbidden(current) {
    const shown = !this.app.shows(current) && !this.app.state.compare;
    this.forbidden.hidden = !shown;
    this.forbidden.setAttribute('aria-label', t(`tab.${current}`));
    put(this.forbidden, shown && forbiddenNote(TAB_RIGHTS[current], () => this.choose('grid')));
    if (shown) this.open();
  }

  /** @param {string} tab @param {boolean} selected */
  #tab(tab, selected) {
    const count = this.panes[tab].badge?.() ?? 0;
    return h('button', { role: 'tab', type: 'button', id: `tab-${tab}`, 'aria-selected': String(selected), 'aria-controls': `pane-${tab}`, tabindex: selected ? 0 : -1, onclick: () => this.choose(tab) },
      icon(tab), t(`tab.${tab}`), count > 0 && h('span', { class: 'dot' }, count > 99 ? '99+' : count));
  }

  /** @param {string} tab */
  choose(tab) {
    if (!this.app.may(TAB_RIGHTS[tab])) return;
    this.app.store.set({ tab, compare: null });
    this.open();
  }

  /** On a phone: at least half open. */
  open() {
    if (!this.element.dataset.snap || this.element.dataset.snap === 'peek') this.element.dataset.snap = 'half';
  }

  cycle() {
    const order = ['peek', 'half', 'full'];
    this.element.dataset.snap = order[(order.indexOf(this.element.dataset.snap ?? 'peek') + 1) % 3];
  }

  /** @param {KeyboardEvent} event */
  #arrow(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const allowed = this.allowed();
    this.choose(allowed[(allowed.indexOf(this.app.state.tab) + by + allowed.length) % allowed.length]);
    /** @type {HTMLElement | null} */ (this.tabs.querySelector('[aria-selected="true"]'))?.focus();
  }
}

/** Dragging the handle sizes the sheet; letting go snaps it. @param {HTMLElement} sheet @param {HTMLElement} handle */
export function makeDraggable(sheet, handle) {
  handle.addEventListener('pointerdown', (down) => {
    const height = sheet.getBoundingClientRect().height;
    const move = (/** @type {PointerEvent} */ event) => {
      sheet.classList.add('dragging');
      sheet.style.height = `${height + down.clientY - event.clientY}px`;
    };
    const up = (/** @type {PointerEvent} */ event) => {
      handle.removeEventListener('pointermove', move);
      sheet.classList.remove('dragging');
      sheet.style.removeProperty('height');
      if (Math.abs(down.clientY - event.clientY) > 12) sheet.dataset.snap = snapOf((height + down.clientY - event.clientY) / window.innerHeight);
    };
    handle.setPointerCapture(down.pointerId);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', up, { once: true });
  });
}

/** @param {number} share of the screen */
const snapOf = (share) => (share < 0.3 ? 'peek' : share < 0.7 ? 'half' : 'full');
