// 台账, the ledger: registers that people keep, a section each.

import { AccountMenu } from '../access/account-menu.js';
import { forbiddenNote } from '../access/forbidden.js';
import { passGate } from '../access/gate.js';
import { session } from '../access/session.js';
import { get } from '../api.js';
import { appearanceButtons } from '../appearance.js';
import { h, put } from '../dom.js';
import { setLanguage, setTimeZone, t } from '../i18n.js';
import { icon } from '../icons.js';
import { applyTheme, onSystemTheme } from '../theme.js';
import { planningHref } from '../planning/state.js';
import { loading, problem } from '../ui.js';
import { hasWorkspaces, workspaceLinks } from '../workspaces.js';
import { AccountsSection } from './accounts.js';
import { AuditSection } from './audit.js';
import { MineSection } from './mine.js';
import { ReportsSection } from './reports.js';
import { readLedger, SECTION_RIGHTS, SECTIONS, writeLedger } from './state.js';
import { TokensSection } from './tokens.js';

const ICONS = /** @type {Record<string, string>} */ ({ accounts: 'people', tokens: 'key', audit: 'shield', reports: 'box', mine: 'person' });
const MAKERS = { accounts: AccountsSection, tokens: TokensSection, audit: AuditSection, reports: ReportsSection, mine: MineSection };

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

let state = readLedger(location.hash);
let districtName = '';
/** @type {AccountMenu | null} */
let menu = null;
/** Sections opened so far; each keeps what was typed into it. @type {Map<string, {element: HTMLElement, render: () => void}>} */
const opened = new Map();

async function start() {
  put(element('section'), loading());
  try {
    await session.read();
    await passGate({ always: true, relabel: () => change({ lang: state.lang === 'zh' ? 'en' : 'zh' }) });
    if (goNext()) return;
    const district = await get('/api/v1/district').catch(() => ({ name: '', timeZone: '' }));
    districtName = district.name;
    setTimeZone(district.timeZone);
    menu = new AccountMenu({ mapHref, planningHref: () => planningHref(state) });
    render();
    document.documentElement.dataset.ready = 'true';
  } catch (error) {
    put(element('section'), problem(error, start));
  }
}

/** Whoever was sent here to sign in goes back to where he came from, on this server only. */
function goNext() {
  const next = new URLSearchParams(location.search).get('next');
  if (!next) return false;
  const target = new URL(next, location.origin);
  if (target.origin !== location.origin || !next.startsWith('/')) return false;
  location.replace(target.href);
  return true;
}

/** @param {Partial<import('./state.js').LedgerState>} patch */
function change(patch) {
  state = { ...state, ...patch };
  setLanguage(state.lang);
  applyTheme(state.theme);
  history.replaceState(null, '', `${location.pathname}${location.search}#${writeLedger(state)}`);
  if (menu) render();
}

/** @param {string} section */
const may = (section) => SECTION_RIGHTS[section] === '' || session.may(SECTION_RIGHTS[section]);

function render() {
  const current = state.section || SECTIONS.find(may) || 'mine';
  document.documentElement.lang = t('lang.code');
  document.title = `${t(`section.${current}`)} · ${t('ledger')}${districtName && ` · ${districtName}`}`;
  renderHeader();
  const nav = element('sections');
  nav.setAttribute('aria-label', t('ledger.sections'));
  put(nav, SECTIONS.filter(may).map((section) => link(section, section === current)));
  show(current);
}

/** @param {string} section @param {boolean} current */
const link = (section, current) => h('a', { href: `#${writeLedger({ ...state, section })}`, 'aria-current': current ? 'page' : null }, icon(ICONS[section]), t(`section.${section}`));

/** @param {string} section */
function show(section) {
  const host = element('section');
  if (!may(section)) return void put(host, forbiddenNote(SECTION_RIGHTS[section], () => change({ section: 'mine' })));
  const known = opened.get(section);
  const shown = known ?? new MAKERS[/** @type {keyof typeof MAKERS} */ (section)]();
  opened.set(section, shown);
  if (known) known.render();
  if (host.firstChild !== shown.element) put(host, shown.element);
}

/** The map as one left it. */
function mapHref() {
  const { lang, theme, back } = state;
  return `/#${back || new URLSearchParams({ ...(lang === 'zh' ? {} : { lang }), ...(theme === 'auto' ? {} : { theme }) })}`;
}

function renderHeader() {
  const { lang, theme } = state;
  menu?.render();
  put(element('header'),
    h('div', { class: 'brand' }, h('img', { src: '/icon.svg', alt: '', width: 34, height: 34 }), h('div', null, h('h1', null, t('ledger')), h('div', { class: 'sub' }, h('span', null, districtName)))),
    hasWorkspaces() ? workspaceLinks('ledger', { map: mapHref(), planning: planningHref({ lang, theme, back: state.back }), ledger: '#' }) : h('a', { class: 'button to-map', href: mapHref() }, icon('map'), t('to.map')),
    h('nav', { class: 'tools', 'aria-label': t('tools') },
      appearanceButtons(state, change)),
    menu?.element);
}

setLanguage(state.lang);
applyTheme(state.theme);
onSystemTheme(() => applyTheme(state.theme));
window.addEventListener('hashchange', () => change(readLedger(location.hash)));
await start();
