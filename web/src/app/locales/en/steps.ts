export default {
  matter: { 'judged-ours': 'Judge it', 'judged-not-ours': 'Judge it' },
  transfer: { sent: 'Transfer it', accepted: 'Answer it', received: 'Sign for it', 'result-returned': 'Report result', supplemented: 'Supplement', screened: 'Screen it', returned: 'Answer it' },
  handover: { received: 'Sign for it', 'fed-back': 'Feed back', made: 'Hand over', closed: 'Close it' },
  hazard: { notified: 'Notify', acknowledged: 'Acknowledge', handled: 'Handle it', reported: 'Report it' },
  act: { dissuaded: 'Record it', notified: 'Tell them' }, meeting: { held: 'Look' },
}
