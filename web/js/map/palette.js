// The map's colours live in CSS beside the page's (css/tokens.css, --map-*), so light, dark and the muted
// background of the thematic views are a matter of style sheets only.

const NAMES = [
  'outside', 'land', 'town', 'water', 'water-edge', 'water-label', 'median', 'interior',
  'expressway', 'expressway-case', 'arterial', 'arterial-case', 'collector', 'collector-case', 'local', 'local-case', 'path',
  'rail', 'rail-gap', 'wall', 'building', 'building-edge',
  'district', 'township', 'community', 'grid', 'boundary-glow',
  'label', 'label-soft', 'label-street', 'halo', 'township-label', 'community-label', 'grid-label',
  'select', 'select-fill', 'hover-fill', 'pin', 'finding', 'finding-fill', 'finding-line',
  'plan-1', 'plan-2', 'plan-3', 'plan-4', 'plan-5', 'plan-6', 'plan-under', 'plan-within', 'plan-over', 'plan-border', 'plan-lock', 'plan-staged',
];

/** @typedef {Record<string, string>} Palette colours by name without `--map-` */

/** @param {Element} element @returns {Palette} */
export function readPalette(element) {
  const style = getComputedStyle(element);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--map-${name}`).trim()]));
}

/** A ramp `--name-1`, `--name-2`… as long as it goes. @param {Element} element @param {string} name */
export function readRamp(element, name) {
  const style = getComputedStyle(element);
  /** @type {string[]} */
  const ramp = [];
  for (let i = 1; ; i++) {
    const colour = style.getPropertyValue(`--${name}-${i}`).trim();
    if (!colour) return ramp;
    ramp.push(colour);
  }
}
