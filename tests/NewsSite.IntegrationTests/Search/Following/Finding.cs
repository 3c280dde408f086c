using NewsSite.Platform.Site;
using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Index.Evaluation;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.IntegrationTests.Search.Following;

internal static class Finding
{
    private static readonly Lexicon Lexicon = new();

    /// <summary>What holds that word in any field, in the order of its keys.</summary>
    public static IReadOnlyList<DocumentKey> Find(this SearchIndex index, string word, DateTimeOffset now)
    {
        var clause = new TermClause { In = Fields.All, Stems = Lexicon.StemsOf(word), Exact = word };
        var hits = index.Search(clause, new DocumentFilter { Now = Microseconds.FromInstant(now) }, Sort.Relevance, new SearchRequest { Now = now, Size = 1000 });
        return [.. hits.Hits.Select(hit => hit.Key).OrderBy(key => key.Kind, StringComparer.Ordinal).ThenBy(key => key.Id)];
    }
}
