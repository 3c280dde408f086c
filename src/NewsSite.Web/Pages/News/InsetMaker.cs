using System.Globalization;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Search.Queries;
using NewsSite.Web.Pages.Search;

namespace NewsSite.Web.Pages.News;

/// <summary>Fetches what an article's text shows of elsewhere in the site. What is not there for readers is left out.</summary>
public sealed class InsetMaker(PublishedArticles articles, OpenPostings postings, TopJobs topJobs, Finder finder, GenerationMemory memory)
{
    private const int UsualJobs = 5;

    public async Task<IReadOnlyList<Inset>> MakeAsync(BlockDocument body, Section section, Frame frame, CancellationToken cancel)
    {
        // The schema lets them stand between other blocks only, never in one.
        var blocks = body.Root.Content.Where(block => block.Type is "relatedArticle" or "jobsBlock").ToList();
        if (blocks.Count == 0)
            return [];
        var related = await articles.OfAsync([.. blocks.Select(block => block.NumberAttribute("article")).OfType<long>().Distinct()], cancel);
        var insets = new List<Inset>();
        foreach (var block in blocks)
        {
            if (block.NumberAttribute("article") is { } id)
            {
                if (related.TryGetValue(id, out var card))
                    insets.Add(new RelatedInset(block, card, frame.Sections[card.SectionId]));
            }
            else if (await JobsAsync(block, section, frame, cancel) is { Count: > 0 } jobs)
            {
                insets.Add(new JobsInset(block, block.TextAttribute("title") ?? "", jobs, frame, insets.Count + 1));
            }
        }
        return insets;
    }

    /// <summary>Those with the words in the category; the top jobs where neither is given.</summary>
    private async ValueTask<IReadOnlyList<JobCard>> JobsAsync(Block block, Section section, Frame frame, CancellationToken cancel)
    {
        var (words, category, count) = (block.TextAttribute("words") ?? "", block.NumberAttribute("category"), (int)(block.NumberAttribute("count") ?? UsualJobs));
        if (words.Length > 0 || category is not null)
        {
            var slug = frame.JobCategories.Values.FirstOrDefault(known => known.Id == category)?.Slug;
            if (category is not null && slug is null)
                return [];
            return await memory.GetAsync(string.Create(CultureInfo.InvariantCulture, $"jobs inset {category} {count} {finder.LastChange} {words}"), () => FoundAsync(words, slug, count, cancel));
        }
        var first = (await topJobs.PageAsync(section.JobCategories, 1)).Jobs;
        return count <= first.Count ? [.. first.Take(count)] : [.. first, .. (await topJobs.PageAsync(section.JobCategories, 2)).Jobs.Except(first).Take(count - first.Count)];
    }

    /// <summary>The newest with these words.</summary>
    private async Task<IReadOnlyList<JobCard>> FoundAsync(string words, string? category, int count, CancellationToken cancel)
    {
        var query = new SearchQuery { Words = words, Sort = Sort.Newest };
        var found = await finder.KeysAsync(category is null ? query : query.With("category", category), ThingKinds.Job, count, cancel);
        var ids = found.Select(key => key.Id).ToList();
        var cards = await postings.OfAsync(ids, cancel);
        return [.. ids.Where(cards.ContainsKey).Select(id => cards[id])];
    }
}
