-- The media library: what the desk says about a picture beside its words, and what it is found by.
ALTER TABLE media ADD COLUMN rights TEXT NOT NULL DEFAULT '';
ALTER TABLE media ADD COLUMN rights_end TEXT;
ALTER TABLE media ADD COLUMN focus_x INTEGER NOT NULL DEFAULT 50;
ALTER TABLE media ADD COLUMN focus_y INTEGER NOT NULL DEFAULT 50;
ALTER TABLE media ADD COLUMN former_files TEXT NOT NULL DEFAULT '[]';
ALTER TABLE media ADD COLUMN lacks_sizes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE media ADD COLUMN has_file INTEGER NOT NULL DEFAULT 0;
ALTER TABLE media ADD COLUMN lacks_alt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE media ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE media ADD COLUMN deleted_at INTEGER;
ALTER TABLE media ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

-- For pictures that are there already; the program makes the words better with each picture's next change.
UPDATE media SET
    has_file = renditions <> '[]',
    lacks_alt = NOT EXISTS (SELECT 1 FROM json_each(media.alt) WHERE trim(value) <> ''),
    lacks_sizes = source_url <> '' AND renditions <> '[]' AND renditions NOT LIKE '%.gif"%',
    words = substr(' ' || lower(replace(replace(file_name, '-', ' '), '.', ' ') || ' ' || credit
        || coalesce((SELECT group_concat(' ' || value, '') FROM json_each(media.alt)), '')
        || coalesce((SELECT group_concat(' ' || value, '') FROM json_each(media.caption)), '')), 1, 600);

-- The list, its filters and its search are read from this index alone.
CREATE INDEX media_library ON media (created_at DESC, id DESC, has_file, lacks_alt, rights_end, words) WHERE deleted_at IS NULL;
CREATE INDEX media_lacking_sizes ON media (id) WHERE lacks_sizes AND deleted_at IS NULL;

-- What texts show, kept beside them: where a picture is used is not looked for in bodies.
CREATE TABLE article_version_pictures (
    article_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    media_id INTEGER NOT NULL,
    is_hero INTEGER NOT NULL,
    is_in_body INTEGER NOT NULL,
    PRIMARY KEY (article_id, number, media_id),
    FOREIGN KEY (article_id, number) REFERENCES article_versions (article_id, number) ON DELETE CASCADE
);
CREATE INDEX article_version_pictures_media ON article_version_pictures (media_id);

CREATE TABLE working_copy_pictures (
    article_id INTEGER NOT NULL REFERENCES working_copies (article_id) ON DELETE CASCADE,
    media_id INTEGER NOT NULL,
    is_hero INTEGER NOT NULL,
    is_in_body INTEGER NOT NULL,
    PRIMARY KEY (article_id, media_id)
);
CREATE INDEX working_copy_pictures_media ON working_copy_pictures (media_id);

CREATE TABLE static_page_pictures (
    page_id INTEGER NOT NULL REFERENCES static_pages (id) ON DELETE CASCADE,
    media_id INTEGER NOT NULL,
    is_hero INTEGER NOT NULL,
    is_in_body INTEGER NOT NULL,
    PRIMARY KEY (page_id, media_id)
);
CREATE INDEX static_page_pictures_media ON static_page_pictures (media_id);

INSERT INTO article_version_pictures
    SELECT article_id, number, media_id, max(is_hero), max(is_in_body) FROM (
        SELECT article_id, number, hero_id AS media_id, 1 AS is_hero, 0 AS is_in_body FROM article_versions WHERE hero_id IS NOT NULL
        UNION ALL SELECT v.article_id, v.number, t.value, 0, 1 FROM article_versions v, json_tree(v.body) t WHERE t.key = 'media' AND t.type = 'integer')
    GROUP BY article_id, number, media_id;
INSERT INTO working_copy_pictures
    SELECT article_id, media_id, max(is_hero), max(is_in_body) FROM (
        SELECT article_id, hero_id AS media_id, 1 AS is_hero, 0 AS is_in_body FROM working_copies WHERE hero_id IS NOT NULL
        UNION ALL SELECT c.article_id, t.value, 0, 1 FROM working_copies c, json_tree(c.body) t WHERE t.key = 'media' AND t.type = 'integer')
    GROUP BY article_id, media_id;
INSERT INTO static_page_pictures
    SELECT DISTINCT p.id, t.value, 0, 1 FROM static_pages p, json_tree(p.body) t WHERE t.key = 'media' AND t.type = 'integer';
