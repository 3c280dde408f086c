-- A second text of a job that readers see, adverts to use again, and what looks like spam.
ALTER TABLE postings ADD COLUMN signs TEXT NOT NULL DEFAULT '';
ALTER TABLE postings ADD COLUMN publishes_at INTEGER;
ALTER TABLE postings ADD COLUMN close_reason TEXT;
CREATE INDEX postings_slug ON postings (slug, id);
CREATE INDEX postings_due ON postings (publishes_at) WHERE publishes_at IS NOT NULL AND state = 'Approved';

CREATE TABLE posting_revisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    posting_id INTEGER NOT NULL UNIQUE REFERENCES postings (id),
    content TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users (id),
    at INTEGER NOT NULL
);

CREATE TABLE posting_templates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    employer_id INTEGER NOT NULL REFERENCES employers (id),
    name TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX posting_templates_of ON posting_templates (employer_id, name);

-- What companies say of themselves.
ALTER TABLE employers ADD COLUMN vat_number TEXT NOT NULL DEFAULT '';
ALTER TABLE employers ADD COLUMN places TEXT NOT NULL DEFAULT '';
ALTER TABLE employers ADD COLUMN links TEXT NOT NULL DEFAULT '';
ALTER TABLE employers ADD COLUMN mail_domain TEXT NOT NULL DEFAULT '';
CREATE INDEX employers_mail_domain ON employers (mail_domain) WHERE mail_domain <> '';

-- Who may join: invited by mail, or asking by an address of the company.
CREATE TABLE employer_invitations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    employer_id INTEGER NOT NULL REFERENCES employers (id),
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    invited_by INTEGER NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE INDEX employer_invitations_of ON employer_invitations (employer_id, id);

CREATE TABLE employer_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    employer_id INTEGER NOT NULL REFERENCES employers (id),
    user_id INTEGER NOT NULL REFERENCES users (id),
    at INTEGER NOT NULL
);
CREATE UNIQUE INDEX employer_requests_once ON employer_requests (employer_id, user_id);
CREATE INDEX employer_requests_user ON employer_requests (user_id);

-- Links that sign in without a password.
CREATE TABLE sign_in_links (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users (id),
    token_hash BLOB NOT NULL UNIQUE,
    onward TEXT NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE INDEX sign_in_links_user ON sign_in_links (user_id);
