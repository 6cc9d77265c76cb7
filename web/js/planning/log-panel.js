import { h, put } from '../dom.js';
import { dateText, t, timeText } from '../i18n.js';
import { button, head, quiet, section } from '../ui.js';
import { nameIn } from './parts.js';

/** What was done to the draft, step by step; undone steps are pale. */
export class LogPanel {
  /** @param {import('./desk.js').Desk} desk @param {import('./work.js').Work} work */
  constructor(desk, work) {
    this.desk = desk;
    this.work = work;
    this.element = h('div', { class: 'pane', id: 'pane-log', role: 'tabpanel', 'aria-labelledby': 'tab-log', tabindex: -1 });
    desk.on(['draft'], () => this.render());
    desk.store.on(['lang'], () => this.render());
  }

  render() {
    const { draft, canEdit } = this.desk;
    if (!draft) return;
    const steps = (draft.log ?? []).slice().reverse();
    put(this.element,
      section(head(draft.title, t('draft.version', { n: draft.version })), h('dl', { class: 'hours' }, h('dt', null, t('draft.base')), h('dd', null, t('publication', { number: draft.base.number, date: dateText(draft.base.effective) })), h('dt', null, t('draft.author')), h('dd', null, nameIn(draft.names, draft.author)), h('dt', null, t('draft.created')), h('dd', null, timeText(draft.createdAt))),
        canEdit && h('div', { class: 'row', style: { 'margin-top': '12px' } }, button(t('p.undo'), () => this.work.undo(), { icon: 'undo', disabled: draft.done === 0 }), button(t('p.redo'), () => this.work.redo(), { icon: 'redo', disabled: draft.done >= draft.operations }))),
      section(head(t('p.log'), t('draft.steps', { n: draft.done })), steps.length === 0 ? quiet(t('p.log.none')) : h('ol', { class: 'log' }, steps.map(({ seq, text, actor, at, undone }) => h('li', { class: undone ? 'undone' : '' }, h('span', { class: 'seq' }, seq), h('div', null, h('p', null, text), h('small', null, [nameIn(draft.names, actor), timeText(at), undone && t('p.undone')].filter(Boolean).join(' · ')))))))); 
  }
}
