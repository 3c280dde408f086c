-- Mails that wait to leave, and what became of them. Every mail is written here in the transaction of its cause.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    to_address TEXT NOT NULL,
    to_name TEXT NOT NULL,
    from_address TEXT NOT NULL,
    from_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    language TEXT NOT NULL,
    headers TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    lease_owner TEXT,
    lease_until INTEGER,
    reply_code INTEGER,
    reply TEXT,
    sent_at INTEGER
);
-- What is due next, by stream; what a worker holds. Sent mails cost these nothing.
CREATE INDEX outbox_waiting ON outbox (stream, due_at, id) WHERE state = 'Waiting';
CREATE INDEX outbox_sending ON outbox (lease_until) WHERE state = 'Sending';
