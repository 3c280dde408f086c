using NewsSite.Newsroom.Articles;

namespace NewsSite.Newsroom.WorkingCopies;

/// <summary>A step of an article from one stage of the work to another.</summary>
internal sealed record StageMove
{
    /// <summary>The stages from which it may be taken.</summary>
    public IReadOnlyList<WorkStage> From { get; init; } = [WorkStage.Draft, WorkStage.InReview, WorkStage.Ready];
    public required WorkStage To { get; init; }
    public required Editor By { get; init; }

    /// <summary>A word to whoever works on it next.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whoever gets it next cannot read what has none.</summary>
    public bool NeedsHeadline { get; init; }

    /// <summary>What else is saved with the step, such as a mail.</summary>
    public Action Done { get; init; } = () => { };
}
