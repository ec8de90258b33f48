export default { 'time-of-act': '违法行为发生时间', 'suspected-party': '涉嫌违法当事人', 'basic-facts': '基本违法事实', 'suspected-items': '涉嫌违法事项', place: '发生地点', reason: '移送理由' }
