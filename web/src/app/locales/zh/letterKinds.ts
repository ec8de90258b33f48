export default {
  transfer: '案件移送', 'lead-transfer': '线索移送', handover: '移交', notice: '通知', hazard: '隐患通知', assistance: '执法协助', archive: '档案查阅', dispute: '管辖争议', information: '信息共享', 'information-request': '信息索取', 'rules-consultation': '规则征询',
  'management-suggestion': '管理建议', meeting: '会议', minutes: '会议纪要', resolution: '议定事项', referral: '涉嫌犯罪移送', discipline: '违纪违法移送', call: '公安保障', help: '警力支援', incident: '突发事件', opinion: '舆情', whistle: '吹哨', suggestion: '岗位与奖惩建议', urging: '督办', complaint: '投诉举报', 'command-order': '任务指令', 'upward-report': '情况报告',
}
