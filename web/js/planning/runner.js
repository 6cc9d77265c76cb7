// Sends operations one after another and keeps the picture what the server says. What can be foreseen is shown at once
// and taken back when the server says no, so a failed request never leaves the picture different from the server.

import { Problem } from '../api.js';

/**
 * @typedef {import('./plan.js').Pair} Pair
 * @typedef {Record<string, any>} Op an operation as the API takes it
 * @typedef {object} Answer of an operation
 * @property {number} version
 * @property {string} text
 * @property {string[]} changedGrids
 * @property {Pair[]} faces
 * @property {import('./plan.js').GridRow[]} [grids]
 * @property {boolean} fabricChanged
 * @property {{before: import('./find.js').Score[], after: import('./find.js').Score[]}} [scores] of the grids that change
 * @property {{grid: string, before: number, after: number, gained: number, lost: number, unmet: string}[]} [notes] what a search for a solution says of each grid
 * @property {{rule: string, text: string, grid?: string, at?: [number, number]}[]} warnings
 * @typedef {object} Failure
 * @property {'refused' | 'stale' | 'lost' | 'failed'} kind
 * @property {Problem} problem
 * @property {Unsent} unsent
 * @typedef {{path: string, op: Op | undefined, foreseen: Pair[], key: string}} Unsent what was asked for; its key makes asking again harmless
 */

/** What a refusal means for the person: a rule said no, somebody else was faster, or nobody answered. @param {Problem} problem @returns {Failure['kind']} */
export function kindOf({ status, body }) {
  if (status === 412) return 'stale';
  if (status === 0 || status >= 502) return 'lost';
  return status === 409 || /** @type {any} */ (body).rule ? 'refused' : 'failed';
}

export class Runner {
  /** @type {Promise<unknown>} */
  #tail = Promise.resolve();
  /** How many operations wait for an answer. */
  waiting = 0;

  /**
   * @param {object} parts
   * @param {(pairs: Pair[]) => {undo: Pair[]}} parts.paint shows blocks in other grids; answers how to take it back
   * @param {(unsent: Unsent, version: number) => Promise<Answer>} parts.post
   * @param {() => number} parts.version of the draft as this page knows it
   * @param {(answer: Answer) => unknown} parts.done
   * @param {(failure: Failure) => unknown} parts.failed
   * @param {() => string} [parts.newKey]
   */
  constructor({ paint, post, version, done, failed, newKey = () => crypto.randomUUID() }) {
    this.paint = paint;
    this.post = post;
    this.version = version;
    this.done = done;
    this.failed = failed;
    this.newKey = newKey;
  }

  /** @param {string} path below the draft: ops, undo, redo @param {Op} [op] @param {Pair[]} [foreseen] what it will do to blocks, as far as known
   * @returns {Promise<boolean>} whether it was done */
  run(path, op, foreseen = []) {
    return this.again({ path, op, foreseen, key: this.newKey() });
  }

  /** Sends what has not been sent, or not been answered. @param {Unsent} unsent */
  again(unsent) {
    this.waiting++;
    const result = this.#tail.then(() => this.#send(unsent)).finally(() => this.waiting--);
    this.#tail = result.catch(() => {});
    return result;
  }

  /** @param {Unsent} unsent */
  async #send(unsent) {
    const { undo } = this.paint(unsent.foreseen);
    try {
      const answer = await this.post(unsent, this.version());
      await this.done(this.#settled(answer, undo));
      return true;
    } catch (error) {
      this.paint(undo);
      if (!(error instanceof Problem)) throw error;
      await this.failed({ kind: kindOf(error), problem: error, unsent });
      return false;
    }
  }

  /** What was foreseen but did not come true is taken back. @param {Answer} answer @param {Pair[]} undo */
  #settled(answer, undo) {
    const told = new Set((answer.faces ?? []).map(([face]) => face));
    this.paint(undo.filter(([face]) => !told.has(face)));
    return answer;
  }
}
