using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.SavedSearches;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;
using NewsSite.Search.Matching;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Alerts.Digests;

/// <summary>How searches are understood and things are shown, as of now.</summary>
public sealed class DigestSources(IEnumerable<IDocumentSource> documents, FindAlertItems items, FindVocabulary vocabulary, SearchAddress address, Lexicon lexicon)
{
    public string AddressOf(SearchQuery search, Language language) => address(search, language);

    internal Task<IReadOnlyDictionary<DocumentKey, AlertItem>> ItemsAsync(IReadOnlyCollection<DocumentKey> keys, Language language, CancellationToken cancel) => items(keys, language, cancel);

    /// <summary>Those of these that can be found now.</summary>
    internal async Task<Dictionary<DocumentKey, SearchDocument>> DocumentsAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancel)
    {
        var found = new Dictionary<DocumentKey, SearchDocument>();
        foreach (var source in documents)
        {
            var ids = keys.Where(key => key.Kind == source.Kind).Select(key => key.Id).Distinct().ToList();
            if (ids.Count == 0)
                continue;
            foreach (var document in await source.ReadAsync(ids, cancel))
                found[document.Key] = document;
        }
        return found;
    }

    internal async ValueTask<Func<SearchQuery, ResolvedQuery>> ResolverAsync(PaperClock clock, CancellationToken cancel)
    {
        var words = await vocabulary(cancel);
        return search => KeptSearch.Resolve(search, lexicon, words, clock);
    }
}

/// <summary>Lays out what waits for subscribers, and looks at each thing again: what was closed or does not fit any more is left out.</summary>
public sealed class DraftMaker(NewsDb db, DigestSources sources, PaperClock clock)
{
    /// <summary>Over all parts of a mail, which must stay under 100 kB.</summary>
    private const int MostInMail = 80;

    /// <param name="people">With those of their subscriptions that go into a mail together.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<IReadOnlyList<Draft>> MakeAsync(IReadOnlyList<(Subscriber Subscriber, IReadOnlyList<Subscription> Together)> people, CancellationToken cancel)
    {
        var ids = people.SelectMany(person => person.Together).Select(one => one.Id).ToArray();
        var waiting = (await db.Set<Match>().AsNoTracking().Where(match => ids.Contains(match.SubscriptionId) && match.Outcome == MatchOutcome.Waiting).ToListAsync(cancel)).ToLookup(match => match.SubscriptionId);
        var keys = waiting.SelectMany(matches => matches).Select(match => match.Item).Distinct().ToList();
        var documents = await sources.DocumentsAsync(keys, cancel);
        var items = new Dictionary<Language, IReadOnlyDictionary<DocumentKey, AlertItem>>();
        foreach (var language in people.Select(person => Language.OrDefault(person.Subscriber.Language)).Distinct())
            items[language] = await sources.ItemsAsync(keys, language, cancel);
        var resolve = await sources.ResolverAsync(clock, cancel);
        return [.. people.Select(person => Make(person.Subscriber, person.Together, waiting, documents, items[Language.OrDefault(person.Subscriber.Language)], resolve))];
    }

    private Draft Make(
        Subscriber subscriber, IReadOnlyList<Subscription> together, ILookup<long, Match> waiting,
        Dictionary<DocumentKey, SearchDocument> documents, IReadOnlyDictionary<DocumentKey, AlertItem> items, Func<SearchQuery, ResolvedQuery> resolve)
    {
        var (settled, parts, shown) = (new List<(Match, MatchOutcome)>(), new List<DigestPart>(), new HashSet<DocumentKey>());
        foreach (var subscription in together.OrderBy(one => one.Id))
        {
            var search = resolve(subscription.Search);
            var (fitting, more) = (new List<AlertItem>(), 0);
            foreach (var match in waiting[subscription.Id].OrderByDescending(match => documents.GetValueOrDefault(match.Item)?.At).ThenByDescending(match => match.ItemId))
            {
                var outcome = !documents.TryGetValue(match.Item, out var document) || !items.ContainsKey(match.Item) ? MatchOutcome.Closed
                    : !search.Matches(document) ? MatchOutcome.FitsNoMore
                    : shown.Contains(match.Item) ? MatchOutcome.ShownAbove
                    : fitting.Count >= subscription.MostShown || shown.Count >= MostInMail ? MatchOutcome.BeyondMost
                    : MatchOutcome.Mailed;
                settled.Add((match, outcome));
                more += outcome == MatchOutcome.BeyondMost ? 1 : 0;
                if (outcome != MatchOutcome.Mailed)
                    continue;
                shown.Add(match.Item);
                fitting.Add(items[match.Item]);
            }
            if (fitting.Count + more > 0)
                parts.Add(new DigestPart(subscription, fitting, more, sources.AddressOf(subscription.Search, Language.OrDefault(subscriber.Language))));
        }
        return new Draft { Subscriber = subscriber, Subscriptions = together, Parts = parts, Settled = settled };
    }
}
