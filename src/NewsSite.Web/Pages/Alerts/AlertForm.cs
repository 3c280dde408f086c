using NewsSite.Alerts.Subscriptions;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Languages;
using NewsSite.Search.Queries;
using NewsSite.Web.Pages.Search;

namespace NewsSite.Web.Pages.Alerts;

/// <summary>The short form with which an alert is asked for, on the pages of what it is about.</summary>
/// <param name="Action">Where it is sent: the search is the address's query.</param>
/// <param name="ForJobs">It says jobs instead of results.</param>
public sealed record AlertForm(string Action, bool ForJobs)
{
    public string Email { get; init; } = "";
    public Frequency Frequency { get; init; } = Frequency.Daily;
    public string Error { get; init; } = "";

    /// <summary>The page is about nothing else, so the form has no frame and no heading.</summary>
    public bool IsWhole { get; init; }

    /// <summary>A letter instead of a search.</summary>
    public SubscriptionKind? Letter { get; init; }

    /// <summary>The version of the wording beside the button; counts up when its meaning changes.</summary>
    public const int WordingVersion = 1;

    /// <summary>The form for a search as it stands.</summary>
    public static AlertForm Of(SearchQuery search, Language language) => new(search.At(Addresses.NewAlert(language)), search.OnlyKind() == ThingKinds.Job);

    /// <summary>Jobs like this one: of its category, around its town.</summary>
    public static AlertForm OfJobsLike(Posting posting, Language language) => Of(
        new SearchQuery
        {
            Filters = [.. posting.Category is { } category ? [new FacetFilter("category", [category.Slug])] : Array.Empty<FacetFilter>(), new FacetFilter(ThingKinds.Facet, [ThingKinds.Job])],
            Near = posting.Workplace != Workplace.Remote && posting.Places is [{ Town.Length: > 0 } place, ..] ? new Near(place.Town, SearchQuery.DefaultKilometres) : null,
        },
        language);

    /// <summary>Everything that carries one value of a facet.</summary>
    public static AlertForm Of(string kind, string facet, string value, Language language) => Of(new SearchQuery().With(ThingKinds.Facet, kind).With(facet, value), language);
}
