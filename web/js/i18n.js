import { ACCESS_EN } from './texts-access-en.js';
import { ACCESS_ZH } from './texts-access-zh.js';
import { CATEGORIES_EN } from './texts-categories.js';
import { EN } from './texts-en.js';
import { LEDGER_EN } from './texts-ledger-en.js';
import { LEDGER_ZH } from './texts-ledger-zh.js';
import { PLANNING_EN } from './texts-planning-en.js';
import { PLANNING_ZH } from './texts-planning-zh.js';
import { TIME_EN } from './texts-time-en.js';
import { TIME_ZH } from './texts-time-zh.js';
import { ZH } from './texts-zh.js';

/** @typedef {Record<string, string | number>} Values */

/** @type {Record<string, Record<string, string>>} */
export const TEXTS = { zh: { ...ZH, ...ACCESS_ZH, ...LEDGER_ZH, ...PLANNING_ZH, ...TIME_ZH }, en: { ...EN, ...ACCESS_EN, ...LEDGER_EN, ...PLANNING_EN, ...TIME_EN } };
/** @type {Record<string, string>} */
const LOCALES = { zh: 'zh-CN', en: 'en-GB' };

let language = 'zh';
/** Texts of this district in place of the page's own. @type {Record<string, string>} */
let own = {};

/** Texts that are nothing but the name of a level. @type {string[][]} */
const LEVEL_KEYS = [['kind.district', 'legend.district'], ['townships', 'kind.township', 'legend.township', 'layer.township'], ['communities', 'kind.community', 'legend.community', 'layer.community'], ['grids', 'kind.grid', 'legend.grid', 'layer.grid']];

/** A district whose levels are called otherwise than usual is shown in its own words; Chinese ones only in Chinese.
 * @param {string[]} [levels] from the district down to the grid */
export function setLevels(levels = []) {
  const usual = ZH.levels.split(',');
  own = Object.fromEntries(levels.flatMap((name, i) => (name && name !== usual[i] ? (LEVEL_KEYS[i] ?? []).map((key) => [key, name]) : [])));
}

/** @param {string} lang */
export function setLanguage(lang) {
  language = lang in TEXTS ? lang : 'zh';
}

export const locale = () => LOCALES[language];

/** @param {string} key */
const ownText = (key) => (language === 'en' && /\p{Script=Han}/u.test(own[key] ?? '') ? undefined : own[key]);

/** The text of a key in the language shown, with `{name}` replaced. A missing key shows itself, so it is seen.
 * @param {string} key @param {Values} [values] */
export function t(key, values = {}) {
  const text = ownText(key) ?? TEXTS[language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Text of a key, or a server's own word when the page has none for it. @param {string} key @param {string} [other] */
export const tOr = (key, other = '') => TEXTS[language][key] ?? other;

/** Name of a group of cases or of a fine category; the server tells the Chinese one. @param {string} code @param {string} label */
export const categoryName = (code, label) => tOr(`category.${code}`, (language === 'en' && CATEGORIES_EN[code]) || label);

/** @param {number} value @param {number} [digits] most decimals shown */
export const number = (value, digits = 0) => new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);

/** A sum over the district, or '' when nobody has given figures: none at all are no figures. @param {number} value */
export const countOrNone = (value) => (value > 0 ? number(value) : '');

/** @param {number} share 0…1 */
export const percent = (share) => new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** Square metres below 0.1 km², else km², as [number, unit]. @param {number} squareMetres @returns {[string, string]} */
export function area(squareMetres) {
  if (squareMetres < 100_000) return [number(squareMetres, squareMetres < 10 ? 2 : 0), 'm²'];
  return [number(squareMetres / 1e6, squareMetres < 1e7 ? 2 : 1), 'km²'];
}

/** @param {number} metres */
export function distance(metres) {
  if (metres > 0 && metres < 0.01) return `${number(metres * 1000, 1)} mm`;
  if (metres >= 10) metres = Number(metres.toPrecision(3));
  return metres < 1000 ? `${number(metres, metres < 10 ? 2 : 0)} m` : `${number(metres / 1000, 1)} km`;
}

/** @param {string} instant ISO date or date-time @param {string} [timeZone] whose day a date-time is told in, else the reader's */
export function dateText(instant, timeZone) {
  const time = new Date(instant.length === 10 ? `${instant}T00:00:00` : instant);
  return Number.isNaN(time.getTime()) ? instant : new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone }).format(time);
}

/** Whose clocks tell the time; the reader's when nobody says. @type {string | undefined} */
let zone;

/** @param {string | undefined} timeZone of the district */
export function setTimeZone(timeZone) {
  zone = timeZone || undefined;
}

/** @param {string} instant */
export function timeText(instant) {
  const time = new Date(instant);
  return Number.isNaN(time.getTime()) ? instant : new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(time);
}
