-- Accounts can be disabled; those of the demonstration are known as such and shut out elsewhere; each sign-in, and
-- each failed one, is written down (GB/T 22239 8.1.4.3).
alter table identity.account add disabled boolean not null default false;
alter table identity.account add demonstration boolean not null default false;

create table identity.sign_in (
  county  text        not null,
  id      uuid        not null,
  at      timestamptz not null,
  account text        not null,
  outcome text        not null check (outcome in ('signed-in', 'wrong-password', 'locked', 'disabled', 'no-seat')),
  address text        not null,
  primary key (county, id),
  foreign key (county, account) references identity.account
);
comment on table identity.sign_in is 'append-only';
alter table identity.sign_in enable row level security;
create policy county on identity.sign_in
  using (county = current_setting('xiezhi.county', true));

drop function identity.account_by_login(text);
create function identity.account_by_login(wanted text) returns table (county text, id text)
  language sql stable security definer set search_path = identity, pg_temp
  as $$ select a.county, a.id from account a where a.login = wanted $$;

drop function identity.session_by_token(text);
create function identity.session_by_token(wanted text)
  returns table (county text, account text, name text, body text, signed_in_at timestamptz, seen_at timestamptz, roles text[])
  language sql stable security definer set search_path = identity, pg_temp
  as $$
    select s.county, s.account, a.name, s.body, s.signed_in_at, s.seen_at,
           array(select e.role from seat e where e.county = s.county and e.account = s.account and e.body = s.body
                 and e.closed_at is null order by e.role)
    from session s join account a on a.county = s.county and a.id = s.account
    where s.token_hash = wanted and not a.disabled
  $$;
