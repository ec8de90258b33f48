export default {
  lead: { registered: 'Lead registered', amended: 'Lead amended' },
  matter: { 'judged-ours': 'Judged within our power', 'judged-not-ours': 'Judged not within our power', 'marked-urgent': 'Marked urgent', closed: 'Closed' },
  transfer: { prepared: 'Transfer prepared', amended: 'Transfer amended', submitted: 'Submitted for signature', declined: 'Signer sent it back', sent: 'Signed and sent', received: 'Received', accepted: 'Accepted', 'supplement-asked': 'Supplement asked for', supplemented: 'Supplemented', returned: 'Returned', 'result-returned': 'Result returned', screened: 'Screened', withdrawn: 'Withdrawn' },
  handover: { made: 'Handed over to a station', received: 'Handover received', 'fed-back': 'Handover fed back', closed: 'Handover closed' },
  hazard: { found: 'Serious hazard found', notified: 'Competent body notified', acknowledged: 'Notice acknowledged', handled: 'People sent', refused: 'Refused to act', reported: 'Reported' },
  act: { 'found-in-progress': 'Act found in progress', dissuaded: 'Party dissuaded', notified: 'Competent body told' },
  obligation: { extended: 'Extended', suspended: 'Clock stopped', resumed: 'Clock resumed', excused: 'Reason given', overdue: 'Overdue', warned: 'Reminder', opened: 'Clock started', met: 'Met in time', 'met-late': 'Met late' },
  attachment: { added: 'Attachment added' },
}
