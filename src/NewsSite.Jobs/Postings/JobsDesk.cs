using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>What may be done with postings. Changes are pending until the caller saves its write.</summary>
public sealed class JobsDesk(NewsDb db, PaperClock clock)
{
    /// <param name="publishedAt">The time shown; null: now. Counts at the first publication only.</param>
    public void Publish(Posting posting, DateTimeOffset? publishedAt = null)
    {
        posting.Publish(publishedAt is { } at ? Microseconds.Cut(at) : clock.Now);
        db.Note(posting);
    }

    public void Close(Posting posting)
    {
        posting.Close(clock.Now);
        db.Note(posting);
    }
}
