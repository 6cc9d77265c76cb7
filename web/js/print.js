import { h, put, svg } from './dom.js';
import { dateText, t } from './i18n.js';

/** @typedef {import('./app.js').App} App */

const PAPER_WAIT_MS = 900;

/** What only the printed sheet shows: title line and north arrow. @param {App} app */
export function makePrintSheet(app) {
  const title = h('div', { class: 'print-only print-title' });
  const north = h('div', { class: 'print-only north', 'aria-hidden': 'true' }, svg('svg', { viewBox: '0 0 24 32' }, svg('path', { d: 'M12 1 20 30 12 24 4 30z' })), 'N');
  const render = () => {
    const { district, publication } = app.model;
    put(title, h('b', null, `${district.name} ${t('title')}`), h('span', null, [district.synthetic && t('demo'), publication && t('publication', { number: publication.number, date: dateText(publication.effective) }), t('printed', { date: dateText(new Date().toISOString()) })].filter(Boolean).join(' · ')));
  };
  window.addEventListener('beforeprint', render);
  return { elements: [title, north], render };
}

/** Gives the map the sheet's proportions first, so that what is printed is what was seen. @param {App} app @param {() => void} render */
export async function printMap(app, render) {
  render();
  const legend = document.querySelector('.legend');
  legend?.setAttribute('open', '');
  const { theme } = app.state;
  if (document.documentElement.hasAttribute('data-dark')) app.store.set({ theme: 'light' });
  await new Promise((resolve) => setTimeout(resolve, PAPER_WAIT_MS));
  window.print();
  app.store.set({ theme });
}
