using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Figures;

namespace NewsSite.Web.Pages.Newsroom.Searches;

/// <summary>Something that readers opened from a list of what was found.</summary>
/// <param name="Title">Null: readers do not see it any more.</param>
public sealed record ChosenThing(DocumentKey Thing, string? Title, string? Address, int Times);

/// <summary>Gives counted things their names of today.</summary>
public sealed class ChosenThings(PublishedArticles articles, OpenPostings postings, SectionMenu sections)
{
    public async Task<IReadOnlyList<ChosenThing>> NamedAsync(IReadOnlyList<ThingFigure> figures, Language language, CancellationToken cancel)
    {
        var tree = await sections.TreeAsync();
        var cards = await articles.OfAsync(Ids(figures, "article"), cancel);
        var jobs = await postings.OfAsync(Ids(figures, "posting"), cancel);
        return [.. figures.Select(figure => figure.Thing switch
        {
            { Kind: "article", Id: var id } when cards.TryGetValue(id, out var card) => new ChosenThing(figure.Thing, card.Title, Addresses.Article(card, tree[card.SectionId]), figure.Times),
            { Kind: "posting", Id: var id } when jobs.TryGetValue(id, out var job) => new ChosenThing(figure.Thing, job.Title, Addresses.Job(language, job), figure.Times),
            _ => new ChosenThing(figure.Thing, null, null, figure.Times),
        })];
    }

    private static List<long> Ids(IReadOnlyList<ThingFigure> figures, string kind) => [.. figures.Where(figure => figure.Thing.Kind == kind).Select(figure => figure.Thing.Id)];
}
