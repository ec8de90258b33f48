export default {
  lead: { register: 'Register lead', amend: 'Amend' },
  matter: { judge: 'Judge whose it is', 'judge-ours': 'Judge ours', 'judge-not-ours': 'Judge not ours', 'mark-urgent': 'Mark urgent', dissuade: 'Record dissuasion', close: 'Close' },
  act: { dissuade: 'Record dissuasion' },
  transfer: { prepare: 'Prepare transfer', amend: 'Amend', submit: 'Submit for signature', send: 'Sign and send', decline: 'Send back', receive: 'Receive', accept: 'Accept', 'ask-supplement': 'Ask for supplement', supplement: 'Supplement', return: 'Return', result: 'Return result', withdraw: 'Withdraw', screen: 'Screen', letter: 'View letter' },
  handover: { make: 'Hand over', receive: 'Receive handover', 'feed-back': 'Feed back', close: 'Close handover' },
  notice: { send: 'Send notice', acknowledge: 'Acknowledge', close: 'Close', handle: 'Record handling', refuse: 'Refuse', report: 'Report' },
  obligation: { extend: 'Extend', suspend: 'Stop the clock', resume: 'Resume the clock', excuse: 'Give a reason' },
}
