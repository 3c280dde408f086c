using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Web.Pages.Shared;

namespace NewsSite.Web.Pages.News;

/// <summary>Puts together what the page of an article shows.</summary>
public sealed class StoryMaker(ArticleReader reader, TagShelves shelves, TopJobs topJobs, InsetMaker insets)
{
    private const int Related = 3;

    /// <param name="article">As readers see it, or will.</param>
    /// <param name="frame">In the article's language.</param>
    /// <param name="jobsPage">Which page of the top jobs, from 1.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<Story> MakeAsync(ReaderArticle article, Frame frame, int jobsPage, CancellationToken cancel)
    {
        var section = frame.Sections[article.Card.SectionId];
        return new Story
        {
            Article = article,
            Frame = frame,
            Section = section,
            Authors = [.. frame.Authors.Of(article.Card.AuthorIds)],
            Translations = await reader.TranslationsAsync(article, cancel),
            Related = await shelves.RelatedAsync(article, Related),
            Insets = await insets.MakeAsync(article.Body, section, frame, cancel),
            TopJobs = await TopJobsAsync(section, frame, jobsPage),
            Hero = article.HeroId is { } hero && article.Media.TryGetValue(hero, out var media) && media.Renditions.Count > 0 ? media.In(frame.Language) : null,
        };
    }

    public async Task<TopJobsBlock> TopJobsAsync(Section section, Frame frame, int page) =>
        new(await topJobs.PageAsync(section.JobCategories, page), frame, section.Slug);
}
