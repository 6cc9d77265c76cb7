import { session } from '../access/session.js';
import { get, Latest } from '../api.js';
import { h, put } from '../dom.js';
import { boxOf, worldLine } from '../geo.js';
import { dateText, number, t, timeText, tOr } from '../i18n.js';
import { icon } from '../icons.js';
import { unionBox } from '../map/model.js';
import { button, head, loading, notify, quiet, section } from '../ui.js';
import { conflictList, paintConflicts } from './conflicts.js';
import { readBase } from './open-draft.js';
import { chip, nameIn, stateBadge } from './parts.js';
import { askPublish, askReason, confirmStep } from './review-forms.js';
import { actionsOf, DOCUMENTS, stepName, STEPS, stepOf } from './review-steps.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('./work.js').Work} Work */

/** Handing in, looking through, and putting into force; with what it means for people. */
export class ReviewPanel {
  /** @type {any} */
  impact = null;
  /** Blocks that somebody else has meanwhile given to another grid. @type {any[]} */
  conflicts = [];
  #impacts = new Latest();
  #for = '';

  /** @param {Desk} desk @param {Work} work */
  constructor(desk, work) {
    this.desk = desk;
    this.work = work;
    this.element = h('div', { class: 'pane', id: 'pane-review', role: 'tabpanel', 'aria-labelledby': 'tab-review', tabindex: -1 });
    desk.view.symbolPainters.push((sheet, palette) => paintConflicts(sheet, this.conflicts, palette));
    desk.on(['draft', 'comments'], () => this.render());
    desk.store.on(['tab', 'lang', 'compare'], () => this.render());
  }

  badge() {
    return this.desk.comments.filter((comment) => !comment.resolved).length;
  }

  /** Reads what the draft means, once for each of its versions. */
  async #read() {
    const { draft } = this.desk;
    const wanted = `${draft?.id} ${draft?.version}`;
    if (!draft || this.#for === wanted) return;
    this.#for = wanted;
    this.impact = null;
    this.impact = await this.work.guard(async () => (await this.#impacts.run((signal) => get(`${this.work.path}/impact`, {}, signal))) ?? null);
    this.render();
  }

  render() {
    const { draft, state } = this.desk;
    if (!draft || state.tab !== 'review') return;
    this.#read();
    const scroll = this.element.scrollTop;
    put(this.element, this.#state(), this.#isBehind && this.conflicts.length === 0 && section(h('div', { class: 'verdict-note' }, h('b', null, t('rebase.behind', { n: this.desk.base?.publication?.number ?? '' })), h('p', null, t('rebase.lead')), session.may('draft-edit') && h('div', { class: 'row', style: { 'margin-top': '8px' } }, button(t('rebase'), () => this.#rebase(), { primary: true })))),
      this.conflicts.length > 0 && conflictList(this.desk, this.conflicts, session.may('draft-edit') ? (take) => this.#rebase(take) : null), this.#impact(), this.#comments(), this.#documents());
    this.element.scrollTop = scroll;
  }

  #state() {
    const draft = /** @type {import('./desk.js').Draft} */ (this.desk.draft);
    const at = stepOf(draft, new Date().toISOString().slice(0, 10));
    const actions = actionsOf(draft, { may: (right) => session.may(right), name: session.viewer.name });
    return section(h('div', { class: 'row apart' }, h('h2', { class: 'title' }, draft.title), stateBadge(draft.state)),
      h('ol', { class: 'review-steps' }, STEPS.map((step, i) => h('li', { class: i < at ? 'done' : i === at ? 'now' : '', 'aria-current': i === at ? 'step' : null }, h('i', null, i < at ? icon('check') : i + 1), t(`step.review.${step}`)))),
      draft.state === 'submitted' && (draft.approvals ?? []).length > 1 && approvalList(draft.approvals ?? [], draft.names),
      decisionList(draft),
      draft.noticeUntil && draft.state === 'approved' && quiet(t('review.notice', { date: dateText(draft.noticeUntil) })),
      h('div', { class: 'row', style: { 'margin-top': '12px' } }, actions.map((action) => button(t(`review.${action}`), () => this.#act(action), { primary: ['submit', 'approve', 'publish'].includes(action) })), chip([icon('compare'), t('compare.chip')], () => this.desk.store.set({ compare: this.desk.state.compare ? '' : 'before' }), this.desk.state.compare !== '')),
      actions.length === 0 && quiet(t(`review.wait.${draft.state}`)));
  }

  /** @param {import('./review-steps.js').Action} action */
  async #act(action) {
    this.conflicts = [];
    if (action === 'reject') await askReason(t('review.reject'), t('review.reject.lead'), (why) => this.#step('reject', { why }));
    else if (action === 'publish') await askPublish(this.desk, (body) => this.#publish(body));
    else await confirmStep(action, () => this.#step(action));
    this.render();
  }

  /** @param {import('./review-steps.js').Action} action @param {unknown} [body] */
  async #step(action, body) {
    await this.work.advanceOrThrow(stepName(action), body);
    notify(t(`review.${action}.done`));
  }

  /** @param {{effective: string, document: string}} body */
  async #publish(body) {
    try {
      const answer = await this.work.advanceOrThrow('publish', body);
      notify(t('review.publish.done', { n: answer.publication ?? '' }));
      await this.work.guard(() => readBase(this.desk));
    } catch (error) {
      this.#showConflicts(error);
    }
  }

  /** Draws the draft on the newest publication. @param {import('./conflicts.js').Taken} [take] whose answer counts where both gave one */
  async #rebase(take = []) {
    await this.work.guard(async () => {
      try {
        await this.work.advanceOrThrow('rebase', { take });
        this.conflicts = [];
        await this.work.reload();
        notify(t('rebase.done'));
      } catch (error) {
        this.#showConflicts(error);
      }
    });
    this.render();
  }

  /** @param {unknown} error */
  #showConflicts(error) {
    const conflicts = /** @type {any} */ (error)?.body?.conflicts;
    if (!Array.isArray(conflicts)) throw error;
    this.conflicts = conflicts;
    this.desk.view.fit(unionBox(conflicts.map(({ at }) => ({ box: boxOf([worldLine([at])]) }))), { maxZoom: 16 });
    this.desk.view.symbols?.repaint();
  }

  /** Whether another publication has come since the draft was begun. */
  get #isBehind() {
    const { draft, base } = this.desk;
    return draft !== null && !['published', 'withdrawn', 'archived'].includes(draft.state) && (base?.publication?.number ?? 0) > draft.base.number;
  }

  #impact() {
    if (!this.impact) return section(head(t('impact')), this.#for ? loading() : null);
    const { moves = [], sentences = [], peopleWhoChange } = this.impact;
    if (moves.length === 0) return section(head(t('impact')), quiet(t('impact.none')));
    return section(head(t('impact'), peopleWhoChange ? t('impact.people', { n: number(peopleWhoChange) }) : ''),
      h('div', { class: 'moves-frame' }, h('table', { class: 'moves' }, h('thead', null, h('tr', null, ['from', 'to', 'households', 'people', 'openCases'].map((key) => h('th', { scope: 'col' }, t(`move.${key}`))))),
        h('tbody', null, moves.map((/** @type {any} */ move) => h('tr', null, this.#end(move.from, move.fromName ?? move.from), this.#end(move.to, move.toName ?? move.to), h('td', null, number(move.households)), h('td', null, number(move.people)), h('td', null, move.openCases === null || move.openCases === undefined ? '—' : number(move.openCases))))))),
      sentences.length > 0 && h('details', { class: 'in-words' }, h('summary', null, t('impact.words')), h('ul', { class: 'sentences', lang: 'zh-CN' }, sentences.map((/** @type {string} */ one) => h('li', null, one)))));
  }

  /** @param {string} code @param {string} name */
  #end(code, name) {
    const { plan } = this.desk;
    const lives = (plan?.zoneByCode(code) ?? -1) >= 0;
    return h('td', null, lives ? h('button', { type: 'button', class: 'linkish', onclick: () => this.desk.flyTo([code]) }, name) : name);
  }

  #comments() {
    const { comments } = this.desk;
    return section(head(t('comments'), comments.length > 0 ? number(comments.length) : ''),
      comments.length === 0 ? quiet(t('comments.none')) : h('ul', { class: 'list' }, comments.map((comment, i) => h('li', null, h('button', { type: 'button', class: 'item', onclick: () => this.#visit(comment) }, h('span', { class: 'glyph comment' }, i + 1), h('div', { class: 'grow' }, h('p', null, comment.text), h('small', null, `${nameIn(this.desk.commenters, comment.author)} · ${timeText(comment.at)}`)))))),
      h('div', { class: 'row', style: { 'margin-top': '10px' } }, button(t('comments.add'), () => this.desk.store.set({ tool: 'comment' }), { icon: 'comment' })));
  }

  /** @param {any} comment */
  #visit({ place, grid }) {
    if (grid) this.desk.flyTo([grid]);
    else if (place) this.desk.view.goTo(place[0], place[1], 16);
  }

  #documents() {
    return section(head(t('documents'), t('documents.note')), h('ul', { class: 'documents' }, DOCUMENTS.map((name) => h('li', null, h('a', { href: `${this.work.path}/documents/${name}`, download: name }, icon('download'), h('span', { class: 'grow' }, t(`document.${name}`)), h('small', null, name))))));
  }
}

/** The approvals a draft needs, one after another, and who gave those that are given. @param {import('./review-steps.js').Approval[]} approvals @param {Record<string, string>} [names] */
function approvalList(approvals, names) {
  const next = approvals.findIndex(({ by }) => by === null);
  return h('ol', { class: 'approvals' }, approvals.map(({ name, wholeDistrict, by }, i) => h('li', { class: by ? 'done' : '', 'aria-current': i === next ? 'step' : null }, h('b', null, name), h('small', null, by ? nameIn(names, by) : t(wholeDistrict ? 'approval.district' : 'approval.unit')))));
}

/** What was decided, the newest first; the reason of a draft that was sent back stands out. @param {import('./desk.js').Draft} draft */
function decisionList({ decisions = [], state, names }) {
  if (decisions.length === 0) return null;
  return h('ul', { class: state === 'rejected' ? 'verdict-note bad' : 'verdict-note' }, decisions.slice().reverse().map(({ decision, by, at, why }) => h('li', null, h('b', null, tOr(`decided.${decision}`, decision)), ` ${nameIn(names, by)} · ${timeText(at)}`, why && h('p', null, why))));
}
