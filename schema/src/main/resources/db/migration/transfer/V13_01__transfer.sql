-- 移送: formal transfers between legal bodies, internal handovers to stations, notices of hazards.
create schema transfer;

create table transfer.transfer (
  county          text        not null,
  id              uuid        not null,
  matter          uuid        not null,
  kind            text        not null check (kind in ('case', 'lead')),
  sender          text        not null,
  receiver        text        not null,
  prepared_by     text        not null,
  reason          text        not null,
  disputed        boolean     not null,
  statutory_basis text,
  stage           text        not null check (stage in ('prepared', 'submitted', 'sent', 'received',
                    'supplement-asked', 'accepted', 'returned', 'result-returned', 'withdrawn')),
  prepared_at     timestamptz not null,
  submitted_at    timestamptz,
  sent_at         timestamptz,
  -- the last step: when, by whom, with which words
  step_at         timestamptz not null,
  step_account    text        not null,
  step_name       text        not null,
  step_note       text        not null,
  return_kind     text,
  screened        boolean     not null,
  articles_signed boolean     not null,
  letter          uuid,
  letter_number   text,
  version         integer     not null,
  primary key (county, id)
);
-- a matter is under way to one body at a time
create unique index transfer_under_way on transfer.transfer (county, matter)
  where stage in ('prepared', 'submitted', 'sent', 'received', 'supplement-asked');
create index transfer_matter on transfer.transfer (county, matter);
create index transfer_out on transfer.transfer (county, sender, prepared_at desc, id desc);
create index transfer_in on transfer.transfer (county, receiver, prepared_at desc, id desc);

create table transfer.material (
  county      text    not null,
  transfer    uuid    not null,
  position    integer not null,
  kind        text    not null,
  attachment  uuid,
  -- why there is none, where the county lets an explanation stand in its place
  explanation text,
  primary key (county, transfer, position)
);

create table transfer.article (
  county      text    not null,
  transfer    uuid    not null,
  position    integer not null,
  name        text    not null,
  quantity    text    not null,
  state       text    not null,
  -- where it stays and until when, if it cannot travel at once
  held_at     text,
  held_until  date,
  primary key (county, transfer, position)
);

-- Every letter that went to and fro: the transfer itself, receipt, request for supplement, return, result.
create table transfer.paper (
  county   text        not null,
  transfer uuid        not null,
  letter   uuid        not null,
  template text        not null,
  number   text        not null,
  title    text        not null,
  issuer   text        not null,
  at       timestamptz not null,
  primary key (county, transfer, letter)
);
comment on table transfer.paper is 'append-only';

create table transfer.handover (
  county       text        not null,
  id           uuid        not null,
  matter       uuid        not null,
  team         text        not null,
  station      text        not null,
  items        text        not null,
  stage        text        not null check (stage in ('made', 'received', 'fed-back', 'closed')),
  made_at      timestamptz not null,
  made_by      text        not null,
  received_at  timestamptz,
  received_by  text,
  result       text,
  fed_back_at  timestamptz,
  fed_back_by  text,
  closed_at    timestamptz,
  closed_by    text,
  -- the time to handle it in, typed by the sender
  limit_amount integer,
  limit_unit   text,
  letter       uuid,
  letter_number text,
  version      integer     not null,
  primary key (county, id)
);
create index handover_matter on transfer.handover (county, matter);

create table transfer.notice (
  county       text        not null,
  id           uuid        not null,
  matter       uuid        not null,
  purpose      text        not null check (purpose in ('hazard', 'in-progress')),
  notifier     text        not null,
  notified     text        not null,
  content      text        not null,
  stage        text        not null check (stage in ('sent', 'acknowledged', 'handled', 'refused', 'reported', 'closed')),
  sent_at      timestamptz not null,
  sent_by      text        not null,
  step_at      timestamptz not null,
  step_name    text        not null,
  step_note    text        not null,
  acknowledged boolean     not null,
  reason_given boolean     not null,
  reported_to  text,
  letter       uuid,
  letter_number text,
  version      integer     not null,
  primary key (county, id)
);
create index notice_matter on transfer.notice (county, matter);

alter table transfer.transfer enable row level security;
create policy county on transfer.transfer using (county = current_setting('xiezhi.county', true));
alter table transfer.material enable row level security;
create policy county on transfer.material using (county = current_setting('xiezhi.county', true));
alter table transfer.article enable row level security;
create policy county on transfer.article using (county = current_setting('xiezhi.county', true));
alter table transfer.paper enable row level security;
create policy county on transfer.paper using (county = current_setting('xiezhi.county', true));
alter table transfer.handover enable row level security;
create policy county on transfer.handover using (county = current_setting('xiezhi.county', true));
alter table transfer.notice enable row level security;
create policy county on transfer.notice using (county = current_setting('xiezhi.county', true));
