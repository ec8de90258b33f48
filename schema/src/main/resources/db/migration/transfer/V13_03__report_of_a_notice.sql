-- The letter by which a refusal or silence was reported to the superior, to be taken away like any other.
alter table transfer.notice add column report uuid;
alter table transfer.notice add column report_number text;
