using System.Text.Json;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Text;
using NewsSite.Transfer.Sample;

namespace NewsSite.Benchmarks.Search;

/// <summary>
/// The articles and jobs that load-sample makes, as documents, in two files: one that the index reads, and one in the form of the yardstick
/// with the stems that our analysis makes of the same words, so that both find the same.
/// </summary>
internal sealed class SampleTexts(string folder, Lexicon lexicon)
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Brussels, Leuven, Antwerp, Charleroi, Ghent, Liège, Namur, Bruges.</summary>
    private static readonly GeoPoint[] Towns =
        [new(50.8467, 4.3525), new(50.8798, 4.7005), new(51.2194, 4.4025), new(50.4108, 4.4446), new(51.0536, 3.7304), new(50.6337, 5.5675), new(50.4669, 4.8675), new(51.2093, 3.2247)];

    private static readonly string[] Categories = ["care", "it", "logistics", "education", "administration", "sales", "construction", "hospitality"];

    public string Ours => Path.Combine(folder, "texts.jsonl");

    public string Theirs => Path.Combine(folder, "docs.jsonl");

    public void Write(int articles, int jobs)
    {
        using var ours = File.CreateText(Ours);
        using var theirs = File.CreateText(Theirs);
        var id = 0;
        foreach (var text in Articles(articles).Concat(Jobs(jobs)))
        {
            id++;
            ours.WriteLine(JsonSerializer.Serialize(text with { Id = id }));
            var facets = text.Facets.GroupBy(facet => facet[0]).ToDictionary(facet => facet.Key, facet => facet.First()[1]);
            theirs.WriteLine(JsonSerializer.Serialize(new
            {
                id,
                title = Stems(text.Title, text.Language),
                body = string.Join(' ', new[] { text.By, text.Lead, text.Filed, text.Body }.Select(part => Stems(part, text.Language))),
                lang = text.Language,
                source = facets.GetValueOrDefault("author") ?? facets["hours"],
                cat = facets.GetValueOrDefault("section") ?? facets["category"],
            }));
        }
    }

    public IEnumerable<SearchDocument> Read() => File.ReadLines(Ours).Select(line => JsonSerializer.Deserialize<SampleText>(line)!.ToDocument());

    private string Stems(string text, string code)
    {
        var stems = new List<string>();
        var reader = new WordReader(text);
        while (reader.Read())
            stems.Add(lexicon.Analyse(reader.Word, Language.OrDefault(code)).Stem);
        return string.Join(' ', stems);
    }

    private static IEnumerable<SampleText> Articles(int count)
    {
        var shelf = new SampleShelf { Sections = Numbers(12), Tags = Numbers(400), Authors = Numbers(120), Pictures = [] };
        var sample = new SampleArticles(1, count, shelf);
        return Enumerable.Range(0, count).Select(sample.Make).Select(article => new SampleText
        {
            Kind = "article",
            Language = article.Language.Code,
            Title = article.Text.Title,
            By = string.Join('\n', article.Authors.Select(author => $"author{author}")),
            Lead = article.Text.Standfirst,
            Filed = $"section{article.Section}\n" + string.Join('\n', article.Tags.Select(tag => $"tag{tag}")),
            Body = article.Text.Body.PlainText(),
            Hours = article.Age.TotalHours,
            Facets =
            [
                ["kind", "article"], ["language", article.Language.Code], ["section", $"{article.Section}"],
                .. article.Authors.Select(author => new[] { "author", $"{author}" }), .. article.Tags.Select(tag => new[] { "tag", $"{tag}" }),
            ],
        });
    }

    private static IEnumerable<SampleText> Jobs(int count)
    {
        var sample = new SampleJobs(1, count, Categories);
        var random = new Random(1);
        return Enumerable.Range(0, count).Select(sample.Make).Select(job => new SampleText
        {
            Kind = "posting",
            Language = job.Language.Code,
            Title = job.Title,
            By = sample.Employer(job.Employer).Name,
            Filed = job.Category + "\n" + string.Join('\n', job.Places.Select(place => place.Town)),
            Body = job.Description.PlainText(),
            Hours = job.Age.TotalHours,
            Pay = job.Salary.Max is { } pay ? pay * 12 : null,
            IsLifted = job.IsTop,
            Towns = [.. job.Places.Select(_ => random.Next(Towns.Length))],
            Facets =
            [
                ["kind", "posting"], ["language", job.Language.Code], ["category", job.Category], ["contract", $"{job.Contract}"], ["hours", $"{job.Hours}"],
                ["workplace", $"{job.Workplace}"], .. job.Places.Select(place => new[] { "place", place.Town }),
            ],
        });
    }

    private static long[] Numbers(int count) => [.. Enumerable.Range(1, count).Select(number => (long)number)];

    private sealed record SampleText
    {
        public required string Kind { get; init; }
        public long Id { get; init; }
        public required string Language { get; init; }
        public required string Title { get; init; }
        public string By { get; init; } = "";
        public string Lead { get; init; } = "";
        public string Filed { get; init; } = "";
        public required string Body { get; init; }

        /// <summary>Its age.</summary>
        public double Hours { get; init; }
        public long? Pay { get; init; }
        public bool IsLifted { get; init; }
        public int[] Towns { get; init; } = [];

        /// <summary>Names and values.</summary>
        public required string[][] Facets { get; init; }

        public SearchDocument ToDocument() => new()
        {
            Key = new DocumentKey(Kind, Id),
            Language = Platform.Languages.Language.OrDefault(Language),
            Title = Title,
            By = By,
            Lead = Lead,
            Filed = Filed,
            Body = Body,
            Facets = [.. Facets.Select(facet => new Facet(facet[0], facet[1]))],
            Places = [.. Towns.Select(town => SampleTexts.Towns[town])],
            At = Now.AddHours(-Hours),
            LiftedUntil = IsLifted ? Now.AddDays(10) : null,
            Pay = Pay,
            Ages = Kind == "article",
        };
    }
}
