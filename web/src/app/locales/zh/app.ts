export default {
  name: '獬豸', tagline: '基层执法协调联动平台', navigation: '导航', more: '更多', skip: '跳到正文', signOut: '退出登录', profile: '个人设置', and: '、', switchLanguage: '切换到英文', notifications: '通知，{n} 条未读',
  nowhere: '没有这个页面', nowhereWords: '地址可能写错了，或者内容已不在此处。', toWorkbench: '回到工作台',
  group: { desk: '办理', between: '协同', rules: '依据', record: '留痕与管理' },
}
