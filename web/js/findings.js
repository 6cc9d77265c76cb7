// A check's report as the page uses it, whatever envelope the findings came in, and the files that are sent to it.

import { boxOf, worldLine } from './geo.js';

/** @typedef {import('./geo.js').Box} Box */
/** @typedef {{zh: string, en: string}} Words a sentence in both languages */
/**
 * @typedef {object} Finding
 * @property {string} kind lower case
 * @property {number} areaSquareMetres
 * @property {number} widthMetres
 * @property {string[]} parties
 * @property {[number, number]} place lon, lat
 * @property {Words} explanation
 * @property {Words} suggestion
 * @property {number | null} confidence
 * @property {Float64Array[]} lines world coordinates
 * @property {boolean} filled
 * @property {Box} box
 * @typedef {{polygons: number, counts: Record<string, number>, findings: Finding[], apart: Words | null, warnings: string[], at: string}} Report
 */

/** Order of the filter chips. */
export const FINDING_KINDS = ['gap', 'inlet', 'overlap', 'duplicate', 'crossing', 'multipart', 'mismatch', 'sliver', 'stray', 'invalid'];

/** @param {any} body @returns {Report} */
export function readReport(body) {
  const list = body.findings?.features ?? body.findings ?? body.features ?? [];
  const findings = list.map(readFinding);
  return { polygons: body.polygons ?? 0, counts: body.counts ?? countKinds(findings), findings, apart: body.apart ? wordsOf(body.apart.words ?? body.apart) : null, warnings: (body.warnings ?? []).map((/** @type {any} */ one) => (typeof one === 'string' ? one : JSON.stringify(one))), at: body.at ?? body.checkedAt ?? '' };
}

/** @param {Finding[]} findings */
export function countKinds(findings) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** @param {any} raw a GeoJSON feature or a plain record @returns {Finding} */
function readFinding(raw) {
  const values = raw.properties ?? raw;
  const { lines, filled } = linesOf(raw.geometry ?? values.geometry);
  const place = values.place?.coordinates ?? values.place ?? middle(raw.geometry);
  return {
    kind: String(values.kind ?? '').toLowerCase(),
    areaSquareMetres: values.areaSquareMetres ?? 0,
    widthMetres: values.widthMetres ?? 0,
    parties: (values.parties ?? []).map(partyText).filter((/** @type {string} */ text) => text !== ''),
    place,
    explanation: wordsOf(values.explanation, values.explanationEnglish),
    suggestion: wordsOf(values.suggestion?.text ?? values.suggestion, values.suggestion?.english),
    confidence: values.confidence ?? null,
    lines, filled,
    box: boxOf(lines.length > 0 ? lines : [worldLine([place])]),
  };
}

/** @param {any} party */
const partyText = (party) => (typeof party === 'object' ? String(party.name || party.id || '') : String(party));

/** A sentence, given in both languages or in one. @param {any} words @param {string} [english] @returns {Words} */
const wordsOf = (words, english) => (words && typeof words === 'object' ? { zh: words.zh ?? '', en: words.en ?? words.zh ?? '' } : { zh: String(words ?? ''), en: String(english ?? words ?? '') });

/** First position of a geometry, for a finding without a place. @param {any} geometry @returns {[number, number]} */
function middle(geometry) {
  let inner = geometry?.coordinates ?? [0, 0];
  while (Array.isArray(inner[0])) inner = inner[0];
  return [inner[0], inner[1]];
}

/** All lines of a GeoJSON geometry in world coordinates. @param {any} geometry @returns {{lines: Float64Array[], filled: boolean}} */
export function linesOf(geometry) {
  switch (geometry?.type) {
    case 'Polygon': return { lines: geometry.coordinates.map(worldLine), filled: true };
    case 'MultiPolygon': return { lines: geometry.coordinates.flat().map(worldLine), filled: true };
    case 'LineString': return { lines: [worldLine(geometry.coordinates)], filled: false };
    case 'MultiLineString': return { lines: geometry.coordinates.map(worldLine), filled: false };
    case 'GeometryCollection': return collect(geometry.geometries);
    default: return { lines: [], filled: false };
  }
}

/** @param {any[]} geometries */
function collect(geometries) {
  const parts = geometries.map(linesOf);
  return { lines: parts.flatMap((part) => part.lines), filled: parts.some((part) => part.filled) };
}

/** What a file among those dropped together is for, from its name. @param {string} name */
export function roleOf(name) {
  if (/domain|责任范围|范围/i.test(name)) return 'domain';
  if (/communit|within|parent|社区|上级/i.test(name)) return 'within';
  return /planted|manifest|答案/i.test(name) ? 'ignored' : 'polygons';
}

/**
 * One request body from the files of a check: the polygons' collection with `domain` and `within` as members.
 * @param {{name: string, text: string}[]} files @returns {{body: any, outlines: Float64Array[], name: string}}
 */
export function joinFiles(files) {
  /** @type {Record<string, any>} */
  const byRole = {};
  let name = '';
  for (const file of files) {
    const role = files.length === 1 ? 'polygons' : roleOf(file.name);
    byRole[role] = parse(file);
    if (role === 'polygons') name = file.name;
  }
  const { polygons, domain, within } = byRole;
  if (!polygons) throw new Error(files.map((file) => file.name).join(', '));
  const outlines = (polygons.features ?? []).flatMap((/** @type {any} */ feature) => linesOf(feature?.geometry).lines);
  return { body: { ...polygons, ...(domain && { domain }), ...(within && { within }) }, outlines, name };
}

/** @param {{name: string, text: string}} file */
function parse(file) {
  try {
    return JSON.parse(file.text);
  } catch (error) {
    throw new Error(`${file.name}: ${error instanceof Error ? error.message : error}`);
  }
}
