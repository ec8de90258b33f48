-- 行刑衔接: suspected crimes on their way to the police and back; leads on breaches of discipline, which few may see.
create schema referral;

create table referral.referral (
  county        text        not null,
  id            uuid        not null,
  matter        uuid        not null,
  holder        text        not null,
  legal         text        not null,
  police        text,
  stage         text        not null check (stage in ('marked', 'reported', 'approved', 'not-approved', 'transferred', 'received',
                  'supplement-asked', 'filed', 'not-filed', 'reconsideration-asked', 'upheld', 'supervision-asked', 'supervised',
                  'given-back', 'concluded', 'unmarked')),
  open          boolean     not null,
  content       jsonb       not null,
  letter        uuid,
  letter_number text,
  -- the last step: when, by whom, with which words
  step_at       timestamptz not null,
  step_account  text        not null,
  step_name     text        not null,
  step_note     text        not null,
  version       integer     not null,
  primary key (county, id)
);
-- a matter is one suspected crime at a time
create unique index referral_open_matter on referral.referral (county, matter) where open;
create index referral_matter on referral.referral (county, matter);
create index referral_legal on referral.referral (county, legal, id desc);
create index referral_holder on referral.referral (county, holder, id desc);
create index referral_police on referral.referral (county, police, id desc);

-- Every letter that went to and fro.
create table referral.paper (
  county   text        not null,
  referral uuid        not null,
  letter   uuid        not null,
  template text        not null,
  number   text        not null,
  title    text        not null,
  issuer   text        not null,
  at       timestamptz not null,
  primary key (county, referral, letter)
);
comment on table referral.paper is 'append-only';

create table referral.contact (
  county  text        not null,
  id      uuid        not null,
  body    text        not null,
  partner text        not null,
  kind    text        not null check (kind in ('information', 'briefing', 'consultation')),
  matter  uuid,
  subject text        not null,
  content text        not null,
  at      timestamptz not null,
  account text        not null,
  by_name text        not null,
  primary key (county, id)
);
comment on table referral.contact is 'append-only';
create index contact_body on referral.contact (county, body, id desc);

-- 案件移送标准: the latest note of an item stands.
create table referral.threshold (
  county    text        not null,
  id        uuid        not null,
  item      text        not null,
  threshold text        not null,
  source    text        not null,
  at        timestamptz not null,
  by_name   text        not null,
  primary key (county, id)
);
comment on table referral.threshold is 'append-only';
create index threshold_item on referral.threshold (county, item, id desc);

-- 涉嫌违纪违法: who may see a lead is in the rows themselves: whoever found it, and whoever it was sent to.
create table referral.discipline_lead (
  county        text        not null,
  id            uuid        not null,
  finder        text        not null,
  finder_account text       not null,
  concerned     text        not null,
  receiver      text,
  kind          text        not null check (kind in ('discipline', 'crime')),
  stage         text        not null check (stage in ('noted', 'sent', 'received', 'answered', 'dropped')),
  content       jsonb       not null,
  letter        uuid,
  letter_number text,
  step_at       timestamptz not null,
  step_account  text        not null,
  step_name     text        not null,
  step_note     text        not null,
  version       integer     not null,
  primary key (county, id)
);
create index discipline_finder on referral.discipline_lead (county, finder, id desc);
create index discipline_receiver on referral.discipline_lead (county, receiver, id desc);

alter table referral.referral enable row level security;
create policy county on referral.referral using (county = current_setting('xiezhi.county', true));
alter table referral.paper enable row level security;
create policy county on referral.paper using (county = current_setting('xiezhi.county', true));
alter table referral.contact enable row level security;
create policy county on referral.contact using (county = current_setting('xiezhi.county', true));
alter table referral.threshold enable row level security;
create policy county on referral.threshold using (county = current_setting('xiezhi.county', true));
alter table referral.discipline_lead enable row level security;
create policy county on referral.discipline_lead using (county = current_setting('xiezhi.county', true));
