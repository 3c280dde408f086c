using System.Globalization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using NewsSite.Alerts.Digests;
using NewsSite.Alerts.Editions;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Queries;
using NewsSite.Web.Pages.Search;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Alerts;

/// <summary>What mails of alerts show of articles and jobs: Alerts knows documents only. Also for the command line, which has no pages.</summary>
public static class AlertSources
{
    public static IServiceCollection AddAlertSources(this IServiceCollection services)
    {
        services.AddLocalization();
        services.TryAddSingleton<IStringLocalizer<Interface>, InterfaceTexts>();
        services.TryAddSingleton<Addresses>();
        services.TryAddSingleton<Words>();
        services.AddScoped<AlertItems>();
        services.AddScoped<FindAlertItems>(provider => provider.GetRequiredService<AlertItems>().FindAsync);
        services.AddScoped<FindNews>(provider => provider.GetRequiredService<AlertItems>().NewsAsync);
        services.AddSingleton<SearchAddress>(provider => (search, language) => provider.GetRequiredService<Addresses>().Absolute(PathOf(search, language)));
        return services;
    }

    /// <summary>Where readers see what a saved search finds, the newest first.</summary>
    public static string PathOf(SearchQuery search, Language language) => search.IsEmpty ? Addresses.Latest(language) : search.OnlyKind() == ThingKinds.Job
        ? (search.Without(ThingKinds.Facet) with { Sort = search.Words.Length > 0 ? Sort.Newest : Sort.Relevance }).At(Addresses.Jobs(language))
        : (search with { Sort = Sort.Newest }).At(Addresses.Search(language));
}

/// <summary>Articles and jobs as a mail's reader sees them.</summary>
public sealed class AlertItems(PublishedArticles articles, OpenPostings postings, SectionMenu sections, Words words, Addresses addresses)
{
    public async Task<IReadOnlyDictionary<DocumentKey, AlertItem>> FindAsync(IReadOnlyCollection<DocumentKey> items, Language language, CancellationToken cancel)
    {
        // Words of terms and dates follow it; it ends with this method.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        var cards = await articles.OfAsync(Ids(items, ThingKinds.Article), cancel);
        var jobs = await postings.OfAsync(Ids(items, ThingKinds.Job), cancel);
        var tree = cards.Count > 0 ? await sections.TreeAsync() : SectionTree.Empty;
        var found = new Dictionary<DocumentKey, AlertItem>();
        foreach (var card in cards.Values)
            found[new DocumentKey(ThingKinds.Article, card.Id)] = Article(card, tree[card.SectionId], language);
        foreach (var job in jobs.Values)
            found[new DocumentKey(ThingKinds.Job, job.Id)] = Job(job, language);
        return found;
    }

    /// <summary>Pinned ones first, then the newest; no section fills more than a third before all others have had their turn.</summary>
    public async Task<IReadOnlyList<DocumentKey>> NewsAsync(Language language, DateTimeOffset since, int size, CancellationToken cancel)
    {
        var recent = (await articles.SinceAsync(since, size * Language.All.Count * 2, cancel)).Where(card => card.Language == language.Code)
            .OrderByDescending(card => card.IsPinned).ThenByDescending(card => card.PublishedAt).ThenByDescending(card => card.Id).ToList();
        var ranked = recent.GroupBy(card => card.SectionId).SelectMany(section => section.Select((card, place) => (Card: card, Turn: place / 3)));
        return [.. ranked.OrderBy(one => one.Turn).ThenByDescending(one => one.Card.IsPinned).ThenByDescending(one => one.Card.PublishedAt).ThenByDescending(one => one.Card.Id)
            .Take(size).Select(one => new DocumentKey(ThingKinds.Article, one.Card.Id))];
    }

    private AlertItem Article(ArticleCard card, Section section, Language language) => new()
    {
        Title = card.Title,
        Address = addresses.Absolute(Addresses.Article(card, section)),
        Facts = string.Join(" · ", section.Name.In(language), words.When(card.PublishedAt)),
        Lead = Excerpt.Of(card.Standfirst),
        Language = card.Language,
    };

    private AlertItem Job(JobCard job, Language language) => new()
    {
        Title = job.Title,
        Address = addresses.Absolute(Addresses.Job(language, job)),
        Facts = string.Join(" · ", Facts(job)),
        Language = job.Language,
    };

    private IEnumerable<string> Facts(JobCard job)
    {
        yield return job.Employer;
        if (job.Workplace == Workplace.Remote)
            yield return words.Workplace(job.Workplace);
        else if (job.Towns.Count > 0)
            yield return string.Join(", ", job.Towns.Take(2));
        if (job.Contract is { } contract)
            yield return words.Contract(contract);
        if (job.Salary is { } salary)
            yield return words.Salary(salary);
    }

    private static List<long> Ids(IEnumerable<DocumentKey> keys, string kind) => [.. keys.Where(key => key.Kind == kind).Select(key => key.Id)];
}
