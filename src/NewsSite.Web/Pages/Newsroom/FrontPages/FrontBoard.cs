using NewsSite.Newsroom.FrontPage;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Newsroom.FrontPages;

/// <summary>The front page as the chief editor arranges it: cards in places, and a pool of cards to take from.</summary>
public sealed record FrontBoard
{
    public required Language Edition { get; init; }
    public required FrontDraft Draft { get; init; }
    public required SectionTree Sections { get; init; }
    public required IReadOnlyList<BoardCard> Pool { get; init; }
    public required IReadOnlyList<BoardSlot> Slots { get; init; }

    /// <summary>What is to come, then what was shown, the last first.</summary>
    public required IReadOnlyList<FrontArrangement> Arrangements { get; init; }

    /// <summary>The one that readers see; null: the page fills by itself.</summary>
    public required long? ShownId { get; init; }

    public IEnumerable<BoardCard> Placed => Slots.SelectMany(slot => slot.Cards);
}

/// <summary>A place of the board.</summary>
/// <param name="Key">As <see cref="FrontPlaces"/> names it.</param>
/// <param name="Section">Whose block it is; null: the top of the page.</param>
public sealed record BoardSlot(string Key, int Size, Section? Section, IReadOnlyList<BoardCard> Cards);

/// <summary>An article on the board.</summary>
public sealed record BoardCard
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required long SectionId { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>It will be published then; until then readers do not see it here.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>Its pin ends then.</summary>
    public DateTimeOffset? Until { get; init; }
}
