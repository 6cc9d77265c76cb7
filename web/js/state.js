// What the page shows, kept in the URL hash. Every field has one reader that answers its fallback for rubbish,
// so any hash at all opens the page.

/**
 * @typedef {{zoom: number, lat: number, lon: number}} MapView
 * @typedef {{type: string, code: string}} Selection
 * @typedef {{lon: number, lat: number}} Position
 * @typedef {object} PageState
 * @property {MapView | null} map
 * @property {Position | null} at the place somebody asked about
 * @property {Selection | null} sel
 * @property {string} date the day whose plan is shown, '' = today
 * @property {{from: number, to: number} | null} compare numbers of the publications that are compared
 * @property {string} tab
 * @property {string[]} off layers switched off
 * @property {string} view what the command tab paints: heat, grids or none
 * @property {string} measure
 * @property {number} bandwidth metres
 * @property {string} bucket
 * @property {string} from first day, '' = open
 * @property {string} to last day, '' = open
 * @property {string[]} categories
 * @property {string[]} kinds kinds of finding shown, empty = all
 * @property {number} finding which finding is looked at, -1 = none
 * @property {string[]} services kinds of service point shown, empty = all
 * @property {string} lang
 * @property {string} theme
 */

/** @template T @typedef {{key: string, fallback: T, read: (text: string) => T | undefined, write: (value: T) => string}} Field */

export const TABS = ['grid', 'findings', 'cases', 'party', 'services'];
export const LAYERS = ['water', 'streets', 'interior', 'buildings', 'township', 'community', 'grid', 'labels'];
export const BANDWIDTHS = [100, 200, 300, 500, 800, 1200];
const SELECTABLE = ['grid', 'community', 'township', 'building', 'point'];
export const CODE = /^[\p{L}\p{N}_.:-]{1,64}$/u;
const MAX_LIST = 60;

/** @template {string} T @param {string} key @param {readonly T[]} allowed @returns {Field<T>} */
export const oneOf = (key, allowed) => ({
  key,
  fallback: allowed[0],
  read: (text) => allowed.find((value) => value === text),
  write: (value) => value,
});

/** @param {string} key @param {(item: string) => boolean} allowed @returns {Field<string[]>} */
export const listOf = (key, allowed) => ({
  key,
  fallback: [],
  read: (text) => [...new Set(text.split(','))].filter(allowed).slice(0, MAX_LIST),
  write: (value) => value.join(','),
});

/** @param {string} key @returns {Field<string>} */
const day = (key) => ({ key, fallback: '', read: readDay, write: (value) => value });

/** @param {string} text */
function readDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : text;
}

/** @param {string} text @returns {MapView | undefined} */
function readView(text) {
  const [zoom, lat, lon] = text.split('/').map(readNumber);
  if (![zoom, lat, lon].every(Number.isFinite)) return undefined;
  if (zoom < 2 || zoom > 20 || Math.abs(lat) > 85 || Math.abs(lon) > 180) return undefined;
  return { zoom, lat, lon };
}

/** @param {string} text @returns {Position | undefined} */
function readPosition(text) {
  const [lon, lat] = text.split(',').map(readNumber);
  if (![lon, lat].every(Number.isFinite) || Math.abs(lat) > 85 || Math.abs(lon) > 180) return undefined;
  return { lon, lat };
}

/** @param {string} text */
const readNumber = (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN);

/** @param {string} text @returns {Selection | undefined} */
function readSelection(text) {
  const cut = text.indexOf('~');
  const type = text.slice(0, cut);
  const code = text.slice(cut + 1);
  return SELECTABLE.includes(type) && CODE.test(code) ? { type, code } : undefined;
}

/** @param {string} text */
function readPair(text) {
  const [, from, to] = (/^(\d{1,6})-(\d{1,6})$/.exec(text) ?? []).map(Number);
  return from >= 1 && from < to ? { from, to } : undefined;
}

/** @param {string} text */
function readBandwidth(text) {
  const metres = readNumber(text);
  return BANDWIDTHS.includes(metres) ? metres : undefined;
}

/** @param {string} text */
export const readIndex = (text) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined);

/** @type {Field<MapView | null>} */
export const MAP_FIELD = { key: 'map', fallback: null, read: readView, write: (v) => (v ? `${v.zoom}/${v.lat.toFixed(5)}/${v.lon.toFixed(5)}` : '') };

/** @type {{[K in keyof PageState]: Field<PageState[K]>}} */
export const FIELDS = {
  map: MAP_FIELD,
  at: { key: 'at', fallback: null, read: readPosition, write: (v) => (v ? `${v.lon.toFixed(6)},${v.lat.toFixed(6)}` : '') },
  sel: { key: 'sel', fallback: null, read: readSelection, write: (v) => (v ? `${v.type}~${v.code}` : '') },
  date: day('date'),
  compare: { key: 'cmp', fallback: null, read: readPair, write: (v) => (v ? `${v.from}-${v.to}` : '') },
  tab: oneOf('tab', TABS),
  off: listOf('off', (item) => LAYERS.includes(item)),
  view: oneOf('view', ['heat', 'grids', 'none']),
  measure: oneOf('measure', ['count', 'per1000']),
  bandwidth: { key: 'bw', fallback: 300, read: readBandwidth, write: String },
  bucket: oneOf('bucket', ['week', 'day', 'month']),
  from: day('from'),
  to: day('to'),
  categories: listOf('cat', (item) => CODE.test(item)),
  kinds: listOf('kind', (item) => /^[a-z]{1,20}$/.test(item)),
  finding: { key: 'f', fallback: -1, read: readIndex, write: String },
  services: listOf('svc', (item) => CODE.test(item)),
  lang: oneOf('lang', ['zh', 'en']),
  theme: oneOf('theme', ['auto', 'light', 'dark']),
};

/** @param {string} hash with or without its leading # @returns {PageState} */
export const readState = (hash) => readFields(FIELDS, hash);

/** Only what differs from the fallback is written. @param {PageState} state */
export const writeState = (state) => writeFields(FIELDS, state);

/** @template {object} S @param {{[K in keyof S]: Field<S[K]>}} fields @param {string} hash with or without its leading # @returns {S} */
export function readFields(fields, hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const entries = Object.entries(fields).map(([name, field]) => [name, readField(/** @type {Field<any>} */ (field), given)]);
  return /** @type {S} */ (Object.fromEntries(entries));
}

/** @param {Field<any>} field @param {URLSearchParams} given */
function readField(field, given) {
  const text = given.get(field.key);
  return text === null ? field.fallback : (field.read(text) ?? field.fallback);
}

/** @template {object} S @param {{[K in keyof S]: Field<S[K]>}} fields @param {S} state */
export function writeFields(fields, state) {
  const parts = Object.entries(fields)
    .map(([name, field]) => writeField(/** @type {Field<any>} */ (field), state[/** @type {keyof S} */ (name)]))
    .filter((part) => part !== '');
  return parts.join('&');
}

/** @param {Field<any>} field @param {any} value */
function writeField(field, value) {
  const text = field.write(value);
  if (text === '' || text === field.write(field.fallback)) return '';
  return `${field.key}=${encodeURIComponent(text).replace(/%2F/g, '/').replace(/%2C/g, ',')}`;
}

/** @template {object} S @typedef {(state: S, changed: Set<keyof S>) => void} StateListener */

/** One state, told to everybody who asked. @template {object} S */
export class Store {
  /** @param {S} state */
  constructor(state) {
    this.state = state;
    /** @type {{keys: (keyof S)[], listener: StateListener<S>}[]} */
    this.listeners = [];
  }

  /** @param {Partial<S>} patch */
  set(patch) {
    const changed = new Set(/** @type {(keyof S)[]} */ (Object.keys(patch)).filter((key) => differs(this.state[key], patch[key])));
    if (changed.size === 0) return;
    this.state = { ...this.state, ...patch };
    for (const { keys, listener } of this.listeners.slice()) {
      if (keys.some((key) => changed.has(key))) listener(this.state, changed);
    }
  }

  /** @param {(keyof S)[]} keys @param {StateListener<S>} listener */
  on(keys, listener) {
    this.listeners.push({ keys, listener });
  }

  /** Turns one item of a list on or off. @param {keyof S} key of a list of words @param {string} item */
  toggle(key, item) {
    const list = /** @type {string[]} */ (this.state[key]);
    const next = list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
    this.set(/** @type {Partial<S>} */ ({ [key]: next }));
  }
}

/** @param {unknown} a @param {unknown} b */
const differs = (a, b) => JSON.stringify(a) !== JSON.stringify(b);
