using NewsSite.Search.Index.Segments;
using NewsSite.Search.Queries;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>One search through one catalogue.</summary>
internal sealed class IndexSearch(Catalogue catalogue, Ranking ranking, Workspace workspace)
{
    /// <param name="words">Null: every document.</param>
    public SearchHits Run(Clause? words, DocumentFilter filter, Sort order, SearchRequest request)
    {
        var compiler = new ClauseCompiler(catalogue, ranking);
        var node = words is null ? new EveryDocument() : compiler.Compile(words);
        var near = order == Sort.Relevance && words is not null ? Following(words).Select(compiler.Compile).ToList() : [];
        var last = (int)Math.Min(int.MaxValue, (long)Math.Max(0, request.Offset) + Math.Max(0, request.Size));
        var kept = near.Count > 1 ? Math.Max(last, ranking.NearnessAmong) : last;

        var filters = new FilterScan(filter, catalogue.Facets.Span);
        var counter = new FacetCounter(request, filter, catalogue.Facets);
        var collector = new HitCollector(filter, filters, counter, new Sorting(order, Math.Min(kept, Math.Max(1, catalogue.Count)), words is not null, ranking));
        var candidates = workspace.TakeCandidates();
        for (var segment = 0; segment < catalogue.Segments.Count; segment++)
        {
            var scan = new SegmentScan(segment, catalogue.Segments[segment], workspace);
            node.Produce(scan, candidates);
            if (candidates.Count > 0)
                collector.Collect(scan, candidates);
        }
        workspace.Return(candidates);

        var best = collector.Best();
        new NearnessRanking(catalogue, near, ranking).Apply(best, workspace);
        return new SearchHits
        {
            Hits = [.. best.Skip(request.Offset).Take(request.Size).Select(found => HitOf(found, filter, filters))],
            Total = collector.Total,
            Facets = counter.Facets(),
            TimeBands = counter.TimeBands(),
            PayBands = counter.PayBands(),
        };
    }

    /// <summary>The words that are asked for one after the other.</summary>
    private static IEnumerable<TermClause> Following(Clause clause) => clause switch
    {
        TermClause term => [term],
        AllOf all => all.Clauses.SelectMany(Following),
        AnyOf { IsOneWord: true } any => any.Clauses.OfType<TermClause>().Take(1),
        _ => [],
    };

    private SearchHit HitOf(Found found, DocumentFilter filter, FilterScan filters)
    {
        var columns = catalogue.Segments[found.Segment].Segment.Columns;
        if (filter.Near is not null)
            filters.Begin(columns);
        return new SearchHit
        {
            Key = columns.KeyOf(found.Document),
            Score = found.Rank,
            IsLifted = columns.LiftedUntil[found.Document] > filter.Now,
            Kilometres = filters.Kilometres(found.Document),
        };
    }
}
