-- 对执法行为的投诉: about how officers behave. Apart from reports of violations, and read by nobody but those who
-- handle it: what was told, of whom, and by whom is sealed.
create table intake.conduct (
  county       text        not null,
  id           uuid        not null,
  code         text        not null,
  received_at  timestamptz not null,
  -- the body complained of; null if the complainant does not know
  about_body   text,
  told         text        not null,
  contact      text,
  anonymous    boolean     not null,
  -- who answers for it, and within it the person who handles it
  handler_body text        not null,
  handler      text,
  handler_name text,
  stage        text        not null check (stage in ('received', 'assigned', 'replied')),
  assigned_at  timestamptz,
  replied_at   timestamptz,
  replied_by   text,
  reply        text,
  rated_at     timestamptz,
  satisfied    boolean,
  rating       text,
  version      integer     not null,
  primary key (county, id),
  unique (county, code)
);
create index conduct_handler on intake.conduct (county, handler_body, received_at desc, id desc);

alter table intake.conduct enable row level security;
create policy county on intake.conduct using (county = current_setting('xiezhi.county', true));
