-- What every module needs: the answers already given to a request.
--
-- The county wall, here and in every module: a row is visible and writable only in a transaction that has set
-- xiezhi.county to the row's county (set_config(..., true) as each transaction begins). There is no value that
-- sees all: jobs go county by county. The condition is a plain equality so that an index on county still serves.
create schema shared;

-- A creation repeated with the same key gets the first one's answer.
create table shared.idempotency (
  county       text        not null,
  account      text        not null,
  key          text        not null check (length(key) between 8 and 100),
  operation    text        not null,
  request_hash text        not null,
  response     text        not null,
  created_at   timestamptz not null,
  primary key (county, account, key)
);
alter table shared.idempotency enable row level security;
create policy county on shared.idempotency
  using (county = current_setting('xiezhi.county', true));
