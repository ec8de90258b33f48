-- 文书. Letters keep the text they were issued with; files are kept once by content, here is who added which to what.
create schema document;

-- The last number each body has given to each kind of letter in a year: without a gap, because a transaction that
-- does not commit gives its number back.
create table document.letter_counter (
  county   text    not null,
  issuer   text    not null,
  template text    not null,
  year     integer not null check (year between 1949 and 9999),
  last     bigint  not null check (last > 0),
  primary key (county, issuer, template, year)
);
alter table document.letter_counter enable row level security;
create policy county on document.letter_counter
  using (county = current_setting('xiezhi.county', true));

create table document.letter (
  county       text        not null,
  id           uuid        not null,
  template     text        not null,
  issuer       text        not null,
  number       text        not null,
  title        text        not null,
  issued_on    date        not null,
  issued_at    timestamptz not null,
  issued_by    text        not null,
  content      text        not null,
  content_hash text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
  primary key (county, id),
  unique (county, issuer, template, number)
);
comment on table document.letter is 'append-only';
comment on column document.letter.content is 'the filled letter, block by block, as JSON';
alter table document.letter enable row level security;
create policy county on document.letter
  using (county = current_setting('xiezhi.county', true));

create table document.attachment (
  county     text        not null,
  id         uuid        not null,
  matter     uuid,
  kind       text        not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  name       text        not null check (length(name) between 1 and 255),
  media_type text        not null,
  size       bigint      not null check (size > 0),
  hash       text        not null check (hash ~ '^[0-9a-f]{64}$'),
  added_at   timestamptz not null,
  added_by   text        not null,
  primary key (county, id)
);
create index attachment_of_matter on document.attachment (county, matter, added_at) where matter is not null;
create index attachment_unattached on document.attachment (county, added_at) where matter is null;
create index attachment_of_content on document.attachment (county, hash);
alter table document.attachment enable row level security;
create policy county on document.attachment
  using (county = current_setting('xiezhi.county', true));
