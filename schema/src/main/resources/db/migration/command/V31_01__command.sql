-- 指挥调度: seats of command posts, orders, the problem register, reports upward, contacts, the roster.
-- A post itself is no row: it is a rule of the county.
create schema command;

-- Who holds a seat now; account null: vacant. Who held it before is in the ledger.
create table command.seat (
  county  text        not null,
  -- the rule, and where each township has one, its division: area-east, command-platform@990001001
  post    text        not null,
  -- head, or the name of a member's seat
  seat    text        not null,
  account text,
  name    text        not null,
  since   timestamptz not null,
  by      text        not null,
  version integer     not null,
  primary key (county, post, seat)
);

-- 勤务指令、执法任务、联合执法行动: one row for each body or person that is ordered.
create table command.order_ (
  county        text        not null,
  id            uuid        not null,
  -- all orders given at once carry its id
  dispatch      uuid        not null,
  kind          text        not null check (kind in ('duty', 'task', 'joint')),
  post          text        not null,
  commander     text        not null,
  -- in whose name: 片长 and the person
  head          text        not null,
  head_account  text        not null,
  head_name     text        not null,
  body          text        not null,
  account       text,
  person        text        not null,
  title         text        not null,
  content       text        not null,
  place         text        not null,
  division      text,
  starts_at     timestamptz not null,
  due_at        timestamptz not null,
  equipment     uuid[]      not null,
  -- given although somebody or something was booked for that time: what clashed, in words
  clash         text        not null,
  matter        uuid,
  stage         text        not null check (stage in ('issued', 'acknowledged', 'started', 'completed', 'refused', 'withdrawn')),
  issued_at     timestamptz not null,
  acknowledged_at timestamptz,
  started_at    timestamptz,
  ended_at      timestamptz,
  report        text        not null,
  photos        uuid[]      not null,
  letter        uuid        not null,
  letter_number text        not null,
  step_at       timestamptz not null,
  step_account  text        not null,
  step_name     text        not null,
  step_note     text        not null,
  version       integer     not null,
  primary key (county, id),
  check (due_at > starts_at)
);
create index order_dispatch on command.order_ (county, dispatch);
create index order_body on command.order_ (county, body, id desc);
create index order_commander on command.order_ (county, commander, id desc);
create index order_account on command.order_ (county, account, id desc);
-- the open ones: workload, double booking, the command view
create index order_open on command.order_ (county, body) where stage in ('issued', 'acknowledged', 'started');
create index order_open_account on command.order_ (county, account) where stage in ('issued', 'acknowledged', 'started');

-- 问题台账
create table command.problem (
  county     text        not null,
  id         uuid        not null,
  post       text        not null,
  commander  text        not null,
  title      text        not null,
  content    text        not null,
  owner      text        not null,
  due_on     date        not null,
  matter     uuid,
  stage      text        not null check (stage in ('open', 'solved', 'dropped')),
  resolution text        not null,
  step_at    timestamptz not null,
  step_account text      not null,
  step_name  text        not null,
  step_note  text        not null,
  version    integer     not null,
  primary key (county, id)
);
create index problem_commander on command.problem (county, commander, id desc);
create index problem_owner on command.problem (county, owner, id desc);

-- 上报: to a body of the directory, or to a contact outside it; to an area chief about a matter.
create table command.report (
  county     text        not null,
  id         uuid        not null,
  kind       text        not null check (kind in ('upward', 'area')),
  sender     text        not null,
  receiver   text,
  contact    uuid,
  post       text,
  matter     uuid,
  subject    text        not null,
  words      text        not null,
  answer     text        not null,
  stage      text        not null check (stage in ('made', 'answered')),
  letter     uuid        not null,
  letter_number text     not null,
  step_at    timestamptz not null,
  step_account text      not null,
  step_name  text        not null,
  step_note  text        not null,
  version    integer     not null,
  primary key (county, id),
  check ((receiver is null) <> (contact is null)),
  check ((kind = 'area') = (post is not null and matter is not null))
);
create index report_sender on command.report (county, sender, id desc);
create index report_receiver on command.report (county, receiver, id desc);
create index report_matter on command.report (county, matter);

-- 跨乡镇(街道)、重大复杂: set once for a matter, by its holder.
create table command.mark (
  county     text        not null,
  matter     uuid        not null,
  trigger    text        not null,
  words      text        not null,
  at         timestamptz not null,
  account    text        not null,
  name       text        not null,
  primary key (county, matter)
);

-- 联络人
create table command.contact (
  county     text        not null,
  id         uuid        not null,
  kind       text        not null,
  unit       text        not null,
  name       text        not null,
  duty       text        not null,
  phone      text        not null,
  kept_by    text        not null,
  removed    boolean     not null,
  version    integer     not null,
  primary key (county, id)
);

-- 联合执法人员名单、装备: off it with a day and a reason, never deleted.
create table command.listed (
  county     text        not null,
  id         uuid        not null,
  post       text        not null,
  kind       text        not null check (kind in ('officer', 'equipment')),
  account    text,
  name       text        not null,
  body       text        not null,
  certificate text       not null,
  listed_at  timestamptz not null,
  listed_by  text        not null,
  removed_at timestamptz,
  reason     text        not null,
  version    integer     not null,
  primary key (county, id),
  check ((kind = 'officer') = (account is not null))
);
create index listed_post on command.listed (county, post) where removed_at is null;

-- 不在岗、停用: the other half of the calendar; orders are the first.
create table command.absence (
  county     text        not null,
  id         uuid        not null,
  account    text,
  equipment  uuid,
  from_at    timestamptz not null,
  to_at      timestamptz not null,
  reason     text        not null,
  by         text        not null,
  primary key (county, id),
  check ((account is null) <> (equipment is null)),
  check (to_at > from_at)
);
create index absence_account on command.absence (county, account, to_at);
create index absence_equipment on command.absence (county, equipment, to_at);

alter table command.seat enable row level security;
create policy county on command.seat using (county = current_setting('xiezhi.county', true));
alter table command.order_ enable row level security;
create policy county on command.order_ using (county = current_setting('xiezhi.county', true));
alter table command.problem enable row level security;
create policy county on command.problem using (county = current_setting('xiezhi.county', true));
alter table command.report enable row level security;
create policy county on command.report using (county = current_setting('xiezhi.county', true));
alter table command.mark enable row level security;
create policy county on command.mark using (county = current_setting('xiezhi.county', true));
alter table command.contact enable row level security;
create policy county on command.contact using (county = current_setting('xiezhi.county', true));
alter table command.listed enable row level security;
create policy county on command.listed using (county = current_setting('xiezhi.county', true));
alter table command.absence enable row level security;
create policy county on command.absence using (county = current_setting('xiezhi.county', true));
comment on table command.mark is 'append-only';
comment on table command.absence is 'append-only';
