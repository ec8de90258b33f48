export default {
  name: 'Xiezhi', tagline: 'Enforcing together', navigation: 'Navigation', more: 'More', skip: 'Skip to content', signOut: 'Sign out', profile: 'Profile', and: ', ', switchLanguage: 'Switch to Chinese', notifications: 'Notifications, {n} unread',
  nowhere: 'There is no such page', nowhereWords: 'The address may be mistyped, or what was here has moved.', toWorkbench: 'Back to the workbench',
  group: { desk: 'Work', between: 'Between bodies', rules: 'Rules', record: 'Record and upkeep' },
}
