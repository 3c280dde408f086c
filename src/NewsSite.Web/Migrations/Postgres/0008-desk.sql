-- The newsroom's own lists are in the order of the last work on an article, whoever sees it.
ALTER TABLE articles ADD COLUMN touched_at TIMESTAMPTZ NOT NULL DEFAULT now();
ALTER TABLE articles ADD COLUMN owner_id BIGINT NOT NULL DEFAULT 0;
UPDATE articles SET touched_at = greatest(modified_at, coalesce((SELECT saved_at FROM working_copies WHERE article_id = articles.id), modified_at));
CREATE INDEX articles_touched ON articles (touched_at DESC, id DESC);
CREATE INDEX articles_touched_in_state ON articles (state, touched_at DESC, id DESC);
CREATE INDEX articles_touched_in_section ON articles (section_id, touched_at DESC, id DESC);
CREATE INDEX articles_touched_in_language ON articles (language, touched_at DESC, id DESC);
CREATE INDEX articles_touched_of_owner ON articles (owner_id, touched_at DESC, id DESC);
CREATE INDEX working_copies_in_stage ON working_copies (stage, saved_at DESC, article_id DESC);

ALTER TABLE article_versions ADD COLUMN cause TEXT NOT NULL DEFAULT 'Written';
ALTER TABLE article_versions ADD COLUMN search_title TEXT NOT NULL DEFAULT '';
ALTER TABLE article_versions ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
ALTER TABLE working_copies ADD COLUMN search_title TEXT NOT NULL DEFAULT '';
ALTER TABLE working_copies ADD COLUMN search_text TEXT NOT NULL DEFAULT '';

-- Who has which article open.
CREATE TABLE article_visits (
    article_id BIGINT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    tab TEXT NOT NULL,
    user_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (article_id, tab)
);
CREATE INDEX article_visits_seen ON article_visits (seen_at);
