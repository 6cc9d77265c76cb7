import { worldX, worldY } from './geo.js';

/** @typedef {import('./app.js').App} App */

/** Goes to a search result and selects it when it can be selected. @param {App} app @param {import('./search.js').Hit} hit */
export function lonLatHit(app, hit) {
  if (hit.kind === 'grid' || hit.kind === 'community' || hit.kind === 'township') return app.goToUnit({ type: hit.kind, code: hit.code });
  if (hit.kind === 'building') return openBuilding(app, hit);
  if (hit.kind === 'district') return app.view.fit(app.model.box);
  showBox(app, hit);
}

/** @param {App} app @param {import('./search.js').Hit} hit */
function openBuilding(app, hit) {
  app.view.goTo(hit.place[0], hit.place[1], 17);
  app.store.set({ tab: 'party', sel: { type: 'building', code: String(hit.id || hit.code) }, at: null });
  app.openPanel();
}

/** A street is shown whole, with a pin on it. @param {App} app @param {import('./search.js').Hit} hit */
function showBox(app, { bbox, place }) {
  if (bbox) app.view.fit({ minX: worldX(bbox[0]), maxX: worldX(bbox[2]), minY: worldY(bbox[3]), maxY: worldY(bbox[1]) });
  else app.view.goTo(place[0], place[1], 16);
  app.askAt(place[0], place[1]);
}
