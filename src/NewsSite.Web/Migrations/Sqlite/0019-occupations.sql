-- Occupations with all names that they go by, so that who asks for one of them finds adverts with the others.
CREATE TABLE occupations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    concept TEXT NOT NULL,
    names TEXT NOT NULL,
    words TEXT NOT NULL,
    label TEXT NOT NULL,
    is_edited INTEGER NOT NULL,
    is_removed INTEGER NOT NULL,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX occupations_concept ON occupations (concept) WHERE concept <> '';
CREATE INDEX occupations_listed ON occupations (label, id) WHERE NOT is_removed;
