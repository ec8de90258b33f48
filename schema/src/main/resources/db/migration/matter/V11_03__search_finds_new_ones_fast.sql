-- New rows wait in a list that every search reads through: at most 256 kB of it, not 4 MB (and with it a scan of the
-- whole table looks cheaper than the index). Emptying it more often costs a registration about a millisecond.
alter index matter.search_words set (gin_pending_list_limit = 256);
