export default { title: 'Notifications', unread: 'Unread', none: 'No notifications' }
