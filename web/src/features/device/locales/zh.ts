export default {
  title: '设备', lead: '设备线索', leads: '设备线索', words: '电子技术监控设备：检定、审核、公布齐备，记录才能用作证据（行政处罚法第四十一条）', leadsWords: '设备看到的只是线索，由人确认；确认不等于立案', none: '还没有登记设备。设备由县级管理员登记，登记、检定、审核、公布齐备后，它的记录才能用作证据。', noLeads: '没有设备线索。设备上报后会列在这里，由人确认或者排除。', register: '登记设备', registered: '登记时间',
  name: '名称', maker: '生产单位', serial: '编号', holder: '使用单位', division: '乡镇（街道）', place: '设置地点', lng: '经度', lat: '纬度', pointHint: '移动的设备留空', kind: '种类', kinds: { camera: '摄像头', drone: '无人机', sensor: '传感器', ai: '识别程序' },
  papers: '检定、审核、公布', certificate: '检定证书', calibratedOn: '检定日期', validUntil: '有效期至', reviewed: '法制和技术审核', reviewedOn: '审核日期', publishedOn: '公布日期', retired: '已停用', keyed: '有密钥', noKey: '没有密钥', allRight: '齐备',
  flags: { 'not-calibrated': '没有检定', 'calibrated-later': '检定在后', 'calibration-expired': '检定过期', 'not-reviewed': '未经审核', 'not-published': '未公布', 'low-confidence': '置信度低', 'picture-missing': '没有图像' },
  issueKey: '发放密钥', issueAsk: '发放新密钥后，旧密钥立即失效。', key: '设备密钥', keyOnce: '只显示这一次，请现在就写进设备。平台只保存它的摘要。', calibrate: '登记检定', review: '登记审核', retire: '停用', reason: '停用理由', copied: '已复制',
  stage: '状态', stages: { unconfirmed: '待确认', confirmed: '已确认', dismissed: '已排除' }, anyStage: '任何状态', what: '看到什么', first: '首次', last: '最近', where: '地点', events: '设备记录（{n}）', confidence: '置信度 {n}%', decision: '人工判断', note: '说明', confirmWords: '确认后作为线索办理。', dismissWords: '排除后事项办结，理由入案。', toMatter: '查看事项', picture: '设备拍到的图像', certificateThen: '当时的检定：{certificate}', noCertificate: '当时没有检定证书',
}
