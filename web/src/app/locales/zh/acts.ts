export default {
  registerLead: '登记线索', amendLead: '补正', judgeMatter: '认定管辖', judgeMatterOurs: '认定属本机关', judgeNotOurs: '认定不属本机关', markUrgent: '标为紧急', recordDissuasion: '记录劝阻', closeMatter: '办结',
  prepareTransfer: '拟制移送', amendTransfer: '修改', submitTransfer: '报请签发', sendTransfer: '签发并移送', declineTransfer: '退回修改', withdrawTransfer: '撤回', receiveTransfer: '签收', acceptTransfer: '受理', askSupplement: '要求补充材料', supplementTransfer: '补充材料', returnTransfer: '退回', screenTransfer: '甄别', returnResult: '反馈结果',
  makeHandover: '移交派驻机构', receiveHandover: '签收移交', feedBackHandover: '反馈移交结果', closeHandover: '办结移交',
  sendNotice: '发出通知', acknowledgeNotice: '签收并派员', handleNotice: '记录处置', refuseNotice: '不予处置', reportNotice: '上报', closeNotice: '办结通知',
  extendObligation: '延期', suspendObligation: '中止计时', resumeObligation: '恢复计时', excuseObligation: '说明理由', exportLedger: '导出记录', importMechanism: '导入新版本', importCalendarYear: '导入放假安排',
  markCrime: '标记涉嫌犯罪', reportCrime: '提出移送报告', decideCrime: '审批移送', transferCrime: '移送公安机关', receiveCrime: '签收回执', forwardCrime: '转送', askCrimeSupplement: '要求补正', supplementCrime: '补正材料', answerCrime: '立案或不予立案', askReconsideration: '提请复议', askSupervision: '建议立案监督', answerSupervision: '答复立案监督', handOverGoods: '移交涉案物品', giveBackCrime: '移送行政机关处理', concludeCrime: '登记司法结果', unmarkCrime: '解除标记',
}
