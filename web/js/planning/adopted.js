// Findings of a layer that was adopted into a draft: what is wrong with the foreign polygons and what was done about it.

import { readReport } from '../findings.js';

/** @typedef {import('../findings.js').Finding & {id: string, state: 'open' | 'excepted', effect: string, reason: string, until: string}} DraftFinding */

/** @param {any} body GeoJSON; findings that are mended are not in it any more @returns {DraftFinding[]} */
export function readAdopted(body) {
  /** @type {any[]} */
  const raw = body?.features ?? [];
  const features = raw.map((feature) => ({ ...feature, properties: { ...feature.properties, suggestion: { text: feature.properties?.suggestion, english: feature.properties?.suggestionEnglish } } }));
  const { findings } = readReport({ features });
  return findings.map((finding, i) => {
    const { id, excepted, effect } = raw[i].properties ?? {};
    return { ...finding, id: String(id ?? raw[i].id ?? i), state: excepted ? 'excepted' : 'open', effect: String(effect ?? ''), reason: String(excepted?.reason ?? ''), until: String(excepted?.until ?? '') };
  });
}

/** @param {DraftFinding[]} findings */
export function countOf(findings) {
  const count = (/** @type {string} */ state) => findings.filter((finding) => finding.state === state).length;
  return { open: count('open'), excepted: count('excepted') };
}

/** The next open finding, round and round. @param {DraftFinding[]} findings @param {number} from index, -1 for none @param {1 | -1} by @returns {number} index, -1 when none is open */
export function nextOpen(findings, from, by) {
  const count = findings.length;
  const start = from < 0 && by < 0 ? count : from;
  for (let step = 1; step <= count; step++) {
    const at = (((start + by * step) % count) + count) % count;
    if (findings[at].state === 'open') return at;
  }
  return -1;
}
