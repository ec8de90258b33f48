-- 时限: what the mechanism's rules demand of whom by when. To-do lists, clocks, reminders and supervision are views of it.
create schema obligation;

-- What has happened to a matter, by the mechanism's names. Rules ask "after which steps".
create table obligation.occurrence (
  county  text        not null,
  matter  uuid        not null,
  id      uuid        not null,
  event   text        not null,
  subject text        not null,
  at      timestamptz not null,
  primary key (county, matter, id)
);
comment on table obligation.occurrence is 'append-only';

create table obligation.obligation (
  county      text        not null,
  id          uuid        not null,
  -- the thread and the thing it is about, as 'transfer:0190...'; a duty of no single matter has none
  matter      uuid,
  subject     text        not null,
  -- the rule it stands on, in the version in force when the clock started
  duty        text        not null,
  rule_key    text        not null,
  rule        text        not null,
  mechanism   text        not null,
  breachable  boolean     not null,
  debtor      text        not null,
  creditor    text,
  state       text        not null check (state in ('open', 'done', 'excused', 'void')),
  start_event text        not null,
  started_at  timestamptz not null,
  -- a limit the sender typed because the text presupposes one without giving it; otherwise the rule's own
  typed_amount integer,
  typed_unit   text,
  -- null: the text gives no number
  due_at      timestamptz,
  due_on      date,
  target_at   timestamptz,
  warn_at     timestamptz,
  -- due_at, or infinity where there is none: the order of every to-do list
  due_order   timestamptz not null,
  provisional boolean     not null,
  calendar    text        not null,
  reckoning   text        not null,
  warned      boolean     not null default false,
  told_late   boolean     not null default false,
  ended_at    timestamptz,
  end_event   text,
  late        boolean     not null default false,
  note        text,
  replaces    uuid,
  version     integer     not null,
  primary key (county, id)
);
create index obligation_todo on obligation.obligation (county, debtor, due_order, id) where state = 'open';
create index obligation_open on obligation.obligation (county, due_order, id) where state = 'open';
create index obligation_owed on obligation.obligation (county, creditor, due_order, id) where state = 'open';
create index obligation_matter on obligation.obligation (county, matter);
create index obligation_subject on obligation.obligation (county, subject) where state = 'open';
create index obligation_to_warn on obligation.obligation (county, warn_at) where state = 'open' and not warned;
create index obligation_to_tell on obligation.obligation (county, due_at) where state = 'open' and not told_late;
create index obligation_provisional on obligation.obligation (county, id) where state = 'open' and provisional;

-- 中止: testing, appraisal, hearing: what does not count.
create table obligation.pause (
  county     text        not null,
  obligation uuid        not null,
  id         uuid        not null,
  kind       text        not null,
  reason     text        not null,
  from_at    timestamptz not null,
  to_at      timestamptz,
  primary key (county, obligation, id)
);

create table obligation.extension (
  county     text        not null,
  obligation uuid        not null,
  id         uuid        not null,
  at         timestamptz not null,
  reason     text        not null,
  old_due_at timestamptz not null,
  new_due_at timestamptz not null,
  by_account text        not null,
  by_name    text        not null,
  primary key (county, obligation, id)
);
comment on table obligation.extension is 'append-only';

alter table obligation.occurrence enable row level security;
create policy county on obligation.occurrence using (county = current_setting('xiezhi.county', true));
alter table obligation.obligation enable row level security;
create policy county on obligation.obligation using (county = current_setting('xiezhi.county', true));
alter table obligation.pause enable row level security;
create policy county on obligation.pause using (county = current_setting('xiezhi.county', true));
alter table obligation.extension enable row level security;
create policy county on obligation.extension using (county = current_setting('xiezhi.county', true));
