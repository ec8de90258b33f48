package xiezhi.shared;

/** What a person may do in a body. One person may hold several, in several bodies. */
public enum Role {
  /** 内勤: keeps the desk: registers, prepares, receives. */
  CLERK,
  /** 执法人员: finds, judges, prepares, handles. */
  OFFICER,
  /** 签发人: signs and sends in the name of a legal body (分管领导). */
  SIGNER,
  /** 县级统筹: coordinates over all bodies of the county; sees every matter. */
  COORDINATOR,
  /** 县级管理员: keeps accounts, calendar and mechanism; sees no matter by that role. */
  ADMINISTRATOR,
  /** 监督人员: reads every matter of the county, changes none. */
  SUPERVISOR
}
