-- 全过程记录. Each county has one chain: an entry's hash covers its own words and the hash before it, so that whoever
-- changes, removes or inserts a row breaks every link after it. How the hashed text is built: docs/decisions/0004.
create schema ledger;

create table ledger.entry (
  county        text        not null,
  seq           bigint      not null check (seq > 0),
  at            timestamptz not null,
  account       text        not null,
  name          text        not null,
  body          text        not null,
  act           text        not null,
  subject       text        not null,
  matter        uuid,
  details       text        not null,
  previous_hash text        not null check (previous_hash ~ '^[0-9a-f]{64}$'),
  hash          text        not null check (hash ~ '^[0-9a-f]{64}$'),
  algorithm     text        not null,
  primary key (county, seq)
);
comment on table ledger.entry is 'append-only';
comment on column ledger.entry.details is 'canonical JSON (RFC 8785), hashed as it stands here';
create index entry_of_matter on ledger.entry (county, matter, seq) where matter is not null;
alter table ledger.entry enable row level security;
create policy county on ledger.entry
  using (county = current_setting('xiezhi.county', true));

-- The application's role holds no right to change an entry; this stops the owner's hand too, unless it means to.
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % of ledger.entry refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on ledger.entry
  for each statement execute function ledger.refuse_change();

-- Where each county's chain ends: the lock that puts writers in a row, and a shortcut. Never believed by verification.
create table ledger.head (
  county text   not null primary key,
  seq    bigint not null,
  hash   text   not null
);
alter table ledger.head enable row level security;
create policy county on ledger.head
  using (county = current_setting('xiezhi.county', true));
