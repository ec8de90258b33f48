-- 事项: the thread on which everything hangs that happens to one violation, across all bodies.
create schema matter;

create table matter.number (
  county text    not null,
  year   integer not null,
  last   integer not null,
  primary key (county, year)
);

create table matter.matter (
  county          text        not null,
  id              uuid        not null,
  number          text        not null,
  subject         text        not null check (length(subject) between 1 and 200),
  stage           text        not null check (stage in ('registered', 'ours', 'not-ours', 'closed')),
  holder          text        not null,
  source          text        not null,
  registered_at   timestamptz not null,
  registered_by   text        not null,
  discovered_at   timestamptz not null,
  division        text        not null,
  address         text        not null,
  lng             numeric(9, 6),
  lat             numeric(8, 6),
  act_from        timestamptz,
  act_to          timestamptz,
  facts           text        not null,
  urgent_reason   text,
  urgent_by       text,
  urgent_at       timestamptz,
  in_progress     boolean     not null,
  hazard          boolean     not null,
  pre_handover    text        not null check (pre_handover in ('none', 'closed', 'filed', 'legacy')),
  judged_at       timestamptz,
  judged_by       text,
  judgement       text,
  competent       text,
  dissuaded_at    timestamptz,
  dissuaded_by    text,
  dissuasion      text,
  closed_at       timestamptz,
  outcome         text,
  version         integer     not null,
  primary key (county, id),
  unique (county, number)
);
create index matter_recent on matter.matter (county, registered_at desc, id desc);

create table matter.item (
  county text    not null,
  matter uuid    not null,
  code   text    not null,
  name   text    not null,
  primary key (county, matter, code)
);

create table matter.party (
  county    text    not null,
  matter    uuid    not null,
  position  integer not null,
  kind      text    not null check (kind in ('person', 'organisation', 'unknown')),
  name      text    not null,
  id_number text,
  phone     text,
  primary key (county, matter, position)
);

-- 涉案物品: illegal articles held in the case; each must travel with it or say where it stays.
create table matter.article (
  county   text    not null,
  matter   uuid    not null,
  position integer not null,
  name     text    not null,
  quantity text    not null,
  state    text    not null,
  primary key (county, matter, position)
);

-- Which bodies take part, and so may see it. The order of the list is part of the key: newest first per body.
create table matter.access (
  county        text        not null,
  body          text        not null,
  registered_at timestamptz not null,
  matter        uuid        not null,
  since         timestamptz not null,
  primary key (county, body, registered_at, matter)
);
create index access_matter on matter.access (county, matter);

-- Bigrams of number, subject, address, facts and parties. Apart from the protected row, so that the index serves
-- under row-level security (only leakproof operators are used early on a protected table).
create table matter.search (
  county text     not null,
  matter uuid     not null,
  words  tsvector not null,
  primary key (county, matter)
);
comment on table matter.search is 'no-wall: only ids and bigrams, read solely through a join with the protected row';
create index search_words on matter.search using gin (words);

alter table matter.number enable row level security;
create policy county on matter.number using (county = current_setting('xiezhi.county', true));
alter table matter.matter enable row level security;
create policy county on matter.matter using (county = current_setting('xiezhi.county', true));
alter table matter.item enable row level security;
create policy county on matter.item using (county = current_setting('xiezhi.county', true));
alter table matter.party enable row level security;
create policy county on matter.party using (county = current_setting('xiezhi.county', true));
alter table matter.article enable row level security;
create policy county on matter.article using (county = current_setting('xiezhi.county', true));
alter table matter.access enable row level security;
create policy county on matter.access using (county = current_setting('xiezhi.county', true));
