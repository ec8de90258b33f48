-- 组织: counties, divisions and the bodies that work in them.
create schema organisation;

-- What everybody may read, also before signing in: which counties there are, and their outline. No wall.
create table organisation.county (
  code          text primary key check (code ~ '^[0-9]{6}$'),
  name          text not null,
  level         text not null check (level in ('县', '区', '市', '旗')),
  province      text not null,
  prefecture    text not null,
  center_lng    numeric(9, 6) check (center_lng between -180 and 180),
  center_lat    numeric(9, 6) check (center_lat between -90 and 90),
  main_document text not null,
  source        text not null
);

-- GeoJSON geometry, schematic: never a survey result.
create table organisation.boundary (
  county   text  primary key references organisation.county,
  geometry jsonb not null,
  source   text  not null
);

create table organisation.division (
  county text not null references organisation.county,
  code   text not null check (code ~ '^[0-9]{9}$'),
  name   text not null,
  kind   text not null check (kind in ('街道', '镇', '乡', '其他')),
  lng    numeric(9, 6) check (lng between -180 and 180),
  lat    numeric(9, 6) check (lat between -90 and 90),
  source text not null,
  primary key (county, code),
  check ((lng is null) = (lat is null))
);
alter table organisation.division enable row level security;
create policy county on organisation.division
  using (county = current_setting('xiezhi.county', true));

create table organisation.body (
  county     text not null references organisation.county,
  id         text not null,
  name       text not null,
  short_name text not null,
  kind       text not null check (kind in ('county-government', 'department', 'township', 'team', 'internal-organ',
                                           'affiliated', 'dispatched', 'external', 'other')),
  parent     text,
  township   text,
  division   text,
  function   text not null,
  evidence   text not null,
  primary key (county, id),
  unique (county, name),
  check (id like county || '%'),
  foreign key (county, parent) references organisation.body (county, id),
  foreign key (county, township) references organisation.body (county, id),
  foreign key (county, division) references organisation.division (county, code)
);
alter table organisation.body enable row level security;
create policy county on organisation.body
  using (county = current_setting('xiezhi.county', true));

-- Departments and other bodies as the county's documents or this platform's data name them, one row for each row read;
-- body is null where the words name no single body (a collective word, or one body in every township).
create table organisation.department (
  county    text    not null references organisation.county,
  position  integer not null,
  name      text    not null,
  function  text    not null,
  named     boolean not null,
  source    text    not null,
  note      text    not null,
  treatment text    not null,
  body      text,
  primary key (county, position),
  unique (county, name),
  foreign key (county, body) references organisation.body (county, id)
);
alter table organisation.department enable row level security;
create policy county on organisation.department
  using (county = current_setting('xiezhi.county', true));
