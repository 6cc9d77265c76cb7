import { MoveTool } from './tools/move-tools.js';
import { makeTools } from './tools/all.js';
import { TOOLS } from './tool-list.js';

/** @typedef {import('./desk.js').Desk} Desk @typedef {import('./work.js').Work} Work */

/** Which tool is in the hand. Without the right to edit it is the comment pin or none. */
export class Toolbox {
  #draft = 0;

  /** @param {Desk} desk @param {Work} work */
  constructor(desk, work) {
    this.desk = desk;
    this.tools = makeTools(desk, work);
    this.current = this.tools[desk.state.tool];
    desk.store.on(['tool'], () => this.#switch());
    desk.on(['draft'], () => this.#follow());
    desk.view.symbolPainters.push((sheet, palette) => desk.plan && this.current.paint(sheet, palette));
  }

  /** A tool begins anew with every draft. */
  #follow() {
    const id = this.desk.draft?.id ?? 0;
    if (id === this.#draft) return;
    this.#draft = id;
    this.current.take();
  }

  #switch() {
    const before = this.current;
    this.current = this.tools[this.desk.state.tool];
    before.leave();
    if (!(before instanceof MoveTool && this.current instanceof MoveTool)) this.desk.drop();
    this.current.take();
    this.desk.view.element.dataset.tool = this.desk.state.tool;
    this.desk.tell('tool');
    this.desk.view.symbols?.repaint();
  }

  /** @param {string} id */
  mayUse(id) {
    return this.desk.draft !== null && (this.desk.canEdit || id === 'comment');
  }

  /** @param {string} id */
  choose(id) {
    if (this.mayUse(id)) this.desk.store.set({ tool: id });
  }

  /** The keys of the tools. */
  keys() {
    return Object.fromEntries(TOOLS.map(({ id, key }) => [key, () => this.choose(id)]));
  }
}
