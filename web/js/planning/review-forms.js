import { field, messageLine, submitButton, textInput } from '../access/fields.js';
import { openOver } from '../access/over.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { submitting } from '../ledger/parts.js';
import { button } from '../ui.js';

/**
 * A form that stays open until what it asks for is done.
 * @param {{title: string, lead: string, fields?: HTMLElement[], action: string, focus?: HTMLElement, act: () => Promise<unknown>}} form
 */
const ask = ({ title, lead, fields = [], action, focus, act }) => openOver((/** @type {(done: true | null) => void} */ close) => {
  const message = messageLine();
  const submit = submitButton(action);
  const element = h('form', { class: 'form signin', onsubmit: (/** @type {Event} */ event) => submitting(event, { submit, message }, async () => close((await act(), true))) },
    h('h2', { id: 'ask-title' }, title), h('p', { class: 'lead' }, lead), fields, message, h('div', { class: 'row end' }, button(t('cancel'), () => close(null)), submit));
  return { element, focus: () => (focus ?? submit).focus(), title: 'ask-title' };
});

/** @param {string} action @param {string} lead @param {(why: string) => Promise<unknown>} act */
export function askReason(action, lead, act) {
  const why = h('textarea', { class: 'input area', name: 'why', rows: 4, required: true, maxlength: 500 });
  return ask({ title: action, lead, action, focus: why, fields: [field(t('why'), why)], act: () => act(why.value.trim()) });
}

/** @param {string} action @param {() => Promise<unknown>} act */
export const confirmStep = (action, act) => ask({ title: t(`review.${action}`), lead: t(`review.${action}.lead`), action: t(`review.${action}`), act });

/** Before a layer begins a draft anew. @param {number} operations that would be gone */
export const confirmReplace = (operations) => ask({ title: t('adopt.replace'), lead: t('adopt.replace.lead', { n: operations }), action: t('adopt.replace'), act: async () => {} });

/** @param {import('./desk.js').Desk} desk @param {(body: {effective: string, document: string}) => Promise<unknown>} act */
export function askPublish(desk, act) {
  const effective = textInput({ type: 'date', name: 'effective', required: true, value: firstDay(desk.draft?.noticeUntil ?? null) });
  const number = textInput({ name: 'document', maxlength: 80, spellcheck: null, placeholder: t('review.document.example') });
  return ask({ title: t('review.publish'), lead: t('review.publish.lead'), action: t('review.publish'), focus: effective, fields: [field(t('review.effective'), effective, t('review.effective.hint')), field(t('review.document'), number)], act: () => act({ effective: effective.value, document: number.value.trim() }) });
}

/** Today, or the day after the notice period. @param {string | null} noticeUntil */
export function firstDay(noticeUntil, now = new Date()) {
  const today = localDay(now);
  if (!noticeUntil || noticeUntil.slice(0, 10) < today) return today;
  const [year, month, day] = noticeUntil.slice(0, 10).split('-').map(Number);
  return localDay(new Date(year, month - 1, day + 1));
}

/** @param {Date} date */
const localDay = (date) => [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-');
