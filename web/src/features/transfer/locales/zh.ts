export default {
  title: '移送', one: '移送', lead: '本机构收到的和发出的移送', in: '收到的', out: '发出的', anyStage: '任何阶段', stage: '阶段', noneIn: '没有收到移送', noneOut: '没有发出移送', matter: '事项', letter: '文号', from: '移送机关', to: '接收机关', wholeCounty: '全县（区）', at: '时间', prepare: '拟制移送', amend: '修改移送', kind: '移送种类', kinds: { case: '案件移送', lead: '线索移送' },
  whys: { route: '依规则应送', judgement: '管辖认定时所指' }, exclusive: '只能移送此机关', needed: { materials: '应附材料', fields: '应载事项', others: '另附材料' }, content: '移送内容', reason: '移送理由', materials: '移送材料', articles: '涉案物品', statutoryBasis: '法律、法规、规章及条款', disputed: '受理前管辖权有争议', disputedTag: '管辖有争议', ownName: '依法律法规规章的明确规定以自己名义移送', lastWords: '最近一步的说明', preparedAt: '拟稿时间', sentAt: '移送时间', preparedBy: '由 {body} 拟稿', unnumbered: '签发时编号', lacking: '缺少', explained: '未附，理由：{why}', madeByPlatform: '由平台按本县格式生成', noMaterials: '还没有附材料', noArticles: '没有涉案物品', signed: '已逐件签收', unsigned: '未签收',
  letterTitle: '移送函', draftLetter: '移送函（未编号）', letterDraftWords: '尚未签发，预览的是未编号的稿子。', save: '保存', saved: '已保存', article: { name: '物品名称', quantity: '数量', state: '状态、特征', heldAt: '存放地点', heldUntil: '保管至' },
  form: { where: '移送给谁、为什么', materialsWords: '移送函由平台生成，不必上传', explain: '某种材料没有，说明理由', whyNone: '为何没有{kind}' },
  returnKinds: { 'not-ours': '不属于本机关管辖', other: '其他法定理由' },
  acts: {
    submit: '报请本机关签发人签发。', send: '以本机关名义签发：移送函编号，立即送达对方，移送时限停止，对方的时限开始。', declineReason: '要修改什么', withdraw: '撤回后移送时限自原起点继续计算。', receive: '对照材料清单签收。', receiveArticles: '请逐件核对并签收。', signFor: '{name} × {quantity}', signEach: '请逐件勾选签收。', accept: '受理后此事项由本机关办理，反馈结果的计时开始。', askSupplement: '要求补充的仍是同一件移送，不另起时限；缺材料不是退回的理由。', what: '缺少什么',
    return: '退回须说明理由。认为不属本机关管辖的，可由此进入管辖争议协调。', returnKind: '退回的原因', screen: '核查甄别后转给有管辖权的机关。', competent: '应由谁办理', finding: '甄别意见', result: '处理结果反馈给移送机关，事项随之办结。', resultFiles: '附件（如处罚决定书）',
  },
}
