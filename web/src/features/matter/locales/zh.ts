export default {
  title: '事项', one: '事项', register: '登记线索', search: '编号、标题、当事人、事实', anyStage: '任何阶段', anyPlace: '任何地点', onlyUrgent: '只看紧急', stage: '阶段', place: '地点', holder: '承办机构', subject: '事项', registeredAt: '登记时间', discoveredAt: '发现时间', none: '还没有事项', noneFiltered: '没有符合筛选的事项',
  inProgress: '正在进行', hazard: '重大隐患', hasArticles: '涉案物品 {n} 项',
  tab: { facts: '事实', files: '材料（{n}）', clocks: '时限（{n}）', flows: '往来（{n}）', ledger: '全过程记录' },
  facts: '基本事实', items: '涉嫌违法事项', parties: '当事人', actTime: '行为时间', source: '线索来源', preHandover: '职权划转前', judgement: '管辖认定', whose: '应属 {body}', urgency: '紧急理由', urgencyConfirmed: '已确认', dissuasion: '劝阻', articles: '涉案物品', timeline: '经过',
  sources: { 'own-discovery': '自行发现', complaint: '投诉举报', hotline: '热线', transferred: '其他机关移送', platform: '平台推送', media: '媒体反映', device: '设备感知' },
  preHandovers: { closed: '划转前已办结', filed: '划转前已立案', legacy: '划转前遗留' },
  partyKinds: { person: '自然人', organisation: '单位', unknown: '身份未明' },
  noFiles: '还没有材料', noClocks: '没有时限', underWay: '正在办', noFlows: '还没有移送、移交、通知或协助等往来', notLooked: '{n} 家还没有查看',
  flow: { receivedBy: '{who} {at} 签收', reportedTo: '已上报 {body}', report: '关于拒不处理情况的报告',  transfer: '移送', handover: '移交', record: '交接记录', unnumbered: '（未编号）' }, purposes: { hazard: '重大隐患通知', 'in-progress': '正在进行的违法行为告知' },
  complaint: '投诉举报', answers: '由 {body} 负责', 
  units: { hour: '小时', 'working-day': '工作日', 'calendar-day': '自然日' },
  ledgerWords: '每一步在办理的同时写入，链式校验，任何人不能悄悄改动。', ledger: { seq: '序号', at: '时间', act: '办理', by: '何人', hash: '摘要（SM3）' },
  acts: {
    unknown: '此页面还不能办理：{name}', judgeWords: '认定的时间由平台记录；认定不属本机关的，移送时限自此起算。', whose: '认定', notOurs: '不属本机关管辖', ours: '属本机关管辖', competent: '应属哪个机构', competentHint: '尚不清楚的可以留空', urgentWords: '时限自原起算时间改按紧急时限计算。', confirmUrgencyWords: '您为“情况紧急”负责，时限不变。', liftUrgencyWords: '时限自原起算时间改回一般时限计算，理由记入留痕。', dissuadeWords: '记录向谁、怎样劝阻，结果如何。', how: '劝阻情况',
    noticeWords: '通知立即送达对方，不停止其他时限。', purpose: '通知事由', to: '通知哪个机构', content: '通知内容', handoverWords: '移交给同一乡镇（街道）内的派驻机构，双方签字的交接记录随案保存。', station: '派驻机构', items: '移交的材料和物品', limitAmount: '处理时限', limitHint: '条款只说“规定时间”的，须在此写明', limitUnit: '单位', receiveHandoverWords: '签收即完成交接记录并编号。', closeWords: '办结后不再提醒。',
    people: '派出何人', outcome: '处置情况', refuseWords: '不说明理由的，对方可以依条款上报。', reportWords: '向条款规定的机构报告对方拒不处置或没有回应。', reportText: '报告内容',
  },
}
