-- What employers can buy for a posting; the desk sets words, prices and terms. Amounts are cents of a euro, rates hundredths of a per cent.
CREATE TABLE packages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    position INTEGER NOT NULL,
    top_days INTEGER NOT NULL,
    net INTEGER NOT NULL,
    vat_rate INTEGER NOT NULL,
    is_paid_first INTEGER NOT NULL,
    is_offered INTEGER NOT NULL,
    version INTEGER NOT NULL
);
INSERT INTO packages (code, name, text, position, top_days, net, vat_rate, is_paid_first, is_offered, version) VALUES
    ('free', '{"en": "Free", "fr": "Gratuit", "nl": "Gratis"}', '{"en": "On the jobs page, in the search and in the job alerts.", "fr": "Sur la page des emplois, dans la recherche et dans les alertes emploi.", "nl": "Op de vacaturepagina, in de zoekresultaten en in de jobmails."}', 1, 0, 0, 2100, 0, 1, 1),
    ('standard', '{"en": "Standard", "fr": "Standard", "nl": "Standaard"}', '{"en": "The same, and our desk looks it over with you.", "fr": "La même chose, et notre équipe la relit avec vous.", "nl": "Hetzelfde, en onze redactie leest het met u na."}', 2, 0, 9500, 2100, 0, 1, 1),
    ('top-7', '{"en": "Top job, 7 days", "fr": "Top job, 7 jours", "nl": "Topjob, 7 dagen"}', '{"en": "In the Top jobs block beside every article for 7 days.", "fr": "7 jours dans le bloc Top jobs à côté de chaque article.", "nl": "7 dagen lang in het blok Topjobs naast elk artikel."}', 3, 7, 19500, 2100, 1, 1, 1),
    ('top-14', '{"en": "Top job, 14 days", "fr": "Top job, 14 jours", "nl": "Topjob, 14 dagen"}', '{"en": "In the Top jobs block beside every article for 14 days.", "fr": "14 jours dans le bloc Top jobs à côté de chaque article.", "nl": "14 dagen lang in het blok Topjobs naast elk artikel."}', 4, 14, 29500, 2100, 1, 1, 1),
    ('top-30', '{"en": "Top job, 30 days", "fr": "Top job, 30 jours", "nl": "Topjob, 30 dagen"}', '{"en": "In the Top jobs block beside every article for 30 days.", "fr": "30 jours dans le bloc Top jobs à côté de chaque article.", "nl": "30 dagen lang in het blok Topjobs naast elk artikel."}', 5, 30, 49500, 2100, 1, 1, 1);

-- To which account it is paid; one row. Without an account nothing that costs something is sold.
CREATE TABLE payment_terms (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    holder TEXT NOT NULL,
    iban TEXT NOT NULL,
    bic TEXT NOT NULL,
    days_to_pay INTEGER NOT NULL,
    version INTEGER NOT NULL
);
INSERT INTO payment_terms (holder, iban, bic, days_to_pay, version) VALUES ('', '', '', 14, 1);

CREATE TABLE orders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reference TEXT NOT NULL,
    employer_id INTEGER NOT NULL REFERENCES employers (id),
    posting_id INTEGER NOT NULL REFERENCES postings (id),
    package_id INTEGER NOT NULL REFERENCES packages (id),
    name TEXT NOT NULL,
    top_days INTEGER NOT NULL,
    net INTEGER NOT NULL,
    vat_rate INTEGER NOT NULL,
    vat INTEGER NOT NULL,
    total INTEGER NOT NULL,
    is_paid_first INTEGER NOT NULL,
    is_for_publication INTEGER NOT NULL,
    received INTEGER NOT NULL,
    state TEXT NOT NULL,
    buyer_id INTEGER,
    buyer_name TEXT NOT NULL,
    buyer_mail TEXT NOT NULL,
    language TEXT NOT NULL,
    placed_at INTEGER NOT NULL,
    placed_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    paid_on TEXT,
    started_at INTEGER,
    top_until INTEGER,
    cancelled_at INTEGER,
    cancel_reason TEXT NOT NULL,
    version INTEGER NOT NULL
);
-- An order gets its reference a moment after its id.
CREATE UNIQUE INDEX orders_reference ON orders (reference) WHERE reference <> '';
CREATE INDEX orders_of_posting ON orders (posting_id, id DESC);
CREATE INDEX orders_of_employer ON orders (employer_id, id DESC);
CREATE INDEX orders_in_state ON orders (state, id DESC);
CREATE INDEX orders_due ON orders (due_on, id) WHERE state = 'Open';
CREATE INDEX orders_placed ON orders (placed_on, package_id, state, net, total);
CREATE INDEX orders_paid ON orders (paid_on, package_id, net, vat, total) WHERE paid_on IS NOT NULL;

CREATE TABLE payments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id INTEGER NOT NULL REFERENCES orders (id),
    amount INTEGER NOT NULL,
    received_on TEXT NOT NULL,
    entered_at INTEGER NOT NULL,
    entered_by TEXT NOT NULL
);
CREATE INDEX payments_of_order ON payments (order_id);

-- Which mails about a posting were written: each once, whatever is killed in between. A renewed posting closes at another time and is told anew.
CREATE TABLE posting_notices (
    posting_id INTEGER NOT NULL REFERENCES postings (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    about INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (posting_id, subject, about)
) WITHOUT ROWID;

-- What readers saw and did, counted by day. Nobody's identity stands here, nor can it be joined to any.
CREATE TABLE figures (
    kind TEXT NOT NULL,
    thing_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    act TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (kind, thing_id, day, act)
) WITHOUT ROWID;

-- Whoever looks for words of a job or a company looks through these alone.
CREATE INDEX postings_by_title ON postings (id DESC, title, employer_id);
CREATE INDEX employers_by_name ON employers (id DESC, name);
CREATE INDEX orders_by_buyer ON orders (id DESC, buyer_name, buyer_mail, reference);
CREATE INDEX postings_closed ON postings (closed_at) WHERE state = 'Closed';
