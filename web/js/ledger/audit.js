import { field, textInput } from '../access/fields.js';
import { address, get } from '../api.js';
import { h, put } from '../dom.js';
import { number, t, timeText } from '../i18n.js';
import { icon } from '../icons.js';
import { button, loading, problem } from '../ui.js';
import { ACTIONS, actionName, OUTCOMES, outcomeName, rolesText, subjectText, summaryText } from './audit-words.js';
import { emptyNote, sectionHead } from './parts.js';

/** @typedef {import('./audit-words.js').AuditEvent} AuditEvent */

const PAGE = 50;
const FILTERS = /** @type {const} */ (['actor', 'action', 'outcome', 'subject', 'from', 'to']);

/** 审计日志: who did what, when, and whether the trail still holds. */
export class AuditSection {
  /** @type {AuditEvent[]} */
  #events = [];
  #hasMore = false;
  /** @type {Record<string, string>} */
  #filter = {};

  constructor() {
    this.element = h('section', { class: 'register', id: 'audit' });
    this.list = h('div');
    this.more = h('div', { class: 'more' });
    this.verdict = h('div', { role: 'status', 'aria-live': 'polite' });
    this.render();
    this.#load();
  }

  render() {
    this.csv = h('a', { class: 'button', download: 'audit.csv', href: '#' }, icon('download'), t('audit.csv'));
    put(this.element, sectionHead('audit', t('audit.lead'), button(t('audit.verify'), () => this.#verify(), { icon: 'shield' }), this.csv), this.verdict, this.#form(), this.list, this.more);
    this.#link();
    if (this.#events.length > 0) this.#renderList();
  }

  #form() {
    const value = (/** @type {string} */ name) => this.#filter[name] ?? '';
    const choice = (/** @type {string} */ name, /** @type {string[]} */ all, /** @type {(one: string) => string} */ word) => h('select', { class: 'input', name }, h('option', { value: '' }, t('audit.any')), all.map((one) => h('option', { value: one, selected: one === value(name) }, word(one))));
    const form = h('form', { class: 'filters', onsubmit: (/** @type {Event} */ event) => this.#apply(event, form) },
      field(t('audit.actor'), textInput({ name: 'actor', maxlength: 100, autocomplete: 'off', value: value('actor') })),
      field(t('audit.action'), choice('action', ACTIONS, actionName)),
      field(t('audit.outcome'), choice('outcome', OUTCOMES, outcomeName)),
      field(t('audit.subject'), textInput({ name: 'subject', maxlength: 100, autocomplete: 'off', placeholder: t('audit.subject.hint'), value: value('subject') })),
      field(t('audit.from'), textInput({ type: 'date', name: 'from', value: value('from') })),
      field(t('audit.to'), textInput({ type: 'date', name: 'to', value: value('to') })),
      h('div', { class: 'row' }, h('button', { type: 'submit', class: 'button primary' }, t('audit.apply')), button(t('audit.reset'), () => this.#clear())));
    return form;
  }

  /** @param {Event} event @param {HTMLFormElement} form */
  #apply(event, form) {
    event.preventDefault();
    const given = new FormData(form);
    this.#filter = Object.fromEntries(FILTERS.map((name) => [name, String(given.get(name) ?? '').trim()]).filter(([, value]) => value));
    this.#link();
    this.#load();
  }

  #clear() {
    this.#filter = {};
    this.render();
    this.#load();
  }

  #link() {
    this.csv?.setAttribute('href', address('/api/v1/audit', { ...this.#filter, f: 'csv' }));
  }

  async #load() {
    this.#events = [];
    put(this.list, loading());
    put(this.more);
    await this.#read('');
  }

  /** @param {string | number} before */
  async #read(before) {
    try {
      const { events } = await get('/api/v1/audit', { ...this.#filter, before, limit: PAGE });
      this.#events.push(...events);
      this.#hasMore = events.length === PAGE;
      this.#renderList();
    } catch (error) {
      put(this.more);
      put(this.#events.length > 0 ? this.more : this.list, problem(error, () => this.#read(before)));
    }
  }

  #renderList() {
    put(this.list, this.#events.length === 0 ? emptyNote('shield', t('audit.empty')) : h('ol', { class: 'events' }, this.#events.map(eventRow)));
    put(this.more, this.#events.length > 0 && h('span', { class: 'quiet' }, t('audit.count', { n: number(this.#events.length) })), this.#hasMore && button(t('audit.older'), () => this.#read(this.#events[this.#events.length - 1].seq)));
  }

  async #verify() {
    put(this.verdict, h('p', { class: 'verdict' }, t('verify.running')));
    try {
      put(this.verdict, verdictNote(await get('/api/v1/audit/verification')));
    } catch (error) {
      put(this.verdict, problem(error, () => this.#verify()));
    }
  }
}

/** @param {{holds: boolean, events: number, head: string, broken: number | null, why: string}} found */
const verdictNote = ({ holds, events, head, broken, why }) => h('div', { class: holds ? 'verdict good' : 'verdict bad' }, icon(holds ? 'shield' : 'findings'),
  h('div', null, h('b', null, holds ? t('verify.holds', { n: number(events) }) : t('verify.broken', { n: number(broken ?? 0), why })), h('p', null, t('verify.head'), ' ', h('code', null, head))));

/** @param {AuditEvent} event */
function eventRow(event) {
  const { at, actor, actorKind, action, subject, outcome } = event;
  return h('li', null, h('details', null,
    h('summary', null, h('time', { datetime: at }, timeText(at)), h('span', { class: 'actor' }, actor || t(`kind.${actorKind}`), actor && actorKind !== 'account' && h('small', null, t(`kind.${actorKind}`))),
      h('span', { class: 'badge' }, actionName(action)), h('span', { class: 'subject' }, subjectText(subject)), h('span', { class: outcome === 'done' ? 'badge good' : 'badge warn' }, outcomeName(outcome))),
    h('dl', { class: 'hours' }, detailRows(event).map(([label, text]) => [h('dt', null, label), h('dd', null, text)]))));
}

/** @param {AuditEvent} event @returns {[string, string][]} */
function detailRows({ seq, before, after, why, roles, address: from, hash, subject }) {
  const rows = /** @type {[string, string][]} */ ([[t('audit.subject'), subject], [t('audit.before'), summaryText(before)], [t('audit.after'), summaryText(after)], [t('why'), why], [t('audit.roles'), rolesText(roles)], [t('audit.address'), from], [t('audit.hash'), `${seq} · ${hash}`]]);
  return rows.filter(([, text]) => text);
}
