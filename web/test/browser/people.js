// The people of the demo district, signed in by the API. Their passwords come from the server's first start (env WANGGE_PASSWORDS).
import assert from 'node:assert/strict';

export const URL_BASE = (process.env.WANGGE_URL ?? 'http://localhost:8080').replace(/\/$/, '');
/** @type {Record<string, string>} */
export const PASSWORDS = JSON.parse(process.env.WANGGE_PASSWORDS ?? '{}');
/** What the administrator's one-time password becomes. */
export const ADMIN_PASSWORD = 'Yuhu-grids-2026';
const CSRF = 'X-CSRF-Token';

/** @typedef {{cookie: string, csrf: string, body: any}} Person */

/** @type {Map<string, Promise<Person>>} */
const people = new Map();

/** @param {Response} response @returns {Promise<Person>} */
async function personOf(response) {
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const body = await response.json();
  return { cookie, csrf: body.csrf, body };
}

/** @param {string} path @param {unknown} body @param {Record<string, string>} [headers] */
const postJson = (path, body, headers = {}) => fetch(URL_BASE + path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });

/** @param {string} name @param {string} password */
export const login = (name, password) => postJson('/api/v1/login', { name, password });

/** @param {string} name */
async function signInFresh(name) {
  assert.ok(PASSWORDS[name] || name === 'admin', `WANGGE_PASSWORDS has none for ${name}`);
  const first = await login(name, PASSWORDS[name] ?? ADMIN_PASSWORD);
  if (first.status === 401 && name === 'admin') return personOf(await login(name, ADMIN_PASSWORD));
  assert.equal(first.status, 200, `${name} signs in`);
  return withOwnPassword(await personOf(first), PASSWORDS[name]);
}

/** A one-time password is changed before anything else. @param {Person} person @param {string} password @returns {Promise<Person>} */
async function withOwnPassword(person, password) {
  if (!person.body.viewer.mustChangePassword) return person;
  return personOf(await postJson('/api/v1/password', { current: password, next: ADMIN_PASSWORD }, { Cookie: person.cookie, [CSRF]: person.csrf }));
}

/** An account made for a test, signed in. @param {Parameters<typeof makeAccount>[0]} wanted */
export async function newPerson(wanted) {
  const { name, password } = await makeAccount(wanted);
  return withOwnPassword(await personOf(await login(name, password)), password);
}

/** A person of the demo district (admin, planner, commander …), signed in once a test file. @param {string} name */
export function person(name) {
  let found = people.get(name);
  if (!found) people.set(name, (found = signInFresh(name)));
  return found;
}

/** A session of its own, which a test may end. @param {string} name */
export const personAnew = (name) => signInFresh(name);

/** What a person gets from the server. @param {string} name @param {string} method @param {string} path @param {unknown} [body] @param {Record<string, string>} [headers] */
export async function request(name, method, path, body, headers = {}) {
  const { cookie, csrf } = await person(name);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(URL_BASE + path, { method, headers: { Cookie: cookie, [CSRF]: csrf, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers }, body: body === undefined ? undefined : text });
}

/** What the server answers a planner, or whoever is named. @param {string} path @param {string} [name] @returns {Promise<any>} */
export async function ask(path, name = 'planner') {
  const response = await request(name, 'GET', path);
  assert.equal(response.status, 200, path);
  return response.json();
}

/** Gives a browser context somebody's session. @param {import('playwright-core').BrowserContext} context @param {Person} who */
export function become(context, { cookie }) {
  const [name, value] = cookie.split('=');
  return context.addCookies([{ name, value, url: URL_BASE, httpOnly: true, sameSite: 'Strict' }]);
}

/** An account made for a test, with its one-time password. @param {Partial<{name: string, displayName: string, grants: {role: string, scope: string}[]}>} wanted */
export async function makeAccount(wanted = {}) {
  const name = wanted.name ?? uniqueName();
  const response = await request('admin', 'POST', '/api/v1/accounts', { name, displayName: wanted.displayName ?? '测试员', grants: wanted.grants ?? [] });
  assert.equal(response.status, 201);
  return { name, .../** @type {{account: any, password: string}} */ (await response.json()) };
}

let made = 0;
export const uniqueName = () => `t${Date.now().toString(36)}${++made}`;
