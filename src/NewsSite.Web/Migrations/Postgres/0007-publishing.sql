-- What is planned for an article, what was corrected in it, and the recycle bin.
ALTER TABLE articles ADD COLUMN scheduled_as TEXT NOT NULL DEFAULT 'Update';
ALTER TABLE articles ADD COLUMN scheduled_by_id BIGINT NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN scheduled_by_name TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN plan_problem TEXT;
ALTER TABLE articles ADD COLUMN embargo_until TIMESTAMPTZ;
ALTER TABLE articles ADD COLUMN ends_at TIMESTAMPTZ;
ALTER TABLE articles ADD COLUMN moved_to TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN binned_at TIMESTAMPTZ;
ALTER TABLE articles ADD COLUMN binned_by_name TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN corrections TEXT NOT NULL DEFAULT '[]';
-- Few of many have a plan: what is due is found without looking at the others.
CREATE INDEX articles_scheduled ON articles (scheduled_for) WHERE scheduled_for IS NOT NULL;
CREATE INDEX articles_ending ON articles (ends_at) WHERE ends_at IS NOT NULL;
CREATE INDEX articles_embargo ON articles (embargo_until) WHERE embargo_until IS NOT NULL;
CREATE INDEX articles_binned ON articles (binned_at DESC, id DESC) WHERE state = 'Binned';

-- Articles that readers knew and that are not even in the bin any more.
CREATE TABLE removed_articles (
    article_id BIGINT PRIMARY KEY,
    moved_to TEXT NOT NULL,
    removed_at TIMESTAMPTZ NOT NULL
);

-- Who runs a recurring task when: a task and its due time are there once, and a task has one unfinished run at most.
CREATE TABLE task_runs (
    task TEXT NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    lease_owner TEXT NOT NULL,
    lease_until TIMESTAMPTZ NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    outcome TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (task, due_at)
);
CREATE UNIQUE INDEX task_runs_unfinished ON task_runs (task) WHERE finished_at IS NULL;
