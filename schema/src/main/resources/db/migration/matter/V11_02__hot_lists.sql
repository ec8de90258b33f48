-- The county's list under each of its filters, newest first: without these a rare value is looked for in every matter.
create index matter_of_stage on matter.matter (county, stage, registered_at desc, id desc);
create index matter_of_division on matter.matter (county, division, registered_at desc, id desc);
create index matter_urgent on matter.matter (county, registered_at desc, id desc) where urgent_reason is not null;
