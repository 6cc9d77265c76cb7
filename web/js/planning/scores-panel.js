import { h, put } from '../dom.js';
import { distance, number, percent, t } from '../i18n.js';
import { icon } from '../icons.js';
import { button, head, loading, section } from '../ui.js';
import { changedGrids, unchangedShare } from './balance-sheet.js';
import { FIND_KINDS, nextIndex, spotsOf } from './find.js';
import { bandBar, chip } from './parts.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('./find.js').FindKind} FindKind @typedef {import('./find.js').Spot} Spot */

const LISTED = 8;

/** The four principles in figures, each with how it is reckoned and the list behind it; and "find next". */
export class ScoresPanel {
  #current = -1;
  /** Which principle's list is open. */
  #open = '';

  /** @param {Desk} desk @param {{finding: (by: 1 | -1) => void}} others */
  constructor(desk, others) {
    this.desk = desk;
    this.others = others;
    this.element = h('div', { class: 'pane', id: 'pane-scores', role: 'tabpanel', 'aria-labelledby': 'tab-scores', tabindex: -1 });
    desk.on(['scores', 'plan', 'draft'], () => this.render());
    desk.store.on(['find', 'sel', 'lang'], () => this.render());
  }

  render() {
    const { desk } = this;
    const scroll = this.element.scrollTop;
    put(this.element, desk.draft && this.#grid(), desk.scores ? [this.#principles(desk.scores.plan), this.#finder()] : desk.draft && loading());
    this.element.scrollTop = scroll;
  }

  /** The grid that is worked on. */
  #grid() {
    const { desk } = this;
    const grid = desk.plan?.grids[desk.activeZone];
    if (!grid) return null;
    const score = desk.scoreOf(grid.code);
    const households = desk.householdsOf(grid.index);
    /** @type {[string, string | number][]} */
    const rows = [[t('people'), score ? number(score.people) : '…'], [t('buildings'), score ? number(score.buildings) : '…'], [t('p.openCases'), score ? countText(score.openCases) : '…'], [t('p.onStreet'), score ? percent(score.onStreetShare) : '…']];
    return section(h('div', { class: 'row apart' }, h('div', null, h('h2', { class: 'title' }, grid.name), h('p', { class: 'code' }, grid.code)), desk.isLocked(grid.code) && h('span', { class: 'badge warn' }, icon('lock'), t('p.locked'))),
      h('div', { class: 'household-line' }, h('b', { class: 'big' }, number(households), h('small', null, t('unit.households'))), h('span', { class: `badge ${desk.bandOf(households) === 'within' ? 'good' : 'warn'}` }, t(`band.${desk.bandOf(households)}`))), bandBar(households, desk.band),
      h('dl', { class: 'figures' }, rows.map(([label, value]) => h('div', null, h('dt', null, label), h('dd', null, value)))));
  }

  /** @param {any} plan */
  #principles(plan) {
    return section(head(t('principles'), t('p.scorecard')), h('div', { class: 'principles' },
      this.#principle('streets', percent(plan.onStreetShare), plan.onStreetShare, t('p.offStreet', { length: distance(plan.offStreetMetres) }), () => this.#spots('offstreet')),
      this.#principle('scale', `${number(plan.within)} / ${number(plan.grids)}`, plan.grids ? plan.within / plan.grids : 0, t('p.scale', { over: plan.over, under: plan.under }), () => [this.#spots('over'), this.#spots('under')]),
      this.#principle('seamless', t('p.seamless.value'), plan.gaps + plan.overlaps + plan.crossings === 0 ? 1 : 0, t('p.seamless', { gaps: plan.gaps, overlaps: plan.overlaps, crossings: plan.crossings, buildings: plan.unassignedBuildings }), null),
      this.#dynamic(plan.stability)));
  }

  /** How much stays as it is: against the plan in force, and over the years as far as they are told. @param {any} stability */
  #dynamic(stability) {
    const { plan, basePlan } = this.desk;
    const share = plan && basePlan ? unchangedShare(plan, basePlan) : null;
    const years = stability && t('p.stability', { one: stabilityText(stability.years1), three: stabilityText(stability.years3), five: stabilityText(stability.years5) });
    return this.#principle('dynamic', stabilityText(share), share ?? 0, years || t('p.unchanged'), () => this.#changed());
  }

  /** @param {string} key @param {string} value @param {number} share @param {string} line @param {(() => import('../dom.js').Child) | null} list */
  #principle(key, value, share, line, list) {
    const open = this.#open === key;
    return h('div', { class: 'principle' },
      h('button', { type: 'button', class: 'principle-head', 'aria-expanded': String(open), onclick: () => this.#toggle(key) }, h('span', { class: 'grow' }, h('b', null, t(`principle.${key}`)), h('small', null, line)), h('span', { class: 'principle-value' }, value), icon(open ? 'minus' : 'plus')),
      h('div', { class: 'track' }, h('i', { style: { width: `${Math.round(share * 100)}%` } })),
      open && h('div', { class: 'explain' }, h('p', null, t(`formula.${key}`, { min: this.desk.band.min, max: this.desk.band.max })), list?.()));
  }

  /** @param {string} key */
  #toggle(key) {
    this.#open = this.#open === key ? '' : key;
    this.render();
  }

  /** @param {FindKind} kind */
  #spots(kind) {
    const spots = spotsOf(kind, this.desk.scores?.grids ?? []);
    if (spots.length === 0) return h('p', { class: 'quiet' }, t('p.list.none', { what: t(`find.${kind}`) }));
    return [h('h4', null, t(`find.${kind}`), ' ', h('small', null, number(spots.length))), h('ol', { class: 'spots' }, spots.slice(0, LISTED).map((spot, i) => h('li', null, h('button', { type: 'button', onclick: () => this.goTo(kind, i) }, h('span', { class: 'grow' }, spot.name), spotValue(kind, spot))))), spots.length > LISTED && h('p', { class: 'quiet' }, t('more', { n: spots.length - LISTED }))];
  }

  /** Grids that gain or lose households against the plan in force, most first. */
  #changed() {
    const { plan, basePlan } = this.desk;
    const changed = plan && basePlan ? changedGrids(plan, basePlan) : [];
    if (changed.length === 0) return h('p', { class: 'quiet' }, t('p.changed.none'));
    return h('ol', { class: 'spots' }, changed.slice(0, LISTED).map((one) => h('li', null, h('button', { type: 'button', onclick: () => this.desk.flyTo([one.code]) }, h('span', { class: 'grow' }, one.name), t('p.changed', { gained: number(one.gained), lost: number(one.lost) })))));
  }

  #finder() {
    const { find } = this.desk.state;
    const count = (/** @type {FindKind} */ kind) => (kind === 'finding' ? (this.desk.draft?.findings?.open ?? 0) : spotsOf(kind, this.desk.scores?.grids ?? []).length);
    return section(head(t('p.find'), t('p.find.keys')),
      h('div', { class: 'chips', role: 'group', 'aria-label': t('p.find') }, FIND_KINDS.map((kind, i) => chip([h('kbd', null, i + 1), t(`find.${kind}`), ' ', h('b', null, number(count(kind)))], () => this.choose(kind), kind === find))),
      h('div', { class: 'row', style: { 'margin-top': '10px' } }, button(t('previous'), () => this.step(-1), { icon: 'previous' }), button(t('next'), () => this.step(1), { icon: 'next' })));
  }

  /** @param {FindKind} kind */
  choose(kind) {
    this.#current = -1;
    this.desk.store.set({ find: kind });
    this.step(1);
  }

  /** @param {1 | -1} by */
  step(by) {
    const kind = /** @type {FindKind} */ (this.desk.state.find);
    if (kind === 'finding') return this.others.finding(by);
    const spots = spotsOf(kind, this.desk.scores?.grids ?? []);
    this.goTo(kind, nextIndex(spots.length, this.#current, by));
  }

  /** @param {FindKind} kind @param {number} index */
  goTo(kind, index) {
    const spot = spotsOf(kind, this.desk.scores?.grids ?? [])[index];
    this.desk.store.set({ find: kind });
    this.#current = index;
    if (!spot) return;
    if (spot.at) this.desk.view.goTo(spot.at[0], spot.at[1], 16.5);
    else this.desk.flyTo([spot.code], { select: false });
    this.desk.store.set({ sel: spot.code });
  }
}

/** @param {FindKind} kind @param {Spot} spot */
function spotValue(kind, { value }) {
  if (kind === 'offstreet') return distance(value);
  if (kind === 'neck') return distance(-value);
  return kind === 'apart' ? t('p.pieces', { n: value }) : t('n.households', { n: number(Math.abs(value)) });
}

/** A count that the server may not have. @param {number | null | undefined} count */
const countText = (count) => (count === null || count === undefined ? '—' : number(count));

/** @param {number | null | undefined} share */
const stabilityText = (share) => (share === null || share === undefined ? '—' : percent(share));
