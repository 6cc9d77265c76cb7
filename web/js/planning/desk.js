import { session } from '../access/session.js';
import { unionBox } from '../map/model.js';

/**
 * @typedef {import('./plan.js').Plan} Plan
 * @typedef {import('./plan.js').Pair} Pair
 * @typedef {import('./runner.js').Op} Op
 * @typedef {import('./runner.js').Answer} Answer
 * @typedef {import('./runner.js').Failure} Failure
 * @typedef {import('./find.js').Score} Score
 * @typedef {import('../map/model.js').MapModel} MapModel
 * @typedef {{min: number, target: number, max: number}} Band
 * @typedef {{seq: number, text: string, actor: string, at: string, undone: boolean}} LogEntry
 * @typedef {object} Draft
 * @property {number} id
 * @property {string} title
 * @property {string | null} scope
 * @property {'draft' | 'submitted' | 'approved' | 'published' | 'rejected' | 'withdrawn'} state
 * @property {number} version
 * @property {{number: number, effective: string}} base
 * @property {string} author
 * @property {Record<string, string>} [names] what people are called, by account
 * @property {string} createdAt
 * @property {string} updatedAt
 * @property {import('./review-steps.js').Approval[]} [approvals]
 * @property {number} operations
 * @property {number} done
 * @property {LogEntry[]} log
 * @property {{grids: string[], arcs: number[]}} locks
 * @property {string | null} noticeUntil
 * @property {{decision: string, by: string, at: string, why: string, place: [number, number] | null}[]} [decisions] oldest first
 * @property {number | null} [publication]
 * @property {{total: number, open: number, excepted: number, resolved: number} | null} [findings] of an adopted layer
 * @property {Band} band
 * @typedef {{op: Op, answer: Answer, zones: Map<number, number>, rows: import('./plan.js').GridRow[]}} Proposal what an operation would do: new grid by block, and grids to come
 * @typedef {'draft' | 'plan' | 'scores' | 'staged' | 'proposal' | 'trouble' | 'picked' | 'comments' | 'findings' | 'tool'} Topic
 */

/** What every part of the planning page shares: the draft, its plan and what is in the hand. */
export class Desk {
  /** The map of the plan in force. @type {MapModel | null} */
  base = null;
  /** The plan in force itself. @type {Plan | null} */
  basePlan = null;
  /** @type {Draft | null} */
  draft = null;
  /** @type {Plan | null} */
  plan = null;
  /** @type {{plan: any, grids: Score[]} | null} */
  scores = null;
  /** Blocks chosen, not moved yet. @type {Set<number>} */
  staged = new Set();
  /** Grids chosen for a tool that takes several. @type {string[]} */
  picked = [];
  /** @type {Proposal | null} */
  proposal = null;
  /** @type {Failure | null} */
  trouble = null;
  /** @type {any[]} */
  comments = [];
  /** What those are called who commented, by account. @type {Record<string, string>} */
  commenters = {};
  /** @type {{topics: Topic[], listener: () => void}[]} */
  #listeners = [];

  /** @param {import('../state.js').Store<import('./state.js').PlanningState>} store @param {import('../map/map-view.js').MapView} view */
  constructor(store, view) {
    this.store = store;
    this.view = view;
  }

  get state() {
    return this.store.state;
  }

  /** @param {Topic[]} topics @param {() => void} listener */
  on(topics, listener) {
    this.#listeners.push({ topics, listener });
  }

  /** @param {...Topic} topics */
  tell(...topics) {
    for (const { topics: wanted, listener } of this.#listeners.slice()) if (topics.some((topic) => wanted.includes(topic))) listener();
  }

  /** Whether blocks may be moved now. */
  get canEdit() {
    return this.draft !== null && ['draft', 'rejected'].includes(this.draft.state) && session.may('draft-edit');
  }

  /** The grid that is worked on, -1 for none. */
  get activeZone() {
    return this.plan ? this.plan.zoneByCode(this.state.sel) : -1;
  }

  /** @returns {Band} */
  get band() {
    return this.draft?.band ?? { min: 300, target: 350, max: 500 };
  }

  /** @param {Iterable<number>} faces */
  stage(faces) {
    this.staged = new Set(faces);
    this.tell('staged');
  }

  /** @param {string[]} codes */
  pick(codes) {
    this.picked = codes;
    this.tell('picked');
  }

  /** @param {Proposal | null} proposal */
  propose(proposal) {
    if (!proposal && !this.proposal) return;
    this.proposal = proposal;
    this.tell('proposal');
  }

  /** @param {Failure | null} trouble */
  setTrouble(trouble) {
    if (!trouble && !this.trouble) return;
    this.trouble = trouble;
    this.tell('trouble');
  }

  /** Empties the hand. @returns {boolean} whether there was anything in it */
  drop() {
    const held = this.staged.size > 0 || this.picked.length > 0 || this.proposal !== null || this.trouble !== null;
    this.stage([]);
    this.pick([]);
    this.propose(null);
    this.setTrouble(null);
    return held;
  }

  /** @param {string} code */
  isLocked(code) {
    return this.draft?.locks?.grids?.includes(code) ?? false;
  }

  /** @param {string} code */
  scoreOf(code) {
    return this.scores?.grids.find((score) => score.code === code) ?? null;
  }

  /** Households of a grid, also while its score is on the way. @param {number} zone */
  householdsOf(zone) {
    return this.plan?.households[zone] ?? 0;
  }

  /** Against the band. @param {number} households @returns {'under' | 'within' | 'over'} */
  bandOf(households) {
    return households < this.band.min ? 'under' : households > this.band.max ? 'over' : 'within';
  }

  /** Shows grids whole. @param {string[]} codes @param {{select?: boolean}} [options] */
  flyTo(codes, { select = true } = {}) {
    const zones = codes.map((code) => this.plan?.zoneByCode(code) ?? -1).filter((zone) => zone >= 0);
    if (!this.plan || zones.length === 0) return;
    this.view.fit(unionBox(zones.map((zone) => ({ box: /** @type {Plan} */ (this.plan).boxes[zone] }))), { maxZoom: 17 });
    if (select) this.store.set({ sel: codes[0] });
  }

  /** @param {number[]} faces */
  flyToBlocks(faces) {
    const areas = this.plan?.model.faces.areas;
    if (areas && faces.length > 0) this.view.fit(unionBox(faces.map((face) => areas[face])), { maxZoom: 17 });
  }
}
