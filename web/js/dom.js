// The page's only way to make elements: text is always text, so no data can become markup.

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Node | string | number | null | undefined | false | any[]} Child a list is spread, to any depth */
/** @typedef {Record<string, any>} Attributes */

/**
 * `h('button', { class: 'go', onclick: run }, 'Run')`. Keys starting with `on` are listeners, `style` is an object
 * of CSS properties, `true` sets an empty attribute, null and false leave it out; all else is an attribute.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Attributes | null} [attributes] @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** @param {string} tag @param {Attributes | null} [attributes] @param {...Child} children */
export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Replaces all children. @param {Element} element @param {...Child} children */
export function put(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/**
 * @template {Element} E
 * @param {E} element @param {Attributes | null | undefined} attributes @param {Child[]} children
 * @returns {E}
 */
function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) setAttribute(element, key, value);
  append(element, children);
  return element;
}

/** @param {Element} element @param {string} key @param {any} value */
function setAttribute(element, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
  else if (key === 'style') setStyle(/** @type {HTMLElement} */ (element), value);
  else element.setAttribute(key, value === true ? '' : String(value));
}

/** @param {HTMLElement} element @param {Record<string, string>} style */
function setStyle(element, style) {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
}

/** @param {Element} element @param {Child[]} children */
function append(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(element, child);
    else if (child instanceof Node) element.append(child);
    else if (child !== null && child !== undefined && child !== false) element.append(String(child));
  }
}
