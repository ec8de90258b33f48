export default {
  transfer: '移送', transfer_deadline: '移送', lead_transfer_deadline: '线索移送', urgent_transfer_deadline: '紧急移送',
  transfer_acceptance_deadline: '受理移送', transfer_result_deadline: '反馈处理结果', transfer_supplement_deadline: '补充材料', transfer_screening_deadline: '甄别',
  handover: '移交', handover_deadline: '移交', handover_feedback_deadline: '移交反馈', handover_receipt_deadline: '接收移交',
  hazard_notify_deadline: '通知重大隐患', hazard_response_deadline: '处置重大隐患', hazard_report_deadline: '报告重大隐患', in_progress_dissuade_deadline: '劝阻正在进行的违法行为', in_progress_notify_deadline: '告知主管部门', township_joint_meeting: '乡镇联席会议', county_joint_meeting: '县级联席会议',
}
