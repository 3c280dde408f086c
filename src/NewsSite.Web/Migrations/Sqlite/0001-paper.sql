-- The change log: what changed, in the order of commits. Followers poll it by id.
CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    entity_id INTEGER NOT NULL,
    at INTEGER NOT NULL
);

CREATE TABLE sections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    parent_id INTEGER REFERENCES sections (id),
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    colour TEXT NOT NULL,
    position INTEGER NOT NULL,
    job_categories TEXT NOT NULL
);
CREATE INDEX sections_parent ON sections (parent_id);

CREATE TABLE media (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_name TEXT NOT NULL,
    alt TEXT NOT NULL,
    caption TEXT NOT NULL,
    credit TEXT NOT NULL,
    renditions TEXT NOT NULL,
    source_url TEXT NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE authors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    biography TEXT NOT NULL,
    portrait_id INTEGER REFERENCES media (id)
);
CREATE INDEX authors_portrait ON authors (portrait_id);

CREATE TABLE tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    language TEXT NOT NULL,
    section_id INTEGER NOT NULL REFERENCES sections (id),
    slug TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    standfirst TEXT NOT NULL,
    hero_id INTEGER REFERENCES media (id),
    words INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    published_at INTEGER,
    updated_at INTEGER,
    modified_at INTEGER NOT NULL,
    scheduled_for INTEGER,
    is_pinned INTEGER NOT NULL,
    published_number INTEGER,
    translation_group INTEGER,
    version INTEGER NOT NULL
);
-- Readers' lists, newest first; partial, so that what the newsroom alone sees costs them nothing.
CREATE INDEX articles_latest ON articles (language, published_at DESC, id DESC) WHERE state = 'Published';
CREATE INDEX articles_in_section ON articles (section_id, language, published_at DESC, id DESC) WHERE state = 'Published';
CREATE INDEX articles_published ON articles (published_at DESC) WHERE state = 'Published';
CREATE INDEX articles_pinned ON articles (language, published_at DESC, id DESC) WHERE state = 'Published' AND is_pinned;
CREATE INDEX articles_translations ON articles (translation_group) WHERE translation_group IS NOT NULL;
CREATE INDEX articles_hero ON articles (hero_id);

CREATE TABLE article_versions (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    standfirst TEXT NOT NULL,
    body TEXT NOT NULL,
    hero_id INTEGER REFERENCES media (id),
    hero_caption TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (article_id, number)
);
CREATE INDEX article_versions_hero ON article_versions (hero_id);

CREATE TABLE article_bylines (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    author_id INTEGER NOT NULL REFERENCES authors (id),
    position INTEGER NOT NULL,
    language TEXT NOT NULL,
    published_at INTEGER,
    PRIMARY KEY (article_id, author_id)
);
CREATE INDEX article_bylines_of_author ON article_bylines (author_id, language, published_at DESC, article_id DESC);

CREATE TABLE article_tags (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags (id),
    language TEXT NOT NULL,
    published_at INTEGER,
    PRIMARY KEY (article_id, tag_id)
);
CREATE INDEX article_tags_of_tag ON article_tags (tag_id, language, published_at DESC, article_id DESC);

CREATE TABLE static_pages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    is_published INTEGER NOT NULL,
    position INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    UNIQUE (slug, language)
);

CREATE TABLE redirects (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    from_path TEXT NOT NULL UNIQUE,
    to_kind TEXT NOT NULL,
    to_id INTEGER NOT NULL,
    to_path TEXT NOT NULL,
    created_at INTEGER NOT NULL
);

CREATE TABLE job_categories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
);

CREATE TABLE employers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    about TEXT NOT NULL,
    language TEXT NOT NULL,
    website TEXT NOT NULL,
    logo TEXT,
    created_at INTEGER NOT NULL
);

CREATE TABLE postings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    employer_id INTEGER NOT NULL REFERENCES employers (id),
    category_id INTEGER REFERENCES job_categories (id),
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    slug TEXT NOT NULL,
    description TEXT NOT NULL,
    contract TEXT,
    hours TEXT,
    workplace TEXT NOT NULL,
    countries TEXT NOT NULL,
    languages_asked TEXT NOT NULL,
    salary_min INTEGER,
    salary_max INTEGER,
    salary_currency TEXT NOT NULL,
    salary_period TEXT,
    apply_mail TEXT NOT NULL,
    apply_url TEXT NOT NULL,
    reference TEXT NOT NULL,
    starts_on TEXT,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    published_at INTEGER,
    closes_at INTEGER,
    closed_at INTEGER,
    top_until INTEGER,
    modified_at INTEGER NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX postings_latest ON postings (published_at DESC, id DESC) WHERE state = 'Published';
CREATE INDEX postings_in_category ON postings (category_id, published_at DESC, id DESC) WHERE state = 'Published';
CREATE INDEX postings_of_employer ON postings (employer_id, published_at DESC, id DESC);
CREATE INDEX postings_top ON postings (top_until) WHERE state = 'Published' AND top_until IS NOT NULL;
CREATE INDEX postings_open ON postings (state, closes_at) WHERE state = 'Published';
CREATE INDEX postings_ended ON postings (closes_at) WHERE published_at IS NOT NULL;
CREATE INDEX postings_changed ON postings (modified_at) WHERE published_at IS NOT NULL;

CREATE TABLE posting_places (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    posting_id INTEGER NOT NULL REFERENCES postings (id) ON DELETE CASCADE,
    town TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    country TEXT NOT NULL
);
CREATE INDEX posting_places_of_posting ON posting_places (posting_id);

-- What an import has brought, so that it can be run again: which thing here stands for which there, and in what state it was left.
CREATE TABLE imported_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    source_id TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target_id INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    target_version INTEGER NOT NULL,
    UNIQUE (source, kind, source_id)
);

-- The keys with which the site protects what it hands out; every node uses the same.
CREATE TABLE protection_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    xml TEXT NOT NULL
);
