// The line of a cut, as it grows click by click: legs that follow streets (the server finds the way) and legs that do not.

/** @typedef {[number, number]} LonLat @typedef {{points: LonLat[], cut: boolean, metres: number, streets: string[], onStreetShare: number}} Leg */

/** @param {LonLat} from @param {LonLat} to @param {number} metres @returns {Leg} a straight line that is no street */
export const straightLeg = (from, to, metres) => ({ points: [from, to], cut: true, metres, streets: [], onStreetShare: 0 });

/** Immutable: every click gives a new path. */
export class Path {
  /** @param {LonLat[]} stops @param {Leg[]} legs one less than stops */
  constructor(stops = [], legs = []) {
    this.stops = stops;
    this.legs = legs;
  }

  get last() {
    return this.stops[this.stops.length - 1] ?? null;
  }

  /** Whether it leads anywhere. */
  get isLine() {
    return this.legs.length > 0;
  }

  /** @param {LonLat} at */
  start(at) {
    return new Path([at]);
  }

  /** @param {LonLat} to @param {Leg} leg */
  extend(to, leg) {
    return this.isSame(to) ? this : new Path([...this.stops, to], [...this.legs, leg]);
  }

  /** The two clicks of a double click are one stop. @param {LonLat} at */
  isSame(at) {
    return this.last !== null && this.last[0] === at[0] && this.last[1] === at[1];
  }

  /** Without the last stop. */
  back() {
    return new Path(this.stops.slice(0, -1), this.legs.slice(0, -1));
  }

  get metres() {
    return this.legs.reduce((sum, leg) => sum + leg.metres, 0);
  }

  /** Share of the length along streets, 1 for nothing. */
  get onStreetShare() {
    return this.metres > 0 ? this.legs.reduce((sum, leg) => sum + leg.metres * leg.onStreetShare, 0) / this.metres : 1;
  }

  /** Names of the streets followed, each once, in order. */
  get streets() {
    return [...new Set(this.legs.flatMap((leg) => leg.streets))].filter(Boolean);
  }

  /** As an operation carries it: only the stops; the server walks the streets between them again. */
  toBody() {
    const cut = this.legs.map((leg) => leg.cut);
    return cut.includes(true) ? { points: this.stops, cut } : { points: this.stops };
  }
}
