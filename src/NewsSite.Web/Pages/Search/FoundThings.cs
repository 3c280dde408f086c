using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.Search;

/// <summary>Brings what the index has found as readers see it: cards from the database, and passages with the words that were looked for.</summary>
public sealed class FoundThings(PublishedArticles articles, OpenPostings postings, IEnumerable<IDocumentSource> sources)
{
    private const int PassageLength = 220;

    /// <summary>A thing that readers do not see any more, although the index still knows it, is left out.</summary>
    public async Task<IReadOnlyList<FoundThing>> OfAsync(IReadOnlyList<SearchHit> hits, Highlights highlights, CancellationToken cancel)
    {
        if (hits.Count == 0)
            return [];
        var cards = await articles.OfAsync(Ids(hits, ThingKinds.Article), cancel);
        var jobs = await postings.OfAsync(Ids(hits, ThingKinds.Job), cancel);
        var documents = await DocumentsAsync(hits, cancel);
        return [.. hits.Where(hit => documents.ContainsKey(hit.Key)).Select(hit => Thing(hit, documents[hit.Key], highlights) with
        {
            Article = hit.Key.Kind == ThingKinds.Article ? cards.GetValueOrDefault(hit.Key.Id) : null,
            Job = hit.Key.Kind == ThingKinds.Job ? jobs.GetValueOrDefault(hit.Key.Id) : null,
        }).Where(thing => thing.Article is not null || thing.Job is not null)];
    }

    private async Task<Dictionary<DocumentKey, SearchDocument>> DocumentsAsync(IReadOnlyList<SearchHit> hits, CancellationToken cancel)
    {
        var documents = new Dictionary<DocumentKey, SearchDocument>();
        foreach (var source in sources)
        {
            if (Ids(hits, source.Kind) is not { Count: > 0 } ids)
                continue;
            foreach (var document in await source.ReadAsync(ids, cancel))
                documents[document.Key] = document;
        }
        return documents;
    }

    private static FoundThing Thing(SearchHit hit, SearchDocument document, Highlights highlights) => new(
        hit.Key, Marked.Whole(document.Title, highlights.In(document.Title, document.Language)), Passage(document, highlights))
    { Kilometres = hit.Kilometres };

    /// <summary>The lead where it says what was asked, else what of the text does; the beginning where only other fields do.</summary>
    private static Marked Passage(SearchDocument document, Highlights highlights)
    {
        var inLead = highlights.In(document.Lead, document.Language);
        if (inLead.Count > 0)
            return Marked.Passage(document.Lead, inLead, PassageLength);
        var inBody = highlights.In(document.Body, document.Language);
        return inBody.Count > 0 || document.Lead.Length == 0 ? Marked.Passage(document.Body, inBody, PassageLength) : Marked.Passage(document.Lead, [], PassageLength);
    }

    private static List<long> Ids(IReadOnlyList<SearchHit> hits, string kind) => [.. hits.Where(hit => hit.Key.Kind == kind).Select(hit => hit.Key.Id)];
}
