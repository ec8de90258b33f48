-- 通知. One row for a body and a role, not for each person: who sits there today reads it, whoever sat there before does not.
create schema notification;

create table notification.notification (
  county  text        not null,
  id      uuid        not null,
  body    text        not null,
  role    text        not null,
  at      timestamptz not null,
  code    text        not null check (code ~ '^[a-z][a-z0-9.-]{0,79}$'),
  details text        not null,
  matter  uuid,
  link    text        not null,
  -- one and the same telling goes to several roles: a person who holds two of them is told once
  telling uuid        not null,
  primary key (county, id),
  unique (county, telling, role)
);
comment on column notification.notification.details is 'JSON object: what the sentence needs';
create index notification_of_body on notification.notification (county, body, role, telling desc);
alter table notification.notification enable row level security;
create policy county on notification.notification
  using (county = current_setting('xiezhi.county', true));

create table notification.reading (
  county  text        not null,
  account text        not null,
  telling uuid        not null,
  at      timestamptz not null,
  primary key (county, account, telling)
);
alter table notification.reading enable row level security;
create policy county on notification.reading
  using (county = current_setting('xiezhi.county', true));
