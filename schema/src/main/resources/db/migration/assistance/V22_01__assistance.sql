-- 执法协助: one body asks another for what it needs to enforce, and is answered with what can stand as evidence.
create schema assistance;

create table assistance.request (
  county       text        not null,
  id           uuid        not null,
  -- null: guidance or support that belongs to no single matter
  matter       uuid,
  requester    text        not null,
  requested    text        not null,
  prepared_by  text        not null,
  kind         text        not null,
  form         text        not null check (form in ('letter', 'phone')),
  item         text        not null,
  facts        text        not null,
  needed       text        not null,
  trigger      text,
  grounds      text        not null,
  entry        uuid,
  stage        text        not null check (stage in ('prepared', 'sent', 'answered', 'refused', 'withdrawn')),
  -- what was answered; for what it was refused or withdrawn
  opinion      text,
  citation     text,
  reason       text,
  people       text,
  dispatched_at timestamptz,
  arrived_at   timestamptz,
  prepared_at  timestamptz not null,
  sent_at      timestamptz,
  letter       uuid,
  letter_number text,
  reported     boolean     not null,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);
create index request_matter on assistance.request (county, matter) where matter is not null;
create index request_out on assistance.request (county, requester, stage, prepared_at desc, id desc);
create index request_in on assistance.request (county, requested, stage, prepared_at desc, id desc) where stage <> 'prepared';

create table assistance.file (
  county     text    not null,
  request    uuid    not null,
  side       text    not null check (side in ('request', 'answer')),
  position   integer not null,
  attachment uuid    not null,
  primary key (county, request, side, position)
);

-- The letters that went to and fro, each numbered by its issuer.
create table assistance.paper (
  county   text        not null,
  request  uuid        not null,
  letter   uuid        not null,
  template text        not null,
  number   text        not null,
  title    text        not null,
  issuer   text        not null,
  at       timestamptz not null,
  primary key (county, request, letter)
);
comment on table assistance.paper is 'append-only';

-- 执法协助事项清单: what each department helps with, in what form, and by when it answers.
create table assistance.entry (
  county       text        not null,
  id           uuid        not null,
  department   text        not null,
  content      text        not null,
  form         text        not null,
  limit_amount integer,
  limit_unit   text,
  listed_at    timestamptz not null,
  listed_by    text        not null,
  ended_at     timestamptz,
  primary key (county, id)
);
create index entry_of_department on assistance.entry (county, department, listed_at, id);

alter table assistance.request enable row level security;
create policy county on assistance.request using (county = current_setting('xiezhi.county', true));
alter table assistance.file enable row level security;
create policy county on assistance.file using (county = current_setting('xiezhi.county', true));
alter table assistance.paper enable row level security;
create policy county on assistance.paper using (county = current_setting('xiezhi.county', true));
alter table assistance.entry enable row level security;
create policy county on assistance.entry using (county = current_setting('xiezhi.county', true));
