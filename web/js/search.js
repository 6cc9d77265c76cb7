import { get, Latest } from './api.js';
import { h, put } from './dom.js';
import { t, tOr } from './i18n.js';
import { icon } from './icons.js';
import { problemTitle } from './ui.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {{kind: string, code: string, name: string, context?: string, id?: string, place: [number, number], bbox?: number[]}} Hit */

const KINDS = ['grid', 'community', 'township', 'district', 'street', 'building'];
const DELAY_MS = 120;

/** Search by name, code or street: a combo box whose results are grouped by kind. */
export class Search {
  #latest = new Latest();
  #timer = 0;
  /** @type {Hit[]} */
  #hits = [];
  #current = -1;

  /** @param {App} app @param {(hit: Hit) => void} choose */
  constructor(app, choose) {
    this.app = app;
    this.choose = choose;
    this.input = h('input', { type: 'search', id: 'search', role: 'combobox', autocomplete: 'off', maxlength: 100, spellcheck: 'false', 'aria-expanded': 'false', 'aria-controls': 'results', oninput: () => this.#later(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event), onfocus: () => this.#later(), onblur: () => setTimeout(() => this.close(), 180) });
    this.list = h('div', { class: 'results', id: 'results', role: 'listbox', hidden: true });
    this.element = h('div', { class: 'search', role: 'search' }, h('label', { class: 'field' }, icon('search'), this.input, h('kbd', { 'aria-hidden': 'true' }, '/')), this.list);
    this.render();
  }

  render() {
    this.input.placeholder = t('search.hint');
    this.input.setAttribute('aria-label', t('search.hint'));
    this.list.setAttribute('aria-label', t('search.results'));
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#search(), DELAY_MS);
  }

  async #search() {
    const q = this.input.value.trim();
    if (!q) return this.close();
    try {
      const body = await this.#latest.run((signal) => get('/api/v1/search', { q, limit: 20 }, signal));
      if (body) this.#show(body.results);
    } catch (error) {
      this.#open(h('p', { class: 'none', role: 'alert' }, problemTitle(error)));
    }
  }

  /** @param {Hit[]} results */
  #show(results) {
    this.#hits = KINDS.flatMap((kind) => results.filter((hit) => hit.kind === kind));
    this.#current = this.#hits.length > 0 ? 0 : -1;
    if (this.#hits.length === 0) return this.#open(h('p', { class: 'none' }, t('search.none')));
    const groups = KINDS.map((kind) => this.#group(kind)).filter((group) => group !== null);
    this.#open(groups);
    this.#mark();
  }

  /** @param {string} kind */
  #group(kind) {
    const own = this.#hits.map((hit, i) => ({ hit, i })).filter(({ hit }) => hit.kind === kind);
    if (own.length === 0) return null;
    return h('div', { role: 'group', 'aria-label': t(`kind.${kind}`) }, h('p', { class: 'group' }, t(`kind.${kind}`)), own.map(({ hit, i }) => this.#row(hit, i)));
  }

  /** @param {Hit} hit @param {number} i */
  #row(hit, i) {
    return h('div', { class: 'hit', role: 'option', id: `hit-${i}`, onpointerdown: (/** @type {Event} */ event) => event.preventDefault(), onclick: () => this.#take(i) },
      h('b', null, hit.name || hit.code), h('small', null, [hit.kind === 'street' ? tOr(`class.${hit.context}`, hit.context) : hit.context, hit.name ? hit.code : ''].filter(Boolean).join(' · ')));
  }

  /** @param {import('./dom.js').Child} content */
  #open(content) {
    put(this.list, content);
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
  }

  #mark() {
    this.list.querySelectorAll('.hit').forEach((row) => row.setAttribute('aria-selected', String(row.id === `hit-${this.#current}`)));
    this.input.setAttribute('aria-activedescendant', this.#current < 0 ? '' : `hit-${this.#current}`);
    this.list.querySelector(`#hit-${this.#current}`)?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && this.#hits.length > 0) {
      event.preventDefault();
      this.#current = (this.#current + by + this.#hits.length) % this.#hits.length;
      this.#mark();
    } else if (event.key === 'Enter' && !this.list.hidden && this.#current >= 0) this.#take(this.#current);
    else if (event.key === 'Escape') this.input.blur();
  }

  /** @param {number} i */
  #take(i) {
    const hit = this.#hits[i];
    this.input.value = hit.name || hit.code;
    this.input.blur();
    this.close();
    this.choose(hit);
  }
}
