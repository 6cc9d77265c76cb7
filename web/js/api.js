// Everything the page asks the server, and the server's refusals as errors that carry what a person needs.

/** @typedef {{title?: string, status?: number, detail?: string, attempted?: string, value?: unknown, where?: unknown, remedy?: string}} ProblemBody */

/** The server's refusal (RFC 9457) or the fact that it could not be reached (status 0). */
export class Problem extends Error {
  /** @param {number} status @param {ProblemBody} body */
  constructor(status, body) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.status = status;
    this.body = body;
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

/** @param {string} path @param {Query} [query] @param {AbortSignal} [signal] @returns {Promise<any>} */
export const get = (path, query, signal) => ask(address(path, query), { signal });

/** @param {string} path @param {BodyInit | null} [body] @param {string} [type] @returns {Promise<any>} */
export function post(path, body = null, type = 'application/geo+json') {
  return ask(path, { method: 'POST', body, headers: body === null ? {} : { 'Content-Type': type } });
}

/** @param {string} url @param {RequestInit} options */
async function ask(url, options) {
  const response = await reach(url, options);
  if (!response.ok) throw new Problem(response.status, await problemBody(response));
  return response.status === 204 ? null : response.json();
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
