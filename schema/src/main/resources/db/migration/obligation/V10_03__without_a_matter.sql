-- What hangs on no matter (a shared item, a meeting, an incident) has clocks and events too: its thread is its own subject.
-- The thread of a matter is 'matter:<id>', so that both are found by the same key.
alter table obligation.occurrence add column thread text;
update obligation.occurrence set thread = 'matter:' || matter;
alter table obligation.occurrence alter column thread set not null;
alter table obligation.occurrence drop constraint occurrence_pkey;
alter table obligation.occurrence alter column matter drop not null;
alter table obligation.occurrence add primary key (county, thread, id);

-- 不公开: known to the desks of the two bodies alone.
alter table obligation.obligation add column confidential boolean not null default false;

-- All there ever was of such a subject; those of a matter are found by it.
create index obligation_without_matter on obligation.obligation (county, subject) where matter is null;
