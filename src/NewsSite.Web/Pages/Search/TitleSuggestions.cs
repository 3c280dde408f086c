using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Queries;

namespace NewsSite.Web.Pages.Search;

/// <summary>Articles and jobs whose titles have the words that are being typed, the last one perhaps unfinished.</summary>
public sealed class TitleSuggestions(Finder finder, PublishedArticles articles, OpenPostings postings, SectionMenu sections)
{
    private static readonly char[] Gaps = [' ', '"', ':', '“', '”', '«', '»'];

    public async Task<IReadOnlyList<SuggestedName>> ForAsync(string typed, string? onlyKind, int size, Language language, CancellationToken cancel)
    {
        var words = string.Join(' ', typed.Split(Gaps, StringSplitOptions.RemoveEmptyEntries).Select(word => "title:" + word.TrimStart('-')));
        var found = await finder.KeysAsync(new SearchQuery { Words = words }, onlyKind, size, cancel);
        var cards = await articles.OfAsync(Ids(found, ThingKinds.Article), cancel);
        var jobs = await postings.OfAsync(Ids(found, ThingKinds.Job), cancel);
        var tree = cards.Count > 0 ? await sections.TreeAsync() : SectionTree.Empty;
        return [.. found.Select(key => Name(key, cards, jobs, tree, language)).OfType<SuggestedName>()];
    }

    private static SuggestedName? Name(DocumentKey key, IReadOnlyDictionary<long, ArticleCard> cards, IReadOnlyDictionary<long, JobCard> jobs, SectionTree tree, Language language) => key.Kind switch
    {
        ThingKinds.Article when cards.TryGetValue(key.Id, out var card) => new(SuggestionKind.Article, card.Title, Addresses.Article(card, tree[card.SectionId])),
        ThingKinds.Job when jobs.TryGetValue(key.Id, out var job) => new(SuggestionKind.Job, job.Title, Addresses.Job(language, job)),
        _ => null,
    };

    private static List<long> Ids(IReadOnlyList<DocumentKey> keys, string kind) => [.. keys.Where(key => key.Kind == kind).Select(key => key.Id)];
}
