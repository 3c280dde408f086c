-- By state the planner took another index and sorted the whole bin; what has a time of binning lies in it.
DROP INDEX articles_binned;
CREATE INDEX articles_binned ON articles (binned_at DESC, id DESC) WHERE binned_at IS NOT NULL;
