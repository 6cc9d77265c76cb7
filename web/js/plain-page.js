// Pages that the server itself writes (a refusal, nothing found) take the colours of the reader's system.

import { applyTheme, onSystemTheme } from './theme.js';

const follow = () => applyTheme('auto');

follow();
onSystemTheme(follow);
