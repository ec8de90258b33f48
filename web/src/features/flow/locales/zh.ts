export default {
  unknownAct: '此页面还不能办理“{name}”', matter: '所属事项', timeline: '事项经过',
  receipts: '签收情况', onlyUnopened: '只看还没有查看的', allLooked: '都已查看', receipt: { delivered: '送达', opened: '查看', acknowledged: '签收' },
}
