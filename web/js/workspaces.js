// 地图 / 规划 / 台账: the way from one workspace to another, for those who may see drafts.

import { session } from './access/session.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

const ICONS = /** @type {Record<string, string>} */ ({ map: 'map', planning: 'design', ledger: 'ledger' });

/** Whether one has more than the map. */
export const hasWorkspaces = () => session.may('draft-read');

/** @param {string} current @param {Record<string, string>} hrefs by workspace */
export const workspaceLinks = (current, hrefs) => hasWorkspaces() && h('nav', { class: 'workspaces', 'aria-label': t('workspaces') },
  Object.entries(hrefs).map(([name, href]) => h('a', { href, 'aria-current': name === current ? 'page' : null }, icon(ICONS[name]), h('span', null, t(`workspace.${name}`)))));
