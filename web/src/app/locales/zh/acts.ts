export default {
  lead: { register: '登记线索', amend: '补正' },
  matter: { judge: '认定管辖', 'judge-ours': '认定属本机关', 'judge-not-ours': '认定不属本机关', 'mark-urgent': '标为紧急', dissuade: '记录劝阻', close: '办结' },
  act: { dissuade: '记录劝阻' },
  transfer: { prepare: '拟制移送', amend: '修改', submit: '报请签发', send: '签发并移送', decline: '退回修改', receive: '接收', accept: '受理', 'ask-supplement': '要求补充材料', supplement: '补充材料', return: '退回', result: '反馈结果', withdraw: '撤回', screen: '甄别', letter: '查看移送函' },
  handover: { make: '移交派驻机构', receive: '接收移交', 'feed-back': '反馈', close: '办结移交' },
  notice: { send: '发出通知', acknowledge: '签收', close: '办结', handle: '记录处置', refuse: '不予处置', report: '报告' },
  obligation: { extend: '延期', suspend: '中止计时', resume: '恢复计时', excuse: '说明理由' },
}
