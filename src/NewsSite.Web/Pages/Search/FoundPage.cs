using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Search.Documents;
using NewsSite.Web.Pages.Alerts;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Search;

/// <summary>What a search shows.</summary>
public sealed record FoundPage
{
    public required Frame Frame { get; init; }

    /// <summary>The words as typed, cleaned.</summary>
    public required string Asked { get; init; }

    /// <summary>Only jobs show.</summary>
    public bool ForJobs { get; init; }
    public required int Total { get; init; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }
    public required IReadOnlyList<FoundThing> Things { get; init; }
    public IReadOnlyList<ChoiceLink> Kinds { get; init; } = [];
    public IReadOnlyList<ChoiceLink> Sorts { get; init; } = [];
    public IReadOnlyList<FilterGroup> Groups { get; init; } = [];
    public IReadOnlyList<FilterChip> Chips { get; init; } = [];
    public string WithoutFilters { get; init; } = "";
    public ChoiceLink? DidYouMean { get; init; }
    public IReadOnlyList<Loosening> Loosenings { get; init; } = [];
    public string? Previous { get; init; }
    public string? Next { get; init; }

    /// <summary>Asks for an alert on this search.</summary>
    public required AlertForm Alert { get; init; }

    /// <summary>A place was asked for that nobody knows: it narrows nothing.</summary>
    public bool NearIsUnknown { get; init; }

    /// <summary>The index does not hold everything yet.</summary>
    public bool IsCatchingUp { get; init; }
}

/// <summary>One of the things found: an article or a job.</summary>
public sealed record FoundThing(DocumentKey Key, Marked Title, Marked Passage)
{
    public ArticleCard? Article { get; init; }
    public JobCard? Job { get; init; }
    public double? Kilometres { get; init; }
}
