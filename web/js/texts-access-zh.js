// Signing in, rights and roles.

/** @type {Record<string, string>} */
export const ACCESS_ZH = {
  motto: '街巷定界 · 无缝覆盖', cancel: '取消', save: '保存', copy: '复制', copied: '已复制', 'list.and': '、', ledger: '台账', 'to.map': '地图',
  signin: '登录', signout: '退出登录', 'signin.title': '登录', 'signin.lead': '请用管理员发给您的账号登录。', 'signin.name': '账号', 'signin.password': '口令', 'signin.or': '或者', 'signin.provider': '用{name}登录',
  'signin.again': '请重新登录', 'signin.expired': '登录已过期。您正在做的事没有丢，登录后会接着完成。', 'signin.needed': '这一步需要先登录。', 'signin.other': '我不是此人，换一个账号（会重新打开页面）',
  'signin.empty': '请填写账号和口令。', 'signin.wrong': '账号或口令不正确，或账号已停用。', 'signin.throttled': '失败次数太多，请稍候再试。', 'signin.wait': '还要等 {n} 秒。', 'signin.now': '现在可以再试一次。',
  'signin.hint': '登录后可看案件、党建与体检',
  'account.menu': '我的账号', 'password.show': '显示口令', 'password.change': '修改口令', 'password.change.lead': '修改后，您在其他设备上的登录都会退出。', 'password.changed': '口令已修改', 'password.current': '现在的口令', 'password.next': '新口令', 'password.repeat': '再输入一次新口令', 'password.save': '保存新口令', 'password.wrong': '现在的口令不正确。', 'password.weak': '这个口令太容易被猜到，请换一个更长、不常见的。',
  'password.must': '请设置自己的口令', 'password.must.lead': '{name}，您好。管理员发给您的是一次性口令，请先换成自己的。',
  'rule.length': '至少 {n} 个字符', 'rule.name': '不包含账号名', 'rule.common': '不是常见口令，至少有 5 种不同的字符', 'rule.repeat': '两次输入一致', 'rule.met': '（已满足）', 'rule.broken': '新口令还不符合要求：{rule}。',
  'forbidden.title': '您没有这项权限', 'forbidden.anonymous': '登录后才能查看', 'forbidden.right': '需要权限', 'forbidden.roles': '有此权限', 'forbidden.ask': '如工作需要，请联系管理员授权。', 'forbidden.leave': '看网格', 'forbidden.scope': '不在您负责的范围内，不能查看。',
  'scope.all': '全区', 'scope.gone': '（已不存在）',
  'role.administrator': '管理员', 'role.planner': '规划员', 'role.approver': '审核员', 'role.commander': '指挥员', 'role.grid-worker': '网格员', 'role.branch-secretary': '支部书记', 'role.window-clerk': '窗口', 'role.integrator': '接口', 'role.auditor': '审计员', 'role.report-handler': '举报受理员',
  'right.map-read': '看地图', 'right.duty-read': '看网格人员姓名', 'right.map-locate-many': '批量落格', 'right.point-read': '看服务点', 'right.point-import': '导入服务点', 'right.building-read': '看楼栋', 'right.case-read': '看案件', 'right.case-read-personal': '看案件中的个人信息', 'right.case-import': '导入案件', 'right.report-read': '看举报内容', 'right.party-count': '看楼栋党建进度', 'right.party-read': '看党员进楼栋', 'right.party-read-personal': '看党员姓名', 'right.party-import': '导入党员进楼栋', 'right.finding-read': '看体检结果', 'right.plan-check': '做体检', 'right.draft-read': '看草案', 'right.draft-comment': '批注草案', 'right.draft-edit': '编制草案', 'right.draft-approve': '审核发布草案', 'right.review-settle': '设定公示期与规模标准', 'right.live-listen': '收实时消息', 'right.account-manage': '管理账号', 'right.token-manage': '管理接口令牌', 'right.audit-read': '看审计日志', 'right.server-watch': '看服务器指标',
};
