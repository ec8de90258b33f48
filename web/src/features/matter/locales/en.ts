export default {
  title: 'Matters', one: 'Matter', register: 'Register a lead', search: 'Number, subject, party, facts', anyStage: 'Any stage', anyPlace: 'Any place', onlyUrgent: 'Only urgent', stage: 'Stage', place: 'Place', holder: 'Holder', subject: 'Matter', registeredAt: 'Registered', discoveredAt: 'Found', none: 'No matters yet', noneFiltered: 'Nothing matches the filters',
  inProgress: 'In progress', hazard: 'Serious hazard', hasArticles: 'Articles: {n}',
  tab: { facts: 'Facts', files: 'Materials ({n})', clocks: 'Clocks ({n})', flows: 'Between bodies ({n})', ledger: 'Record' },
  facts: 'Basic facts', items: 'Suspected items', parties: 'Parties', actTime: 'Time of the act', source: 'Source', preHandover: 'Before the handover of powers', judgement: 'Judgement', whose: 'belongs to {body}', urgency: 'Why urgent', urgencyConfirmed: 'Confirmed', dissuasion: 'Dissuasion', articles: 'Articles', timeline: 'What happened',
  sources: { 'own-discovery': 'Found ourselves', complaint: 'Complaint or report', hotline: 'Hotline', transferred: 'From another authority', platform: 'From a platform', media: 'Media', device: 'A device' },
  preHandovers: { closed: 'Closed before', filed: 'Filed before', legacy: 'Left over' },
  partyKinds: { person: 'Person', organisation: 'Organisation', unknown: 'Not known' },
  noFiles: 'No materials yet', noClocks: 'No clocks', underWay: 'Under way', noFlows: 'Nothing has gone between bodies yet', notLooked: 'Not looked at by {n}',
  flow: { receivedBy: 'signed for by {who} {at}', reportedTo: 'reported to {body}', report: 'Report of the refusal',  transfer: 'Transfer', handover: 'Handover', record: 'Handover record', unnumbered: '(no number yet)' }, purposes: { hazard: 'Hazard notice', 'in-progress': 'Notice of act in progress' },
  complaint: 'Complaint', answers: '{body} is answerable', 
  units: { hour: 'hours', 'working-day': 'working days', 'calendar-day': 'calendar days' },
  ledgerWords: 'Every step is written as it is done, and chained: nobody can change it quietly.', ledger: { seq: 'No.', at: 'When', act: 'What', by: 'Who', hash: 'Digest (SM3)' },
  acts: {
    unknown: 'This page cannot do that yet: {name}', judgeWords: 'The platform stamps the time; judged not ours, the clock for transfer starts from here.', whose: 'Judgement', notOurs: 'Not within our power', ours: 'Within our power', competent: 'Whose it is', competentHint: 'Leave empty while that is open', urgentWords: 'Clocks are found again from the same start, under the urgent limit.', confirmUrgencyWords: 'You stand behind its being urgent; clocks stay as they are.', liftUrgencyWords: 'Clocks are found again from the same start, under the ordinary limit; the reason stays on the record.', dissuadeWords: 'Who was dissuaded, how, and with what result.', how: 'Dissuasion',
    noticeWords: 'The notice arrives at once and stops no other clock.', purpose: 'What for', to: 'To which body', content: 'Content', handoverWords: 'To a station inside the same township; the record both sign is kept.', station: 'Station', items: 'Materials and things handed over', limitAmount: 'Time to handle it', limitHint: 'Needed where the text says “within the set time” without a number', limitUnit: 'Unit', receiveHandoverWords: 'Signing completes and numbers the handover record.', closeWords: 'Once closed there are no more reminders.',
    people: 'Who was sent', outcome: 'How it was handled', refuseWords: 'Without a reason, the other side may report it as the clause allows.', reportWords: 'Report refusal or silence to the body the clause names.', reportText: 'Report',
  },
}
