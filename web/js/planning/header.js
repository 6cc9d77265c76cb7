import { appearanceButtons, signButton } from '../appearance.js';
import { h, put } from '../dom.js';
import { dateText, t } from '../i18n.js';
import { icon } from '../icons.js';
import { writeLedger } from '../ledger/state.js';
import { workspaceLinks } from '../workspaces.js';
import { stateBadge } from './parts.js';

/** @typedef {import('./desk.js').Desk} Desk */

/** @param {HTMLElement} header @param {Desk} desk @param {{account: HTMLElement, help: () => void}} parts */
export function renderHeader(header, desk, { account, help }) {
  const { draft, base, state } = desk;
  document.title = [draft?.title, t('workspace.planning'), base?.district.name].filter(Boolean).join(' · ');
  put(header, draft ? draftBrand(desk, draft) : listBrand(base), workspaceLinks('planning', hrefs(state)), h('div', { class: 'spring' }), tools(desk, help), account);
}

/** The other pages in the same language and colours; the map where this one stands. @param {import('./state.js').PlanningState} state */
export function hrefs({ lang, theme, map, back }) {
  const plain = new URLSearchParams({ ...(map ? { map: `${map.zoom}/${map.lat}/${map.lon}` } : {}), ...(lang === 'zh' ? {} : { lang }), ...(theme === 'auto' ? {} : { theme }) });
  return { map: `/#${back || plain.toString().replaceAll('%2F', '/')}`, planning: '#', ledger: `/ledger/#${writeLedger({ lang, theme, back })}` };
}

/** @param {import('./desk.js').MapModel | null} base */
const listBrand = (base) => h('div', { class: 'brand' }, h('img', { src: '/icon.svg', alt: '', width: 34, height: 34 }), h('div', null, h('h1', null, base?.district.name ?? t('workspace.planning')), h('div', { class: 'sub' }, base?.district.synthetic && h('span', { class: 'badge demo', title: t('demo.title') }, t('demo')), base?.publication && h('span', { class: 'publication' }, t('publication', { number: base.publication.number, date: dateText(base.publication.effective) })))));

/** @param {Desk} desk @param {import('./desk.js').Draft} draft */
const draftBrand = (desk, draft) => h('div', { class: 'brand' },
  h('button', { type: 'button', class: 'tool', title: t('drafts.back'), 'aria-label': t('drafts.back'), onclick: () => desk.store.set({ draft: '', sel: '', finding: -1, compare: '' }) }, icon('previous')),
  h('div', { class: 'draft-name' }, h('h1', { title: draft.title }, draft.title), h('div', { class: 'sub' }, stateBadge(draft.state), h('span', { class: 'publication' }, t('draft.saved', { n: draft.version })))));

/** @param {Desk} desk @param {() => void} help */
const tools = ({ store }, help) => h('nav', { class: 'tools', 'aria-label': t('tools') },
  appearanceButtons(store.state, (patch) => store.set(patch)),
  signButton('help', t('p.help'), help, 'tool wide'));
