export default {
  transfer: 'Case transfer', 'lead-transfer': 'Lead transfer', handover: 'Handover', notice: 'Notice', hazard: 'Hazard notice', assistance: 'Assistance', archive: 'Archives', dispute: 'Jurisdiction dispute', information: 'Shared information', 'information-request': 'Request for information', 'rules-consultation': 'Consultation on rules',
  'management-suggestion': 'Suggestion', meeting: 'Meeting', minutes: 'Minutes', resolution: 'Resolution', referral: 'Referral of a crime', discipline: 'Referral to discipline', call: 'Police support', help: 'Police strength', incident: 'Incident', opinion: 'Public opinion', whistle: 'Whistle', suggestion: 'Suggestion on posts', urging: 'Urging', complaint: 'Complaint', 'command-order': 'Order', 'upward-report': 'Report upward',
}
