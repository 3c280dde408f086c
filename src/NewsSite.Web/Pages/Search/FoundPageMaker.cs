using Microsoft.Extensions.Localization;
using NewsSite.Search.Queries;
using NewsSite.Web.Pages.Alerts;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Search;

/// <summary>Asks the index and lays out what it found.</summary>
public sealed class FoundPageMaker(Finder finder, FoundThings things, FilterGroups filters, QueryChoices choices, FilterNaming naming, IStringLocalizer<Interface> texts)
{
    private const int Size = 20;

    /// <summary>Nobody reads on so far, and no crawler should.</summary>
    private const int LastPage = 50;

    /// <summary>So many other questions are asked at most to say what would find something.</summary>
    private const int MostLoosenings = 8;

    /// <summary>The filters alone, beside a list that comes from elsewhere.</summary>
    public async Task<FoundPage> FiltersAsync(SearchList list, Frame frame, CancellationToken cancel)
    {
        var query = new SearchQuery();
        var hits = await finder.CountedAsync(list.OnlyKind, cancel);
        return new FoundPage { Frame = frame, Alert = AlertOf(query, list, frame), Asked = "", Total = hits.Total, Page = 1, Things = [], ForJobs = list.OnlyKind == ThingKinds.Job, IsCatchingUp = finder.IsCatchingUp, Groups = filters.Of(hits, query, list.OnlyKind, await naming.ForAsync(hits, query, frame, cancel)) };
    }

    /// <param name="query">What is asked.</param>
    /// <param name="list">Where.</param>
    /// <param name="page">From 1; beyond the last: the last.</param>
    /// <param name="frame">Of the page.</param>
    public async Task<FoundPage> MakeAsync(SearchQuery query, SearchList list, int page, Frame frame, CancellationToken cancel)
    {
        page = Math.Clamp(page, 1, LastPage);
        var finding = await finder.FindAsync(query, list.OnlyKind, (page - 1) * Size, Size, cancel);
        var pages = Math.Clamp((finding.Hits.Total + Size - 1) / Size, 1, LastPage);
        if (page > pages)
            return await MakeAsync(query, list, pages, frame, cancel);
        var kind = list.OnlyKind ?? query.OnlyKind();
        var names = await naming.ForAsync(finding.Hits, query, frame, cancel);
        var nearIsUnknown = query.Near is not null && finding.Query.Near is null;
        if (nearIsUnknown)
            query = query with { Near = null };
        return new FoundPage
        {
            Frame = frame,
            Alert = AlertOf(query, list, frame),
            Asked = query.Words,
            ForJobs = list.OnlyKind == ThingKinds.Job,
            Total = finding.Hits.Total,
            Page = page,
            Things = await things.OfAsync(finding.Hits.Hits, new Highlights(finding.Query), cancel),
            Kinds = choices.Kinds(query, finding.Hits, list),
            Sorts = choices.Sorts(query, list),
            Groups = filters.Of(finding.Hits, query, kind, names),
            DidYouMean = choices.DidYouMean(query, list),
            Chips = choices.Chips(query, list, names),
            WithoutFilters = query.OnlyWords().At(list.Path),
            Loosenings = finding.Hits.Total == 0 ? await LoosenedAsync(query, list, names, cancel) : [],
            IsCatchingUp = finder.IsCatchingUp,
            NearIsUnknown = nearIsUnknown,
            Previous = page > 1 ? query.At(list.Path, page - 1) : null,
            Next = page < pages ? query.At(list.Path, page + 1) : null,
        };
    }

    private static AlertForm AlertOf(SearchQuery query, SearchList list, Frame frame) =>
        list.OnlyKind is { } kind ? AlertForm.Of(query.With(ThingKinds.Facet, kind), frame.Language) : AlertForm.Of(query, frame.Language);

    /// <summary>What would find something: without one of the filters, or without one of the words.</summary>
    private async Task<IReadOnlyList<Loosening>> LoosenedAsync(SearchQuery query, SearchList list, FilterNames names, CancellationToken cancel)
    {
        var ways = choices.Narrowings(query, names).Select(way => (texts["Without the filter “{0}”", way.Label].Value, way.Without))
            .Concat(QueryChoices.FewerWords(query).Select(way => (texts["Without “{0}”", way.Word].Value, way.Without)));
        if (query.ValuesOf(ThingKinds.Facet).Count > 0)
            ways = ways.Prepend((texts["All results"].Value, query.Without(ThingKinds.Facet)));
        var loosenings = new List<Loosening>();
        foreach (var (label, without) in ways.Take(MostLoosenings))
        {
            if (await finder.CountAsync(without, list.OnlyKind, cancel) is > 0 and var count)
                loosenings.Add(new Loosening(label, without.At(list.Path), count));
        }
        return [.. loosenings.OrderByDescending(way => way.Count)];
    }
}
