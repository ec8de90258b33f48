-- 往来文书: whatever goes between bodies, in one inbox and one outbox for each. One row is one thing that went (a transfer, a
-- request, a shared item) as it stands now; what it is in full, its flow keeps. Clocks are joined from the obligations.
create schema correspondence;

create table correspondence.letter (
  county       text        not null,
  id           uuid        not null,
  kind         text        not null check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  subject      text        not null,
  matter       uuid,
  title        text        not null,
  sender       text        not null,
  stage        text        not null,
  state        text        not null check (state in ('open', 'answered', 'closed', 'withdrawn')),
  -- 文号; null where it has none
  number       text,
  link         text        not null,
  confidential boolean     not null,
  sent_at      timestamptz not null,
  sent_by      text        not null,
  changed_at   timestamptz not null,
  primary key (county, id),
  unique (county, subject)
);
create index letter_out on correspondence.letter (county, sender, sent_at desc, id desc);
create index letter_out_state on correspondence.letter (county, sender, state, sent_at desc, id desc);
create index letter_out_kind on correspondence.letter (county, sender, kind, sent_at desc, id desc);
create index letter_recent on correspondence.letter (county, sent_at desc, id desc) where not confidential;
create index letter_matter on correspondence.letter (county, matter, sent_at desc, id desc) where matter is not null;

-- 签收: what became of it at each receiver. Kind and state stand here too, so that an inbox is read from one index.
create table correspondence.receipt (
  county            text        not null,
  letter            uuid        not null,
  receiver          text        not null,
  kind              text        not null,
  state             text        not null,
  delivered_at      timestamptz not null,
  opened_at         timestamptz,
  opened_account    text,
  opened_name       text,
  acknowledged_at   timestamptz,
  acknowledged_name text,
  primary key (county, letter, receiver)
);
create index receipt_in on correspondence.receipt (county, receiver, delivered_at desc, letter desc);
create index receipt_in_state on correspondence.receipt (county, receiver, state, delivered_at desc, letter desc);
create index receipt_in_kind on correspondence.receipt (county, receiver, kind, delivered_at desc, letter desc);
create index receipt_unread on correspondence.receipt (county, receiver, delivered_at desc, letter desc) where opened_at is null;

-- Bigrams of number and title; apart from the protected row, as in matter.search. What is confidential is not in it.
create table correspondence.search (
  county text     not null,
  letter uuid     not null,
  words  tsvector not null,
  primary key (county, letter)
);
comment on table correspondence.search is 'no-wall: only ids and bigrams, read solely through a join with the protected row';
create index search_words on correspondence.search using gin (words) with (gin_pending_list_limit = 256);

alter table correspondence.letter enable row level security;
create policy county on correspondence.letter using (county = current_setting('xiezhi.county', true));
alter table correspondence.receipt enable row level security;
create policy county on correspondence.receipt using (county = current_setting('xiezhi.county', true));
