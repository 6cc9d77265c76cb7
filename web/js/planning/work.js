// Operations on the draft that is open: sending them, showing what they did, undoing them, and reading scores anew.

import { get, Latest, Problem, send } from '../api.js';
import { t } from '../i18n.js';
import { notify, problemTitle } from '../ui.js';
import { foresee } from './balance-sheet.js';
import { Runner } from './runner.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('./runner.js').Op} Op @typedef {import('./runner.js').Answer} Answer @typedef {import('./runner.js').Failure} Failure @typedef {import('./plan.js').Pair} Pair */

const SCORES_DELAY_MS = 150;

export class Work {
  #previews = new Latest();
  #scores = new Latest();
  #timer = 0;

  /** @param {Desk} desk @param {() => Promise<unknown>} reload reads the draft and its map anew */
  constructor(desk, reload) {
    this.desk = desk;
    this.reload = reload;
    this.runner = new Runner({
      paint: (pairs) => this.#paint(pairs),
      version: () => this.desk.draft?.version ?? 0,
      post: ({ path, op, key }, version) => send('POST', `${this.path}/${path}`, op, { 'If-Match': `"${version}"`, 'Idempotency-Key': key }),
      done: (answer) => this.#done(answer),
      failed: (failure) => this.#failed(failure),
    });
  }

  /** Of the open draft in the API. */
  get path() {
    return `/api/v1/drafts/${encodeURIComponent(this.desk.draft?.id ?? '')}`;
  }

  /** @param {Pair[]} pairs @param {import('./plan.js').GridRow[]} [rows] */
  #paint(pairs, rows) {
    const { plan, view } = this.desk;
    if (!plan || (pairs.length === 0 && !rows)) return { undo: [] };
    const change = plan.apply(pairs, rows);
    if (change.undo.length > 0 || rows) view.named = plan.named();
    if (change.box.minX <= change.box.maxX) view.repaintBox(change.box);
    else if (rows) view.names?.repaint();
    return change;
  }

  /** @param {Op} op @param {Pair[]} [foreseen] @returns {Promise<boolean>} whether it was done */
  async run(op, foreseen = []) {
    if (!this.desk.canEdit) return false;
    this.#previews.run(async () => {});
    this.desk.setTrouble(null);
    const done = await this.runner.run('ops', op, foreseen);
    if (done) this.desk.drop();
    return done;
  }

  async undo() {
    if (this.desk.canEdit && (this.desk.draft?.done ?? 0) > 0) await this.#step('undo');
  }

  async redo() {
    const draft = this.desk.draft;
    if (this.desk.canEdit && draft && draft.done < draft.operations) await this.#step('redo');
  }

  /** @param {'undo' | 'redo'} path */
  async #step(path) {
    this.desk.drop();
    await this.runner.run(path);
  }

  /** Sends again what was not answered, or what a newer draft was in the way of. @param {import('./runner.js').Unsent} unsent */
  async again(unsent) {
    this.desk.setTrouble(null);
    if (await this.runner.again(unsent)) this.desk.drop();
  }

  /** Reads the draft as somebody else has left it and does on it what was asked for. @param {import('./runner.js').Unsent} unsent */
  async reloadAndSend(unsent) {
    await this.guard(async () => {
      await this.reload();
      if (unsent.op) await this.again({ ...unsent, foreseen: [], key: crypto.randomUUID() });
    });
  }

  /** Takes a foreign layer into the draft, which begins anew with it. @param {unknown} layer GeoJSON @returns {Promise<any>} */
  adopt(layer) {
    return send('POST', `${this.path}/adopt${this.desk.draft?.operations ? '?replace=true' : ''}`, layer, { 'If-Match': `"${this.desk.draft?.version}"` });
  }

  /** A step of the review; whoever asked deals with a refusal. @param {string} step @param {unknown} [body] @returns {Promise<any>} */
  async advanceOrThrow(step, body = {}) {
    const answer = await send('POST', `${this.path}/${step}`, body, { 'If-Match': `"${this.desk.draft?.version}"` });
    await this.readDraft();
    return answer ?? {};
  }

  /** @param {{text: string, at?: [number, number], grid?: string, arc?: number}} comment @returns {Promise<boolean>} */
  async comment(comment) {
    return Boolean(await this.guard(async () => {
      await send('POST', `${this.path}/comments`, comment);
      await this.readComments();
      return true;
    }));
  }

  async readComments() {
    const body = await get(`${this.path}/comments`);
    this.desk.comments = body.comments ?? [];
    this.desk.commenters = body.names ?? {};
    this.desk.tell('comments');
  }

  /** Says what went wrong. @template T @param {() => Promise<T>} act @returns {Promise<T | null>} */
  async guard(act) {
    try {
      return await act();
    } catch (error) {
      notify(problemTitle(error), { bad: true, small: error instanceof Problem ? (error.body.detail ?? '') : '' });
      return null;
    }
  }

  /** What an operation would do; only the newest question is answered. @param {Op} op @returns {Promise<Answer | null>} null when overtaken or refused */
  async preview(op) {
    try {
      return await this.#newest(op);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.desk.propose(null);
      this.desk.setTrouble({ kind: error.status === 0 ? 'lost' : 'refused', problem: error, unsent: { path: 'ops', op, foreseen: [], key: crypto.randomUUID() } });
      return null;
    }
  }

  /** @param {Op} op @param {AbortSignal} signal @returns {Promise<Answer>} */
  async #ask(op, signal) {
    const answer = await send('POST', `${this.path}/preview`, op);
    signal.throwIfAborted();
    return answer;
  }

  /** The same for what is only looked at: a refusal is no trouble yet. @param {Op} op @returns {Promise<Answer | null>} */
  async peek(op) {
    try {
      return await this.#newest(op);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return null;
    }
  }

  /** @param {Op} op @returns {Promise<Answer | null>} null when overtaken */
  async #newest(op) {
    return (await this.#previews.run((signal) => this.#ask(op, signal))) ?? null;
  }

  /** Shows what an operation would do. @param {Op} op */
  async propose(op) {
    const answer = await this.preview(op);
    if (!answer) return;
    this.desk.setTrouble(null);
    if (this.desk.plan) this.desk.propose({ op, answer, ...foresee(this.desk.plan, answer) });
  }

  /** Takes a proposal. */
  accept() {
    const { proposal } = this.desk;
    if (proposal) return this.run(proposal.op, proposal.answer.fabricChanged || proposal.answer.grids ? [] : proposal.answer.faces);
  }

  /** @param {Answer} answer */
  async #done(answer) {
    const { desk } = this;
    if (!desk.draft) return;
    if (answer.fabricChanged) return this.reload();
    this.#paint(answer.faces, answer.grids);
    desk.draft = { ...desk.draft, version: answer.version };
    this.#mergeScores(answer);
    desk.tell('plan', 'scores');
    for (const warning of answer.warnings ?? []) notify(warning.text, { small: t('warning') });
    await this.readDraft();
    this.readScoresSoon();
  }

  /** @param {Answer} answer */
  #mergeScores(answer) {
    const { scores } = this.desk;
    const after = answer.scores?.after ?? [];
    if (!scores || after.length === 0) return;
    const fresh = new Map(after.map((one) => [one.code, one]));
    this.desk.scores = { ...scores, grids: scores.grids.map((one) => fresh.get(one.code) ?? one) };
  }

  /** The draft's log, locks and state. */
  async readDraft() {
    const fresh = await get(this.path);
    if (this.desk.draft?.id !== fresh.id) return;
    this.desk.draft = fresh;
    this.desk.tell('draft');
  }

  readScoresSoon() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.readScores(), SCORES_DELAY_MS);
  }

  async readScores() {
    try {
      const scores = await this.#scores.run((signal) => get(`${this.path}/scores`, {}, signal));
      if (!scores) return;
      this.desk.scores = scores;
      this.desk.tell('scores');
    } catch (error) {
      notify(problemTitle(error), { bad: true });
    }
  }

  /** @param {Failure} failure */
  #failed(failure) {
    this.desk.setTrouble(failure);
    if (failure.kind === 'failed') notify(problemTitle(failure.problem), { bad: true, small: failure.problem.body.detail ?? '' });
  }
}
