/** @type {Record<string, string>} */
export const ZH = {
  lang: 'zh', 'lang.code': 'zh-CN', title: '网格治理地图', demo: '示意数据', 'demo.title': '单位名称和代码真实，其余均为合成数据，仅供演示',
  publication: '第 {number} 版 · {date}起施行', tools: '工具', theme: '外观', 'theme.auto': '跟随系统', 'theme.light': '浅色', 'theme.dark': '深色',
  'print.paper': '选择纸张', 'paper.a4-landscape': 'A4 横向', 'paper.a4-portrait': 'A4 纵向', 'paper.a3-landscape': 'A3 横向', 'paper.a3-portrait': 'A3 纵向', print: '打印', printed: '{date}打印', help: '帮助', close: '关闭', back: '返回', loading: '正在读取', retry: '再试一次', all: '全部', more: '另有 {n} 个', clear: '清除', filter: '筛选', zoomTo: '放大到此', code: '代码',
  'help.text': '点击地图任意处，即知那里归谁管。滚轮缩放，拖动平移；页面地址随时可以分享，别人打开看到的是同一幅画面。',
  'key.search': '搜索网格、社区、街道、楼栋', 'key.findings': '下一个、上一个问题项', 'key.tabs': '切换面板', 'key.zoom': '放大、缩小', 'key.home': '全区', 'key.layers': '图层', 'key.escape': '取消选择', 'key.help': '本帮助',
  'empty.title': '还没有网格数据', 'empty.import': '服务已经启动，但还没有导入任何区县。请用下面的命令导入街道、责任范围和网格：', 'empty.demo': '只想看看效果：启动时不带 --empty，即生成示范区。',
  'problem.page': '页面出错', 'problem.unreachable': '连不上服务器，请检查网络后再试', 'problem.detail': '说明', 'problem.attempted': '正在做', 'problem.value': '所给的值', 'problem.where': '位置', 'problem.remedy': '怎么办',

  tabs: '面板', sheet: '展开或收起面板', 'tab.grid': '网格', 'tab.findings': '问题项', 'tab.cases': '指挥', 'tab.party': '党建', 'tab.services': '服务',
  'search.hint': '搜索网格、代码、社区、街道、楼栋', 'search.results': '搜索结果', 'search.none': '没有找到，换个名称或代码试试',
  'kind.grid': '网格', 'kind.community': '社区 / 村', 'kind.township': '街道 / 乡镇', 'kind.district': '区县', 'kind.street': '道路水系', 'kind.building': '楼栋',

  'class.快速路': '快速路', 'class.主干路': '主干路', 'class.次干路': '次干路', 'class.支路': '支路', 'class.小路': '小路', 'class.河流': '河流', 'class.铁路': '铁路', 'class.围墙': '围墙', 'class.法定界线': '法定界线', 'class.划线': '划线',

  levels: '区,镇街,村社区,网格', grids: '网格', townships: '街道 / 乡镇', communities: '社区 / 村', households: '户数', people: '人口', area: '面积', km2: '平方公里', perGrid: '每格平均', density: '人口密度', buildings: '楼栋', floors: '楼层',
  'unit.households': '户', 'unit.people': '人', 'unit.density': '人/km²', 'unit.floors': '层',
  'n.households': '{n} 户', 'n.buildings': '{n} 栋', 'n.cases': '共 {n} 件', 'n.findings': '{n} 项', 'n.polygons': '共 {n} 个图形', 'n.days': '{n} 天',
  whoIsHere: '谁管这里', 'whoIsHere.hint': '点击地图任意处，查看所属网格、社区、街道和四条线的责任人。', chain: '所属层级', openCard: '网格卡片', outside: '责任范围之外', 'outside.hint': '这里不属于任何网格。',
  principles: '四项原则', 'principle.seamless': '无缝覆盖', 'principle.dynamic': '动态调整', 'findings.open': '查看体检', 'principle.streets': '街巷定界', 'principle.scale': '规模适度',
  fourLines: '四类网格', 'fourLines.note': '党建 · 综治 · 自治 · 服务', vacant: '暂缺', 'line.DJ': '党建', 'line.ZZ': '综治', 'line.ZI': '自治', 'line.FW': '服务', 'line.DJ.short': '党', 'line.ZZ.short': '综', 'line.ZI.short': '自', 'line.FW.short': '服',
  'side.east': '东', 'side.south': '南', 'side.west': '西', 'side.north': '北', boundary: '边界', onStreet: '{share} 沿街巷、河流、铁路', 'streets.none': '边界上没有命名的街巷', neighbours: '相邻网格',
  'buildings.byStep': '楼栋党建', 'cases.here': '最近案件', 'cases.none': '没有案件', 'services.here': '服务点', 'services.none': '没有服务点',

  'findings.title': '现行方案体检', checkNow: '立即检查', checkFile: '检查一份 GeoJSON 文件', 'checkFile.hint': '可同时选网格、责任范围（domain）、上级（communities）', checking: '正在检查……',
  'findings.list': '问题项', 'findings.unchecked': '还没有做过体检，请规划员或管理员先做一次。', moreNotListed: '另有 {n} 项未列出，请先筛选', previous: '上一个', next: '下一个', finding: '问题项', clean: '无缝覆盖', 'clean.plan': '{n} 个网格，没有漏管，没有重叠', 'clean.file': '{n} 个图形，没有发现问题',
  suggestion: '建议：{text}', parties: '涉及：{names}', confidence: '把握 {share}', widthOf: '宽 {width}',
  'finding.gap': '漏管', 'finding.inlet': '缺口', 'finding.overlap': '重叠', 'finding.duplicate': '重复', 'finding.sliver': '碎片', 'finding.invalid': '图形无效', 'finding.multipart': '飞地', 'finding.stray': '越界', 'finding.mismatch': '节点不合', 'finding.crossing': '跨界',
  'finding.gap.short': '漏', 'finding.inlet.short': '缺', 'finding.overlap.short': '叠', 'finding.duplicate.short': '重', 'finding.sliver.short': '碎', 'finding.invalid.short': '坏', 'finding.multipart.short': '飞', 'finding.stray.short': '越', 'finding.mismatch.short': '节', 'finding.crossing.short': '跨',
  'finding.gap.explain': '四周都有网格，中间这块地方却没有人管。', 'finding.inlet.explain': '责任范围边上有一块没有网格的地方，向外敞开。', 'finding.overlap.explain': '这块地方同时属于两个或更多网格，责任不清。', 'finding.duplicate.explain': '两个图形几乎相同，或一个整个落在另一个里面。', 'finding.sliver.explain': '又细又长的缝隙或重叠，多半是描绘时没有贴合。', 'finding.invalid.explain': '图形本身不成立（自相交、未闭合、坐标缺失等），先修好它，其余检查才可信。', 'finding.multipart.explain': '网格由互不相连的几块组成，这是离开主体的一块。', 'finding.stray.explain': '网格伸出了责任范围。', 'finding.mismatch.explain': '相邻边界看上去重合，但节点对不上。', 'finding.crossing.explain': '网格越过了上级（社区、街道）的界线。',

  'cases.title': '案件', 'cases.unit': '件', view: '显示', 'view.heat': '热力', 'view.grids': '网格', 'view.none': '不显示', bandwidth: '平滑半径', measure: '指标', 'measure.count': '件数', 'measure.per1000': '每千户件数', time: '时间', bucket: '时间单位', 'bucket.day': '按日', 'bucket.week': '按周', 'bucket.month': '按月',
  'histogram.label': '案件按时间分布，拖动选取一段时间', wholePeriod: '全部时间', highest: '最高 {n}', 'brush.hint': '在图上拖动选一段时间，双击恢复全部', categories: '类别', 'categories.within': '细分到小类', 'categories.hint': '可多选', ranking: '最多的网格',
  'status.已立案': '已立案', 'status.处置中': '处置中', 'status.已结案': '已结案', 'status.已作废': '已作废',
  'channel.城管': '城管', 'channel.12345': '12345', 'channel.纠纷': '纠纷', 'channel.民生': '民生', 'channel.举报箱': '举报箱', 'channel.其他': '其他',
  'category.01': '市容环境', 'category.02': '宣传广告', 'category.03': '施工管理', 'category.04': '突发事件', 'category.05': '街面秩序', 'category.06': '部件', 'category.21': '矛盾纠纷', 'category.22': '安全隐患', 'category.23': '民生服务', 'category.24': '党建事务', 'category.25': '自治事务',
  'party.title': '党员进楼栋', 'party.none': '还没有录入楼栋', 'party.hint': '放大后点击楼栋，查看结对党员和已走到的步骤。', assigned: '已结对', coverage: '覆盖率', steps: '四步走', 'step.0': '无人结对', 'step.1': '进楼栋', 'step.2': '亮身份', 'step.3': '做承诺', 'step.4': '当先锋', members: '结对党员', 'members.none': '还没有党员结对这栋楼', 'building.unnamed': '楼栋', 'building.unknown': '没有这栋楼',
  'services.title': '服务点', 'services.hint': '点击地图任意处，看最近的服务点。', nearest: '离这里最近', 'nearest.note': '直线距离', nearestHere: '附近的服务点', kind: '类型', hours: '开放时间', phone: '电话', address: '地址',
  'service.party': '党群服务中心', 'service.centre': '便民服务中心', 'service.window': '综合窗口', 'service.mainStation': '社工总站', 'service.station': '社工站', 'service.room': '社工室', 'service.board': '民情反映栏', 'service.box': '举报箱', 'service.incubator': '孵化基地', 'service.other': '其他',
  open: '开放中', closed: '未开放', 'hours.always': '全天', 'hours.and': '；', 'hours.to': '至', 'day.Mo': '周一', 'day.Tu': '周二', 'day.We': '周三', 'day.Th': '周四', 'day.Fr': '周五', 'day.Sa': '周六', 'day.Su': '周日', pledge: '承诺：{text}', since: '{date}起',

  legend: '图例', layers: '图层', zoomIn: '放大', zoomOut: '缩小', wholeDistrict: '全区', scale: '比例尺 {length}',
  'layer.water': '水系', 'layer.streets': '道路', 'layer.interior': '内部小路', 'layer.buildings': '楼栋', 'layer.township': '街道 / 乡镇界', 'layer.community': '社区 / 村界', 'layer.grid': '网格界', 'layer.labels': '注记',
  'legend.district': '区界', 'legend.township': '街道 / 乡镇界', 'legend.community': '社区 / 村界', 'legend.grid': '网格界', 'legend.arterial': '主干道', 'legend.local': '街巷', 'legend.rail': '铁路', 'legend.water': '水面',
  'legend.heat': '案件密度（件/km²）', 'legend.heat.note': '平滑半径 {metres} m；同一颜色在任何缩放级别含义相同',
};
