// Lineage as a flow of households: grids before on the left, grids after on the right, bands as thick as many people.

import { h, svg } from '../dom.js';
import { number, percent, t } from '../i18n.js';

/** @typedef {{from: string, to: string, households: number, people: number, share: number, effective: string, publication: number}} Step */
/** @typedef {{code: string, y: number, height: number, households: number}} Node */
/** @typedef {{step: Step, y1: number, y2: number, height: number}} Band */
/** @typedef {{left: Node[], right: Node[], bands: Band[], height: number}} Layout */

const GAP = 14;
const LEAST = 3;
const TALLEST = 110;
const WIDTH = 320;
const LABEL = 58;
const BAR = 7;

/** Steps of one publication laid out. A band without households is still seen. @param {Step[]} steps @returns {Layout} */
export function layoutFlow(steps) {
  const total = steps.reduce((sum, step) => sum + step.households, 0);
  const tall = (/** @type {number} */ households) => Math.max(LEAST, total > 0 ? (households / total) * TALLEST : 0);
  const left = stack(steps, 'from', tall);
  const right = stack(steps, 'to', tall);
  const used = new Map();
  const take = (/** @type {string} */ side, /** @type {Node} */ node, /** @type {number} */ height) => {
    const key = side + node.code;
    const at = node.y + (used.get(key) ?? 0);
    used.set(key, (used.get(key) ?? 0) + height);
    return at;
  };
  const bands = steps.map((step) => {
    const height = tall(step.households);
    return { step, height, y1: take('l', nodeOf(left, step.from), height), y2: take('r', nodeOf(right, step.to), height) };
  });
  return { left, right, bands, height: Math.max(bottom(left), bottom(right)) };
}

/** @param {Step[]} steps @param {'from' | 'to'} side @param {(households: number) => number} tall @returns {Node[]} */
function stack(steps, side, tall) {
  let y = 0;
  return [...new Set(steps.map((step) => step[side]))].map((code) => {
    const mine = steps.filter((step) => step[side] === code);
    const height = mine.reduce((sum, step) => sum + tall(step.households), 0);
    const node = { code, y, height, households: mine.reduce((sum, step) => sum + step.households, 0) };
    y += height + GAP;
    return node;
  });
}

/** @param {Node[]} nodes @param {string} code */
const nodeOf = (nodes, code) => /** @type {Node} */ (nodes.find((node) => node.code === code));

/** @param {Node[]} nodes */
const bottom = (nodes) => Math.max(...nodes.map((node) => node.y + node.height));

/** The last digits tell grids of one community apart. @param {string} code */
const short = (code) => `…${code.slice(-6)}`;

/** @param {Step} step */
const sentence = (step) => t('flow.step', { from: short(step.from), to: short(step.to), households: number(step.households), share: percent(step.share) });

/** The picture and the same in words. @param {Step[]} steps @param {string} current the grid it is about */
export function flowFigure(steps, current) {
  const layout = layoutFlow(steps);
  const [x1, x2] = [LABEL + BAR, WIDTH - LABEL - BAR];
  const picture = svg('svg', { class: 'flow', viewBox: `0 -2 ${WIDTH} ${Math.ceil(layout.height + 12)}`, role: 'img', 'aria-label': steps.map(sentence).join('; ') },
    layout.bands.map((band) => bandOf(band, x1, x2, current)),
    layout.left.map((node) => nodeMark(node, LABEL, 'end', LABEL - 5, current)),
    layout.right.map((node) => nodeMark(node, x2, 'start', x2 + BAR + 5, current)));
  return h('figure', null, picture, h('ul', { class: 'flow-words' }, steps.filter((step) => step.from !== step.to).map((step) => h('li', null, sentence(step)))));
}

/** @param {Band} band @param {number} x1 @param {number} x2 @param {string} current */
function bandOf({ step, y1, y2, height }, x1, x2, current) {
  const middle = (x1 + x2) / 2;
  const d = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}V${y2 + height}C${middle} ${y2 + height} ${middle} ${y1 + height} ${x1} ${y1 + height}Z`;
  const kind = step.from === step.to ? 'stays' : step.to === current ? 'comes' : 'goes';
  return svg('path', { d, class: `band ${kind}` }, svg('title', null, sentence(step)));
}

/** @param {Node} node @param {number} x @param {'start' | 'end'} anchor @param {number} textX @param {string} current */
const nodeMark = (node, x, anchor, textX, current) => [
  svg('rect', { x, y: node.y, width: BAR, height: node.height, rx: 2, class: node.code === current ? 'node current' : 'node' }),
  svg('text', { x: textX, y: node.y + Math.min(node.height / 2, 30) + 1, 'text-anchor': anchor }, short(node.code), svg('title', null, node.code)),
  svg('text', { x: textX, y: node.y + Math.min(node.height / 2, 30) + 12, 'text-anchor': anchor, class: 'soft' }, t('flow.households', { n: number(node.households) })),
];
