export default {
  title: '收发件', lead: '各单位之间往来的一切：移送、协助、争议、共享、会议、通知……都在这一个收件箱和发件箱里', box: '收件箱或发件箱', boxes: { in: '收件箱', out: '发件箱', county: '全县（区）' },
  search: '标题、文号', kind: '种类', anyKind: '任何种类', state: '状态', anyState: '任何状态', states: { open: '待答复', answered: '已答复', closed: '已办结', withdrawn: '已撤回' },
  unread: '未读', notLooked: '对方还没有查看', none: '没有往来文书', noneFiltered: '没有符合筛选的文书', receipts: '签收情况', andOthers: '{body} 等 {n} 家', lookedAll: '都已查看', lookedSome: '已查看 {n} / {of}', acknowledged: '已签收 {n} / {of}',
  noClock: '没有在走的时限', confidential: '只有收发双方可见',
}
