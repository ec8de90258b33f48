export default {
  title: '工作日历', lead: '本县（区）的工作日，以及每一天的依据', before: '上一年', after: '下一年', published: '国务院办公厅放假通知已公布', unpublished: '放假安排尚未公布，涉及本年的时间都是暂定', workingDays: '{n} 个工作日', clickDay: '点一天，看它为什么是工作日或休息日', notices: '依据的文件', workMark: '班',
  kind: { workday: '工作日', 'make-up-workday': '调休上班', holiday: '放假', 'local-holiday': '本地放假', weekend: '周末' },
  calculator: '时限计算', start: '从何时起', limit: '时限', firstDay: '开始当日', roll: '末日遇休息日', compute: '计算', rolls: { none: '不顺延', 'next-working-day': '顺延至下一工作日' },
  unit: { minute: '分钟', hour: '小时', 'working-day': '工作日', 'calendar-day': '自然日', 'same-day': '当日', month: '个月' },
  import: '导入放假安排', importWords: '国务院办公厅的通知，或本县（区）自己的放假安排。有任何错误都一次列出，什么也不改变。',
}
