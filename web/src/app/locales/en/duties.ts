export default {
  transfer: 'Transfer', transfer_deadline: 'Transfer', lead_transfer_deadline: 'Transfer of lead', urgent_transfer_deadline: 'Urgent transfer',
  transfer_acceptance_deadline: 'Accept or return', transfer_result_deadline: 'Report the result', transfer_supplement_deadline: 'Supplement', transfer_screening_deadline: 'Screening',
  handover: 'Handover', handover_deadline: 'Handover', handover_feedback_deadline: 'Handover feedback', handover_receipt_deadline: 'Receive handover',
  hazard_notify_deadline: 'Notify of hazard', hazard_response_deadline: 'Respond to hazard', hazard_report_deadline: 'Report hazard', in_progress_dissuade_deadline: 'Dissuade act in progress', in_progress_notify_deadline: 'Tell the competent body', township_joint_meeting: 'Township joint meeting', county_joint_meeting: 'County joint meeting',
}
