// Everything the page asks the server, and the server's refusals as errors that carry what a person needs.

/** @typedef {{title?: string, label?: string, code?: string, status?: number, detail?: string, attempted?: string, value?: unknown, where?: unknown, remedy?: string, right?: string, expired?: boolean, retryAfterSeconds?: number}} ProblemBody */

/** The server's refusal (RFC 9457) or the fact that it could not be reached (status 0). */
export class Problem extends Error {
  /** @param {number} status @param {ProblemBody} body */
  constructor(status, body) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.status = status;
    this.body = body;
  }

  /** The stable code of the server's table of errors, '' when it gave none. */
  get code() {
    return this.body.code ?? '';
  }
}

/** @param {unknown} error */
export const isAbort = (error) => error instanceof DOMException && error.name === 'AbortError';

/** @typedef {Record<string, string | number | string[] | null | undefined>} Query */

/** @param {string} path @param {Query} [query] lists are joined by commas, empty values are left out */
export function address(path, query = {}) {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (text !== '') parameters.set(key, text);
  }
  const text = parameters.toString();
  return text ? `${path}?${text.replaceAll('%2C', ',')}` : path;
}

/**
 * What requests need of who is signed in.
 * @typedef {object} Identity
 * @property {() => string} csrf what writing requests carry, '' when there is no session
 * @property {() => Promise<unknown>} renew reads the session anew
 * @property {(problem: Problem) => Promise<unknown>} signIn lets the visitor sign in over the page; rejects when he does not want to
 */

/** @type {Identity | null} */
let identity = null;
/** The signing-in that all refused requests wait for. @type {Promise<unknown> | null} */
let signingIn = null;

/** @param {Identity} given */
export function identifyBy(given) {
  identity = given;
}

/** @param {string} path @param {Query} [query] @param {AbortSignal} [signal] @returns {Promise<any>} */
export const get = (path, query, signal) => ask(address(path, query), { signal });

/** @param {string} path @param {BodyInit | null} [body] @param {string} [type] @returns {Promise<any>} */
export function post(path, body = null, type = 'application/geo+json') {
  return ask(path, { method: 'POST', body, headers: body === null ? {} : { 'Content-Type': type } });
}

/** Writes JSON. @param {string} method @param {string} path @param {unknown} [body] none when undefined @param {Record<string, string>} [headers] @returns {Promise<any>} */
export const send = (method, path, body, headers = {}) => ask(path, jsonOptions(method, body, headers));

/** The same, but a refusal is the caller's to deal with: nobody is asked to sign in. @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
export const sendPlain = (method, path, body) => renewing(path, jsonOptions(method, body, {}));

/** @param {string} method @param {unknown} body @param {Record<string, string>} headers @returns {RequestInit} */
const jsonOptions = (method, body, headers) => (body === undefined ? { method, headers } : { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } });

/** Asks; when the session has ended meanwhile, lets the visitor sign in and asks once more, so that nothing he did is lost.
 * @param {string} url @param {RequestInit} options */
async function ask(url, options) {
  try {
    return await renewing(url, options);
  } catch (error) {
    if (!identity || !(error instanceof Problem) || !['sign-in', 'change-password'].includes(error.code)) throw error;
    await signInOnce(error);
    return renewing(url, options);
  }
}

/** However many requests were refused at once, the visitor is asked once. @param {Problem} problem */
function signInOnce(problem) {
  signingIn ??= /** @type {Identity} */ (identity).signIn(problem).finally(() => (signingIn = null));
  return signingIn;
}

/** Asks; when another tab has signed in anew, takes the new session's token and asks once more. @param {string} url @param {RequestInit} options */
async function renewing(url, options) {
  try {
    return await attempt(url, options);
  } catch (error) {
    if (!identity || !(error instanceof Problem) || error.code !== 'bad-csrf-token') throw error;
    await identity.renew();
    return attempt(url, options);
  }
}

/** @param {string} url @param {RequestInit} options */
async function attempt(url, options) {
  const response = await reach(url, { ...options, headers: { ...options.headers, ...writing(options) } });
  if (!response.ok) throw new Problem(response.status, await problemBody(response));
  return response.status === 204 ? null : response.json();
}

/** The header a writing request must carry. @param {RequestInit} options @returns {Record<string, string>} */
function writing({ method = 'GET' }) {
  const csrf = identity?.csrf() ?? '';
  return method === 'GET' || !csrf ? {} : { 'X-CSRF-Token': csrf };
}

/** @param {string} url @param {RequestInit} options */
async function reach(url, options) {
  try {
    return await fetch(url, { ...options, headers: { Accept: 'application/json, application/geo+json', ...options.headers } });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new Problem(0, { title: 'unreachable' });
  }
}

/** @param {Response} response @returns {Promise<ProblemBody>} */
async function problemBody(response) {
  const text = await response.text().catch(() => '');
  try {
    const body = JSON.parse(text);
    return body && typeof body === 'object' ? body : { title: text };
  } catch {
    return { title: response.statusText || `HTTP ${response.status}` };
  }
}

/** Runs only the newest of a series of requests: each call aborts the one before. */
export class Latest {
  /** @type {AbortController | null} */
  #running = null;

  /** @template T @param {(signal: AbortSignal) => Promise<T>} work @returns {Promise<T | undefined>} undefined when overtaken */
  async run(work) {
    this.#running?.abort();
    const controller = new AbortController();
    this.#running = controller;
    try {
      const result = await work(controller.signal);
      return controller.signal.aborted ? undefined : result;
    } catch (error) {
      if (isAbort(error) || controller.signal.aborted) return undefined;
      throw error;
    }
  }
}
