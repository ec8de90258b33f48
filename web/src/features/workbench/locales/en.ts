export default {
  title: 'Workbench', lead: 'What {body} and I owe, most urgent first', register: 'Register a lead', byLight: 'By urgency', byKind: 'By kind',
  light: { red: 'Overdue', amber: 'Due soon', green: 'In time', none: 'No limit' },
  toSign: 'For my signature', toBody: 'to {body}', readAndSign: 'Read and sign',
  scope: { label: 'Scope', mine: 'Mine', body: 'My body' }, search: 'Number, subject or party',
  none: 'Nothing is owed right now', noneWords: 'New transfers, notices and dates will appear here.', noneFiltered: 'Nothing matches the filters',
}
