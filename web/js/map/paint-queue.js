/** Longest gap between frames that still looks like motion; beyond it the work of a frame is halved. */
const SMOOTH_MS = 24;
const RECORD_BUDGET_MS = 7;
const LEAST_A_FRAME = 3;
const MOST_A_FRAME = 12;

/**
 * Drawing that waits, a bounded share of it a frame, so that the map never stops moving. What a canvas costs is only
 * partly known when its drawing returns: the browser rasters later, while it presents the frame. So besides the time
 * measured here, the number of jobs follows the time from frame to frame.
 */
export class PaintQueue {
  /** @type {Map<HTMLCanvasElement, () => void>} */
  #waiting = new Map();
  #running = false;
  #atOnce = 4;
  #last = 0;

  /** @param {HTMLCanvasElement} canvas @param {() => void} work */
  add(canvas, work) {
    this.#waiting.set(canvas, work);
    if (this.#running) return;
    this.#running = true;
    this.#last = 0;
    this.#next();
  }

  /** Whether a canvas waits anyway. @param {HTMLCanvasElement} canvas */
  has(canvas) {
    return this.#waiting.has(canvas);
  }

  /** @param {HTMLCanvasElement} canvas */
  drop(canvas) {
    this.#waiting.delete(canvas);
  }

  /** Everything that waits. */
  flush() {
    for (const work of this.#waiting.values()) work();
    this.#waiting.clear();
  }

  #next() {
    requestAnimationFrame((now) => this.#frame(now));
  }

  /** @param {number} now */
  #frame(now) {
    if (this.#last > 0) this.#atOnce = now - this.#last > SMOOTH_MS ? Math.max(LEAST_A_FRAME, this.#atOnce >> 1) : Math.min(MOST_A_FRAME, this.#atOnce + 1);
    this.#last = now;
    this.#work(performance.now() + RECORD_BUDGET_MS);
    this.#running = this.#waiting.size > 0;
    if (this.#running) this.#next();
  }

  /** @param {number} end */
  #work(end) {
    let left = this.#atOnce;
    for (const [canvas, work] of this.#waiting) {
      this.#waiting.delete(canvas);
      work();
      if (--left <= 0 || performance.now() > end) break;
    }
  }
}
