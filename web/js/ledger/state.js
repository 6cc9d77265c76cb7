// What the ledger shows, kept in the URL hash: section, language, colours, and where on the map one came from.

export const SECTIONS = ['accounts', 'tokens', 'audit', 'reports', 'mine'];

/** Right of each section; '' for everybody who is signed in. @type {Record<string, string>} */
export const SECTION_RIGHTS = { accounts: 'account-manage', tokens: 'token-manage', audit: 'audit-read', reports: 'report-read', mine: '' };

/** @typedef {{section: string, lang: string, theme: string, back: string}} LedgerState section is '' for the first one may see, back a state of the map */

/** @param {string | null} value @param {string[]} allowed */
const oneOf = (value, allowed) => allowed.find((one) => one === value) ?? allowed[0];

/** @param {string} hash @returns {LedgerState} */
export function readLedger(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  return { section: oneOf(given.get('s'), ['', ...SECTIONS]), lang: oneOf(given.get('lang'), ['zh', 'en']), theme: oneOf(given.get('theme'), ['auto', 'light', 'dark']), back: (given.get('back') ?? '').slice(0, 1500) };
}

/** Only what differs from what goes without saying. @param {Partial<LedgerState>} state */
export function writeLedger({ section = '', lang = 'zh', theme = 'auto', back = '' }) {
  const pairs = Object.entries({ s: section, lang: lang === 'zh' ? '' : lang, theme: theme === 'auto' ? '' : theme, back }).filter(([, value]) => value);
  return new URLSearchParams(pairs).toString();
}
