-- The site's own key, from which keys for signed links are derived; one row.
CREATE TABLE site_key (
    id BIGINT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
