import { field, messageLine, submitButton, textInput } from '../access/fields.js';
import { openOver } from '../access/over.js';
import { get } from '../api.js';
import { FINDING_KINDS, joinFiles, linesOf } from '../findings.js';
import { h, put } from '../dom.js';
import { area, dateText, distance, number, t } from '../i18n.js';
import { icon } from '../icons.js';
import { submitting } from '../ledger/parts.js';
import { FindingsLayer } from '../map/findings-layer.js';
import { unionBox } from '../map/model.js';
import { button, dropEvents, head, loading, notify, quiet, section, takeFiles, toggleChip } from '../ui.js';
import { countOf, nextOpen, readAdopted } from './adopted.js';
import { confirmReplace } from './review-forms.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('./work.js').Work} Work @typedef {import('./adopted.js').DraftFinding} DraftFinding */

/** "68 → 0": a foreign layer is adopted, and what is wrong with it is mended item by item, by kind or at once. */
export class FindingsPanel {
  layer = new FindingsLayer();
  /** @type {DraftFinding[]} */
  findings = [];
  #kind = '';
  #busy = '';
  #draft = '';
  /** The version that is read, or was. @type {{of: string, done: Promise<void>}} */
  #read = { of: '', done: Promise.resolve() };

  /** @param {Desk} desk @param {Work} work */
  constructor(desk, work) {
    this.desk = desk;
    this.work = work;
    this.element = h('div', { class: 'pane', id: 'pane-findings', role: 'tabpanel', 'aria-labelledby': 'tab-findings', tabindex: -1 });
    desk.view.symbolPainters.push((sheet, palette) => desk.draft && this.layer.paint(sheet, palette));
    desk.on(['draft'], () => this.#follow());
    desk.store.on(['finding', 'tab', 'lang'], () => this.render());
  }

  badge() {
    return this.desk.draft?.findings?.open ?? countOf(this.findings).open;
  }

  /** The draft's version moves with every repair, so the list is read again. */
  #follow() {
    const { draft } = this.desk;
    const id = draft ? String(draft.id) : '';
    if (id !== this.#draft) {
      this.#draft = id;
      this.findings = [];
      this.layer.setOutlines(null);
    }
    if (draft?.findings) this.load();
    else this.render();
  }

  /** How many the layer came with: those that are mended are not told any more. */
  get #all() {
    return this.desk.draft?.findings?.total ?? 0;
  }

  /** Reads what is open, once for each version of the draft. @returns {Promise<void>} */
  load() {
    const of = `${this.#draft} ${this.desk.draft?.version}`;
    if (this.#read.of !== of) this.#read = { of, done: this.#load(of) };
    return this.#read.done;
  }

  /** @param {string} of */
  async #load(of) {
    const body = await this.work.guard(() => get(`${this.work.path}/findings`));
    if (this.#read.of !== of) return;
    if (!body) return void (this.#read = { of: '', done: Promise.resolve() });
    this.findings = readAdopted(body);
    this.render();
    this.desk.tell('findings');
  }

  /** A draft that was drawn in already begins anew only when that is meant. @param {File[]} files */
  async adopt(files) {
    if (files.length === 0 || !this.desk.canEdit) return;
    const operations = this.desk.draft?.operations ?? 0;
    if (operations > 0 && !(await confirmReplace(operations))) return;
    this.#busy = t('adopt.running');
    this.render();
    const answer = await this.work.guard(async () => {
      const { body } = joinFiles(await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))));
      const taken = await this.work.adopt({ type: 'FeatureCollection', features: body.features ?? [], ...(body.crs && { crs: body.crs }) });
      this.layer.setOutlines((body.features ?? []).flatMap((/** @type {any} */ feature) => linesOf(feature?.geometry).lines));
      await this.work.reload();
      return taken;
    });
    this.#busy = '';
    if (answer) {
      await this.load();
      notify(t('adopt.done', { n: number(countOf(this.findings).open) }), { small: [answer.undecidedCount > 0 && t('adopt.undecided', { n: number(answer.undecidedCount) }), answer.unknown?.length > 0 && t('adopt.unknown', { n: number(answer.unknown.length) })].filter(Boolean).join(' ') });
      if (this.findings.length > 0) this.desk.view.fit(unionBox(this.findings), { maxZoom: 14 });
    }
    this.render();
  }

  /** Findings the filter lets through; those that are dealt with last. */
  shown() {
    const wanted = this.findings.filter((finding) => this.#kind === '' || finding.kind === this.#kind);
    return [...wanted.filter(({ state }) => state === 'open'), ...wanted.filter(({ state }) => state !== 'open')];
  }

  get current() {
    return this.findings[this.desk.state.finding] ?? null;
  }

  /** @param {1 | -1} by */
  step(by) {
    const at = nextOpen(this.findings, this.desk.state.finding, by);
    if (at >= 0) this.goTo(at);
  }

  /** @param {number} index */
  goTo(index) {
    this.desk.store.set({ tab: 'findings', finding: index });
    const finding = this.findings[index];
    if (finding) this.desk.view.fit(widened(finding.box), { maxZoom: 17.5 });
  }

  /** @param {DraftFinding[]} findings */
  async repair(findings) {
    const at = this.desk.state.finding;
    const ids = findings.map(({ id }) => id);
    if (!(await this.work.run({ op: 'repair', findings: ids }))) return;
    await this.load();
    const next = ids.length === 1 ? nextOpen(this.findings, at - 1, 1) : -1;
    if (next >= 0) this.goTo(next);
  }

  /** Leaves a finding as it is, with a reason and until a day. @param {DraftFinding} finding */
  async #except(finding) {
    const done = await openOver((/** @type {(done: true | null) => void} */ close) => {
      const reason = textInput({ name: 'reason', required: true, maxlength: 200, spellcheck: null });
      const until = textInput({ name: 'until', type: 'date', required: true, value: new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10) });
      const message = messageLine();
      const submit = submitButton(t('finding.except'));
      const element = h('form', { class: 'form signin', onsubmit: (/** @type {Event} */ event) => submitting(event, { submit, message }, async () => { if (await this.work.run({ op: 'except', finding: finding.id, reason: reason.value.trim(), until: until.value })) close(true); else close(null); }) },
        h('h2', { id: 'except-title' }, t('finding.except.title')), h('p', { class: 'lead' }, t('finding.except.lead')), field(t('why'), reason), field(t('finding.except.until'), until), message, h('div', { class: 'row end' }, button(t('cancel'), () => close(null)), submit));
      return { element, focus: () => reason.focus(), title: 'except-title' };
    });
    if (done) await this.load();
  }

  render() {
    const { desk } = this;
    this.layer.findings = desk.state.tab === 'findings' ? this.shown().filter(({ state }) => state === 'open') : [];
    this.layer.current = desk.state.tab === 'findings' ? this.current : null;
    desk.view.symbols?.repaint();
    if (!desk.draft || desk.state.tab !== 'findings') return;
    const scroll = this.element.scrollTop;
    put(this.element, this.#head(), this.#busy ? [loading(), section(quiet(this.#busy))] : this.#all > 0 && this.#body());
    this.element.scrollTop = scroll;
  }

  #head() {
    const input = h('input', { type: 'file', multiple: true, accept: '.geojson,.json', class: 'visually-hidden', id: 'adopt-file', onchange: () => this.adopt(takeFiles(input)) });
    const { open, excepted } = countOf(this.findings);
    const all = this.#all;
    const resolved = all - open - excepted;
    return section(
      all > 0 ? h('div', { class: open === 0 ? 'countdown none' : 'countdown' }, h('b', null, number(open)), h('div', null, h('p', null, t('adopt.left', { all: number(all) })), h('small', null, t('adopt.rest', { resolved: number(resolved), excepted: number(excepted) }))), h('div', { class: 'progress' }, h('i', { style: { width: `${(100 * (all - open)) / all}%` } }))) : [h('h2', { class: 'title' }, t('adopt.title')), h('p', { class: 'lead' }, t('adopt.lead'))],
      this.desk.canEdit && h('label', { class: 'drop', for: 'adopt-file', ...dropEvents((files) => this.adopt(files)) }, icon('upload'), ' ', t(all > 0 ? 'adopt.another' : 'adopt.choose'), input, h('br'), h('small', null, t('adopt.hint'))));
  }

  #body() {
    const shown = this.shown();
    const open = shown.filter(({ state }) => state === 'open');
    if (open.length === 0 && this.#kind === '') return [h('div', { class: 'clean' }, icon('check'), h('b', null, t('clean')), quiet(t('adopt.clean'))), this.#list(shown)];
    return [this.#card(), section(head(t('findings.list'), t('n.findings', { n: number(open.length) })), this.#filter(), this.desk.canEdit && open.length > 0 && h('div', { class: 'row', style: { margin: '10px 0' } }, button(t(this.#kind ? 'repair.kind' : 'repair.all', { kind: t(`finding.${this.#kind || 'gap'}`), n: number(open.length) }), () => this.repair(open), { icon: 'check' }))), this.#list(shown),
      h('div', { class: 'stepper' }, button(t('previous'), () => this.step(-1), { icon: 'previous' }), h('span', null, t('n.findings', { n: number(open.length) })), button(t('next'), () => this.step(1), { icon: 'next' }))];
  }

  #filter() {
    const kinds = FINDING_KINDS.filter((kind) => this.findings.some((finding) => finding.kind === kind && finding.state === 'open') || kind === this.#kind);
    return h('div', { class: 'chips', role: 'group', 'aria-label': t('filter') }, kinds.map((kind) => toggleChip([t(`finding.${kind}`), ' ', h('b', null, number(this.findings.filter((finding) => finding.kind === kind && finding.state === 'open').length))], this.#kind === kind, () => this.#only(kind))));
  }

  /** @param {string} kind */
  #only(kind) {
    this.#kind = this.#kind === kind ? '' : kind;
    this.render();
  }

  /** @param {DraftFinding[]} shown */
  #list(shown) {
    return h('ol', { class: 'list' }, shown.map((finding) => this.#row(finding)));
  }

  /** @param {DraftFinding} finding */
  #row(finding) {
    const index = this.findings.indexOf(finding);
    const done = finding.state !== 'open';
    return h('li', null, h('button', { type: 'button', class: done ? 'item done' : 'item', 'aria-current': index === this.desk.state.finding ? 'true' : null, onclick: () => this.goTo(index) },
      h('span', { class: `glyph finding${done ? ' mild' : ''}` }, t(`finding.${finding.kind}.short`)), h('div', { class: 'grow' }, h('b', null, t(`finding.${finding.kind}`)), h('small', null, done ? stateText(finding) : this.#names(finding))),
      h('div', { class: 'right' }, h('span', null, area(finding.areaSquareMetres).join(' ')), h('small', null, distance(finding.widthMetres)))));
  }

  /** @param {DraftFinding} finding */
  #names(finding) {
    const { plan } = this.desk;
    return finding.parties.slice(0, 3).map((party) => plan?.grids[plan.zoneByCode(party)]?.name ?? party).join(' · ');
  }

  /** The finding that is looked at: what is wrong, what is suggested, what that would do. */
  #card() {
    const finding = this.current;
    if (!finding) return null;
    const lang = t('lang') === 'en' ? 'en' : 'zh';
    const suggestion = finding.suggestion[lang];
    const lines = [t(`finding.${finding.kind}.explain`), finding.explanation[lang], suggestion && t('suggestion', { text: suggestion }), finding.effect && t('finding.effect', { text: finding.effect })];
    return section(head(t(`finding.${finding.kind}`), [area(finding.areaSquareMetres).join(' '), t('widthOf', { width: distance(finding.widthMetres) })].join(' · ')),
      h('div', { class: 'explain' }, lines.filter(Boolean).map((line) => h('p', null, line)), finding.parties.length > 0 && quiet(t('parties', { names: this.#names(finding) })), finding.state !== 'open' && quiet(stateText(finding))),
      this.desk.canEdit && finding.state === 'open' && h('div', { class: 'row', style: { 'margin-top': '10px' } }, button(t('repair.one'), () => this.repair([finding]), { primary: true, icon: 'check' }), button(t('finding.except'), () => this.#except(finding))));
  }
}

/** @param {DraftFinding} finding */
const stateText = ({ state, reason, until }) => [t(`finding.state.${state}`), reason, until && t('finding.until', { date: dateText(until) })].filter(Boolean).join(' · ');

/** A finding is looked at among its neighbours. @param {import('../geo.js').Box} box @returns {import('../geo.js').Box} */
function widened({ minX, minY, maxX, maxY }) {
  const [x, y] = [(maxX - minX) * 0.6, (maxY - minY) * 0.6];
  return { minX: minX - x, minY: minY - y, maxX: maxX + x, maxY: maxY + y };
}
