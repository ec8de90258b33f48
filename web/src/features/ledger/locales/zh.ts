export default {
  title: '全过程记录', lead: '每一步办理都写入链式记录，任何人不能悄悄改动', words: '核验从第一条记录起逐条重算摘要，若有改动，指出第一处断开的地方。', verify: '现在核验', export: '导出记录文件', whole: '记录完整，没有改动', broken: '记录不完整：有一处断开', entries: '记录条数', algorithm: '摘要算法', head: '末条摘要', at: '核验时间', brokenLink: '第一处断开',
  offline: '离线核验', offlineWords: '导出的文件可以拿到任何一台有 Java 25 的电脑上，不连网、不连数据库，用下面的命令核验。记下末条摘要，以后可以证明当时的记录没有被整段替换。',
}
