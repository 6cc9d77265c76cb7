import { h, put, svg } from './dom.js';
import { dateText, t } from './i18n.js';

/** @typedef {import('./app.js').App} App */

/** Time for what is fetched for the larger frame (heat); all else is drawn at once. */
const FETCH_MS = 1200;
/** Name, and width and height of the little picture of it. @type {[string, number, number][]} */
const PAPERS = [['a4-landscape', 42, 30], ['a4-portrait', 30, 42], ['a3-landscape', 60, 42], ['a3-portrait', 42, 60]];

/** To the very place, not to the next whole pixel; Leaflet knows it, its types do not. */
const RESET = /** @type {{}} */ ({ reset: true });

/** What only the printed sheet shows: title line and north arrow. @param {App} app */
function makePrintSheet(app) {
  const title = h('div', { class: 'print-only print-title' });
  const north = h('div', { class: 'print-only north', 'aria-hidden': 'true' }, svg('svg', { viewBox: '0 0 24 32' }, svg('path', { d: 'M12 1 20 30 12 24 4 30z' })), 'N');
  const render = () => put(title, h('b', null, `${app.model.district.name} ${t('title')}`), h('span', null, sourceLine(app)));
  return { elements: [title, north], render };
}

/** @param {App} app */
function sourceLine({ model: { district, publication } }) {
  const parts = [district.synthetic && t('demo'), publication && t('publication', { number: publication.number, date: dateText(publication.effective) }), t('printed', { date: dateText(new Date().toISOString(), district.timeZone) })];
  return parts.filter(Boolean).join(' · ');
}

/** Paper for the map, whoever asks for it: the page's button, which lets one choose, or the browser's own command
 * (Ctrl+P, its menu), which gets the paper chosen last. */
export class Printing {
  #paper = PAPERS[0][0];
  /** How to put the page back. @type {(() => void) | null} */
  #back = null;

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.sheet = makePrintSheet(app);
    this.elements = this.sheet.elements;
    window.addEventListener('beforeprint', () => this.#draw());
    window.addEventListener('afterprint', () => this.#restore());
  }

  /** Asks for the paper, then prints. @param {HTMLDialogElement} dialog */
  open(dialog) {
    const choose = (/** @type {string} */ paper) => {
      dialog.close();
      this.#paper = paper;
      this.print();
    };
    put(dialog, h('h2', { id: 'dialog-title' }, t('print.paper')), h('div', { class: 'papers' }, PAPERS.map(([paper, width, height]) =>
      h('button', { type: 'button', onclick: () => choose(paper) }, h('i', { style: { width: `${width}px`, height: `${height}px` } }), t(`paper.${paper}`)))));
    dialog.showModal();
  }

  async print() {
    this.#lay();
    await new Promise((resolve) => setTimeout(resolve, FETCH_MS));
    window.print();
    this.#restore();
  }

  #lay() {
    if (this.#back) return;
    this.sheet.render();
    document.querySelectorAll('dialog[open]').forEach((dialog) => /** @type {HTMLDialogElement} */ (dialog).close());
    this.#back = layOut(this.app, this.#paper);
  }

  /** The browser takes the page as it stands when its `beforeprint` ends, so nothing here may wait for a frame; and it
   * keeps lines and text sharp on canvases drawn just now, so all is drawn once more even if it has been. */
  #draw() {
    this.#lay();
    this.app.view.repaint();
    this.app.view.paintNow();
  }

  #restore() {
    this.#back?.();
    if (this.#back) this.app.view.repaint();
    this.#back = null;
  }
}

/** Whole zoom levels by which a frame is larger than what is seen now. @param {import('./map/map-view.js').MapView} view @param {import('leaflet').LatLngBounds} free */
function paperScale(view, free) {
  const corners = [free.getNorthWest(), free.getSouthEast()].map((corner) => view.map.latLngToContainerPoint(corner));
  const seen = corners[1].subtract(corners[0]);
  return (/** @type {import('leaflet').Point} */ frame) => Math.round(Math.log2(Math.min(frame.x / seen.x, frame.y / seen.y)));
}

/** Gives the map the paper's size and light colours. @param {App} app @param {string} paper @returns {() => void} how to undo it */
function layOut(app, paper) {
  const { view } = app;
  const { theme } = app.state;
  const free = view.freeBounds();
  const [centre, zoom] = [view.map.getCenter(), view.map.getZoom()];
  const levels = paperScale(view, free);
  const legend = /** @type {HTMLDetailsElement | null} */ (document.querySelector('.legend'));
  const wasOpen = legend?.open;
  if (legend) legend.open = true;
  app.store.set({ theme: 'light' });
  document.documentElement.dataset.paper = paper;
  view.map.invalidateSize({ animate: false });
  view.map.setView(free.getCenter(), zoom + levels(view.map.getSize()), { animate: false, ...RESET });
  return () => {
    delete document.documentElement.dataset.paper;
    if (legend) legend.open = wasOpen ?? true;
    app.store.set({ theme });
    view.map.invalidateSize({ animate: false });
    view.map.setView(centre, zoom, { animate: false, ...RESET });
  };
}
