-- 合规指导清单、典型案例: drafted, published, taken back with a reason.
create schema guidance;

create table guidance.entry (
  county       text        not null,
  id           uuid        not null,
  kind         text        not null,
  trade        text        not null,
  title        text        not null,
  content      text        not null,
  legal_basis  text        not null,
  -- the closed case it is drawn from; the public never sees it
  matter       uuid,
  body         text        not null,
  stage        text        not null check (stage in ('draft', 'published', 'withdrawn')),
  published_at timestamptz,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);
create index entry_stage on guidance.entry (county, stage, id desc);

alter table guidance.entry enable row level security;
create policy county on guidance.entry using (county = current_setting('xiezhi.county', true));
