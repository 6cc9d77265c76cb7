import { roleName, scopeWords } from '../access/account-menu.js';
import { field, messageLine, say, submitButton, textInput } from '../access/fields.js';
import { openOver } from '../access/over.js';
import { get, send } from '../api.js';
import { h, put } from '../dom.js';
import { dateText, number, t, timeText } from '../i18n.js';
import { button, loading, notify, problem } from '../ui.js';
import { GrantFields } from './grants.js';
import { confirmAndDo, emptyNote, sectionHead, showSecret, submitting, table } from './parts.js';

/** @typedef {{id: string, name: string, grant: import('../access/session.js').Grant, createdBy: string, created: string, expires: string, revoked: string | null, used: string | null}} Token */

const MOST_DAYS = 730;
const USUAL_DAYS = 180;

/** 接口令牌: how other systems get in. */
export class TokensSection {
  /** @type {Token[] | null} */
  #tokens = null;

  constructor() {
    this.element = h('section', { class: 'register', id: 'tokens' });
    this.list = h('div');
    this.render();
    this.#load();
  }

  render() {
    put(this.element, sectionHead('tokens', t('tokens.lead'), button(t('tokens.new'), () => this.#create(), { primary: true, icon: 'plus' })), this.list);
    this.#renderList();
  }

  async #load() {
    if (!this.#tokens) put(this.list, loading());
    try {
      this.#tokens = (await get('/api/v1/tokens')).tokens;
      this.#renderList();
    } catch (error) {
      put(this.list, problem(error, () => this.#load()));
    }
  }

  #renderList() {
    if (this.#tokens) put(this.list, this.#tokens.length === 0 ? emptyNote('key', t('tokens.empty')) : table(this.#columns(), this.#tokens, t('section.tokens')));
  }

  /** @returns {import('./parts.js').Column<Token>[]} */
  #columns() {
    return [
      { label: t('token.name'), cell: (one) => [h('b', null, one.name), h('small', null, one.id)], kind: 'main' },
      { label: t('token.grant'), cell: ({ grant }) => h('span', { class: 'chip' }, h('b', null, roleName(grant.role, grant.label)), scopeWords(grant)) },
      { label: t('state'), cell: stateBadge },
      { label: t('token.expires'), cell: (one) => dateText(one.expires) },
      { label: t('token.used'), cell: (one) => (one.used ? timeText(one.used) : h('span', { class: 'quiet' }, t('never'))) },
      { label: t('createdBy'), cell: (one) => [one.createdBy, h('small', null, dateText(one.created))] },
      { label: t('actions'), cell: (one) => stateOf(one) === 'good' && h('button', { type: 'button', class: 'chip', 'aria-label': `${t('token.revoke')} ${one.name}`, onclick: () => this.#revoke(one) }, t('token.revoke')), kind: 'actions' },
    ];
  }

  async #create() {
    const made = await openTokenForm();
    if (!made) return;
    await Promise.all([this.#load(), showSecret({ title: t('secret.token'), owner: t('secret.forToken', { name: made.token.name }), secret: made.secret, notes: [t('secret.token.use')] })]);
  }

  /** @param {Token} token */
  async #revoke({ id, name }) {
    if (!(await confirmAndDo({ title: t('token.revoke.title', { name }), lead: t('token.revoke.lead'), action: t('token.revoke'), act: () => send('DELETE', `/api/v1/tokens/${encodeURIComponent(id)}`) }))) return;
    notify(t('token.revoked.done', { name }));
    await this.#load();
  }
}

/** @param {Token} token @returns {'good' | 'revoked' | 'expired'} */
const stateOf = ({ revoked, expires }) => (revoked ? 'revoked' : new Date(expires).getTime() <= Date.now() ? 'expired' : 'good');

/** @param {Token} token */
function stateBadge(token) {
  const state = stateOf(token);
  return h('span', { class: state === 'good' ? 'badge good' : 'badge' }, t(`token.${state}`));
}

/** @returns {Promise<{token: Token, secret: string} | null>} null when left */
const openTokenForm = () => openOver((close) => {
  const name = textInput({ name: 'name', required: true, maxlength: 100, autocomplete: 'off' });
  const days = textInput({ type: 'number', name: 'days', required: true, min: 1, max: MOST_DAYS, value: USUAL_DAYS, inputmode: 'numeric' });
  const grant = new GrantFields({ right: 'token-manage' });
  const message = messageLine();
  const submit = submitButton(t('tokens.new'));
  const save = async () => {
    const { value } = grant;
    if (!value) return say(message, t(grant.role.value ? 'scope.choose' : 'scope.missing'));
    close(await send('POST', '/api/v1/tokens', { name: name.value.trim(), role: value.role, scope: value.scope, days: Number(days.value) }));
  };
  const element = h('form', { class: 'form signin', onsubmit: (/** @type {Event} */ event) => submitting(event, { submit, message }, save) }, h('h2', { id: 'token-title' }, t('tokens.new')),
    field(t('token.name'), name, t('token.name.hint')), grant.element, field(t('token.days'), days, t('token.days.hint', { n: number(MOST_DAYS) })), message,
    h('div', { class: 'row end' }, button(t('cancel'), () => close(null)), submit));
  return { element, focus: () => name.focus(), title: 'token-title' };
}, { wide: true });
