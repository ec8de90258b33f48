-- 信息共享: what one body tells the others by the county's categories, consultation before rules change, requests for data,
-- management suggestions and what became of them.
create schema sharing;

create table sharing.information (
  county       text        not null,
  id           uuid        not null,
  category     text        not null,
  act          text        not null check (act in ('share', 'copy', 'basis-change')),
  publisher    text        not null,
  title        text        not null,
  content      text        not null,
  -- why it is shared, where the category asks for a reason
  reason       text        not null,
  -- of versioned documents: which edition
  edition      text        not null,
  -- of a changed basis: what changed, from when, and the consultation that went before
  change_kind  text        check (change_kind in ('law', 'basis', 'standard', 'benchmark', 'requirement')),
  effective_on date,
  rules_draft  uuid,
  told_by      text        not null,
  field        text        not null,
  matter       uuid,
  -- the event it was made of; empty if a person wrote it
  origin       text        not null,
  formed_at    timestamptz not null,
  stage        text        not null check (stage in ('formed', 'shared', 'dropped')),
  shared_at    timestamptz,
  receivers    integer,
  dropped_why  text,
  letter        uuid,
  letter_number text,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);
create index information_out on sharing.information (county, publisher, id desc);
create index information_of_matter on sharing.information (county, matter, id) where matter is not null;
create index information_formed on sharing.information (county, publisher, id desc) where stage = 'formed';
create index information_of_field on sharing.information (county, field, shared_at) where stage = 'shared';

-- The power items it concerns: whose holders are told.
create table sharing.item (
  county      text not null,
  information uuid not null,
  item        text not null,
  primary key (county, information, item)
);
create index item_information on sharing.item (county, item, information desc);

-- 当事人、地址: by these a permit or finding is found again when a lead is handled.
create table sharing.party (
  county      text    not null,
  information uuid    not null,
  position    integer not null,
  name        text    not null,
  address     text    not null,
  primary key (county, information, position)
);
create index party_name on sharing.party (county, name, information desc);
create index party_address on sharing.party (county, address, information desc);

-- Who gets it, and why. Whether they have looked is the correspondence's affair.
create table sharing.delivery (
  county      text not null,
  information uuid not null,
  receiver    text not null,
  why         text not null check (why in ('rule', 'subscription', 'named', 'request', 'part')),
  primary key (county, information, receiver)
);
comment on table sharing.delivery is 'append-only';
create index delivery_in on sharing.delivery (county, receiver, information desc);

create table sharing.subscription (
  county     text        not null,
  body       text        not null,
  category   text        not null,
  -- only what concerns that field; empty for all
  field      text        not null,
  at         timestamptz not null,
  by_account text        not null,
  primary key (county, body, category, field)
);
create index subscription_category on sharing.subscription (county, category);

-- 按需反馈: one body asks another for decisions or figures.
create table sharing.request (
  county       text        not null,
  id           uuid        not null,
  category     text        not null,
  requester    text        not null,
  requested    text        not null,
  content      text        not null,
  asked_at     timestamptz not null,
  stage        text        not null check (stage in ('asked', 'answered', 'declined')),
  information  uuid,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);
create index request_out on sharing.request (county, requester, id desc);
create index request_in on sharing.request (county, requested, id desc);

-- 规范性文件修订: drafted, consulted on, issued.
create table sharing.rules_draft (
  county        text        not null,
  id            uuid        not null,
  drafter       text        not null,
  title         text        not null,
  content       text        not null,
  stage         text        not null check (stage in ('drafted', 'asked', 'answered', 'issued', 'dropped')),
  drafted_at    timestamptz not null,
  consulted     text,
  asked_at      timestamptz,
  opinion       text,
  opinion_at    timestamptz,
  opinion_by    text,
  issue_number  text,
  effective_on  date,
  letter        uuid,
  letter_number text,
  step_at       timestamptz not null,
  step_account  text        not null,
  step_name     text        not null,
  step_note     text        not null,
  version       integer     not null,
  primary key (county, id)
);
create index rules_draft_of on sharing.rules_draft (county, drafter, id desc);
create index rules_draft_consulted on sharing.rules_draft (county, consulted, id desc) where consulted is not null;

create table sharing.rules_item (
  county text not null,
  draft  uuid not null,
  item   text not null,
  primary key (county, draft, item)
);

-- 管理建议: what the figures suggest to an industry department, its answer, and what came of it.
create table sharing.suggestion (
  county        text        not null,
  id            uuid        not null,
  suggester     text        not null,
  suggested     text        not null,
  field         text        not null,
  content       text        not null,
  information   uuid,
  stage         text        not null check (stage in ('made', 'adopted', 'declined', 'followed-up')),
  made_at       timestamptz not null,
  answer        text        not null,
  outcome       text        not null,
  letter        uuid,
  letter_number text,
  step_at       timestamptz not null,
  step_account  text        not null,
  step_name     text        not null,
  step_note     text        not null,
  version       integer     not null,
  primary key (county, id)
);
create index suggestion_out on sharing.suggestion (county, suggester, id desc);
create index suggestion_in on sharing.suggestion (county, suggested, id desc);

-- 结果运用: how a copied penalty was used.
create table sharing.use (
  county      text        not null,
  id          uuid        not null,
  information uuid        not null,
  body        text        not null,
  how         text        not null check (how in ('management-rating', 'industry-circular', 'other')),
  content     text        not null,
  at          timestamptz not null,
  by_account  text        not null,
  by_name     text        not null,
  primary key (county, id)
);
comment on table sharing.use is 'append-only';
create index use_information on sharing.use (county, information);

-- 源头预防措施 of an industry department in its field.
create table sharing.measure (
  county     text        not null,
  id         uuid        not null,
  department text        not null,
  field      text        not null,
  content    text        not null,
  from_on    date        not null,
  at         timestamptz not null,
  by_account text        not null,
  by_name    text        not null,
  primary key (county, id)
);
comment on table sharing.measure is 'append-only';
create index measure_of_field on sharing.measure (county, field, from_on desc);

alter table sharing.information enable row level security;
create policy county on sharing.information using (county = current_setting('xiezhi.county', true));
alter table sharing.item enable row level security;
create policy county on sharing.item using (county = current_setting('xiezhi.county', true));
alter table sharing.party enable row level security;
create policy county on sharing.party using (county = current_setting('xiezhi.county', true));
alter table sharing.delivery enable row level security;
create policy county on sharing.delivery using (county = current_setting('xiezhi.county', true));
alter table sharing.subscription enable row level security;
create policy county on sharing.subscription using (county = current_setting('xiezhi.county', true));
alter table sharing.request enable row level security;
create policy county on sharing.request using (county = current_setting('xiezhi.county', true));
alter table sharing.rules_draft enable row level security;
create policy county on sharing.rules_draft using (county = current_setting('xiezhi.county', true));
alter table sharing.rules_item enable row level security;
create policy county on sharing.rules_item using (county = current_setting('xiezhi.county', true));
alter table sharing.suggestion enable row level security;
create policy county on sharing.suggestion using (county = current_setting('xiezhi.county', true));
alter table sharing.use enable row level security;
create policy county on sharing.use using (county = current_setting('xiezhi.county', true));
alter table sharing.measure enable row level security;
create policy county on sharing.measure using (county = current_setting('xiezhi.county', true));
