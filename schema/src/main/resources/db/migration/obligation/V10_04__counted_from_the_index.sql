-- The workbench counts up to a thousand open obligations of each body: with what it looks at in the index itself, it
-- need not fetch a thousand rows from as many places of a table that holds ten times as many ended ones.
drop index obligation.obligation_todo;
create index obligation_todo on obligation.obligation (county, debtor, due_order, id)
  include (duty, due_at, warn_at, target_at, breachable, confidential) where state = 'open';
drop index obligation.obligation_open;
create index obligation_open on obligation.obligation (county, due_order, id)
  include (duty, due_at, warn_at, target_at, breachable, confidential) where state = 'open';
