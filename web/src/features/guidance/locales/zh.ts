export default {
  title: '合规指导与典型案例', lead: '按行业的合规指导清单和取自已结事项的典型案例；发布后公众可读', draft: '拟制清单或案例', kind: '种类', trade: '行业', name: '标题', content: '内容', basis: '依据', matter: '取自已结事项', body: '单位', publishedAt: '发布', none: '本县（区）没有规定这一项',
  tradeHint: '例：餐饮、建筑工地', contentHint: '公众会读到全文：不要写当事人的姓名、电话和住址。', matterHint: '典型案例取自本单位可见的已结事项；指导清单不用选。', noClosed: '没有可选的已结事项。', seen: { draft: '只有本单位看得到；签发人发布后公众可读。', published: '公众在公示页可以读到。', withdrawn: '公众看不到。' },
  stages: { draft: '草稿', published: '已发布', withdrawn: '已撤回' },
  provisions: '事项依据提供', provisionsLead: '每个赋权事项的执法依据和执法标准由县（区）级部门提供', lacking: '只看缺项', lacks: '还缺', given: '已提供', to: '已提供给 {n} 家', item: '事项', lackCount: '{n} 项不全',
  acts: { publish: '发布后公众立即可读。', withdraw: '公众不再看到；须写明理由。', discard: '草稿不再使用，只有本单位看得到；须写明理由。', provide: '持有该事项的乡镇（街道）立即收到。' },
}
