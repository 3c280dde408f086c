-- Who signed a version and what it was about, beside its text; versions that are there already do not know.
ALTER TABLE article_versions ADD COLUMN author_ids TEXT;
ALTER TABLE article_versions ADD COLUMN tag_ids TEXT;
