-- 确认情况紧急: by whoever supervises. Lifting it leaves nothing here: the ledger tells of it.
alter table matter.matter add column urgency_confirmation text;
alter table matter.matter add column urgency_confirmed_by text;
alter table matter.matter add column urgency_confirmed_at timestamptz;
alter table matter.matter add constraint urgency_confirmed check (urgency_confirmed_at is null or urgent_at is not null);
