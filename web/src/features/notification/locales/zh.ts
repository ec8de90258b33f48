export default { title: '通知', unread: '未读', none: '没有通知' }
