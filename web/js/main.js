import { AccountMenu } from './access/account-menu.js';
import { passGate } from './access/gate.js';
import { session } from './access/session.js';
import { get, Latest, Problem } from './api.js';
import { App } from './app.js';
import { decodeBundle } from './bundle.js';
import { put } from './dom.js';
import { Controls, ScaleBar, Tip, WhoCard } from './floats.js';
import { lonLatHit } from './hits.js';
import { listenKeys, makeDialog, openHelp } from './help.js';
import { setLanguage, setLevels, t } from './i18n.js';
import { Legend } from './legend.js';
import { MapModel } from './map/model.js';
import { MapView } from './map/map-view.js';
import { BuildingsLayer } from './map/paint-buildings.js';
import { connectMap } from './map/interaction.js';
import { CasesPanel } from './panels/cases-panel.js';
import { FindingsPanel } from './panels/findings-panel.js';
import { GridPanel } from './panels/grid-panel.js';
import { PartyPanel } from './panels/party-panel.js';
import { ServicesPanel } from './panels/services-panel.js';
import { Printing } from './print.js';
import { Search } from './search.js';
import { Panel, renderHeader } from './shell.js';
import { showFailure, showStarting } from './starting.js';
import { planningHref } from './planning/state.js';
import { writeLedger } from './ledger/state.js';
import { readState, Store, TABS, writeState } from './state.js';
import { applyTheme, onSystemTheme } from './theme.js';
import { ComparePane } from './time/compare-pane.js';
import { NO_REGISTER } from './time/publications.js';
import { TimeBar } from './time/time-bar.js';
import { notify, problemTitle } from './ui.js';

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const store = new Store(readState(location.hash));
setLanguage(store.state.lang);
applyTheme(store.state.theme);
const view = new MapView(element('map'), (layer) => !store.state.off.includes(layer));
await start();

async function start() {
  document.documentElement.lang = t('lang.code');
  const places = { header: element('header'), panel: element('panel') };
  showStarting(places);
  try {
    await session.read();
    await passGate({ relabel: switchLanguage });
    document.documentElement.lang = t('lang.code');
    showStarting(places);
    const [model, register] = await Promise.all([readMap(store.state.date), get('/api/v1/publications').catch(() => NO_REGISTER)]);
    setLevels(model.district.levels);
    delete places.panel.dataset.snap;
    const app = new App(store, view, model);
    app.register = register;
    build(app);
  } catch (error) {
    showFailure(places, error, start);
  }
}

/** The plan of a day; of today when there was none on that day. @param {string} date */
async function readMap(date) {
  try {
    return new MapModel(decodeBundle(await get('/api/v1/map', { date })));
  } catch (error) {
    if (!date || !(error instanceof Problem) || error.status !== 404) throw error;
    store.set({ date: '' });
    notify(t('time.unknownDay'));
    return readMap('');
  }
}

/** Before there is a map: in the address already, so that the map has it too. */
function switchLanguage() {
  store.set({ lang: store.state.lang === 'zh' ? 'en' : 'zh' });
  setLanguage(store.state.lang);
  history.replaceState(null, '', `#${writeState(store.state)}`);
}

/** The ledger in the same language and colours; it leads back to this very view. */
function ledgerHref() {
  const { lang, theme } = store.state;
  return `/ledger/#${writeLedger({ lang, theme, back: writeState(store.state) })}`;
}

/** Planning begins where the map stands. */
function planning() {
  const { lang, theme, map } = store.state;
  return planningHref({ lang, theme, map, back: writeState(store.state) });
}

/** @param {App} app */
function build(app) {
  view.show(app.model, app.state.map);
  const findings = new FindingsPanel(app);
  const cases = new CasesPanel(app);
  const party = new PartyPanel(app);
  const grid = new GridPanel(app);
  const services = new ServicesPanel(app);
  const compare = new ComparePane(app);
  const panel = new Panel(element('panel'), app, { grid, findings, cases, party, services, compare });
  findings.onchange = () => panel.render();
  const search = new Search(app, (hit) => lonLatHit(app, hit));
  const dialog = makeDialog();
  const printing = new Printing(app);
  const floats = makeFloats(app, cases, [...printing.elements, compare.swipe.divider]);
  const actions = { help: () => openHelp(dialog), print: () => printing.open(dialog) };
  const account = new AccountMenu({ ledgerHref, planningHref: planning });
  const header = () => {
    account.render();
    renderHeader(element('header'), app, { search: search.element, account: account.element, links: () => ({ map: '#', planning: planning(), ledger: ledgerHref() }) }, actions);
  };
  header();
  connectMap(app, floats.tip);
  if (session.may('building-read')) loadBuildings(app, party);
  listen(app, { header, panel, search, floats, parts: [findings, cases, party, grid, services] });
  followDay(app, party);
  listenKeys(keysOf(app, { findings, panel, search, floats, help: actions.help }));
  store.set({ map: view.view() });
  document.documentElement.dataset.ready = 'true';
}

/** @param {App} app @param {CasesPanel} cases @param {HTMLElement[]} printed */
function makeFloats(app, cases, printed) {
  const floats = { controls: new Controls(app), legend: new Legend(app, cases), scale: new ScaleBar(app), tip: new Tip(app), who: new WhoCard(app), time: new TimeBar(app) };
  put(element('float'), Object.values(floats).map((float) => float.element), printed);
  return floats;
}

/** Shows the plan of the day in the state whenever it changes. @param {App} app @param {PartyPanel} party */
function followDay(app, party) {
  const latest = new Latest();
  const show = async () => {
    if (app.state.compare) return;
    const model = await latest.run(() => readMap(app.state.date)).catch((error) => void notify(problemTitle(error), { bad: true }));
    if (!model || app.state.compare) return;
    app.showModel(model);
    if (session.may('building-read')) loadBuildings(app, party);
  };
  app.showDay = show;
  store.on(['date'], show);
}

/** @param {App} app @param {PartyPanel} party */
async function loadBuildings(app, party) {
  try {
    const layer = new BuildingsLayer(await app.loadBuildings(), app.model.arcs);
    view.buildings = layer;
    party.setLayer(layer);
    view.base?.repaint();
  } catch (error) {
    notify(problemTitle(error), { bad: true });
  }
}

/** @param {App} app @param {{header: () => void, panel: Panel, search: Search, floats: ReturnType<typeof makeFloats>, parts: any[]}} page */
function listen(app, { header, panel, search, floats, parts }) {
  const relabel = () => {
    setLanguage(app.state.lang);
    document.documentElement.lang = t('lang.code');
    header();
    search.render();
    panel.render();
    floats.scale.render();
    floats.legend.render();
    for (const part of parts) (part.update ?? part.render).call(part, new Set(['lang']));
  };
  const recolour = () => {
    if (applyTheme(app.state.theme)) {
      view.restyle();
      view.map.fire('themed');
    }
    header();
    floats.legend.render();
  };
  store.on(['lang'], relabel);
  app.onmodel.push(relabel);
  store.on(['compare'], () => panel.render());
  store.on(['theme'], recolour);
  onSystemTheme(recolour);
  store.on(['tab'], () => panel.render());
  store.on(['off'], () => view.repaint());
  store.on(/** @type {any} */ (Object.keys(store.state)), () => history.replaceState(null, '', `#${writeState(store.state)}`));
  view.map.on('moveend', () => store.set({ map: view.view() }));
  window.addEventListener('hashchange', () => followHash(app));
}

/** Somebody edited the address or opened another permalink. @param {App} app */
function followHash(app) {
  const next = readState(location.hash);
  if (next.map) view.map.setView([next.map.lat, next.map.lon], next.map.zoom);
  store.set({ ...next, map: next.map ?? app.state.map });
}

/** @param {App} app @param {{findings: FindingsPanel, panel: Panel, search: Search, floats: ReturnType<typeof makeFloats>, help: () => void}} page */
function keysOf(app, { findings, panel, search, floats, help }) {
  const tabs = Object.fromEntries(TABS.map((tab, i) => [String(i + 1), () => panel.choose(tab)]));
  return {
    ...tabs,
    '/': () => search.focus(),
    '?': help,
    n: () => findings.step(1),
    p: () => findings.step(-1),
    l: () => floats.controls.toggle(),
    t: () => floats.time.focus(),
    0: () => view.fit(app.model.box),
    '+': () => view.map.zoomIn(),
    '=': () => view.map.zoomIn(),
    '-': () => view.map.zoomOut(),
    Escape: () => {
      floats.controls.close();
      search.close();
      store.set({ sel: null, at: null, finding: -1, compare: null });
    },
  };
}
