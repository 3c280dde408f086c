namespace NewsSite.Newsroom.Publishing;

/// <summary>Why something was not done; the page has words for each. Stored by name where a plan failed.</summary>
public enum PublishingProblem
{
    NoArticle,

    /// <summary>Somebody changed the article or its text since the page was opened.</summary>
    ChangedMeanwhile,
    InBin,
    NotInBin,
    NoTitle,
    NoSection,

    /// <summary>Neither is there anything written, nor a version to show.</summary>
    NothingWritten,

    /// <summary>The time is not in the future.</summary>
    TimePassed,

    /// <summary>It would be taken from readers before they see it.</summary>
    EndsBeforeStart,

    /// <summary>The program was stopped from before its publication until after its end.</summary>
    MissedWholly,

    /// <summary>Readers have it, so an embargo comes too late.</summary>
    AlreadyPublic,
    NotPublic,

    /// <summary>The address is not a path on this site that readers can open.</summary>
    NotOurAddress,

    /// <summary>The address is the article's own.</summary>
    OwnAddress,

    /// <summary>The address is that of an article that readers do not see.</summary>
    TargetNotPublic,
    EmptyCorrection,
    NoSuchTag,
}
