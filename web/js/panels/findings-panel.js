import { get, post, Problem } from '../api.js';
import { h, put } from '../dom.js';
import { FINDING_KINDS, joinFiles, readReport } from '../findings.js';
import { area, distance, number, percent, t } from '../i18n.js';
import { icon } from '../icons.js';
import { FindingsLayer } from '../map/findings-layer.js';
import { unionBox } from '../map/model.js';
import { button, dropEvents, head, loading, problem, quiet, section, takeFiles, toggleChip } from '../ui.js';
import { watchProgress } from './progress.js';

/** @typedef {import('../app.js').App} App @typedef {import('../findings.js').Finding} Finding @typedef {import('../findings.js').Report} Report */

const LISTED = 300;
/** Most parties of a finding named. */
const NAMED = 12;
const HIT_PIXELS = 7;

/** 问题项: what is wrong with the plan in force, or with a file somebody gives. */
export class FindingsPanel {
  /** @type {Report | null} */
  report = null;
  file = '';
  /** @type {import('../dom.js').Child} */
  #busy = null;
  #asked = false;

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.layer = new FindingsLayer();
    this.element = h('div', { class: 'pane', id: 'pane-findings', role: 'tabpanel', 'aria-labelledby': 'tab-findings', tabindex: -1 });
    app.view.symbolPainters.push((sheet, palette) => app.shows('findings') && this.layer.paint(sheet, palette));
    app.hitTests.push((x, y) => this.#hit(x, y));
    app.store.on(['kinds', 'finding', 'tab'], (_, changed) => this.#changed(changed));
    this.#changed(new Set(['tab']));
  }

  /** @param {Set<string>} changed */
  #changed(changed) {
    if (this.app.shows('findings') && !this.#asked) this.#load();
    if (changed.has('tab')) this.app.view.symbols?.repaint();
    this.render();
    if (changed.has('finding')) this.#scrollToCurrent();
  }

  /** @param {number} x @param {number} y */
  #hit(x, y) {
    if (!this.app.shows('findings')) return null;
    const found = this.layer.at(x, y, HIT_PIXELS / 2 ** this.app.view.map.getZoom());
    return found && this.report ? { finding: this.report.findings.indexOf(found) } : null;
  }

  badge() {
    return this.report?.findings.length ?? 0;
  }

  /** Findings the filter lets through, with their place in the report. */
  shown() {
    const { kinds } = this.app.state;
    const all = (this.report?.findings ?? []).map((finding, index) => ({ finding, index }));
    return kinds.length === 0 ? all : all.filter(({ finding }) => kinds.includes(finding.kind));
  }

  async #load() {
    this.#asked = true;
    await this.#run(async () => {
      try {
        return readReport(await get('/api/v1/checks/latest'));
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return this.#first();
        throw error;
      }
    });
  }

  /** Nobody has checked the plan yet. @returns {Promise<Report | null>} null when this visitor may not either */
  async #first() {
    return this.app.may('plan-check') ? readReport(await post('/api/v1/checks')) : null;
  }

  /** Checks the plan in force now. */
  check() {
    this.file = '';
    this.layer.setOutlines(null);
    return this.#run(async () => readReport(await post('/api/v1/checks')));
  }

  /** Checks files somebody gives: the polygons, and if given their domain and the level above. @param {File[]} files */
  async checkFiles(files) {
    if (files.length === 0) return;
    await this.#run(async () => {
      const { body, outlines, name } = joinFiles(await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() }))));
      const report = readReport(await post('/api/v1/checks', JSON.stringify(body)));
      this.file = name;
      this.layer.setOutlines(outlines);
      return report;
    });
    if (this.report && this.report.findings.length > 0) this.app.view.fit(unionBox(this.report.findings), { maxZoom: 14 });
  }

  /** @param {() => Promise<Report | null>} work */
  async #run(work) {
    const bar = h('i', { style: { width: '4%' } });
    const stop = watchProgress((share) => bar.style.setProperty('width', `${Math.round(share * 100)}%`));
    this.#show(null, [loading(), section(h('p', { class: 'quiet' }, t('checking')), h('div', { class: 'progress' }, bar))]);
    try {
      const report = await work();
      this.#show(report, report ? null : section(quiet(t('findings.unchecked'))));
      this.app.store.set({ finding: this.#valid(this.app.state.finding) });
    } catch (error) {
      this.#show(null, problem(error, () => (this.app.may('plan-check') ? this.check() : this.#load())));
    } finally {
      stop();
    }
  }

  /** @param {number} index */
  #valid(index) {
    return index < (this.report?.findings.length ?? 0) ? index : -1;
  }

  /** @param {Report | null} report @param {import('../dom.js').Child} busy */
  #show(report, busy) {
    this.report = report;
    this.#busy = busy;
    this.render();
    this.onchange?.();
  }

  /** @type {(() => void) | null} told when the number of findings changes */
  onchange = null;

  /** n and p: the next or previous finding of those listed. @param {number} by */
  step(by) {
    const shown = this.shown();
    if (shown.length === 0) return;
    const at = shown.findIndex(({ index }) => index === this.app.state.finding);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    this.goTo(shown[next].index);
  }

  /** @param {number} index */
  goTo(index) {
    const finding = this.report?.findings[index];
    if (!finding) return;
    this.app.store.set({ tab: 'findings', finding: index });
    this.app.view.fit(finding.box, { maxZoom: 18 });
  }

  #scrollToCurrent() {
    this.element.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  render() {
    const shown = this.shown();
    this.layer.findings = shown.map(({ finding }) => finding);
    this.layer.current = this.report?.findings[this.app.state.finding] ?? null;
    this.app.view.symbols?.repaint();
    const scroll = this.element.scrollTop;
    put(this.element, this.#top(), this.#busy ?? (this.report && this.#body(this.report, shown)));
    this.element.scrollTop = scroll;
  }

  #top() {
    const input = h('input', { type: 'file', multiple: true, accept: '.geojson,.json', class: 'visually-hidden', id: 'check-file', onchange: () => this.checkFiles(takeFiles(input)) });
    return section(
      h('div', { class: 'row apart' }, h('div', null, h('h2', { class: 'title' }, this.file || t('findings.title')), h('p', { class: 'quiet' }, this.report ? t('n.polygons', { n: number(this.report.polygons) }) : '')), this.app.may('plan-check') && button(t('checkNow'), () => this.check(), { primary: true, icon: 'check' })),
      this.app.may('plan-check') && h('label', { class: 'drop', for: 'check-file', ...dropEvents((files) => this.checkFiles(files)) }, icon('upload'), ' ', t('checkFile'), input, h('br'), h('small', null, t('checkFile.hint'))));
  }

  /** @param {Report} report @param {{finding: Finding, index: number}[]} shown */
  #body(report, shown) {
    if (report.findings.length === 0) return cleanNote(report, this.file);
    return [
      report.warnings.length > 0 && section(report.warnings.map((warning) => h('p', { class: 'badge warn', style: { 'white-space': 'normal' } }, warning))),
      report.apart && section(h('div', { class: 'explain' }, h('p', null, report.apart[languageKey()]))),
      this.#current(),
      section(head(t('findings.list'), t('n.findings', { n: number(shown.length) })), this.#filter(report), this.#list(shown)),
      this.#stepper(shown),
    ];
  }

  /** @param {Report} report */
  #filter(report) {
    const counts = Object.fromEntries(Object.entries(report.counts).map(([kind, count]) => [kind.toLowerCase(), count]));
    const kinds = FINDING_KINDS.filter((kind) => counts[kind] > 0);
    return h('div', { class: 'chips', role: 'group', 'aria-label': t('filter') }, kinds.map((kind) => toggleChip([t(`finding.${kind}`), ' ', h('b', null, number(counts[kind]))], this.app.state.kinds.includes(kind), () => this.app.store.toggle('kinds', kind))));
  }

  /** @param {{finding: Finding, index: number}[]} shown */
  #list(shown) {
    return [h('ol', { class: 'list', style: { 'margin-top': '8px' } }, shown.slice(0, LISTED).map(({ finding, index }) => this.#row(finding, index))), shown.length > LISTED && h('p', { class: 'quiet' }, t('moreNotListed', { n: number(shown.length - LISTED) }))];
  }

  /** @param {Finding} finding @param {number} index */
  #row(finding, index) {
    return h('li', null, h('button', { type: 'button', class: 'item', 'aria-current': index === this.app.state.finding ? 'true' : null, onclick: () => this.goTo(index) },
      h('span', { class: 'glyph finding' }, t(`finding.${finding.kind}.short`)),
      h('div', { class: 'grow' }, h('b', null, t(`finding.${finding.kind}`)), h('small', null, this.#names(finding).slice(0, 3).join(' · '))),
      h('div', { class: 'right' }, h('span', null, area(finding.areaSquareMetres).join(' ')), h('small', null, distance(finding.widthMetres)))));
  }

  /** Names of the grids concerned as far as the map knows their codes. @param {Finding} finding */
  #names(finding) {
    return finding.parties.map((party) => this.app.model.byCode.get(party)?.name ?? party);
  }

  /** @param {Finding} finding */
  #someNames(finding) {
    const names = this.#names(finding);
    const rest = names.length - NAMED;
    return [...names.slice(0, NAMED), rest > 0 && t('more', { n: number(rest) })].filter(Boolean).join(', ');
  }

  #current() {
    const finding = this.report?.findings[this.app.state.finding];
    if (!finding) return null;
    const suggestion = finding.suggestion[languageKey()];
    const lines = [t(`finding.${finding.kind}.explain`), finding.explanation[languageKey()], suggestion && t('suggestion', { text: suggestion })];
    return section(head(t(`finding.${finding.kind}`), [area(finding.areaSquareMetres).join(' '), t('widthOf', { width: distance(finding.widthMetres) })].join(' · ')),
      h('div', { class: 'explain' }, lines.filter(Boolean).map((line) => h('p', null, line)), finding.parties.length > 0 && h('p', { class: 'quiet' }, t('parties', { names: this.#someNames(finding) })), finding.confidence !== null && h('p', { class: 'quiet' }, t('confidence', { share: percent(finding.confidence) }))));
  }

  /** @param {{index: number}[]} shown */
  #stepper(shown) {
    const at = shown.findIndex(({ index }) => index === this.app.state.finding);
    return h('div', { class: 'stepper' }, button(t('previous'), () => this.step(-1), { icon: 'previous' }), h('span', null, at < 0 ? t('n.findings', { n: shown.length }) : `${at + 1} / ${shown.length}`), button(t('next'), () => this.step(1), { icon: 'next' }));
  }
}

/** @param {Report} report @param {string} file */
const cleanNote = (report, file) => h('div', { class: 'clean' }, icon('check'), h('b', null, t('clean')), h('p', { class: 'quiet' }, t(file ? 'clean.file' : 'clean.plan', { n: number(report.polygons) })));

/** @returns {'zh' | 'en'} */
const languageKey = () => (t('lang') === 'en' ? 'en' : 'zh');
