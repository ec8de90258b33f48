-- 受理: complaints and reports; each has its own row and its own complainant, however many are about one thing.
create schema intake;

create table intake.complaint (
  county           text        not null,
  id               uuid        not null,
  code             text        not null,
  matter           uuid        not null,
  channel          text        not null,
  -- the public category the complainant chose; empty if none
  service          text        not null,
  received_at      timestamptz not null,
  received_by      text        not null,
  division         text        not null,
  -- the complainant's own words and place; the matter's are corrected by those who handle it
  words            text        not null,
  address          text        not null,
  lng              numeric(9, 6),
  lat              numeric(8, 6),
  written_material boolean     not null,
  external_number  text        not null,
  category         text        not null,
  anonymous        boolean     not null,
  -- who complained and how to reach them, sealed; null if there is nothing
  contact          text,
  reachable        boolean     not null,
  stage            text        not null check (stage in ('received', 'accepted', 'verified', 'referred', 'handling',
                     'transferred', 'merged', 'concluded', 'replied', 'closed')),
  -- where it is on its way to
  going_to         text,
  merged_into      uuid,
  first_receiver   text        not null,
  answerable       text        not null,
  registered       boolean     not null,
  referrer         text,
  finding          text        check (finding in ('no-violation', 'violation', 'not-ours')),
  case_id          uuid,
  case_number      text,
  case_filed_at    timestamptz,
  case_steps       text[],
  case_closed_at   timestamptz,
  result_at        timestamptz,
  result_by        text,
  result           text,
  reply_at         timestamptz,
  reply_body       text,
  reply_by         text,
  reply            text,
  reply_how        text,
  no_reply         text        check (no_reply in ('anonymous', 'unreachable')),
  attempts         text,
  fed_back         boolean     not null,
  rated_at         timestamptz,
  satisfied        boolean,
  rating           text,
  closed_at        timestamptz,
  updated_at       timestamptz not null,
  version          integer     not null,
  primary key (county, id),
  unique (county, code),
  check ((stage = 'closed') = (closed_at is not null)),
  -- 必有答复: none is closed without a reply or the reason why there is none
  check (stage not in ('replied', 'closed') or reply_at is not null)
);
create index complaint_matter on intake.complaint (county, matter);
create index complaint_merged on intake.complaint (county, merged_into) where merged_into is not null;
create index complaint_answerable on intake.complaint (county, answerable, received_at desc, id desc);
create index complaint_answerable_stage on intake.complaint (county, answerable, stage, received_at desc, id desc);
create index complaint_first on intake.complaint (county, first_receiver, received_at desc, id desc);
create index complaint_going_to on intake.complaint (county, going_to, received_at desc, id desc) where going_to is not null;
create index complaint_recent on intake.complaint (county, received_at desc, id desc);
-- what the public reported, for the standard interface
create index complaint_public on intake.complaint (county, received_at desc, id desc) where channel in ('web', 'open311');
create index complaint_public_service on intake.complaint (county, service, received_at desc, id desc) where channel in ('web', 'open311');
create index complaint_updated on intake.complaint (county, updated_at desc, id desc) where channel in ('web', 'open311');
create index complaint_stage on intake.complaint (county, stage, received_at desc, id desc);

-- What was done, as the complainant and the supervisor read it.
create table intake.step (
  county    text        not null,
  complaint uuid        not null,
  id        uuid        not null,
  at        timestamptz not null,
  event     text        not null,
  body      text        not null,
  by_name   text        not null,
  note      text        not null,
  primary key (county, complaint, id)
);
comment on table intake.step is 'append-only';

-- 补充: what the complainant added later.
create table intake.addition (
  county    text        not null,
  complaint uuid        not null,
  id        uuid        not null,
  at        timestamptz not null,
  words     text        not null,
  files     uuid[]      not null,
  primary key (county, complaint, id)
);
comment on table intake.addition is 'append-only';

-- 指导: what the department that referred it says on how to handle it.
create table intake.guidance (
  county    text        not null,
  complaint uuid        not null,
  id        uuid        not null,
  at        timestamptz not null,
  body      text        not null,
  by_name   text        not null,
  words     text        not null,
  primary key (county, complaint, id)
);
comment on table intake.guidance is 'append-only';

-- Related reports, told apart from those merged; both directions are kept.
create table intake.link (
  county    text        not null,
  complaint uuid        not null,
  other     uuid        not null,
  at        timestamptz not null,
  by_name   text        not null,
  primary key (county, complaint, other)
);

alter table intake.complaint enable row level security;
create policy county on intake.complaint using (county = current_setting('xiezhi.county', true));
alter table intake.step enable row level security;
create policy county on intake.step using (county = current_setting('xiezhi.county', true));
alter table intake.addition enable row level security;
create policy county on intake.addition using (county = current_setting('xiezhi.county', true));
alter table intake.guidance enable row level security;
create policy county on intake.guidance using (county = current_setting('xiezhi.county', true));
alter table intake.link enable row level security;
create policy county on intake.link using (county = current_setting('xiezhi.county', true));
