-- 机制: the versions of each county's mechanism, with all they were read from. Published documents: every county may
-- read every other's, to compare; only the county itself adds a version. Nothing is ever changed or taken away: an
-- obligation of years ago still names the version it came from.
create schema mechanism;

-- The files of one tier, kept once however many versions stand on them.
create table mechanism.source (
  hash  text not null primary key check (hash ~ '^[0-9a-f]{64}$'),
  tier  text not null check (tier in ('county', 'national', 'platform')),
  files text not null
);
comment on table mechanism.source is 'append-only';
comment on column mechanism.source.files is 'JSON: text by file name, as hashed';

create table mechanism.version (
  county          text        not null,
  number          integer     not null check (number > 0),
  hash            text        not null check (hash ~ '^[0-9a-f]{64}$'),
  effective_from  date        not null,
  origin          text        not null check (origin in ('packaged', 'imported')),
  county_source   text        not null references mechanism.source,
  national_source text        not null references mechanism.source,
  platform_source text        not null references mechanism.source,
  imported_at     timestamptz not null,
  imported_by     text        not null,
  importer        text        not null,
  primary key (county, number)
);
comment on table mechanism.version is 'append-only';
comment on column mechanism.version.imported_by is 'account';
comment on column mechanism.version.importer is 'what the person is called';
create index version_by_hash on mechanism.version (county, hash);
alter table mechanism.version enable row level security;
create policy published on mechanism.version for select using (true);
create policy county on mechanism.version for insert
  with check (county = current_setting('xiezhi.county', true));
