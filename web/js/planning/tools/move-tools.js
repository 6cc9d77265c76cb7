import { applyStroke } from '../../map/paint.js';
import { h } from '../../dom.js';
import { distance, t } from '../../i18n.js';
import { chip, deltas, scoreLines } from '../parts.js';
import { LAND } from '../plan.js';
import { blocksInBox, blocksInLasso, blocksUnderBrush, boxBetween } from '../reach.js';
import { hint, Tool } from './tool.js';

/** @typedef {import('./tool.js').Spot} Spot @typedef {import('./tool.js').Sheet} Sheet @typedef {import('./tool.js').Palette} Palette @typedef {[number, number]} Point */

/** @typedef {import('../runner.js').Answer} Answer */

const CHECK_DELAY_MS = 200;
const LOOK_DELAY_MS = 60;

/** Moves blocks into the grid that is worked on: they are chosen first and moved when they are accepted. Before anything is
 * chosen, the block under the pointer shows what both grids would be. */
export class MoveTool extends Tool {
  #timer = 0;
  /** The block under the pointer, -1 when it cannot be moved. */
  #under = -1;
  /** What the server says would come of what is chosen or pointed at. @type {Answer | null} */
  #foreseen = null;

  /** @override */
  leave() {
    this.#look(-1);
    this.broken();
  }

  /** @override @param {Spot} spot */
  hover(spot) {
    const { desk } = this;
    const movable = desk.canEdit && desk.activeZone >= 0 && desk.staged.size === 0 && spot.face >= 0 && spot.zone !== desk.activeZone && desk.plan?.model.faces.kind[spot.face] === LAND;
    this.#look(movable ? spot.face : -1);
  }

  /** @param {number} face */
  #look(face) {
    if (face === this.#under) return;
    this.#under = face;
    this.#foreseen = null;
    clearTimeout(this.#timer);
    if (face >= 0) this.#timer = window.setTimeout(() => this.#peek(face), LOOK_DELAY_MS);
    this.changed();
  }

  /** @param {number} face */
  async #peek(face) {
    const answer = await this.work.peek({ op: 'assign', blocks: [face], to: this.desk.state.sel });
    if (face !== this.#under) return;
    this.#foreseen = answer;
    this.changed();
  }

  /** @override @param {Spot} spot */
  click(spot) {
    const { desk } = this;
    if (desk.activeZone < 0) return this.choose(spot);
    if (spot.face < 0 || spot.zone === desk.activeZone) return;
    this.restage(desk.staged.has(spot.face) ? [...desk.staged].filter((face) => face !== spot.face) : [...desk.staged, spot.face]);
  }

  /** What is drawn over, more or (with Alt) less. @param {number[]} faces @param {boolean} less */
  sweep(faces, less) {
    const { plan, staged, activeZone } = this.desk;
    if (!plan) return;
    const others = faces.filter((face) => plan.zone[face] !== activeZone && plan.model.faces.kind[face] === LAND);
    this.restage(less ? [...staged].filter((face) => !others.includes(face)) : [...staged, ...others]);
  }

  /** @param {number[]} faces */
  restage(faces) {
    this.desk.setTrouble(null);
    this.#look(-1);
    this.#foreseen = null;
    this.desk.stage(faces);
    clearTimeout(this.#timer);
    if (this.desk.staged.size > 0) this.#timer = window.setTimeout(() => this.#check(), CHECK_DELAY_MS);
  }

  /** Asks beforehand whether a rule is against it, so that a refusal is no surprise. */
  async #check() {
    const { desk } = this;
    if (desk.staged.size === 0 || !desk.canEdit) return;
    const op = this.op();
    if (!op || this.work.runner.waiting) return;
    const answer = await this.work.preview(op);
    if (this.desk.staged.size === 0) return;
    this.#foreseen = answer;
    this.changed();
  }

  op() {
    const { state, staged, activeZone } = this.desk;
    return activeZone < 0 || staged.size === 0 ? null : { op: 'assign', blocks: [...staged], to: state.sel };
  }

  /** @override */
  get isReady() {
    return this.op() !== null;
  }

  /** @override */
  accept() {
    const { desk } = this;
    clearTimeout(this.#timer);
    const op = this.op();
    const to = desk.activeZone;
    return op && this.work.run(op, [...desk.staged].map((face) => [face, to]));
  }

  /** @override */
  cancel() {
    this.broken();
    if (this.desk.drop()) return true;
    const had = this.desk.state.sel !== '';
    this.desk.store.set({ sel: '' });
    return had;
  }

  /** @override */
  back() {
    this.restage([...this.desk.staged].slice(0, -1));
  }

  /** @override @returns {import('../../dom.js').Child} */
  card() {
    const { desk } = this;
    const grid = desk.plan?.grids[desk.activeZone];
    if (!grid) return hint('p.choose.receiver');
    return [
      h('div', { class: 'dock-line' }, h('span', { class: 'quiet' }, t('p.receiver')), h('b', null, grid.name), chip(t('p.receiver.change'), () => desk.store.set({ sel: '' }))),
      this.#balance() ?? hint(`p.hint.${desk.state.tool}`),
    ];
  }

  /** Both grids before and after, of what is chosen or pointed at. */
  #balance() {
    const { desk } = this;
    const faces = desk.staged.size > 0 ? [...desk.staged] : this.#under >= 0 ? [this.#under] : [];
    return faces.length === 0 ? null : [deltas(desk, new Map(faces.map((face) => [face, desk.activeZone]))), scoreLines(this.#foreseen)];
  }
}

/** Tools that draw a shape: without a grid to work on they only choose one. */
class DrawingTool extends MoveTool {
  /** @type {Point[]} */
  track = [];
  less = false;

  /** @override @param {Spot} spot */
  down(spot) {
    if (this.desk.activeZone < 0) return false;
    this.track = [[spot.x, spot.y]];
    this.less = spot.alt;
    return true;
  }

  /** @override @param {Spot} spot */
  draw(spot) {
    this.track.push([spot.x, spot.y]);
    this.desk.view.symbols?.repaint();
  }

  /** @override */
  up() {
    const faces = this.faces();
    this.broken();
    this.sweep(faces, this.less);
  }

  /** @override */
  broken() {
    this.track = [];
    this.desk.view.symbols?.repaint();
  }

  /** @returns {number[]} */
  faces() {
    return [];
  }

  /** @override @param {Sheet} sheet @param {Palette} palette */
  paint(sheet, palette) {
    const outline = this.outline();
    if (outline.length < 2) return;
    const { ctx, scale, left, top } = sheet;
    ctx.beginPath();
    outline.forEach(([x, y], i) => (i === 0 ? ctx.moveTo(x * scale - left, y * scale - top) : ctx.lineTo(x * scale - left, y * scale - top)));
    ctx.closePath();
    ctx.fillStyle = palette['select-fill'];
    ctx.fill();
    applyStroke(ctx, { colour: palette.select, width: 1.6, dash: [6, 4] });
  }

  /** @returns {Point[]} */
  outline() {
    return this.track;
  }
}

export class BoxTool extends DrawingTool {
  /** @override */
  faces() {
    return this.desk.plan && this.track.length > 1 ? blocksInBox(this.desk.plan, boxBetween(this.track[0], this.track[this.track.length - 1])) : [];
  }

  /** @override */
  outline() {
    if (this.track.length < 2) return [];
    const { minX, minY, maxX, maxY } = boxBetween(this.track[0], this.track[this.track.length - 1]);
    return /** @type {Point[]} */ ([[minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY]]);
  }
}

export class LassoTool extends DrawingTool {
  /** @override */
  faces() {
    return this.desk.plan ? blocksInLasso(this.desk.plan, this.track) : [];
  }
}

const RADII = [30, 60, 120, 240];

/** Moves what it is drawn over, at once on the picture. */
export class BrushTool extends DrawingTool {
  radius = 60;
  /** @type {Point | null} */
  at = null;

  /** @override @param {Spot} spot */
  down(spot) {
    const draws = super.down(spot);
    if (draws) this.#touch(spot);
    return draws;
  }

  /** @override @param {Spot} spot */
  draw(spot) {
    this.hover(spot);
    this.#touch(spot);
  }

  /** @param {Spot} spot */
  #touch(spot) {
    if (this.desk.plan) this.sweep(blocksUnderBrush(this.desk.plan, [spot.x, spot.y], this.#reach()), this.less);
  }

  /** World units. */
  #reach() {
    const { view } = this.desk;
    return this.radius / view.metresPerPixel() / 2 ** view.map.getZoom();
  }

  /** @override @param {Spot} spot */
  hover(spot) {
    this.at = [spot.x, spot.y];
    this.desk.view.symbols?.repaint();
  }

  /** @override */
  up() {
    this.broken();
  }

  /** @override */
  leave() {
    this.at = null;
    super.leave();
  }

  /** @override @param {Sheet} sheet @param {Palette} palette */
  paint(sheet, palette) {
    if (!this.at || this.desk.activeZone < 0) return;
    const { ctx, scale, left, top } = sheet;
    ctx.beginPath();
    ctx.arc(this.at[0] * scale - left, this.at[1] * scale - top, this.#reach() * scale, 0, 2 * Math.PI);
    ctx.fillStyle = palette['select-fill'];
    ctx.fill();
    applyStroke(ctx, { colour: palette.select, width: 1.6 });
  }

  /** @override @returns {import('../../dom.js').Child} */
  card() {
    const sizes = h('div', { class: 'dock-line', role: 'group', 'aria-label': t('p.brush.radius') }, h('span', { class: 'quiet' }, t('p.brush.radius')),
      RADII.map((radius) => chip(distance(radius), () => this.#resize(radius), radius === this.radius)));
    return [super.card(), this.desk.activeZone >= 0 && sizes];
  }

  /** @param {number} radius */
  #resize(radius) {
    this.radius = radius;
    this.changed();
  }
}

