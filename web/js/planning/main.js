// 规划, planning: drafts, the tools that cannot leave a gap, scorecard, findings, review.

import { AccountMenu } from '../access/account-menu.js';
import { forbiddenNote } from '../access/forbidden.js';
import { passGate } from '../access/gate.js';
import { session } from '../access/session.js';
import { Problem } from '../api.js';
import { put } from '../dom.js';
import { Controls, ScaleBar } from '../floats.js';
import { makeDialog } from '../help.js';
import { setLanguage, setLevels, setTimeZone, t } from '../i18n.js';
import { MapView } from '../map/map-view.js';
import { showFailure, showStarting } from '../starting.js';
import { Store } from '../state.js';
import { applyTheme, onSystemTheme } from '../theme.js';
import { notify, problemTitle } from '../ui.js';
import { showComments } from './comments-layer.js';
import { Compare } from './compare.js';
import { Desk } from './desk.js';
import { Dock } from './dock.js';
import { DraftsList } from './drafts-list.js';
import { FindingsPanel } from './findings-panel.js';
import { PaintSwitch, PlanTip } from './floats.js';
import { GridsPanel } from './grids-panel.js';
import { hrefs, renderHeader } from './header.js';
import { keysOf, listen as listenKeys, openHelp } from './keys.js';
import { LogPanel } from './log-panel.js';
import { closeDraft, openDraft, readBase } from './open-draft.js';
import { paintBlocks, paintBorders, paintHand } from './paint-plan.js';
import { Pointer } from './pointer.js';
import { ReviewPanel } from './review-panel.js';
import { ScoresPanel } from './scores-panel.js';
import { Side } from './side.js';
import { readPlanning, writePlanning } from './state.js';
import { Toolbar } from './toolbar.js';
import { Toolbox } from './toolbox.js';
import { Work } from './work.js';

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const store = new Store(readPlanning(location.hash));
setLanguage(store.state.lang);
applyTheme(store.state.theme);
const view = new MapView(element('map'), (layer) => layer !== 'buildings' && !store.state.off.includes(layer));
const desk = new Desk(store, view);
/** Block under the pointer. */
let over = -1;
await start();

async function start() {
  document.documentElement.lang = t('lang.code');
  const places = { header: element('header'), panel: element('panel') };
  showStarting(places);
  try {
    await session.read();
    await passGate({ always: true, relabel: switchLanguage });
    if (!session.may('draft-read')) return refuse();
    showStarting(places);
    const base = await readBase(desk);
    setLevels(base.district.levels);
    setTimeZone(base.district.timeZone);
    delete places.panel.dataset.snap;
    await build(base);
  } catch (error) {
    showFailure(places, error, start);
  }
}

function switchLanguage() {
  store.set({ lang: store.state.lang === 'zh' ? 'en' : 'zh' });
  setLanguage(store.state.lang);
  history.replaceState(null, '', `#${writePlanning(store.state)}`);
}

/** Whoever may not see drafts is told who may. */
function refuse() {
  renderHeader(element('header'), desk, { account: new AccountMenu({ mapHref: () => hrefs(store.state).map, ledgerHref: () => hrefs(store.state).ledger }).element, help: () => {} });
  const note = document.createElement('div');
  note.className = 'pane';
  put(note, forbiddenNote('draft-read', () => location.assign(hrefs(store.state).map)));
  element('panel').dataset.snap = 'half';
  put(element('panel'), note);
  document.documentElement.dataset.ready = 'true';
}

/** @param {import('../map/model.js').MapModel} base */
async function build(base) {
  view.show(base, store.state.map);
  const work = new Work(desk, reload);
  const toolbox = new Toolbox(desk, work);
  const dock = new Dock(desk, toolbox, work);
  const findings = new FindingsPanel(desk, work);
  const scores = new ScoresPanel(desk, { finding: (by) => findings.step(by) });
  const list = new DraftsList(desk);
  const panes = { scores, grids: new GridsPanel(desk), findings, review: new ReviewPanel(desk, work), log: new LogPanel(desk, work) };
  const side = new Side(element('panel'), desk, panes, list);
  const floats = makeFloats(toolbox, work, dock);
  paintPlan();
  const pointer = new Pointer(desk, toolbox, (spot, at) => hover(floats.tip, spot, at));
  const dialog = makeDialog();
  const help = () => openHelp(dialog);
  const account = new AccountMenu({ mapHref: () => hrefs(store.state).map, ledgerHref: () => hrefs(store.state).ledger });
  const header = () => {
    account.render();
    renderHeader(element('header'), desk, { account: account.element, help });
  };
  listen({ header, floats, all: [...Object.values(panes), list, side, floats.toolbar, dock] });
  listenKeys(keysOf({ desk, toolbox, work, dock, pointer, scores, help, layers: () => floats.controls.toggle() }));
  store.on(['draft'], () => follow(work, list, side));
  desk.on(['draft'], header);
  header();
  await follow(work, list, side);
  store.set({ map: view.view() });
  view.element.dataset.tool = store.state.tool;
  document.documentElement.dataset.ready = 'true';
}

function reload() {
  return openDraft(desk, store.state.draft);
}

/** Opens the draft that the address names, or shows the list. @param {Work} work @param {DraftsList} list @param {Side} side */
async function follow(work, list, side) {
  const { draft } = store.state;
  if (!draft) {
    if (desk.draft) closeDraft(desk);
    side.open();
    return list.load();
  }
  try {
    await openDraft(desk, draft);
    side.shut();
    if (store.state.sel && !store.state.map) desk.flyTo([store.state.sel]);
    work.readScores();
    work.readComments().catch(() => {});
  } catch (error) {
    store.set({ draft: '' });
    notify(problemTitle(error), { bad: true });
    if (!(error instanceof Problem)) throw error;
  }
}

/** @param {Toolbox} toolbox @param {Work} work @param {Dock} dock */
function makeFloats(toolbox, work, dock) {
  const app = /** @type {any} */ ({ view, store, model: desk.base, may: () => false });
  const floats = { compare: new Compare(desk), toolbar: new Toolbar(desk, toolbox, work), controls: new Controls(app), paint: new PaintSwitch(desk), scale: new ScaleBar(app), tip: new PlanTip(desk), dock };
  put(element('float'), Object.values(floats).map((float) => float.element));
  return floats;
}

/** @param {PlanTip} tip @param {import('./tools/tool.js').Spot | null} spot @param {{x: number, y: number}} at */
function hover(tip, spot, at) {
  tip.show(spot, at);
  if ((spot?.face ?? -1) === over) return;
  over = spot?.face ?? -1;
  view.shade?.repaint();
}

function paintPlan() {
  view.shadePainters.push((sheet, palette) => paintHand(sheet, desk, palette, over));
  desk.on(['draft'], () => {
    view.groundPainter = desk.plan ? (sheet, palette) => paintBlocks(sheet, desk, palette) : null;
    view.linePainter = desk.plan ? (sheet, palette) => paintBorders(sheet, desk, palette) : null;
  });
  desk.on(['plan', 'staged', 'picked', 'proposal', 'trouble', 'draft'], () => view.shade?.repaint());
  store.on(['sel'], () => view.shade?.repaint());
  store.on(['paint'], () => view.repaint());
  desk.on(['plan'], () => store.state.paint === 'band' && view.repaint());
  showComments(desk);
}

/** @param {{header: () => void, floats: ReturnType<typeof makeFloats>, all: {render: () => void}[]}} page */
function listen({ header, floats, all }) {
  store.on(['lang'], () => {
    setLanguage(store.state.lang);
    document.documentElement.lang = t('lang.code');
    header();
    floats.scale.render();
    floats.tip.forget();
    for (const part of all) part.render();
  });
  desk.on(['plan'], () => floats.tip.hide());
  const recolour = () => {
    if (applyTheme(store.state.theme)) view.restyle();
    header();
  };
  store.on(['theme'], recolour);
  onSystemTheme(recolour);
  store.on(['off'], () => view.repaint());
  store.on(/** @type {any} */ (Object.keys(store.state)), () => history.replaceState(null, '', `#${writePlanning(store.state)}`));
  store.on(['map'], header);
  view.map.on('moveend', () => store.set({ map: view.view() }));
  window.addEventListener('hashchange', () => {
    const next = readPlanning(location.hash);
    if (next.map) view.map.setView([next.map.lat, next.map.lon], next.map.zoom);
    store.set({ ...next, map: next.map ?? store.state.map });
  });
}
