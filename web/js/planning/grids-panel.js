import { h, put } from '../dom.js';
import { latOf, lonOf } from '../geo.js';
import { distance, number, percent, t } from '../i18n.js';
import { icon } from '../icons.js';
import { head, loading, segment, section } from '../ui.js';
import { bandBar, chip } from './parts.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('./find.js').Score} Score */

const LISTED = 120;
/** Grids without a narrow place have -1 or nothing. @param {Score} score */
const hasNeck = ({ neckMetres }) => (neckMetres ?? -1) >= 0;
/** What the table can be sorted by: value of a row, whether large comes first, and how it is written. @type {Record<string, {value: (score: Score) => number, falling: boolean, text: (score: Score) => string}>} */
const COLUMNS = {
  households: { value: (one) => one.households, falling: true, text: (one) => number(one.households) },
  openCases: { value: (one) => one.openCases ?? -1, falling: true, text: (one) => number(one.openCases ?? 0) },
  onStreet: { value: (one) => one.onStreetShare, falling: false, text: (one) => percent(one.onStreetShare) },
  neck: { value: (one) => (hasNeck(one) ? Number(one.neckMetres) : Infinity), falling: false, text: (one) => (hasNeck(one) ? distance(Number(one.neckMetres)) : '—') },
  code: { value: () => 0, falling: false, text: (one) => one.code.slice(-6) },
};

/** The table of grids. */
export class GridsPanel {
  #by = 'households';
  #turned = false;
  #here = false;

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    this.element = h('div', { class: 'pane', id: 'pane-grids', role: 'tabpanel', 'aria-labelledby': 'tab-grids', tabindex: -1 });
    this.filter = h('input', { type: 'search', class: 'input', name: 'grids', maxlength: 60, oninput: () => this.#fill() });
    this.body = h('ol', { class: 'grid-table' });
    this.count = h('small');
    desk.on(['scores', 'draft'], () => this.render());
    desk.store.on(['sel', 'tab', 'lang'], () => this.render());
    desk.view.map.on('moveend', () => this.#here && this.#fill());
  }

  render() {
    if (this.desk.state.tab !== 'grids') return;
    if (!this.desk.scores) return void put(this.element, loading());
    this.filter.placeholder = t('p.grids.filter');
    this.filter.setAttribute('aria-label', t('p.grids.filter'));
    const scroll = this.element.scrollTop;
    if (!this.element.contains(this.filter)) put(this.element, h('section', { class: 'table-head' }), section(this.body));
    put(/** @type {HTMLElement} */ (this.element.firstElementChild), head(t('grids'), this.count), this.filter,
      h('div', { class: 'row', style: { 'margin-top': '8px' } }, segment(t('p.sort'), Object.keys(COLUMNS).map((key) => [key, t(`column.${key}`)]), this.#by, (by) => this.#sort(by)), chip(t('p.inView'), () => this.#toggle(), this.#here)));
    this.#fill();
    this.element.scrollTop = scroll;
  }

  /** The same column again turns the order. @param {string} by */
  #sort(by) {
    this.#turned = this.#by === by && !this.#turned;
    this.#by = by;
    this.render();
  }

  #toggle() {
    this.#here = !this.#here;
    this.render();
  }

  /** @returns {Score[]} */
  rows() {
    const { value, falling } = COLUMNS[this.#by];
    const sign = falling !== this.#turned ? -1 : 1;
    const words = this.filter.value.trim().toLowerCase();
    const wanted = (this.desk.scores?.grids ?? []).filter((one) => (words === '' || one.name.toLowerCase().includes(words) || one.code.includes(words)) && (!this.#here || this.#inView(one)));
    return wanted.sort((a, b) => sign * (value(a) - value(b)) || (this.#by === 'code' ? sign : 1) * a.code.localeCompare(b.code));
  }

  /** @param {Score} score */
  #inView(score) {
    const { plan, view } = this.desk;
    const grid = plan?.grids[plan.zoneByCode(score.code)];
    const bounds = view.freeBounds();
    const box = grid && plan?.boxes[grid.index];
    return box !== undefined && bounds.intersects(/** @type {any} */ (boxBounds(box)));
  }

  #fill() {
    const rows = this.rows();
    put(this.count, t('p.grids.count', { n: number(rows.length) }));
    put(this.body, rows.slice(0, LISTED).map((score) => this.#row(score)), rows.length > LISTED && h('li', { class: 'quiet' }, t('p.grids.more', { n: rows.length - LISTED })), rows.length === 0 && h('li', { class: 'quiet' }, t('search.none')));
  }

  /** @param {Score} score */
  #row(score) {
    const { desk } = this;
    return h('li', null, h('button', { type: 'button', class: 'grid-row', 'aria-current': score.code === desk.state.sel ? 'true' : null, onclick: () => desk.flyTo([score.code]) },
      h('span', { class: 'grid-name' }, h('b', null, score.name), score.locked && icon('lock')), h('span', { class: 'grid-value' }, COLUMNS[this.#by].text(score)), bandBar(score.households, desk.band)));
  }
}

/** @param {import('../geo.js').Box} box */
const boxBounds = (box) => [[latOf(box.maxY), lonOf(box.minX)], [latOf(box.minY), lonOf(box.maxX)]];
