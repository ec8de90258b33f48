export default {
  matter: { 'judged-ours': 'Judge it', 'judged-not-ours': 'Judge it' },
  transfer: { sent: 'Transfer it', accepted: 'Answer it', received: 'Sign for it', 'result-returned': 'Report result', supplemented: 'Supplement', screened: 'Screen it', returned: 'Answer it' },
  handover: { received: 'Sign for it', 'fed-back': 'Feed back', made: 'Hand over', closed: 'Close it' },
  hazard: { notified: 'Notify', acknowledged: 'Acknowledge', handled: 'Handle it', reported: 'Report it' },
  act: { dissuaded: 'Record it', notified: 'Tell them' }, meeting: { held: 'Look' },
  complaint: { accepted: 'Accept it', registered: 'Register it', verified: 'Verify it', 'complainant-told': 'Tell them', 'township-told': 'Tell them', 'material-handed-over': 'Hand it over', concluded: 'Handle it', replied: 'Reply', 'fed-back': 'Feed back', 'judged-other': 'Verify it' }, 'conduct-complaint': { handled: 'Handle it', replied: 'Reply', assigned: 'Assign it' }, case: { filed: 'Open a case', closed: 'Close it' },
}
