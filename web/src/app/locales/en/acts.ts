export default {
  registerLead: 'Register lead', amendLead: 'Amend', judgeMatter: 'Judge whose it is', judgeMatterOurs: 'Judge ours', judgeNotOurs: 'Judge not ours', markUrgent: 'Mark urgent', recordDissuasion: 'Record dissuasion', closeMatter: 'Close',
  prepareTransfer: 'Prepare transfer', amendTransfer: 'Amend', submitTransfer: 'Submit for signature', sendTransfer: 'Sign and send', declineTransfer: 'Send back', withdrawTransfer: 'Withdraw', receiveTransfer: 'Sign for it', acceptTransfer: 'Accept', askSupplement: 'Ask for supplement', supplementTransfer: 'Supplement', returnTransfer: 'Return', screenTransfer: 'Screen', returnResult: 'Return result',
  makeHandover: 'Hand over to a station', receiveHandover: 'Sign for handover', feedBackHandover: 'Feed back', closeHandover: 'Close handover',
  sendNotice: 'Send notice', acknowledgeNotice: 'Acknowledge and send people', handleNotice: 'Record handling', refuseNotice: 'Refuse', reportNotice: 'Report', closeNotice: 'Close notice',
  extendObligation: 'Extend', suspendObligation: 'Stop the clock', resumeObligation: 'Resume the clock', excuseObligation: 'Give a reason', exportLedger: 'Export the record', importMechanism: 'Import a version', importCalendarYear: 'Import holidays',
}
