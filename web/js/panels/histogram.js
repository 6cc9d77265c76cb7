import { barAt, barsIn, brushPeriod, highest, slide } from '../days.js';
import { h, put } from '../dom.js';
import { dateText, number, t } from '../i18n.js';
import { pixelRatio } from '../map/tiles.js';

/** @typedef {import('../days.js').Bar} Bar @typedef {import('../days.js').Period} Period */

/** Cases over time; dragging over it chooses a period, arrow keys move it, Delete clears it. */
export class Histogram {
  /** @type {Bar[]} */
  bars = [];
  bucket = 'week';
  /** @type {Period} */
  period = { from: '', to: '' };
  /** @type {[number, number] | null} */
  #dragged = null;

  /** @param {(period: Period) => void} choose */
  constructor(choose) {
    this.choose = choose;
    this.canvas = h('canvas', { tabindex: 0, role: 'slider', 'aria-valuemin': 0, onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event), onpointerdown: (/** @type {PointerEvent} */ event) => this.#down(event), ondblclick: () => this.choose({ from: '', to: '' }) });
    this.axis = h('div', { class: 'axis' });
    this.element = h('div', { class: 'histogram' }, this.canvas, this.axis);
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  /** @param {Bar[]} bars @param {string} bucket @param {Period} period */
  show(bars, bucket, period) {
    this.bars = bars;
    this.bucket = bucket;
    this.period = period;
    this.canvas.setAttribute('aria-label', t('histogram.label'));
    this.canvas.setAttribute('aria-valuetext', period.from || period.to ? `${period.from} – ${period.to}` : t('wholePeriod'));
    put(this.axis, bars.length > 0 && [h('span', null, dateText(bars[0].from)), h('span', null, t('highest', { n: number(highest(bars)) })), h('span', null, dateText(bars[bars.length - 1].from))]);
    this.draw();
  }

  /** The chosen bars, or all. @returns {[number, number]} */
  span() {
    const open = !this.period.from && !this.period.to;
    return this.#dragged ?? (open ? null : barsIn(this.bars, this.period)) ?? [0, this.bars.length - 1];
  }

  draw() {
    const { width, height } = this.canvas.getBoundingClientRect();
    const ctx = this.canvas.getContext('2d');
    if (!ctx || width === 0) return;
    const ratio = pixelRatio();
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    ctx.scale(ratio, ratio);
    this.#drawBars(ctx, width, height);
  }

  /** @param {CanvasRenderingContext2D} ctx @param {number} width @param {number} height */
  #drawBars(ctx, width, height) {
    const style = getComputedStyle(this.canvas);
    const [first, last] = this.span();
    const step = width / Math.max(1, this.bars.length);
    const top = highest(this.bars) || 1;
    ctx.fillStyle = style.getPropertyValue('--accent-soft');
    if (last - first + 1 < this.bars.length) ctx.fillRect(first * step, 0, (last - first + 1) * step, height);
    this.bars.forEach((bar, i) => {
      ctx.fillStyle = style.getPropertyValue(i >= first && i <= last ? '--accent' : '--line-strong');
      const tall = (bar.count / top) * (height - 6);
      ctx.fillRect(i * step + Math.min(1, step * 0.1), height - tall, Math.max(1, step - Math.min(2, step * 0.2)), tall);
    });
  }

  /** @param {PointerEvent} event */
  #barUnder(event) {
    const { left, width } = this.canvas.getBoundingClientRect();
    return barAt((event.clientX - left) / width, this.bars.length);
  }

  /** @param {PointerEvent} down */
  #down(down) {
    if (this.bars.length === 0) return;
    const start = this.#barUnder(down);
    const move = (/** @type {PointerEvent} */ event) => {
      const end = this.#barUnder(event);
      this.#dragged = [Math.min(start, end), Math.max(start, end)];
      this.draw();
    };
    const up = (/** @type {PointerEvent} */ event) => {
      this.canvas.removeEventListener('pointermove', move);
      this.#dragged = null;
      this.choose(brushPeriod(this.bars, start, this.#barUnder(event), this.bucket));
    };
    this.canvas.setPointerCapture(down.pointerId);
    this.canvas.addEventListener('pointermove', move);
    this.canvas.addEventListener('pointerup', up, { once: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') this.choose({ from: '', to: '' });
    if (!by || this.bars.length === 0) return;
    event.preventDefault();
    const [first, last] = this.span();
    const [one, other] = last - first + 1 === this.bars.length ? [by > 0 ? 0 : last, by > 0 ? 0 : last] : slide(this.bars, [first, last], by);
    this.choose(brushPeriod(this.bars, one, other, this.bucket));
  }
}
