/** Light or dark: the reader's choice, else the system's. @param {string} theme @returns {boolean} whether it changed */
export function applyTheme(theme) {
  const dark = theme === 'dark' || (theme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  const root = document.documentElement;
  const changed = root.hasAttribute('data-dark') !== dark;
  root.toggleAttribute('data-dark', dark);
  root.dataset.theme = theme;
  return changed;
}

/** @param {() => void} listener */
export const onSystemTheme = (listener) => window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', listener);
