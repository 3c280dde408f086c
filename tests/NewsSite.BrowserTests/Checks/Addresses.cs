using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Checks;

/// <summary>Every kind of page, by names that the demo paper keeps; "…/" stands for what only the paper knows.</summary>
internal static class Addresses
{
    public static TheoryData<string> All =>
    [
        "/",
        "/nl",
        "/fr",
        "…/where-is-the-river-this-paper-is-named-after",
        "…/canal-district-budget-passes-by-one-vote-before-dawn",
        "…/no-vote-after-midnight",
        "…/vier-tramlijnen-rijden-in-het-weekend-de-nacht-door",
        "/news/culture",
        "/fr/news/mobility",
        "/tags/canal",
        "/authors/lena-vercauteren",
        "/latest",
        "/pages/about",
        "/search",
        "/search?q=tram",
        "/search?q=tram&section=mobility&days=365",
        "/jobs?near=1000&km=50&sort=distance",
        "/nl/search?q=nergens",
        "/jobs",
        "/fr/jobs?q=xyz",
        "…/planificateur-transport-liege",
        "/employers/vesdria-logistique",
        "/nl/jobs/post",
        "/fr/alerts/new?q=tram&section=mobility",
        "/alerts/mine/gone",
        "/nowhere",
        "/nl/news/brussels/999999/nergens",
    ];

    public static async Task<string> OfAsync(Site site, string name) =>
        name.StartsWith('…') ? await site.PathAsync(name[2..]) : name;
}
