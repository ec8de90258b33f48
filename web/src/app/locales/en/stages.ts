export default {
  registered: 'Registered', ours: 'Handled here', 'judged-ours': 'Handled here', 'not-ours': 'Not within our power', 'judged-not-ours': 'Not within our power', transferring: 'In transfer', transferred: 'Transferred', 'handed-over': 'Handed over', closed: 'Closed',
  draft: 'Draft', prepared: 'Draft', submitted: 'Awaiting signature', declined: 'Sent back for changes', sent: 'Sent', received: 'Received', 'supplement-asked': 'Supplement asked for', 'under-screening': 'Being screened', screened: 'Screened', accepted: 'Accepted', returned: 'Returned', withdrawn: 'Withdrawn', completed: 'Result returned', 'result-returned': 'Result returned',
  made: 'Handed over', 'fed-back': 'Fed back', acknowledged: 'Acknowledged', handled: 'Handled', refused: 'Refused', reported: 'Reported',
}
