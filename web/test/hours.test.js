import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoursText } from '../js/hours.js';
import { setLanguage } from '../js/i18n.js';

test('opening hours are told in both languages', () => {
  setLanguage('zh');
  assert.equal(hoursText('Mo-Fr 09:00-12:00,13:30-17:00; Sa off'), '周一至周五 09:00–12:00,13:30–17:00；周六 未开放');
  assert.equal(hoursText('24/7'), '全天');
  setLanguage('en');
  assert.equal(hoursText('Tu,Th 09:00-17:00'), 'Tue,Thu 09:00–17:00');
});
