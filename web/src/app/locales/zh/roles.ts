export default { clerk: '内勤', officer: '执法人员', signer: '签发人', coordinator: '县级统筹', administrator: '县级管理员', supervisor: '监督人员' }
