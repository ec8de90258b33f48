export default {
  transfer: { 'to-sign': '有移送函待您签发', declined: '移送函被退回修改', arrived: '收到一件移送', received: '对方已签收移送', accepted: '移送已被受理', 'supplement-asked': '对方要求补充材料', supplemented: '补充材料已送达', returned: '移送被退回', result: '收到处理结果', 'result-returned': '收到处理结果', screened: '已作出甄别', withdrawn: '移送已撤回' },
  handover: { arrived: '收到一件移交', received: '移交已被签收', 'fed-back': '收到移交反馈', closed: '移交已办结' },
  notice: { arrived: '收到通知，请立即处理', acknowledged: '通知已被签收', handled: '对方已处置', refused: '对方不予处置', reported: '收到上报' },
  hazard: { notified: '收到重大隐患通知，请立即处理', acknowledged: '对方已签收通知并派员', handled: '对方已处置隐患', refused: '对方不予处置', reported: '收到隐患上报' }, act: { notified: '收到违法行为告知' }, matter: { closed: '事项已办结' },
  obligation: { warning: '有事项即将到期', overdue: '有事项已逾期', escalated: '有事项逾期，已上报', recomputed: '时限已重新计算' },
  mechanism: { imported: '机制新版本已导入' }, calendar: { imported: '放假安排已导入' },
  assistance: { 'to-sign': '有协助函待签发', received: '收到协助请求', 'received-urgent': '收到紧急协助请求，请立即派员', dispatched: '对方已派员', arrived: '对方人员已到现场', answered: '协助请求已答复', refused: '对方不予协助', withdrawn: '协助请求已撤回', extended: '对方告知延长答复期限', reported: '收到推诿情况报告' },
  dispute: { opened: '对方提出管辖争议', negotiated: '争议有新的协商记录', agreed: '管辖争议协商一致', 'negotiation-failed': '管辖争议协商不成', referred: '管辖争议已提请决定', decided: '管辖争议已决定', withdrawn: '管辖争议已撤回' },
  complaint: { arrived: '收到一件投诉举报', referred: '收到一件告知的投诉举报', accepted: '告知的投诉举报已被受理', guided: '收到指导意见', 'fed-back': '收到投诉举报处理结果', 'added-to': '投诉举报人补充了情况', rated: '投诉举报人评价了答复', 'taken-over': '由本单位负责答复', concluded: '有投诉举报待答复' },
}
