-- What is owed again and again: one obligation for each rule, body and period, opened once.
create table obligation.periodic (
  county     text    not null,
  rule       text    not null,
  body       text    not null,
  period     text    not null,
  nth        integer not null,
  obligation uuid    not null,
  primary key (county, rule, body, period, nth)
);
comment on table obligation.periodic is 'append-only';

-- 定期 without a number: the period a county has set for itself.
create table obligation.schedule (
  county     text        not null,
  rule       text        not null,
  every      text        not null check (every in ('month', 'quarter', 'year')),
  reason     text        not null,
  set_at     timestamptz not null,
  by_account text        not null,
  by_name    text        not null,
  primary key (county, rule)
);

alter table obligation.periodic enable row level security;
create policy county on obligation.periodic using (county = current_setting('xiezhi.county', true));
alter table obligation.schedule enable row level security;
create policy county on obligation.schedule using (county = current_setting('xiezhi.county', true));
