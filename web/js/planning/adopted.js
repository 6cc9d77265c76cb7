// Findings of a layer that was adopted into a draft: what is wrong with the foreign polygons and what was done about it.

import { readReport } from '../findings.js';

/** @typedef {import('../findings.js').Finding & {id: string, state: 'open' | 'excepted' | 'resolved', effect: string, reason: string, until: string}} DraftFinding */

/** @param {any} body GeoJSON @returns {DraftFinding[]} */
export function readAdopted(body) {
  /** @type {any[]} */
  const raw = body?.findings?.features ?? body?.features ?? [];
  const { findings } = readReport({ features: raw });
  return findings.map((finding, i) => {
    const values = raw[i].properties ?? {};
    return { ...finding, id: String(values.id ?? raw[i].id ?? i), state: String(values.state ?? values.status ?? 'open').toLowerCase() === 'open' ? 'open' : /** @type {any} */ (String(values.state ?? values.status).toLowerCase()), effect: String(values.effect?.text ?? values.effect ?? ''), reason: String(values.reason ?? ''), until: String(values.until ?? '') };
  });
}

/** @param {DraftFinding[]} findings */
export function countOf(findings) {
  const count = (/** @type {string} */ state) => findings.filter((finding) => finding.state === state).length;
  return { open: count('open'), excepted: count('excepted'), resolved: count('resolved'), all: findings.length };
}

/** Which finding comes next after one was dealt with: the next open one, round and round. @param {DraftFinding[]} findings @param {string} id @param {1 | -1} by */
export function nextOpen(findings, id, by) {
  const from = findings.findIndex((finding) => finding.id === id);
  for (let step = 1; step <= findings.length; step++) {
    const at = (((from < 0 && by < 0 ? 0 : from) + by * step) % findings.length + findings.length) % findings.length;
    if (findings[at].state === 'open') return at;
  }
  return -1;
}
