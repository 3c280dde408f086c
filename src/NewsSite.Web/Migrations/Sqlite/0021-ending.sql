-- With the state in front: otherwise the articles of the state are looked through, every other second.
DROP INDEX articles_ending;
CREATE INDEX articles_ending ON articles (state, ends_at) WHERE ends_at IS NOT NULL;
