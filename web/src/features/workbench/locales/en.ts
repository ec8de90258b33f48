export default {
  title: 'Workbench', lead: 'What {body} and I owe, most urgent first', register: 'Register a lead', byLight: 'By urgency', byKind: 'By kind',
  tile: { red: 'Overdue', amber: 'Due soon', rest: 'Other open', sign: 'To sign', unread: 'Unread letters' },
  toSign: 'For my signature', toBody: 'to {body}', asks: 'asks {body} for assistance', readAndSign: 'Read and sign',
  whose: { label: 'Scope', ours: 'We owe', 'owed-to-us': 'Owed to us', county: 'Whole county' }, state: { label: 'State', open: 'Open', overdue: 'Overdue', ended: 'Ended' },
  none: 'Nothing is owed right now', noneWords: 'New transfers, notices and dates will appear here.', noneFiltered: 'Nothing matches the filters',
}
