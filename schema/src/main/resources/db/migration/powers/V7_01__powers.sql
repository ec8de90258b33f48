-- 权责清单: items, their legal basis by date, penalty tiers; and who holds an item where.
create schema powers;

-- National: one list for all counties, so no wall.
create table powers.item (
  code                text    primary key,
  name                text    not null,
  domain              text    not null,
  kind                text    not null check (kind in ('行政处罚', '行政强制', '行政检查', '其他行政权力')),
  original_department text    not null,
  simple_procedure    boolean not null,
  hearing_note        text    not null,
  search              tsvector not null
);
create index item_search on powers.item using gin (search);

-- The texts an item has stood on. in_force_from null: today's text, whose first day no source gives;
-- in_force_to null: still in force. Several provisions may have stood side by side.
create table powers.basis (
  item          text    not null references powers.item,
  position      integer not null,
  legal_basis   text    not null,
  basis_text    text    not null,
  penalty_min   numeric check (penalty_min >= 0),
  penalty_max   numeric check (penalty_max >= 0),
  penalty_note  text    not null,
  in_force_from date,
  in_force_to   date,
  source        text    not null,
  primary key (item, position),
  check (in_force_to is null or in_force_from is not null),
  check (in_force_from <= in_force_to),
  check (penalty_min <= penalty_max)
);

-- Tiers of the text now in force. min null: "up to"; both null: a warning only.
create table powers.tier (
  item      text    not null references powers.item,
  position  integer not null,
  subject   text    not null,
  condition text    not null,
  warning   boolean not null,
  unit      text,
  min       numeric check (min >= 0),
  max       numeric check (max >= 0),
  primary key (item, position),
  check (min <= max)
);

-- Which file was last read, so that an unchanged one is not read again.
create table powers.loaded (
  list   text primary key,
  hash   text not null,
  at     timestamptz not null
);

-- Who holds an item in a county, one row for each row of its list. scope says how the list names the holder:
-- by a group of townships, by a body, or by words that name no fixed body.
create table powers.holding (
  county   text    not null,
  position integer not null,
  item     text    not null references powers.item,
  holder   text    not null,
  scope    text    not null check (scope in ('all-townships', 'all-towns', 'all-subdistricts', 'body', 'unfixed')),
  body     text,
  in_kind  text    check (in_kind in ('街道', '镇', '乡', '其他')),
  in_place text,
  mode     text    not null check (mode in ('赋权', '委托', '法定')),
  from_on  date,
  to_on    date,
  grade    text    not null check (grade in ('VERIFIED-LAW', 'VERIFIED-DOMAIN', 'LAW+NAME-ASSUMED', 'ASSUMED')),
  note     text    not null,
  source   text    not null,
  primary key (county, position),
  check ((scope = 'body') = (body is not null)),
  check (from_on <= to_on)
);
create index holding_item on powers.holding (county, item);
alter table powers.holding enable row level security;
create policy county on powers.holding
  using (county = current_setting('xiezhi.county', true));
