using NewsSite.Search.Index.Segments;
using NewsSite.Search.Queries;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>Takes each segment's candidates: drops what is deleted or filtered out, counts, and keeps the best.</summary>
internal sealed class HitCollector(DocumentFilter filter, FilterScan filters, FacetCounter counter, Sorting sorting)
{
    private readonly BestFound _best = new(sorting.Size);

    public int Total { get; private set; }

    public void Collect(SegmentScan scan, Candidates candidates)
    {
        filters.Begin(scan.Columns);
        KeepHits(scan, candidates);
        Total += candidates.Count;
        counter.Count(scan.Columns, candidates.Documents);
        if (sorting.By == Sort.Relevance)
            KeepBestByScore(scan, candidates);
        else
            KeepBest(scan, candidates);
    }

    public List<Found> Best() => _best.ToList();

    /// <summary>What fails a single condition is counted in that one's facet before it goes.</summary>
    private void KeepHits(SegmentScan scan, Candidates candidates)
    {
        var (live, columns) = (scan.Live, scan.Columns);
        var (documents, scores) = candidates.Room(candidates.Count);
        var kept = 0;
        for (var index = 0; index < candidates.Count; index++)
        {
            var document = documents[index];
            var failed = live.IsDeleted(document) ? FilterScan.NoHit : filters.Failed(document);
            if (failed == 0)
            {
                documents[kept] = document;
                scores[kept++] = scores[index];
            }
            else if (failed != FilterScan.NoHit && FilterScan.IsSingle(failed))
                counter.CountBeside(columns, document, failed);
        }
        candidates.Take(kept);
    }

    private void KeepBest(SegmentScan scan, Candidates candidates)
    {
        var columns = scan.Columns;
        foreach (var document in candidates.Documents)
        {
            var rank = sorting.By switch
            {
                Sort.Newest => columns.At[document],
                Sort.Pay => columns.Pay[document],
                _ => -filters.Kilometres(document) ?? double.NegativeInfinity,
            };
            Keep(rank, scan, document);
        }
    }

    private void KeepBestByScore(SegmentScan scan, Candidates candidates)
    {
        var columns = scan.Columns;
        var documents = candidates.Documents;
        var scores = candidates.Scores;
        for (var index = 0; index < documents.Length; index++)
        {
            var rank = sorting.HasWords ? scores[index] : 1;
            if (rank * sorting.Ranking.Lift < _best.Threshold)
                continue; // not even lifted and new
            var document = documents[index];
            if (columns.LiftedUntil[document] > filter.Now)
                rank *= sorting.Ranking.Lift;
            if ((columns.Traits[document] & DocumentTraits.Ages) == DocumentTraits.Ages)
                rank *= sorting.Ranking.Freshness(filter.Now - columns.At[document]);
            Keep(rank, scan, document);
        }
    }

    private void Keep(double rank, SegmentScan scan, int document)
    {
        if (rank >= _best.Threshold)
            _best.Add(new Found(rank, scan.Columns.At[document], scan.Columns.Id[document], scan.Number, document));
    }
}

/// <param name="Size">How many of the best are kept.</param>
/// <param name="HasWords">Else all score alike.</param>
internal sealed record Sorting(Sort By, int Size, bool HasWords, Ranking Ranking);
