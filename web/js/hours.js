import { t } from './i18n.js';

const DAY = /Mo|Tu|We|Th|Fr|Sa|Su/g;

/** Opening hours (`Mo-Fr 09:00-12:00,13:30-17:00; Sa off`) in the reader's words. @param {string} hours */
export function hoursText(hours) {
  if (hours.trim() === '24/7') return t('hours.always');
  return hours.split(';').map((rule) => ruleText(rule.trim())).join(t('hours.and'));
}

/** @param {string} rule */
function ruleText(rule) {
  return rule
    .replace(/\boff\b/, t('closed'))
    .replace(/([A-Z][a-z])-([A-Z][a-z])/g, (_, from, to) => `${from}${t('hours.to')}${to}`)
    .replace(/(\d)\s*-\s*(\d)/g, '$1–$2')
    .replace(DAY, (day) => t(`day.${day}`));
}
