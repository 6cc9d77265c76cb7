import { h, put, svg } from './dom.js';
import { heatShare } from './colour.js';
import { number, t } from './i18n.js';
import { readRamp } from './map/palette.js';
import { stepColours, STEPS } from './panels/party-steps.js';

/** @typedef {import('./app.js').App} App @typedef {import('./panels/cases-panel.js').CasesPanel} CasesPanel */

/** Explains exactly what is drawn now, nothing else. */
export class Legend {
  /** @param {App} app @param {CasesPanel} cases */
  constructor(app, cases) {
    this.app = app;
    this.cases = cases;
    this.element = h('details', { class: 'card legend', open: window.innerWidth > 760 });
    app.store.on(['tab', 'off', 'lang', 'theme'], () => this.render());
    cases.onlegend = () => {
      this.render();
      app.view.restyle();
    };
    this.render();
  }

  render() {
    put(this.element, h('summary', null, t('legend')), this.#theme(), this.#lines());
  }

  #theme() {
    const shown = this.cases.legend;
    if (shown?.kind === 'heat') return heatLegend(shown.top, shown.bandwidth);
    if (shown?.kind === 'grids') return gridLegend(shown.bounds, shown.measure);
    if (this.app.shows('party')) return stepLegend();
    if (this.app.shows('findings')) return h('div', { class: 'rows' }, sample('var(--map-finding)', { fill: 'var(--map-finding-fill)' }), t('finding'));
    return null;
  }

  #lines() {
    const isOn = (/** @type {string} */ layer) => !this.app.state.off.includes(layer);
    const rows = [
      ['district', sample('var(--map-district)', { width: 3, glow: true })],
      isOn('township') && ['township', sample('var(--map-township)', { width: 2.4, dash: '9 3 2 3' })],
      isOn('community') && ['community', sample('var(--map-community)', { width: 1.8, dash: '5 3' })],
      isOn('grid') && ['grid', sample('var(--map-grid)', { width: 1.2 })],
      isOn('streets') && ['arterial', sample('var(--map-arterial)', { width: 4, casing: 'var(--map-arterial-case)' })],
      isOn('streets') && ['local', sample('var(--map-local)', { width: 3, casing: 'var(--map-local-case)' })],
      isOn('streets') && ['rail', sample('var(--map-rail-gap)', { width: 1.6, casing: 'var(--map-rail)', dash: '5 5' })],
      isOn('water') && ['water', sample('var(--map-water-edge)', { fill: 'var(--map-water)' })],
    ];
    return h('div', { class: 'rows' }, rows.filter((row) => row !== false).map(([key, mark]) => [mark, t(`legend.${key}`)]));
  }
}

/** @param {string} colour @param {{width?: number, dash?: string, casing?: string, fill?: string, glow?: boolean}} look */
function sample(colour, { width = 2, dash = '', casing = '', fill = '', glow = false }) {
  if (fill) return svg('svg', { viewBox: '0 0 40 16' }, svg('rect', { x: 4, y: 2, width: 32, height: 12, rx: 2, style: { fill, stroke: colour } }));
  const line = (/** @type {string} */ stroke, /** @type {number} */ size, dashed = '', opacity = '1') => svg('path', { d: 'M2 8h36', 'stroke-dasharray': dashed, style: { stroke, 'stroke-width': String(size), opacity } });
  return svg('svg', { viewBox: '0 0 40 16' }, glow && line(colour, width + 7, '', '.22'), casing && line(casing, width + 1.6), line(colour, width, dash));
}

/** @param {number} top @param {number} bandwidth */
function heatLegend(top, bandwidth) {
  const ramp = readRamp(document.documentElement, 'heat');
  const ticks = [0.1, 0.25, 0.5, 1].map((share) => share * top);
  return h('div', { role: 'img', 'aria-label': t('legend.heat') }, h('h2', null, t('legend.heat')),
    h('div', { class: 'ramp', style: { background: `linear-gradient(90deg, ${ramp.join(', ')})` } }),
    h('div', { class: 'ticks', style: { position: 'relative', height: '16px' } }, ticks.map((tick, i) => h('span', { style: { position: 'absolute', left: `${100 * heatShare(tick, top)}%`, transform: `translateX(${i === ticks.length - 1 ? '-100%' : '-50%'})` } }, number(tick)))),
    h('p', { class: 'note' }, t('legend.heat.note', { metres: number(bandwidth) })));
}

/** @param {number[]} bounds @param {string} measure */
function gridLegend(bounds, measure) {
  const ramp = readRamp(document.documentElement, 'fill');
  const digits = measure === 'count' ? 0 : 1;
  return h('div', null, h('h2', null, t(`measure.${measure}`)), h('div', { class: 'rows' }, bounds.map((bound, i) => [sample('var(--line-strong)', { fill: ramp[i] }), `${i === 0 ? '> 0' : number(bounds[i - 1], digits)} – ${number(bound, digits)}`])));
}

function stepLegend() {
  const colours = stepColours();
  return h('div', null, h('h2', null, t('steps')), h('div', { class: 'rows' }, STEPS.map((step) => [step === 0 ? h('span', { class: 'hatch', style: { height: '12px' } }) : sample('var(--line-strong)', { fill: colours[step] }), t(`step.${step}`)])));
}
