import { h, put, svg } from './dom.js';
import { dateText, t } from './i18n.js';

/** @typedef {import('./app.js').App} App */

const PAINT_MS = 1200;
/** Name, and width and height of the little picture of it. @type {[string, number, number][]} */
const PAPERS = [['a4-landscape', 42, 30], ['a4-portrait', 30, 42], ['a3-landscape', 60, 42], ['a3-portrait', 42, 60]];

/** What only the printed sheet shows: title line and north arrow. @param {App} app */
export function makePrintSheet(app) {
  const title = h('div', { class: 'print-only print-title' });
  const north = h('div', { class: 'print-only north', 'aria-hidden': 'true' }, svg('svg', { viewBox: '0 0 24 32' }, svg('path', { d: 'M12 1 20 30 12 24 4 30z' })), 'N');
  const render = () => put(title, h('b', null, `${app.model.district.name} ${t('title')}`), h('span', null, sourceLine(app)));
  return { elements: [title, north], render };
}

/** @param {App} app */
function sourceLine({ model: { district, publication } }) {
  const parts = [district.synthetic && t('demo'), publication && t('publication', { number: publication.number, date: dateText(publication.effective) }), t('printed', { date: dateText(new Date().toISOString()) })];
  return parts.filter(Boolean).join(' · ');
}

/** Asks for the paper, then prints. @param {App} app @param {HTMLDialogElement} dialog @param {() => void} render */
export function openPrint(app, dialog, render) {
  const choose = (/** @type {string} */ paper) => {
    dialog.close();
    printMap(app, paper, render);
  };
  put(dialog, h('h2', { id: 'dialog-title' }, t('print.paper')), h('div', { class: 'papers' }, PAPERS.map(([paper, width, height]) =>
    h('button', { type: 'button', onclick: () => choose(paper) }, h('i', { style: { width: `${width}px`, height: `${height}px` } }), t(`paper.${paper}`)))));
  dialog.showModal();
}

/** Gives the map the paper's size and light colours, waits until it is drawn, prints, and puts all back.
 * @param {App} app @param {string} paper @param {() => void} render */
export async function printMap(app, paper, render) {
  const { theme } = app.state;
  const back = layOut(app, paper, render);
  await new Promise((resolve) => setTimeout(resolve, PAINT_MS));
  window.print();
  back();
  app.store.set({ theme });
}

/** Whole zoom levels by which a frame is larger than what is seen now. @param {import('./map/map-view.js').MapView} view @param {import('leaflet').LatLngBounds} free */
function paperScale(view, free) {
  const corners = [free.getNorthWest(), free.getSouthEast()].map((corner) => view.map.latLngToContainerPoint(corner));
  const seen = corners[1].subtract(corners[0]);
  return (/** @type {import('leaflet').Point} */ frame) => Math.round(Math.log2(Math.min(frame.x / seen.x, frame.y / seen.y)));
}

/** @param {App} app @param {string} paper @param {() => void} render @returns {() => void} how to undo it */
export function layOut(app, paper, render) {
  const { view } = app;
  const free = view.freeBounds();
  const before = view.view();
  const levels = paperScale(view, free);
  render();
  document.querySelector('.legend')?.setAttribute('open', '');
  app.store.set({ theme: 'light' });
  document.documentElement.dataset.paper = paper;
  view.map.invalidateSize({ animate: false });
  view.map.setView(free.getCenter(), before.zoom + levels(view.map.getSize()), { animate: false });
  return () => {
    delete document.documentElement.dataset.paper;
    view.map.invalidateSize({ animate: false });
    view.map.setView([before.lat, before.lon], before.zoom, { animate: false });
  };
}
