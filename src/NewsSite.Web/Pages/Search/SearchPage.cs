using NewsSite.Search.Figures;
using NewsSite.Search.Queries;
using NewsSite.Web.Languages;

namespace NewsSite.Web.Pages.Search;

/// <summary>A page with a search's form: of the paper, or of the jobs.</summary>
public abstract class SearchPage : ReaderPage
{
    public static readonly IReadOnlyList<int> Radii = [0, 5, 10, 20, 50, 100];

    public SearchQuery Query { get; private set; } = new();

    /// <summary>Null: nothing is asked yet.</summary>
    public FoundPage? Found { get; protected set; }

    public abstract SearchList List { get; }

    public bool ForJobs => List.OnlyKind == ThingKinds.Job;

    public int Radius => Query.Near?.Kilometres ?? SearchQuery.DefaultKilometres;

    /// <summary>What the form carries along unseen.</summary>
    public IEnumerable<(string Name, string Value)> Kept
    {
        get
        {
            foreach (var kind in Query.ValuesOf(ThingKinds.Facet))
                yield return (ThingKinds.Facet, kind);
            foreach (var employer in Query.ValuesOf("employer"))
                yield return ("employer", employer);
            if (Query.Sort != Sort.Relevance)
                yield return ("sort", Query.Sort.ToString().ToLowerInvariant());
            if (Query.From is { } from)
                yield return ("from", Words.Machine(from));
            if (Query.To is { } to)
                yield return ("to", Words.Machine(to));
            if (!ForJobs && Query.WithEverywhere)
                yield return ("anywhere", "1");
            if (!ForJobs && Query.Near is { } near)
            {
                yield return ("near", near.Place);
                yield return ("km", near.Kilometres.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    protected void ReadQuery() =>
        Query = SearchQuery.Parse(Request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))), FilterGroups.AllFacets);

    /// <summary>A page of results is shared by its address, and is nothing for search engines.</summary>
    protected void SayWhatItIs()
    {
        Head.NoIndex = true;
        Head.Canonical = Query.At(List.Path);
        Head.AnnouncesAlternates = false;
        Head.Alternates = [.. Platform.Languages.Language.All.Select(language => new Alternate(language, Query.At(language.Prefix + Request.Path.Value)))];
    }

    /// <summary>Counts the question once: not its further pages, nor the same words with another filter.</summary>
    protected void Count(SearchCounter counter, FoundPage found)
    {
        if (Query.Words.Length == 0 || found.Page > 1 || found.IsCatchingUp || !HttpMethods.IsGet(Request.Method) || Request.Headers["Sec-Purpose"].ToString().StartsWith("prefetch", StringComparison.Ordinal))
            return;
        if (Uri.TryCreate(Request.Headers.Referer.ToString(), UriKind.Absolute, out var from) && from.AbsolutePath == HttpContext.OriginalPath().Value
            && Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(from.Query).TryGetValue("q", out var before) && before == Request.Query["q"])
            return;
        counter.Ask(ForJobs ? SearchedIn.Jobs : SearchedIn.Paper, Query.Words, found.Total == 0);
    }
}
