using NewsSite.Search.Index.Segments;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>Takes each segment's candidates: drops what is deleted or filtered out, counts, and keeps the best.</summary>
internal sealed class HitCollector(DocumentFilter filter, FilterScan filters, FacetCounter counter, Sorting sorting)
{
    private readonly BestFound _best = new(sorting.Size);

    public int Total { get; private set; }

    public void Collect(SegmentScan scan, Candidates candidates)
    {
        var (columns, live) = (scan.Columns, scan.Live);
        filters.Begin(columns);
        var documents = candidates.Documents;
        var scores = candidates.Scores;
        for (var index = 0; index < documents.Length; index++)
        {
            var document = documents[index];
            if (live.IsDeleted(document))
                continue;
            var failed = filters.Failed(document);
            if (failed != 0 && (failed == FilterScan.NoHit || !FilterScan.IsSingle(failed)))
                continue;
            counter.Count(columns, document, failed);
            if (failed != 0)
                continue;
            Total++;
            var rank = Rank(columns, document, scores[index]);
            if (rank >= _best.Threshold)
                _best.Add(new Found(rank, columns.At[document], columns.Id[document], scan.Number, document));
        }
    }

    public List<Found> Best() => _best.ToList();

    private double Rank(Columns columns, int document, float score) => sorting.By switch
    {
        Order.Newest => columns.At[document],
        Order.Pay => columns.Pay[document],
        Order.Distance => -filters.Kilometres(document) ?? double.NegativeInfinity,
        _ => RankByScore(columns, document, score),
    };

    private float RankByScore(Columns columns, int document, float score)
    {
        var rank = sorting.HasWords ? score : 1;
        if (columns.Traits[document].HasFlag(DocumentTraits.Ages))
            rank *= sorting.Ranking.Freshness(filter.Now - columns.At[document]);
        if (columns.LiftedUntil[document] > filter.Now)
            rank *= sorting.Ranking.Lift;
        return rank;
    }
}

/// <param name="Size">How many of the best are kept.</param>
/// <param name="HasWords">Else all score alike.</param>
internal sealed record Sorting(Order By, int Size, bool HasWords, Ranking Ranking);
