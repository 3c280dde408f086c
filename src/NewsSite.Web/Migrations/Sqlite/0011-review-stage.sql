-- Who handed the article on last, beside the word.
ALTER TABLE working_copies ADD COLUMN stage_by_name TEXT NOT NULL DEFAULT '';
