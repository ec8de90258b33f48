-- 公安保障、应急处突、舆情: alarms of officers in trouble, help asked of the police, incidents, what the public says.
create schema incident;

create table incident.support_call (
  county       text        not null,
  id           uuid        not null,
  matter       uuid,
  team         text        not null,
  station      text        not null,
  trigger      text        not null,
  danger       boolean     not null,
  stage        text        not null check (stage in ('pressed', 'answered', 'sent', 'arrived', 'taken-over', 'closed', 'settled', 'withdrawn')),
  open         boolean     not null,
  -- somebody is in danger and the police are not there yet: at the top of every list
  urgent       boolean     not null,
  content      jsonb       not null,
  pressed_at   timestamptz not null,
  received_at  timestamptz not null,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);
create index call_list on incident.support_call (county, urgent desc, id desc);

create table incident.help_request (
  county       text        not null,
  id           uuid        not null,
  kind         text        not null check (kind in ('strength', 'identity')),
  matter       uuid,
  asker        text        not null,
  police       text        not null,
  stage        text        not null check (stage in ('asked', 'answered', 'declined')),
  content      jsonb       not null,
  -- the identity, sealed: only its handlers may read it
  sealed       text,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);
create index help_asker on incident.help_request (county, asker, id desc);
create index help_police on incident.help_request (county, police, id desc);

create table incident.incident (
  county       text        not null,
  id           uuid        not null,
  matter       uuid,
  call         uuid,
  opener       text        not null,
  title        text        not null,
  stage        text        not null check (stage in ('open', 'closed')),
  content      jsonb       not null,
  place        jsonb       not null,
  happened_at  timestamptz not null,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);

create table incident.opinion (
  county       text        not null,
  id           uuid        not null,
  incident     uuid,
  owner        text        not null,
  source       text        not null,
  heat         text        not null check (heat in ('low', 'medium', 'high')),
  words        text        not null,
  stage        text        not null check (stage in ('open', 'answered', 'closed')),
  measures     jsonb       not null,
  step_at      timestamptz not null,
  step_account text        not null,
  step_name    text        not null,
  step_note    text        not null,
  version      integer     not null,
  primary key (county, id)
);
create index opinion_owner on incident.opinion (county, owner, id desc);

-- Who takes part in a call or an incident, and so may see it.
create table incident.involved (
  county text    not null,
  body   text    not null,
  kind   text    not null check (kind in ('call', 'incident')),
  urgent boolean not null,
  open   boolean not null,
  thing  uuid    not null,
  primary key (county, kind, thing, body)
);
create index involved_list on incident.involved (county, body, kind, urgent desc, thing desc);

alter table incident.support_call enable row level security;
create policy county on incident.support_call using (county = current_setting('xiezhi.county', true));
alter table incident.help_request enable row level security;
create policy county on incident.help_request using (county = current_setting('xiezhi.county', true));
alter table incident.incident enable row level security;
create policy county on incident.incident using (county = current_setting('xiezhi.county', true));
alter table incident.opinion enable row level security;
create policy county on incident.opinion using (county = current_setting('xiezhi.county', true));
alter table incident.involved enable row level security;
create policy county on incident.involved using (county = current_setting('xiezhi.county', true));
