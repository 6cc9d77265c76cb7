import { get, Latest, Problem } from '../../api.js';
import { h } from '../../dom.js';
import { distanceMetres, worldLine } from '../../geo.js';
import { distance, percent, t } from '../../i18n.js';
import { applyStroke, traceLine } from '../../map/paint.js';
import { chip } from '../parts.js';
import { Path, straightLeg } from '../path.js';
import { hint, Tool } from './tool.js';

/** @typedef {import('./tool.js').Spot} Spot @typedef {import('./tool.js').Sheet} Sheet @typedef {import('./tool.js').Palette} Palette @typedef {import('../path.js').Leg} Leg @typedef {import('../path.js').LonLat} LonLat */

const HOVER_DELAY_MS = 40;
const SAME_PIXELS = 5;

/** Cuts a grid in two along a line that is clicked; between clicks the line follows the streets. */
export class SplitTool extends Tool {
  path = new Path();
  /** The leg to the pointer, not clicked yet. @type {Leg | null} */
  ahead = null;
  /** Without streets, as if Alt were held: for fingers. */
  straight = false;
  /** Why there is no way to the pointer. */
  blocked = '';
  #latest = new Latest();
  #timer = 0;
  /** Clicks are taken one after another. @type {Promise<unknown>} */
  #clicks = Promise.resolve();

  /** @override */
  leave() {
    this.#reset();
    super.leave();
  }

  #reset() {
    clearTimeout(this.#timer);
    this.#latest.run(async () => {});
    this.path = new Path();
    this.ahead = null;
    this.blocked = '';
    this.#show();
  }

  #show() {
    this.desk.view.symbols?.repaint();
    this.changed();
  }

  /** @override @param {Spot} spot */
  click(spot) {
    if (this.desk.activeZone < 0) return this.choose(spot);
    this.desk.setTrouble(null);
    clearTimeout(this.#timer);
    this.#clicks = this.#clicks.then(() => this.#stop(spot));
  }

  /** @param {Spot} spot */
  async #stop(spot) {
    const at = /** @type {LonLat} */ ([spot.lon, spot.lat]);
    const from = this.path.last;
    if (!from) this.path = this.path.start(at);
    else if (!isNear(from, spot)) await this.#extend(from, at, this.#isStraight(spot));
    this.ahead = null;
    this.#show();
  }

  /** @param {LonLat} from @param {LonLat} to @param {boolean} straight */
  async #extend(from, to, straight) {
    const leg = straight ? straightLine(from, to) : await this.#along(() => this.#ask(from, to));
    if (!leg) return;
    const snapped = leg.cut || leg.points.length === 0 ? to : leg.points[leg.points.length - 1];
    const begun = this.path.isLine || leg.cut || leg.points.length === 0 ? this.path : new Path([leg.points[0]]);
    this.path = begun.extend(snapped, leg);
  }

  /** @param {Spot} spot */
  #isStraight(spot) {
    return this.straight || spot.alt;
  }

  /** @param {LonLat} from @param {LonLat} to @param {AbortSignal} [signal] */
  #ask(from, to, signal) {
    return get('/api/v1/livewire', { from: from.map(coordinate).join(), to: to.map(coordinate).join(), draft: this.desk.draft?.id }, signal);
  }

  /** The way along streets. @param {() => Promise<any>} ask @returns {Promise<Leg | null>} null when overtaken, or when there is none */
  async #along(ask) {
    try {
      const found = await ask();
      this.blocked = '';
      return found ? { points: found.points, cut: false, metres: found.metres, streets: found.streets ?? [], onStreetShare: found.onStreetShare ?? 1 } : null;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.blocked = error.status === 0 ? t('problem.unreachable') : t('p.split.noway');
      return null;
    }
  }

  /** @override @param {Spot} spot */
  hover(spot) {
    const from = this.path.last;
    if (!from) return;
    clearTimeout(this.#timer);
    if (this.#isStraight(spot)) return this.#look(straightLine(from, [spot.lon, spot.lat]));
    this.#timer = window.setTimeout(async () => {
      const leg = await this.#along(() => this.#latest.run((signal) => this.#ask(from, [spot.lon, spot.lat], signal)));
      if (this.path.last === from && leg) this.#look(leg);
    }, HOVER_DELAY_MS);
  }

  /** @param {Leg} leg */
  #look(leg) {
    this.ahead = leg;
    this.#show();
  }

  /** @override */
  back() {
    this.path = this.path.back();
    this.ahead = null;
    this.#show();
  }

  /** @override */
  cancel() {
    const had = this.path.last !== null;
    this.#reset();
    return this.desk.drop() || had;
  }

  /** @override */
  get isReady() {
    return this.path.isLine;
  }

  /** @override */
  async accept() {
    await this.#clicks;
    if (!this.path.isLine) return;
    if (await this.work.run({ op: 'split', grid: this.desk.state.sel, path: this.path.toBody() })) this.#reset();
  }

  /** @override @param {Sheet} sheet @param {Palette} palette */
  paint(sheet, palette) {
    for (const leg of this.path.legs) paintLeg(sheet, leg, palette, 1);
    if (this.ahead) paintLeg(sheet, this.ahead, palette, 0.6);
    for (const stop of this.path.stops) paintStop(sheet, stop, palette);
  }

  /** @override */
  card() {
    const grid = this.desk.plan?.grids[this.desk.activeZone];
    if (!grid) return hint('p.choose.split');
    const { path } = this;
    return [
      h('div', { class: 'dock-line' }, h('span', { class: 'quiet' }, t('tool.split')), h('b', null, grid.name), chip(t('p.receiver.change'), () => this.#change()), chip(t('p.split.straight'), () => this.#toggle(), this.straight)),
      path.isLine ? h('p', { class: 'dock-hint' }, h('b', null, distance(path.metres)), ' · ', t('onStreet', { share: percent(path.onStreetShare) }), path.streets.length > 0 && [' · ', path.streets.join(t('list.and'))], path.legs.some((leg) => leg.cut) && h('span', { class: 'badge warn' }, t('p.split.cut'))) : hint('p.hint.split'),
      this.blocked && h('p', { class: 'dock-hint bad' }, this.blocked),
    ];
  }

  #change() {
    this.#reset();
    this.desk.store.set({ sel: '' });
  }

  #toggle() {
    this.straight = !this.straight;
    this.changed();
  }
}

/** @param {number} degrees */
const coordinate = (degrees) => degrees.toFixed(7);

/** @param {LonLat} from @param {LonLat} to */
const straightLine = (from, to) => straightLeg(from, to, distanceMetres(...from, ...to));

/** @param {LonLat} stop @param {Spot} spot */
function isNear(stop, spot) {
  const [x, y] = worldLine([stop]);
  return Math.hypot(x - spot.x, y - spot.y) < SAME_PIXELS * spot.pixel;
}

/** @param {Sheet} sheet @param {Leg} leg @param {Palette} palette @param {number} alpha */
function paintLeg(sheet, leg, palette, alpha) {
  if (leg.points.length < 2) return;
  sheet.ctx.beginPath();
  const line = worldLine(leg.points);
  traceLine(sheet, line, 0, line.length / 2);
  applyStroke(sheet.ctx, { colour: palette.halo, width: 8, alpha });
  applyStroke(sheet.ctx, leg.cut ? { colour: palette.finding, width: 3, dash: [9, 6], alpha } : { colour: palette.select, width: 4, alpha });
  if (leg.cut) paintWord(sheet, line, palette);
}

/** A line that is no street says so. @param {Sheet} sheet @param {Float64Array} line @param {Palette} palette */
function paintWord(sheet, line, palette) {
  const { ctx, scale, left, top } = sheet;
  const [x, y] = [((line[0] + line[2]) / 2) * scale - left, ((line[1] + line[3]) / 2) * scale - top];
  ctx.font = '500 12px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
  ctx.textAlign = 'center';
  ctx.lineWidth = 4;
  ctx.strokeStyle = palette.halo;
  ctx.strokeText(t('p.split.cut'), x, y - 8);
  ctx.fillStyle = palette.finding;
  ctx.fillText(t('p.split.cut'), x, y - 8);
}

/** @param {Sheet} sheet @param {LonLat} stop @param {Palette} palette */
export function paintStop(sheet, stop, palette) {
  const { ctx, scale, left, top } = sheet;
  const [x, y] = worldLine([stop]);
  ctx.beginPath();
  ctx.arc(x * scale - left, y * scale - top, 5, 0, 2 * Math.PI);
  ctx.fillStyle = palette.land;
  ctx.fill();
  applyStroke(ctx, { colour: palette.select, width: 2.6 });
}
