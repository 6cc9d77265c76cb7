import { h, put } from '../dom.js';
import { t } from '../i18n.js';
import { icon } from '../icons.js';
import { button, notify } from '../ui.js';
import { troubleNote } from './trouble.js';

/** The card under the map: what the tool in the hand waits for, what it would do, and what was refused. */
export class Dock {
  /** @param {import('./desk.js').Desk} desk @param {import('./toolbox.js').Toolbox} toolbox @param {import('./work.js').Work} work */
  constructor(desk, toolbox, work) {
    this.desk = desk;
    this.toolbox = toolbox;
    this.work = work;
    this.element = h('section', { class: 'dock card', 'aria-live': 'polite' });
    desk.on(['draft', 'plan', 'staged', 'picked', 'proposal', 'trouble', 'tool'], () => this.render());
    desk.store.on(['sel', 'tool'], () => this.render());
    this.render();
  }

  render() {
    const { desk, toolbox } = this;
    this.element.hidden = desk.draft === null || !toolbox.mayUse(desk.state.tool);
    if (this.element.hidden) return void put(this.element);
    this.element.setAttribute('aria-label', t(`tool.${desk.state.tool}`));
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const trouble = desk.trouble && desk.trouble.kind !== 'failed' ? troubleNote(desk, this.work, desk.trouble) : null;
    put(this.element, trouble, toolbox.current.card(), this.#actions());
    if (focused?.isConnected && focused.closest('.dock') === this.element) focused.focus();
  }

  #actions() {
    const { desk, toolbox } = this;
    const { current } = toolbox;
    const held = current.isReady || desk.staged.size > 0 || desk.picked.length > 0 || desk.proposal !== null;
    if (!held) return null;
    return h('div', { class: 'dock-actions' }, button(t('cancel'), () => current.cancel()),
      h('button', { type: 'button', class: 'button primary', disabled: !current.isReady, onclick: () => this.accept() }, icon('check'), t('p.accept'), h('kbd', { 'aria-hidden': 'true' }, '↵')));
  }

  accept() {
    if (this.toolbox.mayUse(this.desk.state.tool) && this.toolbox.current.isReady) return this.toolbox.current.accept();
    if (this.desk.staged.size > 0 && this.desk.activeZone < 0) notify(t('p.choose.receiver'));
  }
}
