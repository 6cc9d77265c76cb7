import { get } from '../api.js';
import { decodeBundle } from '../bundle.js';
import { MapModel } from '../map/model.js';
import { Plan } from './plan.js';

/** @typedef {import('./desk.js').Desk} Desk */

/** Reads the plan in force. @param {Desk} desk */
export async function readBase(desk) {
  const bundle = await get('/api/v1/map');
  desk.base = new MapModel(decodeBundle(bundle));
  desk.basePlan = new Plan(desk.base, bundle.faces.rings);
  return desk.base;
}

/** Reads a draft and the map of its plan, and lays both on the desk. @param {Desk} desk @param {string} id */
export async function openDraft(desk, id) {
  const path = `/api/v1/drafts/${encodeURIComponent(id)}`;
  const [draft, bundle] = await Promise.all([get(path), get(`${path}/map`)]);
  const model = new MapModel(decodeBundle(bundle));
  desk.draft = draft;
  desk.plan = new Plan(model, bundle.faces.rings);
  desk.view.model = model;
  desk.view.named = desk.plan.named();
  desk.drop();
  desk.tell('draft', 'plan');
  desk.view.repaint();
}

/** Back to the list: the map shows the plan in force. @param {Desk} desk */
export function closeDraft(desk) {
  desk.draft = null;
  desk.plan = null;
  desk.scores = null;
  desk.comments = [];
  desk.view.model = desk.base;
  desk.view.named = null;
  desk.drop();
  desk.tell('draft', 'plan', 'scores', 'comments');
  desk.view.repaint();
}
