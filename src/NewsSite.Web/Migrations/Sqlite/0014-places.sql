-- Where places lie: one row for each postal code of a place. The program brings a table for Belgium; imports add others.
CREATE TABLE places (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    country TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    name TEXT NOT NULL,
    names TEXT NOT NULL,
    municipality TEXT NOT NULL,
    inhabitants INTEGER NOT NULL,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    UNIQUE (postal_code, country, name)
);
