export default {
  lead: { registered: '登记线索', amended: '补正线索' },
  matter: { 'judged-ours': '认定属本机关管辖', 'judged-not-ours': '认定不属本机关管辖', 'marked-urgent': '标为紧急', closed: '办结' },
  transfer: { prepared: '拟制移送函', amended: '修改移送函', submitted: '报请签发', declined: '签发人退回修改', sent: '签发并移送', received: '接收移送', accepted: '受理', 'supplement-asked': '要求补充材料', supplemented: '补充材料', returned: '退回', 'result-returned': '反馈处理结果', screened: '甄别', withdrawn: '撤回移送' },
  handover: { made: '移交派驻机构', received: '接收移交', 'fed-back': '反馈移交办理情况', closed: '移交办结' },
  hazard: { found: '发现重大隐患', notified: '通知主管部门', acknowledged: '签收通知', handled: '派员处置', refused: '拒绝处置', reported: '报告' },
  act: { 'found-in-progress': '发现违法行为正在进行', dissuaded: '劝阻当事人', notified: '告知主管部门' },
  obligation: { extended: '延期', suspended: '中止计时', resumed: '恢复计时', excused: '说明理由', overdue: '逾期', warned: '到期提醒', opened: '开始计时', met: '按期完成', 'met-late': '逾期完成' },
  attachment: { added: '上传附件' },
}
