export default {
  title: 'Calendar', lead: 'The county’s working days, and on whose word', before: 'Year before', after: 'Year after', published: 'The State Council’s notice is published', unpublished: 'Holidays not published yet: every date touching this year is provisional', workingDays: '{n} working days', clickDay: 'Click a day to see why it is one of work or of rest', notices: 'The papers behind it', workMark: 'w',
  kind: { workday: 'Working day', 'make-up-workday': 'Make-up workday', holiday: 'Holiday', 'local-holiday': 'Local holiday', weekend: 'Weekend' },
  calculator: 'Reckon a limit', start: 'From', limit: 'Limit', firstDay: 'First day', roll: 'Last day off', compute: 'Reckon', rolls: { none: 'stays', 'next-working-day': 'moves to the next working day' },
  unit: { minute: 'minutes', hour: 'hours', 'working-day': 'working days', 'calendar-day': 'calendar days', 'same-day': 'the same day', month: 'months' },
  import: 'Import holidays', importWords: 'The State Council’s notice, or the county’s own days off. Every fault is listed at once, and then nothing changes.',
}
