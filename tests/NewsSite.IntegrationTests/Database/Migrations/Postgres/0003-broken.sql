CREATE TABLE half_made (name TEXT NOT NULL);
INSERT INTO half_made (no_such_column) VALUES ('x');
