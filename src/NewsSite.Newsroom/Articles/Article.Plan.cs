using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.WorkingCopies;

namespace NewsSite.Newsroom.Articles;

/// <summary>When readers see the article and when not any more; what was corrected in it; whether it lies in the bin.</summary>
public sealed partial class Article
{
    /// <summary>When the working copy, as it stands then, is shown to readers; never before the embargo ends. Null: not planned.</summary>
    public DateTimeOffset? ScheduledFor { get; private set; }

    /// <summary>How that is told to readers who have the article already.</summary>
    public Publication ScheduledAs { get; private set; }
    public long ScheduledById { get; private set; }
    public string ScheduledByName { get; private set; } = "";

    /// <summary>Why the last plan was not carried out; empty: there was none, or it was.</summary>
    public PublishingProblem? PlanProblem { get; private set; }

    /// <summary>Before this instant no reader sees anything of it, whoever presses what.</summary>
    public DateTimeOffset? EmbargoUntil { get; private set; }

    /// <summary>When it is taken from readers.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>Once it is taken from readers: the path on this site that its address leads to; empty: 410.</summary>
    public string MovedTo { get; private set; } = "";

    public DateTimeOffset? BinnedAt { get; private set; }
    public string BinnedByName { get; private set; } = "";

    /// <summary>In the order in which they were made; those taken back too.</summary>
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];

    public bool IsUnderEmbargo(DateTimeOffset now) => EmbargoUntil > now;

    public void Schedule(DateTimeOffset at) => Schedule(at, Publication.Update, Editor.Paper);

    /// <summary>Plans the publication; an article that readers know stays as they know it until then.</summary>
    public void Schedule(DateTimeOffset at, Publication publication, Editor by)
    {
        if (State is not (ArticleState.Published or ArticleState.Unpublished))
            State = ArticleState.Scheduled;
        ScheduledFor = EmbargoUntil > at ? EmbargoUntil : at;
        (ScheduledAs, ScheduledById, ScheduledByName) = (publication, by.UserId, by.Name);
        PlanProblem = null;
        Version++;
    }

    /// <summary>Drops the planned publication.</summary>
    /// <param name="why">Null: somebody wanted it so.</param>
    public void Unschedule(PublishingProblem? why = null)
    {
        if (State == ArticleState.Scheduled)
            State = ArticleState.Draft;
        ScheduledFor = null;
        PlanProblem = why;
        Version++;
    }

    /// <summary>Sets or lifts the embargo. A publication that waited for its end goes along with it; none is before it.</summary>
    public void PlaceUnderEmbargo(DateTimeOffset? until)
    {
        if (until is not null && ScheduledFor is not null && (ScheduledFor == EmbargoUntil || ScheduledFor < until))
            ScheduledFor = until;
        EmbargoUntil = until;
        Version++;
    }

    public void EndAt(DateTimeOffset? at, string movedTo)
    {
        (EndsAt, MovedTo) = (at, movedTo);
        Version++;
    }

    /// <summary>Takes the article from readers.</summary>
    public void Unpublish(string movedTo, DateTimeOffset at)
    {
        State = ArticleState.Unpublished;
        (ScheduledFor, EndsAt, MovedTo) = (null, null, movedTo);
        Touch(at);
        DateListings();
    }

    public void PutIntoBin(Editor by, DateTimeOffset at)
    {
        State = ArticleState.Binned;
        (BinnedAt, BinnedByName) = (at, by.Name);
        (ScheduledFor, EndsAt) = (null, null);
        Touch(at);
        DateListings();
    }

    /// <summary>Back to the desk, not to readers: they see it again when somebody publishes it.</summary>
    public void TakeOutOfBin(DateTimeOffset at)
    {
        State = PublishedAt is null ? ArticleState.Draft : ArticleState.Unpublished;
        (BinnedAt, BinnedByName) = (null, "");
        Touch(at);
    }

    /// <summary>Tells readers what was wrong.</summary>
    public void Correct(string text, Editor by, DateTimeOffset at)
    {
        Corrections = [.. Corrections, new Correction { Text = text, At = at, Number = PublishedNumber ?? 0, ByName = by.Name }];
        Touch(at);
    }

    /// <summary>Takes a correction from readers; the newsroom keeps it.</summary>
    public void TakeBack(Correction correction, DateTimeOffset at)
    {
        Corrections = [.. Corrections.Select(known => known == correction ? known with { TakenBackAt = at } : known)];
        Touch(at);
    }

    /// <summary>It was published: nothing of the plan is left but an end that is still to come.</summary>
    private void Carried(DateTimeOffset at)
    {
        if (State == ArticleState.Published && EndsAt <= at)
            EndsAt = null;
        (ScheduledFor, PlanProblem) = (null, null);
        (BinnedAt, BinnedByName) = (null, "");
    }
}
