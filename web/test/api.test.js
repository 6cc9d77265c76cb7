import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { get, identifyBy, Problem, send } from '../js/api.js';

const real = globalThis.fetch;
/** @type {{method: string, csrf: string | null}[]} */
let asked = [];
afterEach(() => {
  globalThis.fetch = real;
  asked = [];
});

/** Answers requests in turn; the last answer again and again. @param {...[number, object]} answers */
function answering(...answers) {
  globalThis.fetch = async (_, options = {}) => {
    asked.push({ method: options.method ?? 'GET', csrf: new Headers(options.headers).get('X-CSRF-Token') });
    const [status, body] = answers.length > 1 ? /** @type {[number, object]} */ (answers.shift()) : answers[0];
    return new Response(status === 204 ? null : JSON.stringify(body), { status });
  };
}

/** @param {Partial<import('../js/api.js').Identity>} given */
const identity = (given) => identifyBy({ csrf: () => 'token', renew: async () => {}, signIn: async () => {}, ...given });

test('only writing requests carry the token', async () => {
  identity({});
  answering([200, {}]);
  await get('/a');
  await send('POST', '/a', {});
  await send('DELETE', '/a');
  assert.deepEqual(asked, [{ method: 'GET', csrf: null }, { method: 'POST', csrf: 'token' }, { method: 'DELETE', csrf: 'token' }]);
});

test('a request whose session has ended is made again after signing in, with the new token', async () => {
  let csrf = 'old';
  identity({ csrf: () => csrf, signIn: async () => { csrf = 'new'; } });
  answering([401, { code: 'sign-in', expired: true }], [201, { id: 7 }]);
  assert.deepEqual(await send('POST', '/accounts', { name: 'x' }), { id: 7 });
  assert.deepEqual(asked.map((one) => one.csrf), ['old', 'new']);
});

test('however many requests are refused at once, one signs in once', async () => {
  let dialogs = 0;
  identity({ signIn: () => { dialogs++; return new Promise((resolve) => setTimeout(resolve, 20)); } });
  answering([401, { code: 'sign-in' }], [401, { code: 'sign-in' }], [401, { code: 'sign-in' }], [200, { ok: true }]);
  assert.deepEqual(await Promise.all([get('/a'), get('/b'), get('/c')]), Array(3).fill({ ok: true }));
  assert.equal(dialogs, 1);
});

test('who does not want to sign in gets the refusal, and is asked again the next time', async () => {
  let dialogs = 0;
  identity({ signIn: async (problem) => { dialogs++; throw problem; } });
  answering([401, { code: 'sign-in' }]);
  for (let i = 1; i <= 2; i++) {
    await assert.rejects(get('/a'), (/** @type {Problem} */ error) => error.code === 'sign-in');
    assert.equal(dialogs, i);
  }
});

test('a refusal right after signing in is not asked about again', async () => {
  let dialogs = 0;
  identity({ signIn: async () => { dialogs++; } });
  answering([401, { code: 'sign-in' }], [403, { code: 'forbidden' }]);
  await assert.rejects(get('/a'), (/** @type {Problem} */ error) => error.code === 'forbidden');
  assert.equal(dialogs, 1);
});

test('a token that another tab has changed is read anew, once', async () => {
  let csrf = 'old';
  identity({ csrf: () => csrf, renew: async () => { csrf = 'new'; } });
  answering([403, { code: 'bad-csrf-token' }], [204, {}]);
  assert.equal(await send('DELETE', '/a'), null);
  answering([403, { code: 'bad-csrf-token' }]);
  await assert.rejects(send('DELETE', '/a'), (/** @type {Problem} */ error) => error.code === 'bad-csrf-token');
  assert.equal(asked.length, 4);
});
