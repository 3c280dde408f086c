-- Letters: one edition of a kind, language and day; what it holds stands in no other of its kind and language.
CREATE TABLE editions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    day TEXT NOT NULL,
    greeting TEXT NOT NULL,
    sponsor_text TEXT NOT NULL,
    sponsor_address TEXT NOT NULL,
    chosen_ids TEXT NOT NULL,
    arranged_by TEXT NOT NULL,
    made_at INTEGER,
    version INTEGER NOT NULL,
    UNIQUE (kind, language, day)
);
CREATE TABLE edition_items (
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    item_kind TEXT NOT NULL,
    item_id INTEGER NOT NULL,
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (kind, language, item_kind, item_id)
) WITHOUT ROWID;
CREATE INDEX edition_items_edition ON edition_items (edition_id, position);
-- One editor marks, a second one sends.
CREATE TABLE breaking_news (
    article_id INTEGER NOT NULL PRIMARY KEY,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    marked_by_id INTEGER NOT NULL,
    marked_by_name TEXT NOT NULL,
    marked_at INTEGER NOT NULL,
    confirmed_by_id INTEGER,
    confirmed_by_name TEXT NOT NULL,
    confirmed_at INTEGER
);
CREATE INDEX breaking_news_marked ON breaking_news (marked_at, article_id);
