-- Authors and tags of what is being written, as words: whoever looks for one's articles looks through this index alone.
ALTER TABLE working_copies ADD COLUMN names TEXT NOT NULL DEFAULT '';
UPDATE working_copies SET names =
    CASE WHEN author_ids = '' THEN '' ELSE ' a' || replace(author_ids, ' ', '  a') || ' ' END
    || CASE WHEN tag_ids = '' THEN '' ELSE ' t' || replace(tag_ids, ' ', '  t') || ' ' END;
CREATE INDEX working_copies_named ON working_copies (names, article_id);
