-- How many applications of a job stand in each state: counted in the index, without their letters.
CREATE INDEX applications_counts ON applications (posting_id, employer_id, state);
