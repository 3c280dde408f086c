-- What was asked and what was opened, counted by day. Nobody's identity stands here, nor can it be joined to any.
CREATE TABLE search_figures (
    day TEXT NOT NULL,
    asked_in TEXT NOT NULL,
    words TEXT NOT NULL,
    asked INTEGER NOT NULL,
    empty INTEGER NOT NULL,
    PRIMARY KEY (day, asked_in, words)
) WITHOUT ROWID;
CREATE TABLE search_choices (
    day TEXT NOT NULL,
    asked_in TEXT NOT NULL,
    words TEXT NOT NULL,
    kind TEXT NOT NULL,
    thing_id INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (day, asked_in, words, kind, thing_id)
) WITHOUT ROWID;
CREATE INDEX search_choices_words ON search_choices (words, day);
