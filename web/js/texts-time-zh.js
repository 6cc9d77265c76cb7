/** @type {Record<string, string>} */
export const TIME_ZH = {
  'time.bar': '发布版与日期', 'time.slider': '选择发布版', 'time.day': '选择日期', 'time.before': '上一版', 'time.after': '下一版', 'time.today': '回到今天', 'time.notToday': '图上是 {date} 的方案，不是今天的',
  'time.inForce': '现行', 'time.still': '现行至今', 'time.past': '历史', 'time.future': '待生效', 'time.superseded': '已更正', 'time.unknownDay': '这一天还没有方案，改看今天',
  history: '沿革', 'history.span': '{from}—{to}', 'history.absent': '图上这一天没有这个网格。', 'history.document': '依据：{document}',
  'event.create': '新设', 'event.abolish': '撤销', 'event.split': '拆分', 'event.merge': '并入', 'event.transfer': '划转', 'event.rename': '更名', 'event.recode': '换码', 'event.correct': '更正',
  'flow.households': '{n} 户', 'flow.step': '{from} → {to}：{households} 户（{share}）',
  compare: '比较', 'compare.title': '两版比较', 'compare.from': '左：原', 'compare.to': '右：新', 'compare.version': '第 {number} 版 · {date}', 'compare.hint': '拖动分隔条（或用左右键）对照两版；着色处换了网格。', 'compare.divider': '分隔条：左为原方案，右为新方案',
  'compare.who': '换了网格的', 'compare.moves': '划转明细', 'compare.count': '{n} 处', 'compare.between': '由 → 到', 'compare.none': '两版之间没有一户换网格。', 'compare.created': '新设：{names}', 'compare.abolished': '撤销：{names}', 'list.and': '、', 'key.time': '选择发布版',
};
