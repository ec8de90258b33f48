export default {
  title: 'Calendar', lead: 'The county’s working days, and on whose word', before: 'Year before', after: 'Year after', published: 'The State Council’s notice is published', unpublished: 'Holidays not published yet: every date touching this year is provisional', workingDays: '{n} working days', clickDay: 'Click a day to see why it is one of work or of rest', notices: 'The papers behind it', workMark: 'w',
  kind: { WORKDAY: 'Working day', MAKE_UP_WORKDAY: 'Make-up workday', HOLIDAY: 'Holiday', LOCAL_HOLIDAY: 'Local holiday', WEEKEND: 'Weekend' },
  calculator: 'Reckon a limit', start: 'From', limit: 'Limit', firstDay: 'First day', roll: 'Last day off', compute: 'Reckon', rolls: { NONE: 'stays', NEXT_WORKING_DAY: 'moves to the next working day' },
  unit: { MINUTE: 'minutes', HOUR: 'hours', WORKING_DAY: 'working days', CALENDAR_DAY: 'calendar days', SAME_DAY: 'the same day', MONTH: 'months' },
  import: 'Import holidays', importWords: 'The State Council’s notice, or the county’s own days off. Every fault is listed at once, and then nothing changes.',
}
