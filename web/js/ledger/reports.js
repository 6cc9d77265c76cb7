import { get } from '../api.js';
import { h, put } from '../dom.js';
import { number, t, timeText, tOr } from '../i18n.js';
import { loading, problem } from '../ui.js';
import { emptyNote, sectionHead } from './parts.js';

/** @typedef {{id: number, lon: number, lat: number, code: string, categoryLabel: string, title: string, description: string, status: string, reportedAt: string, gridName: string, address?: string}} Report */

const SHOWN = 200;
const ZOOM = 17;

/** 举报受理: what was put into report boxes, in full, for those who handle it alone. */
export class ReportsSection {
  /** @type {{total: number, cases: Report[]} | null} */
  #found = null;

  constructor() {
    this.element = h('section', { class: 'register', id: 'reports' });
    this.list = h('div');
    this.render();
    this.#load();
  }

  render() {
    put(this.element, sectionHead('reports', t('reports.lead')), this.list);
    if (this.#found) this.#show(this.#found);
  }

  async #load() {
    put(this.list, loading());
    try {
      this.#found = await get('/api/v1/reports', { limit: SHOWN });
      if (this.#found) this.#show(this.#found);
    } catch (error) {
      put(this.list, problem(error, () => this.#load()));
    }
  }

  /** @param {{total: number, cases: Report[]}} found */
  #show({ total, cases }) {
    put(this.list, cases.length === 0 ? emptyNote('box', t('reports.empty')) : [h('p', { class: 'quiet count' }, t('reports.count', { n: number(total), shown: number(cases.length) })), h('ul', { class: 'reports' }, cases.map(reportCard))]);
  }
}

/** @param {Report} one */
const reportCard = (one) => h('li', { class: 'card report' },
  h('header', { class: 'row apart' }, h('b', null, one.title || one.categoryLabel), h('span', { class: 'badge' }, tOr(`status.${one.status}`, one.status))),
  h('p', { class: 'report-text' }, one.description),
  h('p', { class: 'quiet' }, [one.code, one.categoryLabel, timeText(one.reportedAt), one.gridName, one.address].filter(Boolean).join(' · '), ' ', h('a', { href: `/#map=${ZOOM}/${one.lat}/${one.lon}&at=${one.lon},${one.lat}` }, t('report.seeMap'))));
