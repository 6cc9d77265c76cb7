// What floats over the planning map: what colours the blocks, and the words under the pointer.

import { h, put } from '../dom.js';
import { number, t } from '../i18n.js';
import { segment } from '../ui.js';
import { swatch } from '../ui.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('./tools/tool.js').Spot} Spot */

/** Block and grid under the pointer, with the grid's households against the band. */
export class PlanTip {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    this.element = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
    this.face = -1;
  }

  /** @param {Spot | null} spot @param {{x: number, y: number}} at */
  show(spot, at) {
    const { plan } = this.desk;
    const grid = plan && spot && spot.zone >= 0 ? plan.grids[spot.zone] : null;
    this.element.hidden = !grid;
    if (!grid || !plan || !spot) return;
    if (spot.face !== this.face || this.element.childElementCount === 0) this.#write(spot, grid);
    this.element.style.transform = `translate(${at.x + 16}px, ${at.y + 18}px)`;
  }

  /** @param {Spot} spot @param {import('./plan.js').Grid} grid */
  #write(spot, grid) {
    this.face = spot.face;
    const { plan } = this.desk;
    const households = this.desk.householdsOf(spot.zone);
    put(this.element, grid.name, this.desk.isLocked(grid.code) ? ` · ${t('p.locked')}` : '',
      h('small', null, t('n.households', { n: number(households) }), ' · ', t(`band.${this.desk.bandOf(households)}`)),
      h('small', null, t('p.block', { n: spot.face }), ' · ', t('n.households', { n: number(plan?.model.faces.households[spot.face] ?? 0) })));
  }

  /** What it says may not hold any more; the next move of the pointer writes it anew. */
  hide() {
    this.element.hidden = true;
    this.forget();
  }

  forget() {
    this.face = -1;
    put(this.element);
  }
}

/** What colours the blocks, and what the colours mean. */
export class PaintSwitch {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    this.element = h('div', { class: 'card paint-switch' });
    desk.store.on(['paint', 'lang'], () => this.render());
    desk.on(['draft'], () => this.render());
    this.render();
  }

  render() {
    const { store, state, band, draft } = this.desk;
    this.element.hidden = draft === null;
    put(this.element, segment(t('p.paint'), [['grids', t('p.paint.grids')], ['band', t('p.paint.band')], ['none', t('p.paint.none')]], state.paint, (paint) => store.set({ paint })),
      state.paint === 'band' && h('ul', null, [['under', `< ${band.min}`], ['within', `${band.min} – ${band.max}`], ['over', `> ${band.max}`]].map(([key, text]) => h('li', null, swatch(`var(--map-plan-${key})`), t(`band.${key}`), h('small', null, text)))));
  }
}
