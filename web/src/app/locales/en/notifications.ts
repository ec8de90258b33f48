export default {
  transfer: { submitted: 'A transfer awaits your signature', declined: 'A transfer was sent back for changes', sent: 'A transfer has arrived', received: 'Your transfer was received', accepted: 'Your transfer was accepted', 'supplement-asked': 'A supplement is asked for', supplemented: 'The supplement has arrived', returned: 'Your transfer was returned', 'result-returned': 'A result has arrived', screened: 'A transfer was screened', withdrawn: 'A transfer was withdrawn' },
  handover: { made: 'A handover has arrived', received: 'Your handover was received', 'fed-back': 'Feedback on a handover' },
  hazard: { notified: 'Notice of a serious hazard', acknowledged: 'Your notice was acknowledged', handled: 'People were sent', refused: 'The notified body refused', reported: 'A hazard was reported' },
  act: { notified: 'Notice of an act in progress' },
  obligation: { warned: 'Something is due soon', overdue: 'Something is overdue', escalated: 'Something overdue was escalated' },
  mechanism: { imported: 'A new version of the mechanism was imported' },
}
