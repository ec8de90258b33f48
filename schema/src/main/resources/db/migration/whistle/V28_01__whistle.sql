-- 吹哨报到、督办: one row for each body that is called or urged. 建议: on posts and rewards, for the parties only.
create schema whistle;

create table whistle.call (
  county       text        not null,
  id           uuid        not null,
  -- all calls of one whistle carry its id
  whistle      uuid        not null,
  kind         text        not null check (kind in ('whistle', 'urging')),
  matter       uuid,
  caller       text        not null,
  called       text        not null,
  subject      text        not null,
  words        text        not null,
  stage        text        not null check (stage in ('sent', 'reported-in', 'arrived', 'done', 'confirmed', 'refused', 'reported', 'withdrawn')),
  sent_at      timestamptz not null,
  reported_in_at timestamptz,
  arrived_at   timestamptz,
  people       text        not null,
  result       text        not null,
  reason_given boolean     not null,
  reported_to  text,
  -- the time to answer in, typed by the township
  limit_amount integer,
  limit_unit   text,
  letter       uuid,
  letter_number text,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);
create index call_whistle on whistle.call (county, whistle);
create index call_caller on whistle.call (county, caller, id desc);
create index call_called on whistle.call (county, called, id desc);
create index call_reported on whistle.call (county, reported_to, id desc);

create table whistle.suggestion (
  county       text        not null,
  id           uuid        not null,
  caller       text        not null,
  called       text        not null,
  organisation text,
  kind         text        not null,
  about        text        not null,
  words        text        not null,
  answer       text        not null,
  stage        text        not null check (stage in ('made', 'answered')),
  letter       uuid,
  letter_number text,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);
create index suggestion_caller on whistle.suggestion (county, caller, id desc);
create index suggestion_called on whistle.suggestion (county, called, id desc);
create index suggestion_organisation on whistle.suggestion (county, organisation, id desc);

alter table whistle.call enable row level security;
create policy county on whistle.call using (county = current_setting('xiezhi.county', true));
alter table whistle.suggestion enable row level security;
create policy county on whistle.suggestion using (county = current_setting('xiezhi.county', true));
