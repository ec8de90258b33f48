-- Of a complaint about conduct or a lead of discipline the clerks of the very body are not to hear: what is confidential
-- and owed by those who supervise is known to them alone.
alter table obligation.obligation add column supervised boolean not null default false check (confidential or not supervised);
update obligation.obligation set supervised = true
  where confidential and rule_key in ('conduct_complaint_deadline', 'discipline_transfer_deadline');
drop index obligation.obligation_todo;
create index obligation_todo on obligation.obligation (county, debtor, due_order, id)
  include (duty, due_at, warn_at, target_at, breachable, confidential, supervised) where state = 'open';
drop index obligation.obligation_open;
create index obligation_open on obligation.obligation (county, due_order, id)
  include (duty, due_at, warn_at, target_at, breachable, confidential, supervised) where state = 'open';
