-- The front page as it is being arranged, one for each language; readers see none of it.
CREATE TABLE front_drafts (
    language TEXT PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    places TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    saved_by_id INTEGER NOT NULL,
    saved_by_name TEXT NOT NULL
);

-- What readers saw, see and will see of it: the last that has begun counts.
CREATE TABLE front_arrangements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    language TEXT NOT NULL,
    places TEXT NOT NULL,
    shows_from INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    by_id INTEGER NOT NULL,
    by_name TEXT NOT NULL,
    due_at INTEGER
);
CREATE INDEX front_arrangements_shown ON front_arrangements (language, shows_from DESC, id DESC);
CREATE INDEX front_arrangements_due ON front_arrangements (due_at) WHERE due_at IS NOT NULL;

ALTER TABLE sections ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE authors ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tags ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
-- The names of all languages in lower case, to search in.
ALTER TABLE tags ADD COLUMN words TEXT NOT NULL DEFAULT '';
UPDATE tags SET words = coalesce((SELECT lower(group_concat(value, ' ')) FROM json_each(nullif(tags.name, ''))), '');

CREATE TABLE static_page_versions (
    page_id INTEGER NOT NULL REFERENCES static_pages (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_id INTEGER NOT NULL,
    by_name TEXT NOT NULL,
    PRIMARY KEY (page_id, number)
);

CREATE TABLE menus (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    language TEXT NOT NULL,
    place TEXT NOT NULL,
    items TEXT NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (language, place)
);

-- What the paper says of itself: one row, where it differs from the settings file.
CREATE TABLE paper_profile (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    tagline TEXT NOT NULL,
    description TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    social_links TEXT NOT NULL,
    version INTEGER NOT NULL
);

-- What leads to a thing goes with it when it is merged into another.
CREATE INDEX redirects_to ON redirects (to_kind, to_id);
