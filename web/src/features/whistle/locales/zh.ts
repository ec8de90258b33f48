export default {
  title: '吹哨报到', one: '吹哨', lead: '乡镇（街道）遇到一家办不了的事，吹哨叫部门到场；不来、不说理由的，一键报告区政府', blow: '吹哨', urge: '督办', subject: '事由', kind: '种类', kinds: { whistle: '吹哨', urging: '督办' }, caller: '吹哨单位', called: '被叫单位', words: '要求', limit: '多久内答复', limitHint: '不填则按规则', sentAt: '发出时间', onlyOpen: '只看未了结', people: '派出人员',
  report: '关于{called}的报告', reportedInAt: '报到', arrivedAt: '到场', noReason: '没有说明理由', reportedTo: '已报告', route: '不答复或者无理由拒绝的，报告{body}', reportText: '{called}对“{subject}”没有按时答复，也没有说明理由，现予报告。', ranking: '各单位响应', calls: '被叫次数', came: '到场次数', took: '平均到场用时',
  suggestions: '岗位与奖惩建议', suggest: '提出建议', suggestionsLead: '对部门派驻、下沉人员的岗位和奖惩建议，只有双方和组织部门看得到', about: '岗位或者人员', suggester: '提出单位', suggestedTo: '建议送哪个单位', noneSuggestions: '还没有建议。派驻、下沉人员表现突出或者不适合岗位的，可以点“提出建议”。', none: '没有吹哨和督办。遇到一家办不了的事，点“吹哨”叫有关部门到场。', organisation: '抄送组织部门', answer: '答复',
  acts: { suggest: '建议编号后只送该单位和组织部门，答复有时限；平台不据此自动改变任何岗位。', blow: '同时叫到所有选中的单位，各自的答复时限开始。', reportIn: '写明来人，吹哨单位立即知道。', arrive: '记录到场时间。', refuse: '不说明理由的拒绝会被报告。', confirm: '确认后此次吹哨了结。', report: '一键报告规则所指的政府，附上经过；对方仍可前来。' },
}
