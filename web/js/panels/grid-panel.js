import { get, Latest, Problem } from '../api.js';
import { h, put } from '../dom.js';
import { area, categoryName, countOrNone, dateText, distance, number, percent, t, tOr } from '../i18n.js';
import { icon } from '../icons.js';
import { figures, head, loading, problem, quiet, section, stacked } from '../ui.js';
import { stepColours, stepCounts } from './party-steps.js';
import { chainOf, fourLines, link } from './responsibility.js';
import { fillAbsent, fillHistory } from '../time/grid-history.js';
import { serviceRow } from './service-row.js';

/** @typedef {import('../app.js').App} App @typedef {import('../map/model.js').Grid} Grid @typedef {import('../map/model.js').Unit} Unit */

const CASES_SHOWN = 6;

/** Card of the selected grid, community or township. */
export class GridPanel {
  #latest = new Latest();

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.element = h('div', { class: 'pane', id: 'pane-grid', role: 'tabpanel', 'aria-labelledby': 'tab-grid', tabindex: -1 });
    app.store.on(['sel', 'at', 'date'], () => this.render());
    app.view.map.on('themed', () => this.render());
    this.render();
  }

  render() {
    const { sel } = this.app.state;
    this.element.scrollTop = 0;
    const grid = sel?.type === 'grid' ? this.app.model.byCode.get(sel.code) : undefined;
    if (grid) return this.#showGrid(grid);
    const unit = sel ? this.app.model.findUnit(sel) : undefined;
    if (sel && unit) return put(this.element, unitCard(this.app, sel.type, unit));
    if (sel?.type === 'grid' && hasHistory(this.app)) return this.#showAbsent(sel.code);
    put(this.element, overview(this.app));
  }

  /** A grid of another day. @param {string} code */
  async #showAbsent(code) {
    put(this.element, loading());
    await fillAbsent(this.app, code, this.element).catch((error) => put(this.element, error instanceof Problem && error.status === 404 ? overview(this.app) : problem(error)));
  }

  /** @param {Grid} grid */
  async #showGrid(grid) {
    put(this.element, gridHead(this.app, grid), loading());
    try {
      const card = await this.#latest.run((signal) => get(`/api/v1/grids/${encodeURIComponent(grid.code)}`, { date: this.app.state.date }, signal));
      if (card) put(this.element, gridHead(this.app, grid), cardSections(this.app, grid, card));
    } catch (error) {
      put(this.element, gridHead(this.app, grid), problem(error, () => this.#showGrid(grid)));
    }
  }
}

/** Whether anybody has counted households in this district. @param {App} app */
const isCounted = ({ model }) => model.district.households > 0;

/** @param {App} app @param {number} value */
const known = (app, value) => (isCounted(app) ? number(value) : '');

/** @param {App} app @param {Grid} grid */
function gridHead(app, grid) {
  const [size, unit] = area(grid.area);
  const rows = /** @type {[string, string, string?][]} */ ([[t('households'), known(app, grid.households), t('unit.households')], [t('people'), known(app, grid.people), t('unit.people')], [t('area'), size, unit]]);
  return section(chainOf(app, grid), h('h2', { class: 'title' }, grid.name), h('p', { class: 'code' }, `${t('code')} ${grid.code}`), figures(rows));
}

/** @param {App} app @param {Grid} grid @param {any} card */
const cardSections = (app, grid, card) => [
  section(head(t('fourLines'), t('fourLines.note')), fourLines(card.lines ?? [])),
  section(head(t('boundary'), t('onStreet', { share: percent(card.onStreetShare ?? grid.streets ?? 0) })), boundaryText(card), streetList(card.streets ?? []), h('h3', { class: 'head', style: { 'margin-top': '14px' } }, t('neighbours')), neighbourList(app, card.neighbours ?? [])),
  app.may('building-read') && app.may('party-count') && later((element) => fillBuildings(app, grid, element)),
  app.may('case-read') && later((element) => fillCases(app, grid, element)),
  later((element) => fillServices(app, grid, element)),
  hasHistory(app) && later((element) => fillHistory(app, grid.code, element)),
];

/** Whether anything was ever published after the first plan. @param {App} app */
const hasHistory = ({ register }) => register.publications.length > 1;

/** A section whose content arrives by itself; it is left out when the server has nothing of the kind.
 * @param {(element: HTMLElement) => Promise<void>} fill */
function later(fill) {
  const element = section(loading());
  fill(element).catch((error) => put(element, problem(error)));
  return element;
}

/** 四至: which street the grid reaches to on each side, as a sentence, which there is in Chinese only; the list of streets tells the same. @param {any} card */
const boundaryText = (card) => t('lang') === 'zh' && card.boundaryText && h('p', { class: 'lead', lang: 'zh-CN', style: { 'margin-bottom': '10px' } }, card.boundaryText);

/** @param {any[]} streets */
function streetList(streets) {
  if (streets.length === 0) return quiet(t('streets.none'));
  return h('div', { class: 'chips' }, streets.map((street) => h('span', { class: 'chip', title: tOr(`class.${street.classLabel}`, street.classLabel) }, street.side && h('b', { class: 'quiet' }, t(`side.${street.side}`)), street.name, h('span', { class: 'quiet' }, distance(street.lengthMetres)))));
}

/** @param {App} app @param {any[]} neighbours */
function neighbourList(app, neighbours) {
  return h('div', { class: 'chips' }, neighbours.map((one) => {
    const code = one.code ?? one;
    const name = one.name ?? app.model.byCode.get(code)?.name ?? code;
    return h('button', { type: 'button', class: 'chip', onclick: () => app.goToUnit({ type: 'grid', code }) }, name);
  }));
}

/** @param {App} app @param {Grid} grid @param {HTMLElement} element */
async function fillBuildings(app, grid, element) {
  const [buildings, steps] = await Promise.all([app.loadBuildings(), app.once('/api/v1/party/buildings')]);
  const counts = stepCounts(buildings, steps, (index) => buildings.grid[index] === grid.index);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (buildings.count === 0) return element.remove();
  const colours = stepColours();
  put(element, head(t('buildings.byStep'), t('n.buildings', { n: number(total) })),
    stacked(counts.map((count, step) => ({ colour: colours[step], share: count, label: `${t(`step.${step}`)} ${count}` }))),
    h('ul', { class: 'chips', style: { 'margin-top': '8px' } }, counts.map((count, step) => count > 0 && h('li', { class: 'chip' }, h('i', { class: step === 0 ? 'hatch' : '', style: step === 0 ? {} : { background: colours[step] } }), t(`step.${step}`), h('b', null, number(count))))));
}

/** @param {App} app @param {Grid} grid @param {HTMLElement} element */
async function fillCases(app, grid, element) {
  const body = await get('/api/v1/cases', { grid: grid.code, limit: CASES_SHOWN });
  const cases = body.cases ?? [];
  put(element, head(t('cases.here'), t('n.cases', { n: number(body.total ?? 0) })),
    cases.length === 0 ? quiet(t('cases.none')) : h('ul', { class: 'list' }, cases.map(caseRow)));
}

/** @param {any} one */
const caseRow = (one) =>
  h('li', { class: 'item' }, h('div', { class: 'grow' }, h('b', null, categoryName(one.category, one.categoryLabel)), h('small', null, [dateText(String(one.reportedAt).slice(0, 10)), tOr(`channel.${one.channel}`, one.channel)].join(' · '))),
    h('span', { class: 'badge' }, tOr(`status.${one.status}`, one.status)));

/** @param {App} app @param {Grid} grid @param {HTMLElement} element */
async function fillServices(app, grid, element) {
  const body = await app.once('/api/v1/services/points');
  const here = body.points.filter((/** @type {any} */ point) => point.grid === grid.code);
  put(element, head(t('services.here')), here.length === 0 ? quiet(t('services.none')) : h('ul', { class: 'list' }, here.map((/** @type {any} */ point) => serviceRow(app, point))));
}

/** @param {App} app @param {string} type @param {Unit} unit */
function unitCard(app, type, unit) {
  const [size, sign] = area(unit.area);
  const above = type === 'community' ? app.model.townships[unit.parent] : null;
  const rows = /** @type {[string, string, string?][]} */ ([[t('grids'), number(unit.grids.length)], [t('households'), known(app, unit.households)], [t('people'), known(app, unit.people)], [t('area'), size, sign], [t('perGrid'), known(app, unit.households / Math.max(1, unit.grids.length)), t('unit.households')], [t('density'), known(app, unit.people / Math.max(0.01, unit.area / 1e6)), t('unit.density')]]);
  return [
    section(h('nav', { class: 'chain' }, app.model.district.name, above && [h('span', null, '›'), link(app, 'township', above)]), h('h2', { class: 'title' }, unit.name), h('p', { class: 'code' }, `${t('code')} ${unit.code}`), figures(rows)),
    type === 'township' ? section(head(t('communities')), unitChips(app, 'community', app.model.communities.filter((one) => one.parent === unit.index))) : null,
    section(head(t('grids')), h('ul', { class: 'list' }, unit.grids.map((index) => gridRow(app, app.model.grids[index])))),
  ];
}

/** @param {App} app @param {string} type @param {Unit[]} units */
const unitChips = (app, type, units) => h('div', { class: 'chips' }, units.map((unit) => h('button', { type: 'button', class: 'chip', onclick: () => app.goToUnit({ type, code: unit.code }) }, unit.name, h('span', { class: 'quiet' }, unit.grids.length))));

/** @param {App} app @param {Grid} grid */
const gridRow = (app, grid) =>
  h('li', null, h('button', { type: 'button', class: 'item', onclick: () => app.goToUnit({ type: 'grid', code: grid.code }) }, h('div', { class: 'grow' }, h('b', null, grid.name), h('small', null, grid.code)), h('div', { class: 'right' }, isCounted(app) && t('n.households', { n: number(grid.households) }))));

/** Nothing selected: the district, and what can be done. @param {App} app */
function overview(app) {
  const { district, townships, grids, communities } = app.model;
  const inBand = grids.filter((grid) => grid.households >= 300 && grid.households <= 500).length;
  const [size, sign] = area(district.area);
  const rows = /** @type {[string, string, string?][]} */ ([[t('townships'), number(townships.length)], [t('communities'), number(communities.length)], [t('grids'), number(grids.length)], [t('households'), countOrNone(district.households)], [t('people'), countOrNone(district.people)], [t('area'), size, sign]]);
  return [
    section(h('h2', { class: 'title' }, t('whoIsHere')), h('p', { class: 'lead' }, t('whoIsHere.hint')), figures(rows)),
    section(head(t('principles')), principleBars(app, inBand), principleRows(app)),
    section(head(t('townships')), unitChips(app, 'township', townships)),
  ];
}

/** @param {App} app @param {number} inBand */
function principleBars({ model }, inBand) {
  const onStreet = model.grids.reduce((sum, grid) => sum + (grid.streets ?? 0), 0) / Math.max(1, model.grids.length);
  const rows = /** @type {[string, number][]} */ ([[t('principle.streets'), onStreet]]);
  if (model.district.households > 0) rows.push([t('principle.scale'), inBand / Math.max(1, model.grids.length)]);
  return h('ul', { class: 'bars' }, rows.map(([label, share]) => h('li', null, label, h('span', { class: 'track' }, h('i', { style: { width: percentWidth(share) } })), h('b', null, percent(share)))));
}

/** @param {App} app */
const principleRows = (app) => [
  h('div', { class: 'field-row' }, t('principle.seamless'), app.may('finding-read') ? h('button', { type: 'button', class: 'chip', onclick: () => app.store.set({ tab: 'findings' }) }, t('findings.open')) : icon('check')),
  app.model.publication && h('div', { class: 'field-row' }, t('principle.dynamic'), h('span', null, t('publication', { number: app.model.publication.number, date: dateText(app.model.publication.effective) }))),
];

/** @param {number} share */
const percentWidth = (share) => `${Math.round(share * 1000) / 10}%`;
