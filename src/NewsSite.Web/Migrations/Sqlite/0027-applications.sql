ALTER TABLE outbox ADD COLUMN reply_to TEXT NOT NULL DEFAULT '';

-- How a job is applied for on this site.
ALTER TABLE postings ADD COLUMN apply_form TEXT;

CREATE TABLE applications (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    posting_id INTEGER NOT NULL REFERENCES postings (id),
    employer_id INTEGER NOT NULL REFERENCES employers (id),
    number TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    phone TEXT NOT NULL,
    letter TEXT NOT NULL,
    answers TEXT NOT NULL,
    cv_file TEXT NOT NULL,
    cv_name TEXT NOT NULL,
    cv_type TEXT,
    cv_bytes INTEGER NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    withdrawn_at INTEGER,
    contact_at INTEGER NOT NULL,
    erasure_told_at INTEGER,
    repeated_at INTEGER,
    version INTEGER NOT NULL
);
-- Once per job and address; who has withdrawn may apply again.
CREATE UNIQUE INDEX applications_once ON applications (posting_id, email_key) WHERE withdrawn_at IS NULL;
-- The inbox: of a company, of one of its jobs, in one state.
CREATE INDEX applications_of_employer ON applications (employer_id, received_at DESC, id DESC);
CREATE INDEX applications_in_state ON applications (employer_id, state, received_at DESC, id DESC);
CREATE INDEX applications_of_posting ON applications (posting_id, received_at DESC, id DESC);
CREATE INDEX applications_contact ON applications (contact_at) WHERE erasure_told_at IS NULL;
CREATE INDEX applications_told ON applications (erasure_told_at) WHERE erasure_told_at IS NOT NULL;
CREATE INDEX applications_cv ON applications (cv_file);

-- What happened with an application: notes, replies, moves.
CREATE TABLE application_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    subject TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX application_entries_of ON application_entries (application_id, id);

-- What readers report about jobs, and what the desk decided.
CREATE TABLE job_reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    posting_id INTEGER NOT NULL REFERENCES postings (id),
    reason TEXT NOT NULL,
    text TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    reported_at INTEGER NOT NULL,
    decision TEXT,
    statement TEXT NOT NULL,
    decided_by_name TEXT NOT NULL,
    decided_at INTEGER
);
CREATE INDEX job_reports_waiting ON job_reports (reported_at, id) WHERE decision IS NULL;
CREATE INDEX job_reports_decided ON job_reports (reported_at DESC, id DESC) WHERE decision IS NOT NULL;
