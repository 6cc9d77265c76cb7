// What the district has settled for its reviews: notice days, the band of new drafts, and who says yes one after another.

import { field, messageLine, submitButton, textInput } from '../access/fields.js';
import { openOver } from '../access/over.js';
import { get, send } from '../api.js';
import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { submitting } from '../ledger/parts.js';
import { button, notify, picker } from '../ui.js';

/** @typedef {{name: string, level: string}} Step @typedef {{noticeDays: number, band: {min: number, target: number, max: number}, steps: Step[]}} Settings */

const PATH = '/api/v1/review';
const MOST_STEPS = 5;

/** @param {string} name @param {number} value @param {number} [min] */
const numberInput = (name, value, min = 1) => textInput({ type: 'number', name, value: String(value), min, required: true });

/** The steps as rows that can be added and taken out. */
export class StepRows {
  /** @param {Step[]} steps */
  constructor(steps) {
    this.steps = steps.map((step) => ({ ...step }));
    this.element = h('div', { class: 'step-rows' });
    this.render();
  }

  render() {
    put(this.element, this.steps.map((step, i) => this.#row(step, i)),
      this.steps.length < MOST_STEPS && h('div', null, button(t('settings.step.add'), () => this.#change([...this.steps, { name: '', level: 'district' }]), { icon: 'plus' })));
  }

  /** @param {Step[]} steps */
  #change(steps) {
    this.steps = steps;
    this.render();
  }

  /** @param {Step} step @param {number} i */
  #row(step, i) {
    const name = textInput({ name: `step${i}`, value: step.name, required: true, maxlength: 20, spellcheck: null, 'aria-label': `${t('settings.step.name')} ${i + 1}`, oninput: () => (step.name = name.value.trim()) });
    const level = picker(t('settings.step.level'), [['unit', t('settings.step.unit')], ['district', t('settings.step.district')]], step.level, (value) => (step.level = value));
    return h('div', { class: 'step-row' }, h('i', null, i + 1), name, level, this.steps.length > 1 && button(t('settings.step.remove'), () => this.#change(this.steps.filter((one) => one !== step))));
  }
}

/** The form over the page, for who may settle it. */
export async function askReviewSettings() {
  /** @type {Settings} */
  const now = await get(PATH);
  const done = await openOver((/** @type {(done: true | null) => void} */ close) => {
    const days = numberInput('noticeDays', now.noticeDays, 0);
    const band = { min: numberInput('min', now.band.min, 0), target: numberInput('target', now.band.target), max: numberInput('max', now.band.max) };
    const rows = new StepRows(now.steps);
    const message = messageLine();
    const submit = submitButton(t('settings.save'));
    const save = () => send('PUT', PATH, { noticeDays: Number(days.value), band: { min: Number(band.min.value), target: Number(band.target.value), max: Number(band.max.value) }, steps: rows.steps });
    const element = h('form', { class: 'form signin', onsubmit: (/** @type {Event} */ event) => submitting(event, { submit, message }, async () => close((await save(), true))) },
      h('h2', { id: 'settings-title' }, t('settings.review')), h('p', { class: 'lead' }, t('settings.lead')), field(t('settings.days'), days, t('settings.days.hint')),
      h('div', { class: 'dock-fields' }, field(t('p.band.min'), band.min), field(t('p.band.target'), band.target), field(t('p.band.max'), band.max)),
      h('div', { class: 'field' }, h('label', null, t('settings.steps')), rows.element, h('small', null, t('settings.steps.hint'))), message, h('div', { class: 'row end' }, button(t('cancel'), () => close(null)), submit));
    return { element, focus: () => days.focus(), title: 'settings-title' };
  });
  if (done) notify(t('settings.saved'));
}
