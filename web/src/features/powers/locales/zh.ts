export default {
  title: '权责清单', one: '执法事项', lead: '执法事项、当时有效的依据、处罚档次，以及在本县（区）由谁行使', search: '事项名称、代码、法条', anyDomain: '任何领域', anyKind: '任何种类', domain: '领域', kind: '种类', code: '代码', name: '事项', basis: '依据', none: '没有这样的事项',
  kinds: { 行政处罚: '行政处罚', 行政强制: '行政强制', 行政检查: '行政检查', 其他行政权力: '其他行政权力' },
  on: '行为日', inForce: '{on} 有效的条文', noText: '这一天没有收录条文。', later: '之后施行的条文', laterWords: '从旧兼从轻（行政处罚法第三十七条）', earlier: '之前的条文', holders: '由谁行使', nobody: '清单没有载明', untilNow: '至今', department: '原实施部门', simple: '可能适用简易程序', hearing: '听证提示', warning: '警告', orWarning: '或者警告', upTo: '{max} {unit}以下', from: '{min} {unit}以上', noTiers: '条文没有定额，幅度另有规定。', tier: { subject: '对象', condition: '情形', amount: '罚款' },
}
