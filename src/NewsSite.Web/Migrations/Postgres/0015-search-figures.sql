-- What was asked and what was opened, counted by day. Nobody's identity stands here, nor can it be joined to any.
CREATE TABLE search_figures (
    day DATE NOT NULL,
    asked_in TEXT NOT NULL,
    words TEXT NOT NULL,
    asked INTEGER NOT NULL,
    empty INTEGER NOT NULL,
    PRIMARY KEY (day, asked_in, words)
);
CREATE TABLE search_choices (
    day DATE NOT NULL,
    asked_in TEXT NOT NULL,
    words TEXT NOT NULL,
    kind TEXT NOT NULL,
    thing_id BIGINT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (day, asked_in, words, kind, thing_id)
);
CREATE INDEX search_choices_words ON search_choices (words, day);
