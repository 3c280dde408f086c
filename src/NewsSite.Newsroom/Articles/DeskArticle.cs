using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Articles;

/// <summary>What the newsroom's list shows of an article.</summary>
public sealed record DeskArticle
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required string Language { get; init; }
    public required long SectionId { get; init; }
    public required string Slug { get; init; }
    public required ArticleState State { get; init; }
    public required long OwnerId { get; init; }
    public required DateTimeOffset? PublishedAt { get; init; }
    public required DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>When it was last worked on.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Null: there is no working copy, nothing is written that readers have not seen.</summary>
    public required WorkStage? Stage { get; init; }

    /// <summary>As written; null where there is no working copy, and the published ones count.</summary>
    public IReadOnlyList<long>? AuthorIds { get; init; }

    /// <summary>Who has it open now.</summary>
    public IReadOnlyList<string> OpenBy { get; init; } = [];

    public ListKey Key => new(ChangedAt, Id);

    /// <summary>What the owner writes; from the hand-in on it is the editors', until they send it back.</summary>
    public bool IsOpenToOwner => State is ArticleState.Draft or ArticleState.InReview && Stage is null or WorkStage.Draft;
}

/// <summary>The parts of the newsroom's list.</summary>
public enum DeskPart
{
    All,
    Mine,
    Drafts,
    InReview,
    Ready,
    Scheduled,
    Published,
    Unpublished,
}

/// <summary>Which articles the newsroom asks for; what is null or empty asks nothing. All that is given must hold.</summary>
public sealed record DeskQuestion
{
    public DeskPart Part { get; init; }

    /// <summary>Words of the headline.</summary>
    public string Words { get; init; } = "";

    /// <summary>In any of these sections.</summary>
    public IReadOnlyList<long> Sections { get; init; } = [];
    public Language? Language { get; init; }

    /// <summary>Signed by this one, as readers see it or as it is being written.</summary>
    public long? Author { get; init; }

    /// <summary>With this tag, as readers see it or as it is being written.</summary>
    public long? Tag { get; init; }

    /// <summary>Last worked on then or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Last worked on before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only what this one started.</summary>
    public long? OwnerId { get; init; }
    public ListKey? Before { get; init; }

    /// <summary>What answers it may lie anywhere in the list.</summary>
    internal bool IsSearch => Words.Length > 0 || Author is not null || Tag is not null;
}
