// Who is looking at the page and what he may do, as the server says.

import { get, identifyBy, sendPlain } from '../api.js';

/**
 * @typedef {{role: string, label: string, english: string, scope: string, scopeName: string}} Grant
 * @typedef {{kind: string, name: string, displayName: string, mustChangePassword: boolean, grants: Grant[]}} Viewer
 * @typedef {{viewer: Viewer, rights: Record<string, 'everywhere' | string[]>, csrf: string | null, ends: string | null, publicMap: boolean, provider: string | null}} SessionBody
 */

/** @type {SessionBody} */
const NOBODY = { viewer: { kind: 'anonymous', name: '', displayName: '', mustChangePassword: false, grants: [] }, rights: {}, csrf: null, ends: null, publicMap: false, provider: null };

export class Session {
  /** @type {SessionBody} */
  body = NOBODY;
  /** Whose page this is: the last account seen, also after its session has ended. */
  lastName = '';
  /** How to sign in over the page. @type {(problem: import('../api.js').Problem) => Promise<unknown>} */
  #again = (problem) => Promise.reject(problem);

  constructor() {
    identifyBy({ csrf: () => this.body.csrf ?? '', renew: () => this.read(), signIn: (problem) => this.#again(problem) });
  }

  get viewer() {
    return this.body.viewer;
  }

  isAnonymous() {
    return this.viewer.kind === 'anonymous';
  }

  /** Whether he has a right anywhere. @param {string} right */
  may(right) {
    return Object.hasOwn(this.body.rights, right);
  }

  /** Whether the page has nothing for him but the way in. */
  mustSignIn() {
    return this.isAnonymous() && !this.may('map-read');
  }

  /** @param {(problem: import('../api.js').Problem) => Promise<unknown>} again */
  signInAgainBy(again) {
    this.#again = again;
  }

  async read() {
    return this.#take(await get('/api/v1/session'));
  }

  /** @param {string} name @param {string} password */
  async signIn(name, password) {
    return this.#take(await sendPlain('POST', '/api/v1/login', { name, password }));
  }

  /** @param {string} current @param {string} next */
  async changePassword(current, next) {
    return this.#take(await sendPlain('POST', '/api/v1/password', { current, next }));
  }

  async signOut() {
    await sendPlain('POST', '/api/v1/logout');
    this.body = NOBODY;
  }

  /** @param {SessionBody} body */
  #take(body) {
    this.body = body;
    if (!this.isAnonymous()) this.lastName = body.viewer.name;
    return body;
  }
}

/** The one session of this page. */
export const session = new Session();
