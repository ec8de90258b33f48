-- The letter by which silence or a refusal was told to the government.
alter table whistle.call add column report_letter uuid;
alter table whistle.call add column report_number text;
