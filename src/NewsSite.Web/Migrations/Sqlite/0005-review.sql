-- Links that show an article to somebody outside before it is published.
CREATE TABLE preview_links (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    token_hash BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by_id INTEGER NOT NULL,
    made_by_name TEXT NOT NULL,
    ends_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX preview_links_token ON preview_links (token_hash);
CREATE INDEX preview_links_article ON preview_links (article_id, id);

-- What the desk says about passages of an article; the text itself carries no mark of it.
CREATE TABLE article_comments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    thread_id INTEGER REFERENCES article_comments (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_id INTEGER NOT NULL,
    by_name TEXT NOT NULL,
    quote TEXT NOT NULL,
    words TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    resolved_at INTEGER,
    resolved_by_name TEXT NOT NULL
);
CREATE INDEX article_comments_article ON article_comments (article_id, id);
CREATE INDEX article_comments_thread ON article_comments (thread_id);
