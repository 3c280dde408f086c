-- Files that readers save: what an import brings beside pictures.
CREATE TABLE downloads (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    file TEXT NOT NULL,
    size INTEGER NOT NULL,
    source_url TEXT NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE INDEX downloads_file ON downloads (file);
