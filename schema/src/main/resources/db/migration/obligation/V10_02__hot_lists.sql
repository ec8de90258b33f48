-- The lists that would otherwise sort all there is: one duty of the whole county, and what has ended (most of all rows).
create index obligation_of_duty on obligation.obligation (county, duty, due_order, id) where state = 'open';
create index obligation_ended on obligation.obligation (county, debtor, due_order, id) where state <> 'open';
create index obligation_ended_owed on obligation.obligation (county, creditor, due_order, id) where state <> 'open';
create index obligation_ended_all on obligation.obligation (county, due_order, id) where state <> 'open';
