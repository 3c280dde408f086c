-- The paper's logo, one of the library's pictures.
ALTER TABLE paper_profile ADD COLUMN logo_id BIGINT REFERENCES media (id);
