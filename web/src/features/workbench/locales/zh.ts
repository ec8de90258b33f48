export default {
  title: '工作台', lead: '{body}和我应办的事项，最紧迫的在前', register: '登记线索', byLight: '按紧迫程度', byKind: '按事项种类',
  light: { red: '逾期', amber: '将到期', green: '期限内', none: '无时限' },
  toSign: '待我签发', toBody: '移送 {body}', readAndSign: '阅签',
  scope: { label: '范围', mine: '我的', body: '本机构' }, search: '事项编号、名称、当事人',
  none: '眼下没有应办的事项', noneWords: '有新的移送、通知或到期事项时会出现在这里。', noneFiltered: '没有符合筛选的事项',
}
