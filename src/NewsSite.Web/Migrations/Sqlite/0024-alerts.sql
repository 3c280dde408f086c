-- People who have mails sent to them. They have no account; signed links in the mails are their way in.
CREATE TABLE subscribers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    one_mail INTEGER NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE TABLE subscriptions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subscriber_id INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
    about TEXT NOT NULL,
    state TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    frequency TEXT NOT NULL,
    hour INTEGER NOT NULL,
    weekdays INTEGER NOT NULL,
    paused_until TEXT,
    most_shown INTEGER NOT NULL,
    new_since INTEGER NOT NULL,
    next_at INTEGER,
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    stopped_at INTEGER
);
-- What is due, in order; only what something waits for stands in it.
CREATE INDEX subscriptions_due ON subscriptions (next_at, id) WHERE next_at IS NOT NULL;
CREATE INDEX subscriptions_subscriber ON subscriptions (subscriber_id);
CREATE INDEX subscriptions_about ON subscriptions (about, id) WHERE state = 'Active';
CREATE INDEX subscriptions_unconfirmed ON subscriptions (created_at) WHERE state = 'Unconfirmed';
-- The proof that somebody asked; it outlives the subscriber, and holds addresses as keyed hashes only.
CREATE TABLE consents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subscriber_id INTEGER REFERENCES subscribers (id) ON DELETE SET NULL,
    subscription_id INTEGER REFERENCES subscriptions (id) ON DELETE SET NULL,
    email_hash BLOB NOT NULL,
    asked_at INTEGER NOT NULL,
    page TEXT NOT NULL,
    wording TEXT NOT NULL,
    wording_version INTEGER NOT NULL,
    language TEXT NOT NULL,
    asker_hash BLOB NOT NULL,
    confirmed_at INTEGER,
    confirmer_hash BLOB
);
CREATE INDEX consents_email ON consents (email_hash, asked_at);
CREATE INDEX consents_subscriber ON consents (subscriber_id);
CREATE INDEX consents_subscription ON consents (subscription_id);
CREATE INDEX consents_unconfirmed ON consents (asked_at) WHERE confirmed_at IS NULL;
CREATE TABLE suppressions (
    email_hash BLOB NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
-- When readers could first find a thing, and how far the change log has been matched.
CREATE TABLE alert_items (
    kind TEXT NOT NULL,
    item_id INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (kind, item_id)
) WITHOUT ROWID;
CREATE TABLE alert_place (
    id INTEGER NOT NULL PRIMARY KEY,
    change_id INTEGER NOT NULL
);
-- A mailing and the sums of its ledger; one of a kind, day and language.
CREATE TABLE mailings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    thing_id INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    candidates INTEGER NOT NULL,
    written INTEGER NOT NULL,
    excluded INTEGER NOT NULL,
    unsubscribed INTEGER NOT NULL,
    UNIQUE (kind, day, language, thing_id)
);
-- The ledger: each candidate of each time once, and what became of it; written with the mail in one transaction.
CREATE TABLE mailing_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mailing_id INTEGER NOT NULL REFERENCES mailings (id),
    subscriber_id INTEGER REFERENCES subscribers (id) ON DELETE SET NULL,
    due_at INTEGER NOT NULL,
    part INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    at INTEGER NOT NULL,
    message_id TEXT UNIQUE,
    UNIQUE (mailing_id, subscriber_id, due_at, part)
);
CREATE INDEX mailing_entries_subscriber ON mailing_entries (subscriber_id);
-- An item is mailed to a subscription once, ever: that is its key.
CREATE TABLE subscription_matches (
    subscription_id INTEGER NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    item_id INTEGER NOT NULL,
    found_at INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    entry_id INTEGER REFERENCES mailing_entries (id),
    PRIMARY KEY (subscription_id, kind, item_id)
) WITHOUT ROWID;
CREATE INDEX subscription_matches_waiting ON subscription_matches (subscription_id) WHERE outcome = 'Waiting';
CREATE INDEX subscription_matches_entry ON subscription_matches (entry_id) WHERE entry_id IS NOT NULL;
-- Whoever asks to be forgotten is found by it.
CREATE INDEX outbox_recipient ON outbox (to_address);
