-- What the desk is writing; readers see none of it until it is published.
CREATE TABLE working_copies (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    title TEXT NOT NULL,
    standfirst TEXT NOT NULL,
    body TEXT NOT NULL,
    hero_id INTEGER,
    hero_caption TEXT NOT NULL,
    section_id INTEGER NOT NULL,
    slug TEXT NOT NULL,
    author_ids TEXT NOT NULL,
    tag_ids TEXT NOT NULL,
    stage TEXT NOT NULL,
    stage_note TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    saved_by_id INTEGER NOT NULL,
    saved_by_name TEXT NOT NULL
);
CREATE INDEX working_copies_saved ON working_copies (saved_at);

ALTER TABLE article_versions ADD COLUMN by_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE article_versions ADD COLUMN by_name TEXT NOT NULL DEFAULT '';
