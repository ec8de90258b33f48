-- What lies near: squares of a hundredth of a degree (about a kilometre), newest first in each.
alter table matter.matter add column cell_x integer generated always as (floor(lng * 100)::integer) stored;
alter table matter.matter add column cell_y integer generated always as (floor(lat * 100)::integer) stored;
create index matter_near on matter.matter (county, cell_x, cell_y, registered_at desc, id desc) where cell_x is not null;
