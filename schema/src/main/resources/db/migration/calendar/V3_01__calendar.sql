-- 工作日历: the papers that make days off and working days, as they became known. Nothing is ever changed or taken
-- away: a paper transcribed anew under the same id stands after the old one, so that a date computed years ago can
-- still be found again.
--
-- National papers belong to every county and come with the platform. What a county adds (its own holidays, or a
-- national paper that the platform does not hold yet) is its own: every county may read it, as it is published, but
-- only the county itself adds to it.
create schema calendar;

create table calendar.national_notice (
  seq         bigint      generated always as identity primary key,
  id          text        not null,
  hash        text        not null,
  year        integer     not null check (year between 1949 and 2100),
  title       text        not null,
  number      text,
  dated       date        not null,
  known_from  timestamptz not null,
  evidence    text        not null check (evidence in ('VERIFIED', 'ASSUMED')),
  note        text,
  recorded_at timestamptz not null
);
comment on table calendar.national_notice is 'append-only';
comment on column calendar.national_notice.seq is 'grows in the order in which rows commit: writers take turns';
comment on column calendar.national_notice.hash is 'of all that it says: the same paper is not taken in twice';
comment on column calendar.national_notice.known_from is 'from when one could know it';

create table calendar.national_day (
  seq         bigint not null references calendar.national_notice,
  day         date   not null,
  arrangement text   not null check (arrangement in ('OFF', 'WORK', 'ORDINARY')),
  festival    text   not null,
  primary key (seq, day)
);
comment on table calendar.national_day is 'append-only';

create table calendar.county_notice (
  county      text        not null,
  seq         bigint      generated always as identity,
  id          text        not null,
  hash        text        not null,
  scope       text        not null check (scope in ('NATIONAL', 'LOCAL')),
  year        integer     not null check (year between 1949 and 2100),
  title       text        not null,
  number      text,
  dated       date        not null,
  known_from  timestamptz not null,
  evidence    text        not null check (evidence in ('VERIFIED', 'ASSUMED')),
  note        text,
  recorded_at timestamptz not null,
  recorded_by text        not null,
  primary key (county, seq)
);
comment on table calendar.county_notice is 'append-only';
comment on column calendar.county_notice.scope is 'NATIONAL: the county''s own transcription of a State Council notice';
comment on column calendar.county_notice.recorded_by is 'account';
alter table calendar.county_notice enable row level security;
create policy published on calendar.county_notice for select using (true);
create policy county on calendar.county_notice for insert
  with check (county = current_setting('xiezhi.county', true));

create table calendar.county_day (
  county      text   not null,
  seq         bigint not null,
  day         date   not null,
  arrangement text   not null check (arrangement in ('OFF', 'WORK', 'ORDINARY')),
  festival    text   not null,
  primary key (county, seq, day),
  foreign key (county, seq) references calendar.county_notice
);
comment on table calendar.county_day is 'append-only';
alter table calendar.county_day enable row level security;
create policy published on calendar.county_day for select using (true);
create policy county on calendar.county_day for insert
  with check (county = current_setting('xiezhi.county', true));
