using NewsSite.Search.Index.Segments;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>
/// Raises those of the best in which the asked words stand near each other: for each two that follow each other in the question the
/// nearest places in one field count, 1 when they follow each other there too, less by their distance (a term-proximity part on top of
/// BM25, over the best only: Rasolofo and Savoy 2003).
/// </summary>
internal sealed class NearnessRanking(Catalogue catalogue, IReadOnlyList<FormGroup> words, Ranking ranking)
{
    private const int MostWords = 8;

    public void Apply(List<Found> best, Workspace workspace)
    {
        if (words.Count is < 2 or > MostWords)
            return;
        var among = Math.Min(best.Count, ranking.NearnessAmong);
        foreach (var segment in Enumerable.Range(0, among).GroupBy(place => best[place].Segment))
        {
            var scan = new SegmentScan(segment.Key, catalogue.Segments[segment.Key], workspace);
            var readers = words.Select(word => new PlaceReader(word, scan)).ToArray();
            foreach (var place in segment.OrderBy(place => best[place].Document))
                best[place] = best[place] with { Rank = best[place].Rank * (1 + (ranking.Nearness * Nearness(best[place].Document, readers))) };
        }
        best.Sort(0, among, Found.BestFirst);
    }

    /// <summary>From 0, nowhere in one field, to 1, all follow each other as asked.</summary>
    private static double Nearness(int document, PlaceReader[] readers)
    {
        var sum = 0.0;
        int[] previous = [.. readers[0].Read(document)];
        for (var word = 1; word < readers.Length; word++)
        {
            int[] places = [.. readers[word].Read(document)];
            var least = LeastGap(previous, places);
            if (least < PlaceReader.FarApart)
                sum += 1.0 / Math.Max(1, least);
            previous = places;
        }
        return sum / (readers.Length - 1);
    }

    /// <summary>From a place of the first to the nearest of the second, in words; backwards counts one more.</summary>
    private static int LeastGap(int[] firsts, int[] seconds)
    {
        var (least, next) = (int.MaxValue, 0);
        foreach (var first in firsts)
        {
            while (next < seconds.Length && seconds[next] < first)
                next++;
            if (next < seconds.Length)
                least = Math.Min(least, Math.Max(1, seconds[next] - first));
            if (next > 0)
                least = Math.Min(least, first - seconds[next - 1] + 1);
        }
        return least;
    }
}
