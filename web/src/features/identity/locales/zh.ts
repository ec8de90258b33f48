export default {
  login: '登录名', password: '密码', name: '姓名', again: '再次输入密码', different: '两次输入的密码不一致',
  signIn: { public: '群众服务', title: '登录', go: '登录', toSetUp: '首次启用？用一次性代码建立管理员', demo: '演示人员', demoWords: '演示模式：点一下即以此人身份登录', ended: '登录已失效，请重新登录。' },
  setUp: { title: '首次启用', words: '一次性代码显示在服务器启动时的输出里，用一次即作废。', code: '一次性代码', county: '县（区）', go: '建立管理员并登录', back: '返回登录' },
  profile: { title: '个人设置', me: '我', seats: '任职', sitHere: '以此身份办公', here: '当前', language: '语言', password: '修改密码', current: '当前密码', next: '新密码', change: '修改', changed: '密码已修改' },
  accounts: { title: '账号管理', lead: '本县（区）的人员账号与任职。', add: '新增账号', login: '登录名', name: '姓名', seats: '任职', state: '状态', locked: '已锁定', disabled: '已停用', active: '正常', none: '还没有账号', first: '初始密码', roles: '身份', body: '机构', unlock: '解锁', disable: '停用', enable: '启用', created: '账号已建立' },
}
