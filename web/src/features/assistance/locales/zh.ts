export default {
  title: '执法协助', one: '执法协助', request: '请求协助', lead: '书面函告相关部门认定、技术支撑、提供意见、查明身份、到场协助和查阅档案', waiting: '待本机构签发', noMatter: '不属于某一事项的指导或者支持', reported: '已报告推诿',
  requester: '请求单位', requested: '被请求单位', kind: '协助种类', kinds: { identification: '违法事项认定', technical: '技术支撑', opinion: '专业意见', identity: '身份核实', 'on-site': '现场协助', archives: '档案查阅', guidance: '业务指导', means: '执法手段支持' },
  noneIn: '没有收到协助请求。', noneOut: '没有发出协助请求。需要别的部门认定、鉴别、提供意见或者到场时，点“请求协助”。', boxes: { in: '请我们协助的', out: '我们请求的', county: '全县（区）' }, form: '请求方式', forms: { letter: '书面函告', phone: '电话' }, item: '协助事项', facts: '案情', needed: '需要的结论或者帮助', trigger: '是否紧急', triggers: { none: '不紧急', urgent: '情况紧急', 'evidence-may-be-lost': '证据可能灭失' }, triggerHint: '情况紧急或者证据可能灭失的，对方应当立即派员到现场。',
  grounds: '协助事由', groundKinds: { major: '重大', complex: '复杂', specialised: '专业性强', contested: '有争议' }, files: '随附材料', asked: '请求内容', came: '办理结果', sentAt: '发出时间', silent: '未答复', days: '{n} 天', people: '派出人员', dispatchedAt: '派员时间', arrivedAt: '到场时间',
  opinion: '书面意见', evidence: '证据材料', citation: '法律、法规、规章依据', noCitation: '没有说明法定理由', evasions: { silence: '不答复', 'refusal-without-ground': '无法定理由拒绝' }, extendHint: '需要延长答复时间的，在到期前点开时限，在“为什么”里办理延期并写明理由。', draft: '协助函（未编号）',
  entry: '清单事项', entryHint: '对方在协助事项清单中公布的内容、形式和反馈时限', entries: '协助事项清单', itsList: '对方的协助事项清单', noEntries: '还没有公布协助事项', within: '{limit}内反馈', noLimit: '没有公布反馈时限', addEntry: '增列事项', endEntry: '移出清单', entryContent: '协助内容', entryForm: '协助形式', entryLimit: '反馈时限', entryUnit: '时限单位', anyDepartment: '任何部门', counts: '协助统计', number: '件数',
  acts: { send: '以本机关名义签发，协助函编号并立即送达，对方的答复时限开始。', withdraw: '撤回后对方不再需要答复。', people: '写明派出的人员，请求单位立即知道。', arrive: '记录到达现场的时间。', answer: '意见和证据材料随答复送达，可以在案件中使用。', refuse: '没有法定理由的拒绝会按推诿显示。', report: '向文件规定的机关报告对方不答复或者无理由拒绝。' },
}
