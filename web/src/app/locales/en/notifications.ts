export default {
  transfer: { 'to-sign': 'A transfer awaits your signature', declined: 'A transfer was sent back for changes', arrived: 'A transfer has arrived', received: 'Your transfer was signed for', accepted: 'Your transfer was accepted', 'supplement-asked': 'A supplement is asked for', supplemented: 'The supplement has arrived', returned: 'Your transfer was returned', result: 'A result has arrived', 'result-returned': 'A result has arrived', screened: 'A transfer was screened', withdrawn: 'A transfer was withdrawn' },
  handover: { arrived: 'A handover has arrived', received: 'Your handover was signed for', 'fed-back': 'Feedback on a handover', closed: 'A handover was closed' },
  notice: { arrived: 'A notice has arrived: act at once', acknowledged: 'Your notice was acknowledged', handled: 'The other side acted', refused: 'The other side refused', reported: 'A report has arrived' },
  hazard: { notified: 'Notice of a serious hazard: act at once', acknowledged: 'Your notice was acknowledged and people sent', handled: 'The hazard was handled', refused: 'The other side refused', reported: 'A hazard was reported' }, act: { notified: 'Notice of a violation in progress' }, matter: { closed: 'A matter was closed' },
  obligation: { warning: 'Something is due soon', overdue: 'Something is overdue', escalated: 'Something overdue was escalated', recomputed: 'A clock was computed again' },
  mechanism: { imported: 'A new version of the mechanism was imported' }, calendar: { imported: 'Holidays were imported' },
}
