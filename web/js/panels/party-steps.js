// The four steps of a party member in a building: 进楼栋·亮身份·做承诺·当先锋. Step 0 = nobody assigned.

import { readRamp } from '../map/palette.js';

/** @typedef {import('../bundle.js').Buildings} Buildings */

export const STEPS = [0, 1, 2, 3, 4];

/** Colours of steps 0…4. */
export const stepColours = () => {
  const style = getComputedStyle(document.documentElement);
  return [style.getPropertyValue('--step-0').trim(), ...readRamp(document.documentElement, 'step')];
};

/** Step of every building, as a column beside the buildings. @param {Buildings} buildings @param {any} body of /party/buildings */
export function stepColumn(buildings, body) {
  const column = new Uint8Array(buildings.count);
  eachStep(body, (id, step) => {
    const index = buildings.byId.get(String(id));
    if (index !== undefined) column[index] = step;
  });
  return column;
}

/** @param {any} body @param {(id: string, step: number) => void} visit */
function eachStep(body, visit) {
  body.ids.forEach((/** @type {string} */ id, /** @type {number} */ i) => visit(id, body.steps[i]));
}

/** How many buildings stand at each step. @param {Buildings} buildings @param {any} body @param {(index: number) => boolean} among */
export function stepCounts(buildings, body, among) {
  const column = stepColumn(buildings, body);
  const counts = STEPS.map(() => 0);
  column.forEach((step, index) => among(index) && counts[step]++);
  return counts;
}
