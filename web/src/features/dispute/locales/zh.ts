export default {
  title: '管辖争议', one: '管辖争议', raise: '提出管辖争议', raiser: '提出单位', other: '对方单位', decider: '决定机关', whyDecider: '为什么由{body}决定', care: '争议期间由{body}继续负责，先行处置，不得停下。', aboutTransfer: '因一件移送', aboutMatter: '因事项管辖', lead: '线索', content: '争议内容', openedAt: '提出时间', competent: '管辖归属', lastStep: '最近一步', negotiation: '协商记录',
  heldAt: '协商时间', attendants: '参加人员', views: '各方意见', ourView: '本机关意见', outcome: '结果', outcomes: { continues: '继续协商', agreed: '协商一致，由本机关办理', failed: '协商不成' }, recordedBy: '记录',
  words: { negotiating: '说明', agreed: '说明', failed: '协商不成的原因', referred: '提请意见', decided: '决定理由', withdrawn: '撤回理由' }, papers: { record: '争议协商记录', submission: '提请决定的报告', decision: '指定管辖决定' },
  acts: { open: '提出后双方先协商；此前的办理单位继续负责，不得停下。', negotiate: '记录时间、参加人员、各方意见和结果；形成编号的协商记录，双方都能看到。', refer: '报请规则规定的机关决定，附协商记录和本机关意见。', decide: '决定对双方有约束力：事项随即转到指定的机关，所有相关单位立即知道。', withdraw: '撤回后事项按撤回前的状态继续。' },
}
