using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Tests.Search.Index;

/// <summary>Questions as addresses carry them, about what <see cref="MadeUpDocuments"/> make up.</summary>
internal static class MadeUpQueries
{
    public static readonly string[] Facets = ["section", "tag", "hours"];
    public static readonly Lexicon Lexicon = new();

    public static readonly Vocabulary Vocabulary = new(
        Lexicon,
        [
            new SameNames([new("chauffeur", null), new("bus driver", null), new("tram nurse", null)], 0.7),
            new SameNames([new("Elsene", null), new("Ixelles", null)], 1),
        ],
        place => place switch { "1000" => new GeoPoint(50.8467, 4.3525), "Leuven" => new GeoPoint(50.8798, 4.7005), _ => null });

    public static readonly PaperClock Clock = new(new SettableClock { Now = MadeUpDocuments.Now }, Options.Create(new SiteSettings { TimeZone = "Europe/Brussels" }));

    private static readonly string[] Pieces =
    [
        "tram", "trams", "nurse", "nursing", "ecole", "école", "\"", "\"tram bus\"", "\"l'infirmière\"", "-", "-bus", "-\"de tram\"", " OR ", "OR", "title:", "title:bridge", "company:nurse",
        "author:", "in:elsene", "vrachtwagenchauffeur", "chauffeur", "Ixelles", "e-mail", "e mail", "C#", "asp.net", "the", "de", "(", "*", "NEAR(", "'; --", "AND", "\u202E", ",", "&", "ſ", "ﬁ",
    ];

    public static SearchQuery Read(string address) => SearchQuery.Parse(
        address.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => new KeyValuePair<string, string?>(pair[0], Uri.UnescapeDataString(pair[1].Replace('+', ' ')))),
        Facets);

    public static string Address(Random random)
    {
        var words = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(4) == 0 ? "" : " ")));
        List<string> pairs = ["q=" + Uri.EscapeDataString(words)];
        foreach (var (pair, chance) in new[] { ("section=a", 5), ("section=c", 5), ("tag=b", 6), ("near=1000", 5), ("near=Nowhere", 12), ("km=5", 3), ("anywhere=1", 3), ("pay=4000000", 6), ("days=20", 6), ("to=2026-02-01", 8) })
        {
            if (random.Next(chance) == 0)
                pairs.Add(pair);
        }
        return string.Join('&', pairs);
    }
}
