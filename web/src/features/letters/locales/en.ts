export default {
  title: 'Letters', lead: 'Everything that goes between bodies: transfers, assistance, disputes, sharing, meetings, notices, in one inbox and one outbox', box: 'Inbox or outbox', boxes: { in: 'Inbox', out: 'Outbox', county: 'Whole county' },
  search: 'Title or number', kind: 'Kind', anyKind: 'Any kind', state: 'State', anyState: 'Any state', states: { open: 'To be answered', answered: 'Answered', closed: 'Closed', withdrawn: 'Withdrawn' },
  unread: 'Unread', notLooked: 'Not looked at yet', none: 'No letters', noneFiltered: 'Nothing matches the filters', receipts: 'Receipts', andOthers: '{body} and others, {n} in all', lookedAll: 'Looked at by all', lookedSome: 'Looked at by {n} of {of}', acknowledged: 'Acknowledged by {n} of {of}',
  noClock: 'No clock is running', confidential: 'Seen by sender and receivers only',
}
