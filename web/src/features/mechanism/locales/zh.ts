export default {
  title: '机制', lead: '县（区）文件原文与由此得出的规则', county: '县（区）', export: '导出', clause: '条款', term: '名称', meaning: '指', comma: '、',
  view: { text: '原文与规则', rules: '规则清单', terms: '称谓', versions: '版本' }, counts: '{clauses} 条条款，{rules} 条规则，自 {from} 起施行', oldVersion: '正在看的版本',
  clickClause: '点原文中划线的句子，只看由它得出的规则；粗线表示已有规则。', allRules: '看全部规则', noRule: '这一条没有可计算的规则。', grade: '{grade} 类', gradeHint: 'A 强制或计算，B 流程或记录，C 报告或提醒，D 仅组织安排', unmarked: '以下条款在原文中未能逐字定位：', unbreachable: '不会逾期', when: '适用于', search: '规则名、条款、原文',
  cutOff: '至当日 {at}', periodic: '每{every}至少 {times} 次', noSchedule: '未定频次',
  tier: { county: '本县（区）', national: '国家法律', platform: '平台默认' },
  words: { month: '月', quarter: '季度', year: '年', none: '无', up: '进位', down: '舍去', excluded: '不计', included: '计入', 'next-working-day': '顺延至下一工作日', person: '人', hour: '小时', town: '乡镇（街道）', area: '片区', body: '机构' },
  fields: { starts: '起算', ends: '终止', debtor: '由谁', creditor: '对谁', target: '内部目标', extension: '延期', suspends: '不计时的情形', 'from-actual-time': '自实际时间起', typed: '时限由发出者填写', acts: '约束的行为', present: '必须具备', 'body-kinds': '机构类别', allow: '可以是', forbid: '不得是', unless: '除非', role: '哪一方', after: '必须先有', 'after-any': '必须先有其一', 'fact-is': '必须是', forbidden: '禁止', exclusive: '只能如此', per: '每', participants: '参加', series: '系列', min: '至少', max: '至多', ratio: '比例', of: '基数', rounding: '取整', unit: '单位', exempt: '例外', every: '周期', times: '次数', by: '再延', ceiling: '总共不超过', 'stated-date': '须写明新日期', approver: '批准人', 'before-expiry': '须在到期前提出', flag: '例外情形', requires: '须有', question: '事由', to: '归属', amount: '数量' },
  compare: { title: '两县比较', go: '与他县比较', lead: '逐项对照两县（区）的规则', different: '只看不同', search: '规则名', sum: '相同 {same} 项，不同 {different} 项', silent: '文件未作规定', left: '左边', right: '右边' },
  relation: { same: '相同', different: '不同', 'only-left': '仅左边有', 'only-right': '仅右边有' },
  version: { number: '版本', from: '施行', to: '止于', origin: '来源', hash: '摘要', inForce: '现行' }, origin: { packaged: '随平台发布', imported: '本县导入' },
  import: { title: '导入机制新版本', lead: '先检查：有任何错误都一次列出，什么也不改变；没有错误时，先看与现行版本的差异再确认。', current: '下载现行文件', drop: '把压缩包（zip）或 mechanism.yaml、clauses.yaml 和原文拖到这里', from: '施行日期', fromHint: '默认按文件', check: '检查', faults: '发现 {n} 处错误', nothingChanged: '没有作任何改变', changes: '与现行版本有 {n} 处差异', effective: '自 {from} 起施行', same: '与现行版本相同。', confirm: '确认导入', done: '新版本已导入' },
  fault: { file: '文件', line: '行', key: '字段', message: '错误' }, change: { what: '内容', field: '字段', before: '原为', after: '改为' }, changes: { added: '新增', removed: '删除', changed: '修改' }, abouts: { identity: '身份', instrument: '文件', clause: '条款', rule: '规则', term: '称谓' },
}
