-- By state first, the index drew the list of the newest jobs to itself, which then sorted all of them.
DROP INDEX postings_open;
CREATE INDEX postings_open ON postings (closes_at, state) WHERE state = 'Published';
