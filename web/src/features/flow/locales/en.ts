export default {
  unknownAct: 'This page cannot do “{name}” yet', matter: 'Its matter', timeline: 'What happened to the matter',
  receipts: 'Receipts', onlyUnopened: 'Only who has not looked', allLooked: 'Everybody has looked', receipt: { delivered: 'Delivered', opened: 'Looked', acknowledged: 'Acknowledged' },
}
