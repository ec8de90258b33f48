-- One row is one telling to one body, with the roles in it that it is for: told to two hundred bodies it is two hundred
-- rows, not six hundred, and nobody need be told apart from themselves.
alter table notification.telling add column roles text[];
update notification.telling t set roles = (
  select array_agg(s.role order by s.role) from notification.telling s where s.county = t.county and s.id = t.id);
delete from notification.telling where role <> roles[1];
drop index notification.telling_of_body;
alter table notification.telling drop constraint telling_pkey;
alter table notification.telling drop column role;
alter table notification.telling add primary key (county, id);
alter table notification.telling alter column roles set not null;
alter table notification.telling add check (cardinality(roles) > 0);
create index telling_of_body on notification.telling (county, body, id desc);
