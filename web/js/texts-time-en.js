/** @type {Record<string, string>} */
export const TIME_EN = {
  'time.bar': 'Publications and days', 'time.slider': 'Choose a publication', 'time.day': 'Choose a day', 'time.before': 'The one before', 'time.after': 'The one after', 'time.today': 'Back to today', 'time.notToday': 'The map shows the plan of {date}, not today’s',
  'time.inForce': 'In force', 'time.still': 'Still in force', 'time.past': 'Past', 'time.future': 'Not yet in force', 'time.superseded': 'Corrected', 'time.unknownDay': 'There was no plan on that day; this is today’s',
  history: 'History', 'history.span': '{from} – {to}', 'history.absent': 'There is no such grid on the day shown.', 'history.document': 'By {document}',
  'event.create': 'Created', 'event.abolish': 'Abolished', 'event.split': 'Split', 'event.merge': 'Merged', 'event.transfer': 'Ground moved', 'event.rename': 'Renamed', 'event.recode': 'New code', 'event.correct': 'Corrected',
  'flow.households': '{n} hh', 'flow.step': '{from} → {to}: {households} households ({share})',
  compare: 'Compare', 'compare.title': 'Two publications', 'compare.from': 'Left', 'compare.to': 'Right', 'compare.version': 'No. {number} · {date}', 'compare.hint': 'Drag the divider, or use the arrow keys; shaded ground changes its grid.', 'compare.divider': 'Divider: the earlier plan on the left, the later on the right',
  'compare.who': 'Who changes grid', 'compare.moves': 'From grid to grid', 'compare.count': '{n} pieces', 'compare.between': 'From → to', 'compare.none': 'Nobody changes grid between the two.', 'compare.created': 'Created: {names}', 'compare.abolished': 'Abolished: {names}', 'list.and': ', ', 'key.time': 'Choose a publication',
};
