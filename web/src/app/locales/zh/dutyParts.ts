// 同一项职责下的几种
export default {
  overall: '总时限',
  regular: '例会',
  permits: '许可和监管',
  area: '片区',
  township: '镇街',
  district: '全区',
  'township-help': '协助镇街',
  consultation: '会商',
  command: '指挥',
  order: '维持秩序',
  resistance: '阻碍执法',
  safety: '人身安全',
  disposal: '现场处置',
}
