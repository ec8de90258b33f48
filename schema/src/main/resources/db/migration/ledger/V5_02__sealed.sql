-- 不公开: the chain keeps only the seal of what is confidential (its salted hash); the words lie here, for those it names.
create table ledger.sealed (
  county  text        not null,
  id      uuid        not null,
  at      timestamptz not null,
  account text        not null,
  name    text        not null,
  body    text        not null,
  act     text        not null,
  subject text        not null,
  details text        not null,
  salt    text        not null check (salt ~ '^[0-9a-f]{32}$'),
  primary key (county, id)
);
comment on table ledger.sealed is 'append-only';
create index sealed_of_subject on ledger.sealed (county, subject, id);
alter table ledger.sealed enable row level security;
create policy county on ledger.sealed using (county = current_setting('xiezhi.county', true));
