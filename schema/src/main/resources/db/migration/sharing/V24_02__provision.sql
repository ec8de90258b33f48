-- 执法依据、执法标准的提供: what a county department gave for an empowered item, to those who hold it; the newest counts.
create table sharing.provision (
  county        text        not null,
  id            uuid        not null,
  item          text        not null,
  department    text        not null,
  -- 执法依据, 执法标准, as the county's rule calls them
  kind          text        not null,
  content       text        not null,
  provided_to   text[]      not null,
  provided_at   timestamptz not null,
  account       text        not null,
  name          text        not null,
  primary key (county, id)
);
create index provision_item on sharing.provision (county, item, id desc);
alter table sharing.provision enable row level security;
create policy county on sharing.provision using (county = current_setting('xiezhi.county', true));
comment on table sharing.provision is 'append-only';
