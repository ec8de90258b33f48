export default {
  client: { unreachable: '请检查网络，然后重试。已填写的内容保留在本机。', fault: '页面出了问题，请刷新后重试。' },
  http: { '401': '登录已失效，请重新登录。', '403': '您在本机构的身份不能办理此事。', '404': '没有找到，或者您无权查看。', '409': '有人先办了，请刷新后再看。', '413': '文件超过了允许的大小。', '500': '服务器出了问题，请稍后再试。', '502': '服务器没有响应，请稍后再试。', '503': '服务器正在启动或维护，请稍后再试。', '504': '服务器没有响应，请稍后再试。' },
  gate: { missing: '还缺少：{missing}。', after: '必须先有：{missing}。', kinds: '不能以这类机构的名义办理：{found}。', fact: '不符合条件：{found}；应为 {allowed}。', forbidden: '此种情形不得办理。', unless: '例外须有：{missing}。', route: '按规则不能移送给这个机构。' },
  shared: { 'changed-meanwhile': '其他人刚刚改动过，请刷新后再决定。', 'database-unreachable': '数据库暂时连不上，什么也没有改变，请稍后再试。', fault: '平台出了故障，请把追踪号告诉管理员。', field: '“{field}”填写有误：{reason}', malformed: '请求的内容不完整或有误。', 'too-large': '内容超过了平台允许的大小。', unreadable: '请求的内容无法读取。', 'unknown-path': '没有这个地址：{path}', 'unknown-cursor': '翻页位置已失效，请从头再看。', 'idempotency-key-reused': '同一请求编号已用于其他内容，请重新提交。' },
  field: { malformed: '“{field}”填写有误：{needed}' },
  identity: {
    'wrong-credentials': '登录名或密码不对。', 'wrong-password': '当前密码不对。', locked: '多次输错，账号已锁定，请稍后再试或请管理员解锁。', 'login-taken': '这个登录名已有人使用。', malformed: '填写有误。', 'no-csrf-token': '页面已过期，请刷新后重试。', 'no-demonstration': '这里不是演示环境。', 'no-seat': '您在任何机构都没有任职，请联系管理员。', 'no-such-account': '没有这个账号。', 'no-such-body': '没有这个机构。', 'no-such-county': '没有这个县（区）。', 'not-allowed': '不允许。', 'not-signed-in': '请先登录。', 'not-your-seat': '您在那个机构没有任职。', 'only-administrators': '只有县级管理员能管理账号。', 'setup-code-unknown': '一次性代码不对，或者已经用过。', 'weak-password': '密码太弱，请换一个更长的。', 'has-administrator': '本县（区）已有管理员。',
  },
  organisation: { 'no-such-body': '没有这个机构。', 'no-such-county': '没有这个县（区）。', 'no-boundary': '没有边界示意图。', 'no-such-kind': '没有这类机构。', 'no-legal-body': '这个机构没有可以代表的机关。' },
  powers: { 'no-such-item': '没有这个事项：{item}', 'no-such-division': '没有这个乡镇（街道）。', 'too-many-items': '一次最多问 {most} 个事项。', 'too-early': '日期太早，没有收录。' },
  document: { 'attached-elsewhere': '这个文件属于另一事项。', 'no-such-attachment': '没有这个文件，或者您无权查看。', 'no-such-letter': '没有这份文书。', 'letter-lacks': '文书缺少内容。', 'no-number-format': '没有规定文号格式。', 'too-large': '文件太大。', 'not-a-photo': '照片只接受 JPEG、PNG、WebP（苹果手机请把相机格式设为“兼容性最佳”）。', 'picture-broken': '照片无法打开：已损坏或没有传完，请重新拍摄或上传。', 'picture-too-large': '照片为 {width} × {height} 像素，超出上限，请用较低分辨率拍摄。', empty: '文件是空的。', 'not-allowed': '不接受这类文件。', 'type-not-allowed': '不接受这类文件。' },
  portal: { 'outside-county': '这个地点不在本县（区），请向当地乡镇人民政府、街道办事处反映，或者拨打 12345。', 'division-needed': '无法判断在哪个乡镇（街道），请选择：{divisions}', 'no-such-service': '没有这个类别。', 'no-such-point': '地点的经纬度有误。', 'too-many-photos': '最多 {most} 张照片。', 'too-many-look': '查询太频繁，请 {retryAfter} 秒后再试。', 'too-many-report': '提交太频繁，请 {retryAfter} 秒后再试。已填写的内容保留在本机。', 'too-many-photo': '上传太频繁，请 {retryAfter} 秒后再试。', 'too-many-wrong-code': '查询码多次不对，请 {retryAfter} 秒后再试。' },
  ledger: { 'not-yours-to-verify': '核验记录由县级统筹、监督人员或县级管理员进行。', 'not-yours-to-export': '导出记录由县级统筹、监督人员或县级管理员进行。', 'no-such-page': '翻页位置已失效，请从头再看。' },
  intake: { 'not-competent': '{body} 在此地、当日没有这些事项的职权：{items}。应当移送给有管辖权的机关。' },
  matter: { unknown: '没有这个事项，或者您无权查看。', 'not-your-body': '此事项不在您所在机构办理。', 'already-judged': '管辖已经认定过。', 'already-urgent': '已标为紧急（{by}）。', 'changed-meanwhile': '其他人刚刚改动过这个事项，请刷新后再看。', closed: '事项已办结。', 'not-in-progress': '只有“正在进行”的违法行为才记录劝阻。' },
  flow: { 'not-a-signer': '只有本机关的签发人能签发。' },
  letter: { unknown: '没有这份往来文书，或者不是发给（发自）您所在机构的。' },
  transfer: {
    unknown: '没有这件移送，或者您无权查看。', 'not-judged': '请先认定不属本机关管辖：移送时限自认定时起算。', 'to-oneself': '不能移送给自己；属本机关管辖的，请认定属本机关。', 'already-under-way': '此事项已有一件移送在办。', 'receiver-not-legal': '{receiver} 不以自己名义执法；请移送给 {legal}，或者在乡镇内部移交。', 'not-your-name': '只能以本机构或所属机关的名义移送。', 'empty-material': '每种材料要么附文件，要么说明没有的理由。', 'nothing-supplemented': '请附上对方要求补充的材料。', 'articles-not-signed': '涉案物品须先逐件签收。', 'no-screener': '本地没有规定由谁甄别，请直接答复。', answered: '此件移送已经答复。', 'wrong-stage': '此件移送不在可以这样办理的阶段。', overtaken: '有人先办了：{by}。',
  },
  handover: { unknown: '没有这件移交。', 'not-received': '派驻机构还没有签收。', 'already-done': '已经办过（{by}）。', 'not-a-station-here': '{to} 不是同一乡镇（街道）内的派驻机构；送其他机关应当用移送。', 'changed-meanwhile': '其他人刚刚改动过，请刷新后再看。' },
  notice: { unknown: '没有这份通知。', 'nothing-to-notify': '通知用于重大隐患或正在进行的违法行为，请先这样标记。', 'wrong-stage': '通知已到下一步，不能这样办理。', 'no-report-route': '本县（区）文件没有规定向谁上报。', 'report-receiver-missing': '条款所指的上报机构不在机构名录里。', 'changed-meanwhile': '其他人刚刚改动过，请刷新后再看。' },
  obligation: {
    unknown: '没有这个时限，或者您无权查看。', 'not-yours': '只有承担此时限的机构能这样办理。', 'not-open': '此时限已了结。', 'no-limit': '条款没有给出数字，无从延期。', 'not-extensible': '条款没有规定可以延期。', 'extensions-used-up': '延期次数已用完。', 'extension-too-late': '延期须在到期前提出。', 'extension-needs-date': '须写明新的最后一日。', 'extension-not-later': '新的日期须在原日期之后。', 'extension-beyond-ceiling': '超过了条款规定的上限。', 'needs-approver': '须由条款规定的机构批准。', 'already-suspended': '计时已经中止。', 'not-suspended': '计时没有中止。', 'not-suspended-by': '条款没有规定可以为此中止计时。', 'not-excusable': '此规则不是“原则上”的规则，不能以理由免除。', 'not-late': '还没有逾期，不必说明理由。', 'changed-meanwhile': '其他人刚刚改动过，请刷新后再看。',
  },
  mechanism: { 'not-administrator': '只有本县（区）的管理员能导入机制。', 'other-county': '只能导入本县（区）的机制。', 'no-such-county': '没有这个县（区）的机制。', 'no-such-version': '没有这个版本。', 'none-in-force': '当日没有施行中的机制。', 'county-mismatch': '文件写的是另一个县（区）。', 'effective-in-past': '施行日期不能早于今天。', 'overlapping-version': '与已有版本的施行日期重叠。', unchanged: '与现行版本相同，没有可导入的。', fault: '文件有错误，请先检查。', archive: '压缩包无法读取。' },
}
