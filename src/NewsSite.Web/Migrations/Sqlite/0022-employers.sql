-- Companies: who acts for them, and whether the desk looks at what they post.
ALTER TABLE employers ADD COLUMN is_trusted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE employers ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

CREATE TABLE employer_members (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    employer_id INTEGER NOT NULL REFERENCES employers (id),
    user_id INTEGER NOT NULL REFERENCES users (id),
    role TEXT NOT NULL,
    joined_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX employer_members_once ON employer_members (user_id, employer_id);
CREATE INDEX employer_members_of ON employer_members (employer_id, id);

-- What is on its way to readers: handed in by whom, waiting since when, what the desk said.
ALTER TABLE postings ADD COLUMN takes_applications INTEGER NOT NULL DEFAULT 0;
ALTER TABLE postings ADD COLUMN contact TEXT NOT NULL DEFAULT '';
ALTER TABLE postings ADD COLUMN handed_in_by INTEGER REFERENCES users (id);
ALTER TABLE postings ADD COLUMN queued_at INTEGER;
ALTER TABLE postings ADD COLUMN decision TEXT NOT NULL DEFAULT '';
CREATE INDEX postings_queued ON postings (queued_at, id) WHERE queued_at IS NOT NULL;
CREATE INDEX postings_made ON postings (employer_id, created_at DESC, id DESC);

-- Forms that are being filled in before there is an account.
CREATE TABLE posting_drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash BLOB NOT NULL UNIQUE,
    fields TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    company TEXT NOT NULL,
    confirm_hash BLOB UNIQUE,
    confirm_until INTEGER
);
CREATE INDEX posting_drafts_modified ON posting_drafts (modified_at);
