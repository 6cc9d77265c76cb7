// What the planning page shows, kept in the URL hash like the map's.

import { CODE, LAYERS, listOf, MAP_FIELD, oneOf, readFields, readIndex, writeFields } from '../state.js';
import { FIND_KINDS } from './find.js';
import { TOOL_IDS } from './tool-list.js';

/** @typedef {import('../state.js').MapView} MapView */
/**
 * @typedef {object} PlanningState
 * @property {MapView | null} map
 * @property {string} draft '' for the list
 * @property {string} tool
 * @property {string} sel code of the grid that is worked on, '' for none
 * @property {string} tab
 * @property {string} paint what colours the blocks: grids, band or none
 * @property {string} find what "find next" looks for
 * @property {number} finding -1 for none
 * @property {string} compare '' or before: the plan in force beside the draft
 * @property {string[]} off
 * @property {string} lang
 * @property {string} theme
 * @property {string} back a state of the map one came from
 */

export const SIDES = ['scores', 'grids', 'findings', 'review', 'log'];

/** @param {string} key @returns {import('../state.js').Field<string>} */
const codeField = (key) => ({ key, fallback: '', read: (text) => (CODE.test(text) ? text : undefined), write: (value) => value });

/** @type {{[K in keyof PlanningState]: import('../state.js').Field<PlanningState[K]>}} */
const FIELDS = {
  map: MAP_FIELD,
  draft: codeField('draft'),
  tool: oneOf('tool', TOOL_IDS),
  sel: codeField('sel'),
  tab: oneOf('tab', SIDES),
  paint: oneOf('paint', ['grids', 'band', 'none']),
  find: oneOf('find', /** @type {readonly string[]} */ (FIND_KINDS)),
  finding: { key: 'f', fallback: -1, read: readIndex, write: String },
  compare: oneOf('compare', ['', 'before']),
  off: listOf('off', (item) => LAYERS.includes(item)),
  lang: oneOf('lang', ['zh', 'en']),
  theme: oneOf('theme', ['auto', 'light', 'dark']),
  back: { key: 'back', fallback: '', read: (text) => text.slice(0, 1500), write: (value) => value },
};

/** @param {string} hash @returns {PlanningState} */
export const readPlanning = (hash) => readFields(FIELDS, hash);

/** @param {PlanningState} state */
export const writePlanning = (state) => writeFields(FIELDS, state);

/** The address of this page from another. @param {{lang: string, theme: string, back?: string, map?: MapView | null}} from */
export const planningHref = ({ lang, theme, back = '', map = null }) => `/planning/#${writePlanning({ ...readPlanning(''), lang, theme, back, map })}`;
