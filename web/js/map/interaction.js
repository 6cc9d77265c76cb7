import { worldX, worldY } from '../geo.js';
import { paintAsked, paintShade } from './paint-shade.js';

/** @typedef {import('../app.js').App} App @typedef {import('../state.js').Selection} Selection */

/** Pointer on the map: hover names and shades, a click asks "谁管这里". @param {App} app @param {import('../floats.js').Tip} tip */
export function connectMap(app, tip) {
  const { view, store } = app;
  /** @type {Selection | null} */
  let hover = null;
  const over = (/** @type {Selection | null} */ next) => {
    if (next?.code === hover?.code) return;
    hover = next;
    view.shade?.repaint();
  };
  view.shadePainters.push((sheet, palette) => paintShade(sheet, app.model, palette, hover, app.state.sel));
  view.symbolPainters.push((sheet, palette) => paintAsked(sheet, palette, app.state.at));
  view.map.on('mousemove', (event) => {
    const { lng, lat } = event.latlng;
    over(view.pick(lng, lat));
    tip.show(hover, event.containerPoint.x, event.containerPoint.y);
  });
  const leave = () => {
    over(null);
    tip.show(null, 0, 0);
  };
  view.map.on('mouseout movestart zoomstart', leave);
  view.map.on('click', (event) => click(app, event.latlng.lng, event.latlng.lat));
  store.on(['sel', 'at'], () => {
    view.shade?.repaint();
    view.symbols?.repaint();
    if (view.buildings) selectBuilding(app);
  });
}

/** @param {App} app @param {number} lon @param {number} lat */
function click(app, lon, lat) {
  const [x, y] = [worldX(lon), worldY(lat)];
  const hit = app.hitTests.map((test) => test(x, y)).find((found) => found !== null);
  if (!hit) app.askAt(lon, lat);
  else app.store.set(hit);
  app.openPanel();
}

/** @param {App} app */
function selectBuilding(app) {
  const { sel } = app.state;
  const id = sel?.type === 'building' ? sel.code : null;
  if (app.view.buildings) app.view.buildings.selected = id;
}
