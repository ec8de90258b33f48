-- 设备: cameras, drones, sensors and recognisers that report what they saw, and the leads people make of it.
create schema device;

-- What 行政处罚法 art. 41 asks of a device stands here: calibrated, reviewed, its place published.
create table device.device (
  county          text        not null,
  id              uuid        not null,
  kind            text        not null check (kind in ('camera', 'drone', 'sensor', 'ai')),
  name            text        not null,
  maker           text        not null,
  serial          text        not null,
  holder          text        not null,
  division        text        not null,
  place           text        not null,
  lng             numeric(9, 6),
  lat             numeric(8, 6),
  certificate     text        not null,
  calibrated_on   date,
  valid_until     date,
  review          text        not null,
  reviewed_on     date,
  published_on    date,
  key_hash        text        check (key_hash ~ '^[0-9a-f]{64}$'),
  registered_at   timestamptz not null,
  registered_by   text        not null,
  retired_at      timestamptz,
  retired_because text        not null,
  version         integer     not null,
  primary key (county, id),
  check (calibrated_on <= valid_until)
);
comment on column device.device.key_hash is 'SM3 of the key, which is shown once and kept nowhere';
alter table device.device enable row level security;
create policy county on device.device
  using (county = current_setting('xiezhi.county', true));

-- A lead that devices gave: one scene, one matter.
create table device.lead (
  county   text        not null,
  matter   uuid        not null,
  kind     text        not null,
  holder   text        not null,
  stage    text        not null check (stage in ('unconfirmed', 'confirmed', 'dismissed')),
  lng      numeric(9, 6) not null,
  lat      numeric(8, 6) not null,
  first_at timestamptz not null,
  last_at  timestamptz not null,
  by_name  text        not null,
  at       timestamptz,
  words    text        not null,
  version  integer     not null,
  primary key (county, matter)
);
create index lead_scene on device.lead (county, kind, last_at);
create index lead_holder on device.lead (county, holder, stage, first_at desc, matter desc);
alter table device.lead enable row level security;
create policy county on device.lead
  using (county = current_setting('xiezhi.county', true));

-- What a device sent, with its papers as they were then.
create table device.event (
  county        text        not null,
  id            uuid        not null,
  matter        uuid        not null,
  device        uuid        not null,
  kind          text        not null,
  at            timestamptz not null,
  received_at   timestamptz not null,
  lng           numeric(9, 6) not null,
  lat           numeric(8, 6) not null,
  confidence    numeric(4, 3) not null check (confidence between 0 and 1),
  picture       uuid,
  certificate   text        not null,
  calibrated_on date,
  valid_until   date,
  flags         text[]      not null,
  primary key (county, id)
);
comment on table device.event is 'append-only';
create index event_of_lead on device.event (county, matter, at);
alter table device.event enable row level security;
create policy county on device.event
  using (county = current_setting('xiezhi.county', true));
