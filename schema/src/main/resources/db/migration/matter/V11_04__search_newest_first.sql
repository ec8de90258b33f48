-- A word that many matters hold is looked for in the newest first: every row of the search also holds marks of its county,
-- of the month and of the third of the month (旬, by UTC) of registration. No text holds such marks: its words are of two letters.
create function matter.marks(county text, registered_at timestamptz) returns text[]
  language sql stable parallel safe
  return array[
    county,
    county || to_char(registered_at at time zone 'UTC', ':YYYY-MM'),
    county || to_char(registered_at at time zone 'UTC', ':YYYY-MM-')
      || least(2, (extract(day from registered_at at time zone 'UTC')::integer - 1) / 10)];

update matter.search s set words = s.words || array_to_tsvector(matter.marks(m.county, m.registered_at))
from matter.matter m where m.county = s.county and m.id = s.matter;
