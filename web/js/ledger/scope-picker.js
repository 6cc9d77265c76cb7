import { textInput } from '../access/fields.js';
import { get, Latest } from '../api.js';
import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { problemTitle } from '../ui.js';

/** @typedef {{scope: string, scopeName: string}} Scope */

const KINDS = ['district', 'township', 'community', 'grid'];
const DELAY_MS = 150;
let count = 0;

/** Chooses a unit or grid by name or code: a combo box over the search. */
export class ScopePicker {
  #latest = new Latest();
  #timer = 0;
  #current = -1;
  /** @type {{scope: Scope, label: string, context: string}[]} */
  #hits = [];
  /** @type {Scope | null} */
  value = null;

  /** @param {{whole: boolean}} options whether the whole district may be given */
  constructor({ whole }) {
    this.whole = whole;
    const id = `scopes-${++count}`;
    this.input = textInput({ role: 'combobox', name: 'scope', autocomplete: 'off', maxlength: 100, placeholder: t('scope.search'), 'aria-expanded': 'false', 'aria-controls': id, 'aria-autocomplete': 'list', oninput: () => this.#typed(), onfocus: () => this.#search(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event), onblur: () => setTimeout(() => this.#close(), 160) });
    this.list = h('div', { class: 'results', id, role: 'listbox', hidden: true, 'aria-label': t('grant.scope') });
    this.input.dataset.wrapped = 'true';
    this.element = h('div', { class: 'scope-picker' }, this.input, this.list);
  }

  clear() {
    this.value = null;
    this.input.value = '';
  }

  #typed() {
    this.value = null;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#search(), DELAY_MS);
  }

  async #search() {
    const q = this.value ? '' : this.input.value.trim();
    try {
      const body = q ? await this.#latest.run((signal) => get('/api/v1/search', { q, limit: 40 }, signal)) : { results: [] };
      if (body) this.#show(body.results.filter((/** @type {any} */ hit) => KINDS.includes(hit.kind)), q);
    } catch (error) {
      this.#open(h('p', { class: 'none', role: 'alert' }, problemTitle(error)));
    }
  }

  /** @param {any[]} results @param {string} q */
  #show(results, q) {
    const whole = this.whole && (q === '' || t('scope.whole').toLowerCase().includes(q.toLowerCase())) ? [{ scope: { scope: '*', scopeName: t('scope.whole') }, label: t('scope.whole'), context: '*' }] : [];
    this.#hits = [...whole, ...results.map((hit) => ({ scope: { scope: hit.code, scopeName: hit.name }, label: hit.name || hit.code, context: [t(`kind.${hit.kind}`), hit.context, hit.code].filter(Boolean).join(' · ') }))];
    this.#current = this.#hits.length > 0 && q !== '' ? 0 : -1;
    if (this.#hits.length === 0 && q === '') return this.#close();
    this.#open(this.#hits.length === 0 ? h('p', { class: 'none' }, t('scope.none')) : this.#hits.map((hit, i) => this.#row(hit, i)));
    this.#mark();
  }

  /** @param {{label: string, context: string}} hit @param {number} i */
  #row({ label, context }, i) {
    return h('div', { class: 'hit', role: 'option', id: `${this.list.id}-${i}`, onpointerdown: (/** @type {Event} */ event) => event.preventDefault(), onclick: () => this.#take(i) }, h('b', null, label), h('small', null, context));
  }

  /** @param {import('../dom.js').Child} content */
  #open(content) {
    put(this.list, content);
    this.list.hidden = document.activeElement !== this.input;
    this.input.setAttribute('aria-expanded', String(!this.list.hidden));
  }

  #close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
  }

  #mark() {
    this.list.querySelectorAll('.hit').forEach((row, i) => row.setAttribute('aria-selected', String(i === this.#current)));
    this.input.setAttribute('aria-activedescendant', this.#current < 0 ? '' : `${this.list.id}-${this.#current}`);
    this.list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (this.list.hidden) return;
    if (by && this.#hits.length > 0) {
      event.preventDefault();
      this.#current = (this.#current + by + this.#hits.length) % this.#hits.length;
      this.#mark();
    } else if (event.key === 'Enter' && this.#current >= 0) {
      event.preventDefault();
      this.#take(this.#current);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    }
  }

  /** @param {number} i */
  #take(i) {
    this.value = this.#hits[i].scope;
    this.input.value = this.value.scope === '*' ? this.value.scopeName : `${this.value.scopeName} ${this.value.scope}`.trim();
    this.#close();
  }
}
