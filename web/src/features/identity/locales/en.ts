export default {
  login: 'Login', password: 'Password', name: 'Name', again: 'Password again', different: 'The two passwords differ',
  signIn: { public: 'For the public', title: 'Sign in', go: 'Sign in', toSetUp: 'First start? Make the administrator with the one-time code', demo: 'Demonstration people', demoWords: 'Demonstration mode: one click signs in as that person', ended: 'Your session has ended: please sign in again.' },
  setUp: { title: 'First start', words: 'The one-time code is printed by the server as it starts, and is good for one use.', code: 'One-time code', county: 'County', go: 'Make the administrator and sign in', back: 'Back to sign-in' },
  profile: { title: 'Profile', me: 'Me', seats: 'Posts', sitHere: 'Work in this post', here: 'current', language: 'Language', password: 'Change password', current: 'Current password', next: 'New password', change: 'Change', changed: 'Password changed' },
  accounts: { title: 'Accounts', lead: 'The county’s people and their posts.', add: 'New account', login: 'Login', name: 'Name', seats: 'Posts', state: 'State', locked: 'Locked', disabled: 'Disabled', active: 'Active', none: 'No accounts yet', first: 'First password', roles: 'Roles', body: 'Body', unlock: 'Unlock', disable: 'Disable', enable: 'Enable', created: 'Account created' },
}
