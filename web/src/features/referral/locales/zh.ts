export default {
  title: '行刑衔接', one: '涉嫌犯罪移送', mark: '标记涉嫌犯罪', lead: '涉嫌犯罪案件向公安机关移送：专案组、书面报告、三日内决定、二十四小时内移送，直到有答复', none: '没有涉嫌犯罪移送', onlyOpen: '只看未了结', about: '事项', crime: '涉嫌罪名', legal: '移送机关', holder: '办案单位', police: '公安机关', stage: '阶段', lastStepAt: '最近办理', lastStep: '最近一步',
  barred: '答复前不得以罚结案', barredHint: '涉嫌犯罪的事项在司法机关答复前不能以行政处罚结案', content: '移送内容', suspicion: '涉嫌犯罪情况', team: '专案组', teamHint: '由两名以上行政执法人员组成专案组专门负责', report: '移送书面报告', materials: '移送材料', thresholds: '立案追诉标准对照', item: '事项', threshold: '追诉标准', finding: '对照结果', answers: '决定和答复',
  goods: '涉案物品', good: { name: '名称', quantity: '数量', source: '来源', custody: '保管' }, goodsGone: '物品已移交', goodsHere: '物品待移交', document: '文书编号', words: '内容', decision: '决定', filed: '立案', notFiled: '不予立案', approve: '批准移送', disapprove: '不批准移送', policeHint: '不选时按本县机制规定的公安机关', copied: '抄送检察机关', forwardTo: '转送', lacking: '需补充的材料',
  discipline: '违纪违法移送', receipt: '签收人或者回执编号', disciplineLead: '只有监督人员和接收机关看得到；办案人员看不到', noteLead: '登记线索', kind: '种类', kinds: { discipline: '违纪违法（移送纪检监察机关）', crime: '涉嫌犯罪（移送公安机关）' }, finder: '发现单位', concerned: '涉及单位', aboutWhom: '涉及何人何事', receiver: '接收机关', material: '材料名称',
  contacts: '日常沟通', contactsLead: '与公安、检察等单位的信息共享、案情通报和沟通对接，谈了什么、何时谈的，都有记录', writeContact: '登记沟通', partners: '对接单位', partner: '对接单位', contactKind: '方式', contactKinds: { information: '信息共享', briefing: '案情通报', consultation: '沟通对接' }, contactSubject: '主题', noContacts: '还没有沟通记录。与对接单位共享信息、通报案情或者会商后，点“登记沟通”记下来。', noPartners: '本县（区）机制没有规定行刑衔接的对接单位，这里不需要登记。',
  acts: {
    contact: '登记后本机构和县级统筹、监督人员可以查看，并记入全过程记录。',
    note: '登记后只有监督人员和接收机关看得到。', sendLead: '移送到本县机制指定的机关，函件加密，不进普通收发件。', mark: '标记后，此事项在得到答复之前不能以行政处罚结案；专案组随即提出移送报告。', report: '报告送本机关负责人，三日内决定是否移送。', decide: '批准后二十四小时内移送；不批准须写明理由，理由入卷。', transfer: '移送书编号，连同材料和物品清单送达公安机关，二十四小时时限停止。', forward: '不属于本机关管辖的，转送有管辖权的机关，原移送单位同时知道。', answer: '立案或者不立案的决定送达移送机关；不立案须说明理由。', reconsider: '对不予立案决定有异议的，在期限内提请复议。', supervise: '建议检察机关进行立案监督。', goods: '物品连同清单移交公安机关。', giveBack: '不构成犯罪但应追究行政责任的，退回原机关继续办理。', unmark: '由上级撤销标记，须写明理由。',
  },
}
