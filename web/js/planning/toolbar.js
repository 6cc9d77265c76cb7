import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { toolButton } from './parts.js';
import { TOOLS } from './tool-list.js';

/** The tools and undo, over the map. */
export class Toolbar {
  /** @param {import('./desk.js').Desk} desk @param {import('./toolbox.js').Toolbox} toolbox @param {import('./work.js').Work} work */
  constructor(desk, toolbox, work) {
    this.desk = desk;
    this.toolbox = toolbox;
    this.work = work;
    this.element = h('div', { class: 'toolbar card', role: 'toolbar', onkeydown: (/** @type {KeyboardEvent} */ event) => this.#arrow(event) });
    desk.on(['draft', 'plan', 'tool'], () => this.render());
    this.render();
  }

  render() {
    const { desk, toolbox } = this;
    const { draft } = desk;
    this.element.hidden = draft === null;
    this.element.setAttribute('aria-label', t('p.tools'));
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.getAttribute('data-id') : null;
    const tools = TOOLS.filter(({ id }) => toolbox.mayUse(id));
    put(this.element,
      desk.canEdit && [this.#step('undo', (draft?.done ?? 0) > 0, () => this.work.undo(), 'Control+Z'), this.#step('redo', draft !== null && draft.done < draft.operations, () => this.work.redo(), 'Control+Shift+Z'), h('i', { class: 'gap' })],
      tools.map(({ id, icon, key }) => this.#tool(id, icon, key)));
    if (focused) /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-id="${focused}"]`))?.focus();
  }

  /** @param {string} id @param {boolean} can @param {() => unknown} act @param {string} key */
  #step(id, can, act, key) {
    const made = toolButton(id, t(`p.${id}`), act, { disabled: !can, key, text: t(`p.${id}`) });
    made.dataset.id = id;
    return made;
  }

  /** @param {string} id @param {string} icon @param {string} key */
  #tool(id, icon, key) {
    const made = toolButton(icon, `${t(`tool.${id}`)}：${t(`tool.${id}.does`)}`, () => this.toolbox.choose(id), { pressed: this.desk.state.tool === id, key: key.toUpperCase(), text: t(`tool.${id}`) });
    made.dataset.id = id;
    return made;
  }

  /** @param {KeyboardEvent} event */
  #arrow(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const all = /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll('button:not([disabled])')]);
    all[(all.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + by + all.length) % all.length]?.focus();
  }
}
