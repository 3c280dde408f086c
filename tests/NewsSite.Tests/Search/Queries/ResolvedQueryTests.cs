using System.Diagnostics;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Tests.Search.Queries;

public sealed class ResolvedQueryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly GeoPoint Brussels = new(50.8466, 4.3528);
    private static readonly GeoPoint Ghent = new(51.0536, 3.7253);

    private static readonly Lexicon Lexicon = new();

    private static readonly Vocabulary Vocabulary = new(
        Lexicon,
        [
            new SameNames([new("vrachtwagenchauffeur", Language.Dutch), new("truck driver", Language.English), new("camionneur", Language.French), new("chauffeur poids-lourd", Language.French)], 0.7),
            new SameNames([new("Elsene", null), new("Ixelles", null)], 1),
            new SameNames([new("Sint-Gillis", null), new("Saint-Gilles", null)], 1),
        ],
        place => place switch { "1000" or "Brussel" => Brussels, "Gent" => Ghent, _ => null });

    private static readonly SearchDocument Dutch = new()
    {
        Key = new DocumentKey("posting", 1),
        Language = Language.Dutch,
        Title = "Ervaren vrachtwagenchauffeurs gezocht (m/v/x)",
        By = "D'Ieteren Logistics",
        Lead = "Voor ons depot in Elsene.",
        Filed = "Transport\nIxelles",
        Body = "Je werkt 24/7 met een C++ programma.\nStuur je e-mail naar jobs@dieteren.be. De infirmière van 's-Gravenbrakel.",
        Facets = [new("kind", "posting"), new("category", "transport"), new("section", "a"), new("section", "b")],
        Places = [Brussels],
        At = Now.AddDays(-3),
        Until = Now.AddDays(10),
        Pay = 36_000_00,
    };

    private static readonly SearchDocument French = new()
    {
        Key = new DocumentKey("article", 2),
        Language = Language.French,
        Title = "L’infirmière de l’école communale",
        By = "Émilie Dupont",
        Body = "Les employés du musée attendent la réunion. Aujourd’hui, le bourgmestre de Saint-Gilles a parlé.",
        Facets = [new("kind", "article")],
        IsEverywhere = true,
        At = Now.AddDays(-30),
        Ages = true,
    };

    [Theory]
    [InlineData("vrachtwagenchauffeur")]
    [InlineData("VRACHTWAGENCHAUFFEURS gezocht")]
    [InlineData("truck drivers")]
    [InlineData("camionneur")]
    [InlineData("chauffeur poids lourd")]
    [InlineData("ixelles -gent")]
    [InlineData("nurse OR depot")]
    [InlineData("nurse OR teacher OR transport")]
    [InlineData("title:gezocht company:ieteren in:transport")]
    [InlineData("company:\"D'Ieteren Logistics\"")]
    [InlineData("\"ervaren vrachtwagenchauffeurs\"")]
    [InlineData("-nurse")]
    [InlineData("c++ 24/7 email e-mail")]
    [InlineData("\"e mail naar\"")]
    [InlineData("jobs@dieteren.be dieteren")]
    [InlineData("gravenbrakel infirmiere")]
    [InlineData("the truck driver at transport")]
    [InlineData("")]
    [InlineData("\" * ( --")]
    public void The_job_is_found_by(string words) => Assert.True(Find(words, Dutch));

    [Theory]
    [InlineData("c")]
    [InlineData("nurse")]
    [InlineData("gezocht -elsene")]
    [InlineData("-ixelles")]
    [InlineData("title:elsene")]
    [InlineData("title:transport")]
    [InlineData("\"gezocht ervaren\"")]
    [InlineData("\"programma stuur\"")]
    [InlineData("in:depot")]
    [InlineData("nurse OR teacher depot")]
    public void The_job_is_not_found_by(string words) => Assert.False(Find(words, Dutch));

    [Theory]
    [InlineData("infirmiere")]
    [InlineData("infirmiers école")]
    [InlineData("ecole employes musee reunion")]
    [InlineData("\"infirmière de l'école\"")]
    [InlineData("author:dupont author:emilie")]
    [InlineData("sint-gillis")]
    [InlineData("\"saint gilles\"")]
    [InlineData("aujourd'hui")]
    public void The_article_is_found_by(string words) => Assert.True(Find(words, French));

    [Theory]
    [InlineData("kind=posting", true)]
    [InlineData("kind=article", false)]
    [InlineData("section=b&section=c", true)]
    [InlineData("section=c", false)]
    [InlineData("section=a&kind=article", false)]
    [InlineData("near=1000&km=0", true)]
    [InlineData("near=Gent&km=60", true)]
    [InlineData("near=Gent&km=40", false)]
    [InlineData("near=Gent&km=40&anywhere=1", false)]
    [InlineData("near=50.85,4.36", true)]
    [InlineData("near=Atlantis", false)]
    [InlineData("pay=3600000", true)]
    [InlineData("pay=3600001", false)]
    [InlineData("days=3", true)]
    [InlineData("days=2", false)]
    [InlineData("from=2026-11-19&to=2026-11-19", true)]
    [InlineData("from=2026-11-20", false)]
    [InlineData("to=2026-11-18", false)]
    [InlineData("q=gezocht&kind=posting&near=Brussel", true)]
    [InlineData("q=nurse&kind=posting", false)]
    public void The_job_is_found_or_not(string address, bool isFound) => Assert.Equal(isFound, Resolve(address).Matches(Dutch));

    [Fact]
    public void What_is_everywhere_is_near_everything_if_asked()
    {
        Assert.True(Resolve("near=Gent&anywhere=1").Matches(French));
        Assert.True(Resolve("near=Atlantis&anywhere=1").Matches(French));
        Assert.False(Resolve("near=Gent").Matches(French));
    }

    [Fact]
    public void What_is_over_is_not_found() => Assert.False(Resolve("").Matches(Dutch with { Until = Now }));

    [Theory]
    [InlineData("vrachtwagenchauf", true)]
    [InlineData("gezocht erv", true)]
    [InlineData("erv gezocht", false)]
    [InlineData("gezcht transprot", true)]
    [InlineData("depto", true)]
    [InlineData("dpeto", false)]
    [InlineData("logsitisc", true)]
    public void A_page_forgives_typos_and_unfinished_words(string words, bool isFound)
    {
        Assert.Equal(isFound, SearchQueryTests.Parse("q=" + Uri.EscapeDataString(words)).ResolveForPage(Lexicon, Vocabulary, Clock).Matches(Dutch));
        Assert.False(Find(words, Dutch));
    }

    [Fact]
    public void Hostile_questions_are_answered_at_once()
    {
        var random = new Random(5);
        foreach (var text in Hostile.Texts().Concat(Enumerable.Range(0, 2_000).Select(_ => Hostile.Text(random))))
        {
            var watch = Stopwatch.StartNew();
            foreach (var document in new[] { Dutch, French, French with { Body = text.Length < 100_000 ? text : text[..100_000] } })
            {
                var query = SearchQuery.Parse([new("q", text)], []);
                query.Resolve(Lexicon, Vocabulary, Clock).Matches(document);
                query.ResolveForPage(Lexicon, Vocabulary, Clock).Matches(document);
            }
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed} for {text[..Math.Min(20, text.Length)]}…");
        }
    }

    private static PaperClock Clock { get; } = new(new SettableClock { Now = Now }, Options.Create(new SiteSettings { TimeZone = "Europe/Brussels" }));

    private static bool Find(string words, SearchDocument document) => Resolve("q=" + Uri.EscapeDataString(words)).Matches(document);

    private static ResolvedQuery Resolve(string address) => SearchQueryTests.Parse(address).Resolve(Lexicon, Vocabulary, Clock);
}
