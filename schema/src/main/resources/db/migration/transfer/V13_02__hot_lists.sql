-- The boxes of one stage (what waits for a signature is asked for with every workbench), and the whole county's.
create index transfer_out_stage on transfer.transfer (county, sender, stage, prepared_at desc, id desc);
create index transfer_in_stage on transfer.transfer (county, receiver, stage, prepared_at desc, id desc);
create index transfer_recent on transfer.transfer (county, prepared_at desc, id desc);
