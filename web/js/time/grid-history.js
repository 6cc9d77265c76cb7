import { get } from '../api.js';
import { h, put } from '../dom.js';
import { dateText, number, t } from '../i18n.js';
import { head, quiet, section } from '../ui.js';
import { flowFigure } from './flow.js';

/** @typedef {import('../app.js').App} App */

/** What became of a grid. @param {App} app @param {string} code @param {HTMLElement} element */
export async function fillHistory(app, code, element) {
  const history = await get(`/api/v1/grids/${encodeURIComponent(code)}/history`);
  put(element, head(t('history')), versionList(history.versions), publicationsOf(history).map((publication) => happened(history, publication, code)));
}

/** The card of a grid that is not on the map shown: abolished, or not there yet. @param {App} app @param {string} code @param {HTMLElement} element */
export async function fillAbsent(app, code, element) {
  const history = await get(`/api/v1/grids/${encodeURIComponent(code)}/history`);
  const last = history.versions.at(-1);
  const body = section();
  put(body, head(t('history')), versionList(history.versions), publicationsOf(history).map((publication) => happened(history, publication, code)));
  put(element, section(h('h2', { class: 'title' }, last?.name ?? code), h('p', { class: 'code' }, `${t('code')} ${code}`), quiet(t('history.absent'))), body);
}

/** @param {any[]} versions */
const versionList = (versions) => h('ol', { class: 'versions' }, versions.map((version) => h('li', null,
  h('span', { class: 'when' }, version.to ? t('history.span', { from: dateText(version.from), to: dateText(version.to) }) : t('since', { date: dateText(version.from) })),
  h('b', null, version.name), h('span', { class: 'quiet' }, version.households > 0 && t('n.households', { n: number(version.households) })))));

/** @param {any} history @returns {number[]} latest first */
function publicationsOf({ events, lineage }) {
  return [...new Set([...events, ...lineage].map((one) => one.publication))].sort((a, b) => b - a);
}

/** @param {any} story @param {number} publication @param {string} code */
function happened(story, publication, code) {
  const { events, lineage } = story;
  const here = events.filter((/** @type {any} */ event) => event.publication === publication);
  const steps = lineage.filter((/** @type {any} */ step) => step.publication === publication);
  const kinds = [...new Set(here.map((/** @type {any} */ event) => t(`event.${event.kind}`)))];
  return h('section', { class: 'happened' },
    h('h4', null, kinds.map((kind) => h('span', { class: 'badge' }, kind)), h('span', { class: 'quiet' }, t('publication', { number: publication, date: dateText((here[0] ?? steps[0]).effective) }))),
    here[0]?.document && h('p', { class: 'quiet' }, t('history.document', { document: here[0].document })),
    notes(here, code).map((note) => h('p', { class: 'quiet' }, note)),
    steps.length > 0 && flowFigure([...kept(story, steps, code), ...steps], code));
}

/** A grid that only receives keeps all it had: the lineage tells what is given. @param {any} history @param {any[]} steps @param {string} code @returns {any[]} */
function kept({ versions }, steps, code) {
  const before = versions.find((/** @type {any} */ version) => version.to === steps[0].effective);
  const gives = steps.some((step) => step.from === code);
  return before && !gives ? [{ ...steps[0], from: code, to: code, households: before.households, people: before.people, share: 1 }] : [];
}

/** What an event says of this very grid. @param {any[]} events @param {string} code */
const notes = (events, code) => events.filter((event) => event.grid === code && event.note && /→/.test(event.note)).map((event) => event.note);
