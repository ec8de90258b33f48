-- A mark set by mistake is taken back with a reason, as long as the area chief was not told; the matter may be
-- marked anew. At most one stands.
alter table command.mark
  add column id uuid not null default gen_random_uuid(),
  add column back_at timestamptz,
  add column back_account text,
  add column back_name text,
  add column back_reason text,
  drop constraint mark_pkey,
  add primary key (county, id),
  add check (num_nulls(back_at, back_account, back_name, back_reason) in (0, 4));
alter table command.mark alter column id drop default;
create unique index mark_standing on command.mark (county, matter) where back_at is null;
comment on table command.mark is null;
