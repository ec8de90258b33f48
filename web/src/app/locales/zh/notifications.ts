export default {
  transfer: { submitted: '有移送函待您签发', declined: '移送函被退回修改', sent: '收到一件移送', received: '对方已接收移送', accepted: '移送已被受理', 'supplement-asked': '对方要求补充材料', supplemented: '补充材料已送达', returned: '移送被退回', 'result-returned': '收到处理结果', screened: '已作出甄别', withdrawn: '移送已撤回' },
  handover: { made: '收到一件移交', received: '移交已被接收', 'fed-back': '收到移交反馈' },
  hazard: { notified: '收到重大隐患通知', acknowledged: '通知已签收', handled: '对方已派员处置', refused: '对方拒绝处置', reported: '收到重大隐患报告' },
  act: { notified: '收到违法行为告知' },
  obligation: { warned: '有事项即将到期', overdue: '有事项已逾期', escalated: '有事项逾期已上报' },
  mechanism: { imported: '机制新版本已导入' },
}
