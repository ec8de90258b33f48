-- 管辖争议: two bodies of which each thinks the matter is the other's (or its own), until one holds it for good.
create schema dispute;

create table dispute.dispute (
  county       text        not null,
  id           uuid        not null,
  matter       uuid        not null,
  -- what it is about: the matter itself, or one transfer of it
  about        text        not null,
  lead         boolean     not null,
  raiser       text        not null,
  other        text        not null,
  reason       text        not null,
  stage        text        not null check (stage in ('negotiating', 'agreed', 'failed', 'referred', 'decided', 'withdrawn')),
  decider      text,
  competent    text,
  words        text        not null,
  submission   uuid,
  submission_number text,
  decision     uuid,
  decision_number text,
  opened_at    timestamptz not null,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);
create index dispute_matter on dispute.dispute (county, matter, opened_at desc);
-- one at a time about one matter
create unique index dispute_open on dispute.dispute (county, matter) where stage in ('negotiating', 'failed', 'referred');

-- 争议协商记录.
create table dispute.negotiation (
  county     text        not null,
  dispute    uuid        not null,
  id         uuid        not null,
  held_at    timestamptz not null,
  attendants text        not null,
  views      text        not null,
  outcome    text        not null check (outcome in ('continues', 'agreed', 'failed')),
  letter     uuid        not null,
  number     text        not null,
  by_name    text        not null,
  by_body    text        not null,
  at         timestamptz not null,
  primary key (county, dispute, id)
);
comment on table dispute.negotiation is 'append-only';

alter table dispute.dispute enable row level security;
create policy county on dispute.dispute using (county = current_setting('xiezhi.county', true));
alter table dispute.negotiation enable row level security;
create policy county on dispute.negotiation using (county = current_setting('xiezhi.county', true));
