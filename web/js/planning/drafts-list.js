import { field, messageLine, submitButton, textInput } from '../access/fields.js';
import { openOver } from '../access/over.js';
import { session } from '../access/session.js';
import { get, send } from '../api.js';
import { h, put } from '../dom.js';
import { dateText, t, timeText } from '../i18n.js';
import { icon } from '../icons.js';
import { ScopePicker } from '../ledger/scope-picker.js';
import { submitting } from '../ledger/parts.js';
import { button, head, loading, problem, section } from '../ui.js';
import { nameIn, stateBadge } from './parts.js';
import { askReviewSettings } from './review-settings.js';
import { STATES } from './review-steps.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('./desk.js').Draft} Draft */

/** All drafts by state, and the way to a new one. */
export class DraftsList {
  /** @type {Draft[] | null} */
  drafts = null;
  /** What people are called, by account. @type {Record<string, string>} */
  #names = {};
  /** @type {unknown} */
  #error = null;

  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    this.element = h('div', { class: 'pane', id: 'drafts' });
    desk.on(['draft'], () => !desk.draft && this.load());
    this.render();
  }

  async load() {
    try {
      const { drafts, names } = await get('/api/v1/drafts');
      this.drafts = drafts;
      this.#names = names;
      this.#error = null;
    } catch (error) {
      this.#error = error;
    }
    this.render();
  }

  render() {
    put(this.element, section(h('div', { class: 'row apart' }, h('h2', { class: 'title' }, t('drafts')), session.may('draft-edit') && button(t('drafts.new'), () => this.#ask(), { primary: true, icon: 'plus' })), h('p', { class: 'lead' }, t('drafts.lead')), session.may('review-settle') && h('div', { class: 'row', style: { 'margin-top': '10px' } }, button(t('settings.review'), () => askReviewSettings()))),
      this.#error ? problem(this.#error, () => this.load()) : this.drafts === null ? loading() : this.#groups(this.drafts));
  }

  /** @param {Draft[]} drafts */
  #groups(drafts) {
    if (drafts.length === 0) return section(h('div', { class: 'clean' }, icon('map'), h('b', null, t('drafts.none')), h('p', { class: 'quiet' }, t(session.may('draft-edit') ? 'drafts.none.edit' : 'drafts.none.read'))));
    return STATES.map((state) => drafts.filter((draft) => draft.state === state)).filter((group) => group.length > 0).map((group) => section(head(t(`state.${group[0].state}`), String(group.length)), h('ul', { class: 'list' }, group.map((draft) => this.#row(draft)))));
  }

  /** @param {Draft} draft */
  #row(draft) {
    return h('li', null, h('button', { type: 'button', class: 'item draft-item', onclick: () => this.desk.store.set({ draft: String(draft.id) }) },
      h('div', { class: 'grow' }, h('b', null, draft.title), h('small', null, [nameIn(this.#names, draft.author), timeText(draft.updatedAt)].filter(Boolean).join(' · ')), h('small', null, t('draft.steps', { n: draft.done }), draft.base && ` · ${t('publication', { number: draft.base.number, date: dateText(draft.base.effective) })}`)), stateBadge(draft.state)));
  }

  /** Title and scope of a new draft. */
  async #ask() {
    const made = await openOver((/** @type {(draft: Draft | null) => void} */ close) => {
      const title = textInput({ name: 'title', required: true, maxlength: 80, autocomplete: 'off', spellcheck: null });
      const scope = new ScopePicker({ whole: true });
      const message = messageLine();
      const submit = submitButton(t('drafts.create'));
      const create = () => send('POST', '/api/v1/drafts', { title: title.value.trim() || t('drafts.untitled'), scope: scope.value && scope.value.scope !== '*' ? scope.value.scope : null });
      const element = h('form', { class: 'form signin', onsubmit: (/** @type {Event} */ event) => submitting(event, { submit, message }, async () => close(await create())) },
        h('h2', { id: 'draft-title' }, t('drafts.new')), h('p', { class: 'lead' }, t('drafts.new.lead')), field(t('draft.title'), title, t('draft.title.hint')), h('div', { class: 'field' }, h('label', { for: 'draft-scope' }, t('draft.scope')), (scope.input.id = 'draft-scope', scope.element), h('small', null, t('draft.scope.hint'))), message,
        h('div', { class: 'row end' }, button(t('cancel'), () => close(null)), submit));
      return { element, focus: () => title.focus(), title: 'draft-title' };
    });
    if (made) this.desk.store.set({ draft: String(made.id), tab: 'scores' });
  }
}
