export default {
  title: '工作台', lead: '{body}和我应办的事项，最紧迫的在前', register: '登记线索', byLight: '按紧迫程度', byKind: '按事项种类',
  tile: { red: '已逾期', amber: '将到期', rest: '其余应办', sign: '待我签发', unread: '未读来件' },
  toSign: '待我签发', toBody: '移送 {body}', asks: '请求 {body} 协助', readAndSign: '阅签',
  whose: { label: '范围', ours: '本机构应办', 'owed-to-us': '别人欠我们的', county: '全县（区）' }, state: { label: '状态', open: '未办', overdue: '逾期', ended: '已了结' },
  none: '眼下没有应办的事项', noneWords: '有新的移送、通知或到期事项时会出现在这里。', noneFiltered: '没有符合筛选的事项',
}
