-- Accounts, their seats in bodies, and the sessions of those who are signed in.
create schema identity;

-- A person. The login is unique over the whole platform, because whoever signs in has not yet said which county.
create table identity.account (
  county        text        not null check (county ~ '^[0-9]{6}$'),
  id            text        not null check (id ~ '^[-0-9A-Za-z]{1,40}$'),
  login         text        not null check (login ~ '^[a-z0-9][-._a-z0-9]{1,39}$'),
  name          text        not null check (length(name) between 1 and 50),
  password_hash text        not null,
  failures      integer     not null default 0,
  locked_until  timestamptz,
  opened_at     timestamptz not null,
  primary key (county, id),
  constraint login_is_taken unique (login)
);
alter table identity.account enable row level security;
create policy county on identity.account
  using (county = current_setting('xiezhi.county', true));

-- What a person may do in a body. A closed seat is kept: letters and records name those who sat there.
create table identity.seat (
  county    text        not null,
  account   text        not null,
  body      text        not null,
  role      text        not null check (role in ('CLERK', 'OFFICER', 'SIGNER', 'COORDINATOR', 'ADMINISTRATOR', 'SUPERVISOR')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (county, account, body, role),
  foreign key (county, account) references identity.account
);
create index seat_by_body on identity.seat (county, body) where closed_at is null;
alter table identity.seat enable row level security;
create policy county on identity.seat
  using (county = current_setting('xiezhi.county', true));

-- Who is signed in, and at which body's desk. Only a hash of the token is kept: who reads this table gains no entry.
create table identity.session (
  county       text        not null,
  token_hash   text        not null,
  account      text        not null,
  body         text        not null,
  signed_in_at timestamptz not null,
  seen_at      timestamptz not null,
  primary key (county, token_hash),
  constraint token_is_unique unique (token_hash),
  foreign key (county, account) references identity.account
);
create index session_by_seen on identity.session (county, seen_at);
alter table identity.session enable row level security;
create policy county on identity.session
  using (county = current_setting('xiezhi.county', true));

-- The one-time code by which a new installation, or a new county, gets its first administrator.
create table identity.setup_code (
  code_hash  text        not null primary key,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- The two questions that must be asked before the county is known. They run as the owner of the tables, answer
-- about one login or one token only, and are all that reaches over the wall.
create function identity.account_by_login(wanted text)
  returns table (county text, id text, password_hash text, failures integer, locked_until timestamptz)
  language sql stable security definer set search_path = identity, pg_temp
  as $$ select a.county, a.id, a.password_hash, a.failures, a.locked_until from account a where a.login = wanted $$;

create function identity.session_by_token(wanted text)
  returns table (county text, account text, name text, body text, seen_at timestamptz, roles text[])
  language sql stable security definer set search_path = identity, pg_temp
  as $$
    select s.county, s.account, a.name, s.body, s.seen_at,
           array(select e.role from seat e where e.county = s.county and e.account = s.account and e.body = s.body
                 and e.closed_at is null order by e.role)
    from session s join account a on a.county = s.county and a.id = s.account
    where s.token_hash = wanted
  $$;

-- Whether nobody at all has an account yet: then a setup code is printed.
create function identity.is_empty() returns boolean
  language sql stable security definer set search_path = identity, pg_temp
  as $$ select not exists (select from account) $$;
