export default {
  registered: '已登记', ours: '本机关办理', 'judged-ours': '本机关办理', 'not-ours': '非本机关管辖', 'judged-not-ours': '非本机关管辖', transferring: '移送中', transferred: '已移送', 'handed-over': '已移交', closed: '已办结',
  draft: '拟稿', prepared: '拟稿', submitted: '待签发', declined: '退回修改', sent: '已发出', received: '已签收', 'supplement-asked': '待补充材料', 'under-screening': '甄别中', screened: '已甄别', accepted: '已受理', returned: '已退回', withdrawn: '已撤回', completed: '已反馈结果', 'result-returned': '已反馈结果',
  made: '已移交', 'fed-back': '已反馈', acknowledged: '已签收', handled: '已处置', refused: '拒不处置', reported: '已报告',
}
