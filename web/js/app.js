import { session } from './access/session.js';
import { TAB_RIGHTS } from './access/rights.js';
import { address, get } from './api.js';
import { decodeBuildings } from './bundle.js';
import { unionBox } from './map/model.js';
import { NO_REGISTER } from './time/publications.js';

/**
 * @typedef {import('./state.js').PageState} PageState
 * @typedef {import('./state.js').Selection} Selection
 * @typedef {import('./map/model.js').MapModel} MapModel
 * @typedef {import('./bundle.js').Buildings} Buildings
 */

/** What every part of the page shares: the state, the map and the data read once. */
export class App {
  /** @type {Map<string, Promise<any>>} */
  #once = new Map();

  /** @param {import('./state.js').Store<PageState>} store @param {import('./map/map-view.js').MapView} view @param {MapModel} model */
  constructor(store, view, model) {
    this.store = store;
    this.view = view;
    this.model = model;
    /** @type {import('./time/publications.js').Register} */
    this.register = NO_REGISTER;
    /** Told after another plan is shown. @type {(() => void)[]} */
    this.onmodel = [];
    /** Shows the plan of the day in the state. @type {(() => void) | null} */
    this.showDay = null;
    /** @type {Buildings | null} */
    this.buildings = null;
    /** Asked in turn what a click at a world position means; the first answer wins. @type {((x: number, y: number) => Partial<PageState> | null)[]} */
    this.hitTests = [];
    /** @type {() => void} */
    this.openPanel = () => {};
  }

  get state() {
    return this.store.state;
  }

  /** @param {string} right */
  may(right) {
    return session.may(right);
  }

  /** Whether a tab is the one in front and its visitor may see it. @param {string} tab */
  shows(tab) {
    return this.state.tab === tab && this.may(TAB_RIGHTS[tab]);
  }

  /** Data that does not change while the page is open; a failed read is tried again next time.
   * @param {string} path @param {(body: any) => any} [read] @returns {Promise<any>} */
  once(path, read = (body) => body) {
    let pending = this.#once.get(path);
    if (!pending) {
      pending = get(path).then(read);
      pending.catch(() => this.#once.delete(path));
      this.#once.set(path, pending);
    }
    return pending;
  }

  /** Forgets what was read once, so that it is read anew. @param {string} path */
  forget(path) {
    this.#once.delete(path);
  }

  /** Another plan in the place of the one shown. @param {MapModel} model */
  showModel(model) {
    if (model.version === this.model.version) return;
    this.model = model;
    this.view.model = model;
    this.view.repaint();
    this.onmodel.forEach((listener) => listener());
  }

  /** Of the day shown. @returns {Promise<Buildings>} */
  async loadBuildings() {
    this.buildings = await this.once(address('/api/v1/map/buildings', { date: this.state.date }), decodeBuildings);
    return /** @type {Buildings} */ (this.buildings);
  }

  /** Selects a unit and shows it whole. @param {Selection} selection */
  goToUnit(selection) {
    const grids = this.model.gridsOf(selection);
    if (grids.length > 0) this.view.fit(unionBox(grids));
    this.store.set({ sel: selection, at: null, tab: 'grid' });
    this.openPanel();
  }

  /** "谁管这里": a place was pointed at. @param {number} lon @param {number} lat */
  askAt(lon, lat) {
    this.store.set({ at: { lon, lat }, sel: this.view.pick(lon, lat) });
  }
}
