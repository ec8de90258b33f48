export default {
  matter: { 'judged-ours': '去认定', 'judged-not-ours': '去认定' },
  transfer: { sent: '去移送', accepted: '去答复', received: '去签收', 'result-returned': '去反馈', supplemented: '去补充', screened: '去甄别', returned: '去答复' },
  handover: { received: '去签收', 'fed-back': '去反馈', made: '去移交', closed: '去办结' },
  hazard: { notified: '去通知', acknowledged: '去签收', handled: '去处置', reported: '去上报' },
  act: { dissuaded: '记录劝阻', notified: '去告知' }, meeting: { held: '查看' },
  complaint: { accepted: '去受理', registered: '去登记', verified: '去核实', 'complainant-told': '去告知', 'township-told': '去告知', 'material-handed-over': '去移交', concluded: '去办理', replied: '去答复', 'fed-back': '去反馈', 'judged-other': '去核实' }, 'conduct-complaint': { handled: '去处理', replied: '去答复', assigned: '去指定' }, case: { filed: '去立案', closed: '去结案' },
}
