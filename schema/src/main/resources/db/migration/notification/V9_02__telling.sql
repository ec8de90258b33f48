-- One row is one telling to one role: that is its key, and its name.
alter table notification.notification rename to telling;
alter table notification.telling drop constraint notification_pkey;
alter table notification.telling drop column id;
alter table notification.telling rename column telling to id;
alter table notification.telling drop constraint notification_county_telling_role_key;
alter table notification.telling add primary key (county, id, role);
alter index notification.notification_of_body rename to telling_of_body;
create index telling_by_age on notification.telling (county, at);
