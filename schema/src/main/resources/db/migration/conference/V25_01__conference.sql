-- 联席会议、会商、专题会: meetings of a series or called at once, their agenda, who came, minutes and what was resolved.
create schema conference;

create table conference.meeting (
  county       text        not null,
  id           uuid        not null,
  kind         text        not null check (kind in ('regular', 'ad-hoc', 'special', 'survey')),
  title        text        not null,
  -- who convenes, and at whose desk the notices and minutes are made
  convener     text        not null,
  office       text        not null,
  -- the township whose meeting it is; null for the county's
  township     text,
  -- why it is called at once, or what a special meeting is about
  trigger      text        not null,
  reason       text        not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  place        text        not null,
  stage        text        not null check (stage in ('called', 'held', 'closed', 'cancelled')),
  held_at      timestamptz,
  closed_at    timestamptz,
  cancelled_why text,
  minutes      text        not null,
  -- said in the minutes: nothing was agreed that somebody would have to do
  nothing_agreed boolean   not null,
  letter        uuid,
  letter_number text,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);
create index meeting_calendar on conference.meeting (county, starts_at, id);

-- The series a meeting counts for: two if it is recorded as combined.
create table conference.meeting_series (
  county  text not null,
  meeting uuid not null,
  series  text not null,
  primary key (county, meeting, series)
);

create table conference.invitation (
  county     text        not null,
  meeting    uuid        not null,
  body       text        not null,
  required   boolean     not null,
  head       boolean     not null,
  starts_at  timestamptz not null,
  answer     text        not null check (answer in ('none', 'coming', 'substitute', 'not-coming')),
  -- who comes, or why nobody does
  answer_note text       not null,
  came       text        not null check (came in ('unknown', 'present', 'substitute', 'absent')),
  came_name  text        not null,
  came_note  text        not null,
  primary key (county, meeting, body)
);
create index invitation_of on conference.invitation (county, body, starts_at, meeting);

create table conference.agenda (
  county    text        not null,
  meeting   uuid        not null,
  id        uuid        not null,
  position  integer     not null,
  series    text        not null,
  -- the standing part of the agenda it belongs to; empty if none
  part      text        not null,
  title     text        not null,
  content   text        not null,
  -- entry of the county's list of consultation matters, or 'new'; empty where there is no list
  listed_as text        not null,
  raised_by text        not null,
  matter    uuid,
  outcome   text        not null,
  primary key (county, meeting, id)
);
create index agenda_matter on conference.agenda (county, matter, meeting) where matter is not null;

create table conference.resolution (
  county       text        not null,
  id           uuid        not null,
  meeting      uuid        not null,
  position     integer     not null,
  content      text        not null,
  debtor       text        not null,
  due_on       date        not null,
  stage        text        not null check (stage in ('owed', 'done', 'dropped')),
  report       text        not null,
  matter       uuid,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);
create index resolution_meeting on conference.resolution (county, meeting, position);
create index resolution_owed on conference.resolution (county, debtor, due_on, id) where stage = 'owed';

-- 日历订阅: whoever knows the token reads a body's meetings and due dates. Only its hash is kept.
create table conference.feed (
  county     text        not null,
  id         uuid        not null,
  token_hash text        not null,
  body       text        not null,
  made_at    timestamptz not null,
  by_account text        not null,
  by_name    text        not null,
  revoked_at timestamptz,
  primary key (county, id)
);
create unique index feed_token on conference.feed (county, token_hash);
create index feed_of on conference.feed (county, body);

-- 联合执法联络人、分管负责人: who is named for a body.
create table conference.contact (
  county     text        not null,
  body       text        not null,
  part       text        not null check (part in ('liaison', 'leader')),
  name       text        not null,
  phone      text        not null,
  set_at     timestamptz not null,
  by_account text        not null,
  by_name    text        not null,
  primary key (county, body, part)
);

-- 协调会商事项清单: agreed by the members, edition after edition.
create table conference.listed (
  county    text        not null,
  edition   integer     not null,
  position  integer     not null,
  title     text        not null,
  agreed_on date        not null,
  set_at    timestamptz not null,
  by_name   text        not null,
  primary key (county, edition, position)
);
comment on table conference.listed is 'append-only';

alter table conference.contact enable row level security;
create policy county on conference.contact using (county = current_setting('xiezhi.county', true));
alter table conference.listed enable row level security;
create policy county on conference.listed using (county = current_setting('xiezhi.county', true));
alter table conference.meeting enable row level security;
create policy county on conference.meeting using (county = current_setting('xiezhi.county', true));
alter table conference.meeting_series enable row level security;
create policy county on conference.meeting_series using (county = current_setting('xiezhi.county', true));
alter table conference.invitation enable row level security;
create policy county on conference.invitation using (county = current_setting('xiezhi.county', true));
alter table conference.agenda enable row level security;
create policy county on conference.agenda using (county = current_setting('xiezhi.county', true));
alter table conference.resolution enable row level security;
create policy county on conference.resolution using (county = current_setting('xiezhi.county', true));
alter table conference.feed enable row level security;
create policy county on conference.feed using (county = current_setting('xiezhi.county', true));
