using System.Globalization;
using System.Text.Json;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Index.Evaluation;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Benchmarks.Search;

/// <summary>Documents, questions, and which of the documents people judged to answer which question: docs.jsonl, queries.jsonl, qrels.tsv.</summary>
internal sealed class JudgedCollection(string folder, Lexicon lexicon)
{
    private const int Depth = 10;

    public string Name => Path.GetFileName(folder);

    /// <summary>The mean over the questions of nDCG@10: what the first ten are worth, discounted by rank, as a share of the best order's.</summary>
    public double Ndcg(Ranking ranking)
    {
        var index = new SearchIndex(lexicon) { Ranking = ranking };
        index.Apply([.. Lines("docs.jsonl").Select((line, place) => Document(line, place)).Select(document => new IndexChange(document.Key, document))], 0);
        var judged = File.ReadLines(Path.Combine(folder, "qrels.tsv")).Select(line => line.Split('\t'))
            .GroupBy(parts => parts[0]).ToDictionary(question => question.Key, question => question.GroupBy(parts => parts[1])
                .ToDictionary(document => document.Key, document => document.Max(parts => double.Parse(parts[2], CultureInfo.InvariantCulture))));
        var questions = Lines("queries.jsonl").ToDictionary(line => Text(line, "id"), line => Text(line, "text"));
        var ids = Lines("docs.jsonl").Select(line => Text(line, "id")).ToList();
        return judged.Average(question =>
        {
            var request = new SearchRequest { Now = DateTimeOffset.UnixEpoch, Size = Depth };
            var hits = index.Search(AnyWordOf(questions[question.Key]), new DocumentFilter { Now = 0 }, Sort.Relevance, request).Hits;
            var gain = Discounted(hits.Select(hit => question.Value.GetValueOrDefault(ids[(int)hit.Key.Id])));
            return gain / Discounted(question.Value.Values.OrderDescending().Take(Depth));
        });
    }

    /// <summary>Questions are long sentences: any of their words.</summary>
    private AnyOf AnyWordOf(string question)
    {
        var terms = new List<Clause>();
        var reader = new WordReader(question);
        while (reader.Read())
        {
            var word = lexicon.Analyse(reader.Word, Language.English);
            terms.Add(new TermClause { In = Fields.All, Exact = word.Exact, Stems = [word.Stem], Weight = word.IsStopWord ? 0.1 : 1 });
        }
        return new AnyOf(terms, IsOneWord: false);
    }

    private static double Discounted(IEnumerable<double> gains) => gains.Select((gain, place) => gain / Math.Log2(place + 2)).Sum();

    private IEnumerable<JsonElement> Lines(string file) => File.ReadLines(Path.Combine(folder, file)).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    private static SearchDocument Document(JsonElement line, int place) => new()
    {
        Key = new DocumentKey("document", place),
        Language = Language.English,
        Title = Text(line, "title"),
        Body = Text(line, "text"),
        At = DateTimeOffset.UnixEpoch,
    };
}
