using NewsSite.Jobs.Applications;
using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Jobs.Postings;

/// <summary>A job that an employer offers.</summary>
public sealed class Posting : ILogged
{
    private readonly List<PostingPlace> _places = [];

    public string Kind => "posting";

    public long Id { get; private set; }
    public long EmployerId { get; private set; }
    public required Employer Employer { get; init; }
    public long? CategoryId { get; private set; }
    public Category? Category { get; set; }

    /// <summary>The language of the advert.</summary>
    public required string Language { get; set; }
    public required string Title { get; set; }
    public required string Slug { get; set; }
    public BlockDocument Description { get; set; } = BlockDocument.Empty;

    public Contract? Contract { get; set; }
    public Hours? Hours { get; set; }
    public Workplace Workplace { get; set; }

    /// <summary>ISO 3166 codes separated by spaces: where someone may live who works fully remote.</summary>
    public string Countries { get; set; } = "";

    /// <summary>Codes of the languages asked for, separated by spaces.</summary>
    public string LanguagesAsked { get; set; } = "";

    public long? SalaryMin { get; private set; }
    public long? SalaryMax { get; private set; }
    public string SalaryCurrency { get; private set; } = "";
    public PayPeriod? SalaryPeriod { get; private set; }

    /// <summary>Applications are taken on the job's own page; the two that follow then do not count.</summary>
    public bool TakesApplications { get; set; }

    /// <summary>What is asked of applicants on the job's own page; null: <see cref="ApplyForm.Plain"/>.</summary>
    public ApplyForm? ApplyForm { get; set; }

    /// <summary>One of the two, or neither: then applicants turn to the employer's site.</summary>
    public string ApplyMail { get; set; } = "";
    public string ApplyUrl { get; set; } = "";

    /// <summary>Whom applicants may ask, in a line; for readers.</summary>
    public string Contact { get; set; } = "";

    /// <summary>The employer's own number for it.</summary>
    public string Reference { get; set; } = "";
    public DateOnly? StartsOn { get; set; }

    public PostingState State { get; private set; } = PostingState.Draft;
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who handed it in, as Accounts numbers them; null: it came from an import. Mails about it go there.</summary>
    public long? HandedInBy { get; private set; }

    /// <summary>Since when the desk should look at it; null: there is nothing to look at.</summary>
    public DateTimeOffset? QueuedAt { get; private set; }

    /// <summary>What looks like spam about it, a line each; see <see cref="Spam.FoundSign"/>.</summary>
    public string Signs { get; set; } = "";

    /// <summary>Readers see it from then on, if the desk has agreed; null: as soon as it has.</summary>
    public DateTimeOffset? PublishesAt { get; set; }

    /// <summary>Why it was closed before its last day.</summary>
    public CloseReason? CloseReason { get; set; }

    /// <summary>What the desk said when it last sent it back or rejected it.</summary>
    public string Decision { get; private set; } = "";
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>From then on it is an ended job; null: open until it is closed.</summary>
    public DateTimeOffset? ClosesAt { get; set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>It is a Top job until then.</summary>
    public DateTimeOffset? TopUntil { get; set; }
    public DateTimeOffset ModifiedAt { get; private set; }

    /// <summary>Counts changes, so that nobody overwrites a newer one silently.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<PostingPlace> Places => _places;

    public Salary? Salary
    {
        get => SalaryPeriod is { } period ? new Salary(SalaryMin, SalaryMax, SalaryCurrency, period) : null;
        set => (SalaryMin, SalaryMax, SalaryCurrency, SalaryPeriod) = (value?.Min, value?.Max, value?.Currency ?? "", value?.Period);
    }

    public void Locate(IReadOnlyList<PostingPlace> places)
    {
        _places.Clear();
        _places.AddRange(places);
    }

    public ApplyWay ApplyWay => TakesApplications ? ApplyWay.OnSite : ApplyUrl.Length == 0 && ApplyMail.Length > 0 ? ApplyWay.Mail : ApplyWay.Address;

    /// <summary>The employer hands it in: the desk looks next.</summary>
    public void HandIn(long by, DateTimeOffset at)
    {
        if (State is not (PostingState.Draft or PostingState.ChangesAsked or PostingState.Rejected))
            throw new InvalidOperationException($"A posting that is {State} cannot be handed in");
        (HandedInBy, QueuedAt) = (by, at);
        State = PostingState.Submitted;
        Touch(at);
    }

    /// <summary>The desk sends it back, or will not have it.</summary>
    /// <param name="state">Changes asked, or rejected.</param>
    public void Refuse(PostingState state, string reason, DateTimeOffset at)
    {
        if (State is not PostingState.Submitted || state is not (PostingState.ChangesAsked or PostingState.Rejected))
            throw new InvalidOperationException($"A posting that is {State} cannot become {state}");
        (State, Decision, QueuedAt) = (state, reason, null);
        Touch(at);
    }

    /// <summary>Another text of it waits for the desk; readers go on seeing this one.</summary>
    public void Queue(long by, DateTimeOffset at)
    {
        HandedInBy = by;
        QueuedAt ??= at;
        Touch(at);
    }

    /// <summary>Nothing waits for the desk any more.</summary>
    /// <param name="decision">What the desk says about it.</param>
    public void Unqueue(DateTimeOffset at, string decision = "")
    {
        (QueuedAt, Decision) = (null, decision);
        Touch(at);
    }

    /// <summary>The desk has let it through; its time is still to come, or its payment.</summary>
    public void Approve(DateTimeOffset at)
    {
        State = PostingState.Approved;
        Unqueue(at);
    }

    /// <summary>The employer has changed what was let through: the desk has not seen that.</summary>
    public void Recall(DateTimeOffset at)
    {
        State = PostingState.Draft;
        Touch(at);
    }

    public void Publish(DateTimeOffset at)
    {
        (QueuedAt, Decision) = (null, "");
        PublishedAt ??= at;
        State = PostingState.Published;
        ClosedAt = null;
        Touch(at);
    }

    /// <summary>Puts the publication at another time, as the site did that the posting comes from.</summary>
    public void Redate(DateTimeOffset publishedAt) => PublishedAt = publishedAt;

    public void Close(DateTimeOffset at)
    {
        State = PostingState.Closed;
        ClosedAt = at;
        Touch(at);
    }

    /// <summary>The desk takes it away from readers after a report; the employer sees why.</summary>
    public void TakeDown(string reason, DateTimeOffset at)
    {
        (State, Decision, QueuedAt, ClosedAt) = (PostingState.Rejected, reason, null, at);
        Touch(at);
    }

    public void Hold(PostingState state, DateTimeOffset at)
    {
        if (state is PostingState.Published or PostingState.Closed)
            throw new ArgumentOutOfRangeException(nameof(state), state, "Publish or close it instead");
        State = state;
        QueuedAt = state == PostingState.Submitted ? QueuedAt ?? at : null;
        Touch(at);
    }

    public void Touch(DateTimeOffset at)
    {
        ModifiedAt = at;
        Version++;
    }
}

/// <summary>A place where the work is done, as the employer writes it.</summary>
public sealed class PostingPlace
{
    public long Id { get; private set; }
    public long PostingId { get; private set; }
    public required string Town { get; init; }
    public string PostalCode { get; init; } = "";

    /// <summary>ISO 3166.</summary>
    public string Country { get; init; } = "BE";
}
