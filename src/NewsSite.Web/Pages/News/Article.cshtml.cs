using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.Pages.StructuredData;

namespace NewsSite.Web.Pages.News;

[KeptForEverybody("jobs")]
public sealed class ArticleModel(ArticleReader reader, PublishedArticles articles, TagShelves shelves, TopJobs topJobs) : ReaderPage
{
    private const int Related = 3;

    public ReaderArticle Article { get; private set; } = null!;
    public Section Section { get; private set; } = null!;
    public IReadOnlyList<Author> Authors { get; private set; } = [];
    public IReadOnlyList<ArticleCard> Translations { get; private set; } = [];
    public IReadOnlyList<ArticleCard> RelatedArticles { get; private set; } = [];
    public TopJobsBlock TopJobs { get; private set; } = null!;
    public Picture? Hero { get; private set; }

    public async Task<IActionResult> OnGetAsync(string section, long id, string? slug, [FromQuery] string? jobs, CancellationToken cancel)
    {
        var found = await reader.FindAsync(id, cancel);
        if (found.Article is not { } article)
            return found.IsGone ? Gone() : NotFound();
        Article = article;
        Section = Frame.Sections[article.Card.SectionId];
        var address = Addresses.Article(article.Card, Section);
        if (Language.Code != article.Card.Language || section != Section.Slug || slug != article.Card.Slug)
            return Moved(address);

        Authors = [.. Frame.Authors.Of(article.Card.AuthorIds)];
        Translations = article.TranslationGroup is { } group
            ? [.. (await articles.TranslationsAsync(group, cancel)).Where(card => card.Id != id)]
            : [];
        RelatedArticles = await shelves.RelatedAsync(article, Related);
        TopJobs = new TopJobsBlock(await topJobs.PageAsync(Section.JobCategories, PageNumber(jobs)), Frame, Section.Slug);
        Hero = article.HeroId is { } hero && article.Media.TryGetValue(hero, out var media) && media.Renditions.Count > 0 ? media.In(Language) : null;
        Describe(address);
        return Page();
    }

    private void Describe(string address)
    {
        var card = Article.Card;
        Head.Title = card.Title;
        Head.Description = card.Standfirst;
        Head.Canonical = address;
        Head.Alternates = [new Alternate(Language, address), .. Translations.Select(other =>
            new Alternate(Language.OrDefault(other.Language), Addresses.Article(other, Frame.Sections[other.SectionId])))];
        Head.Picture = Hero;
        Head.Type = "article";
        Head.PublishedAt = card.PublishedAt;
        Head.ModifiedAt = Article.UpdatedAt;
        Head.Authors = [.. Authors];
        Head.Section = Section.Name.In(Language);
        Head.Tags = [.. Article.Tags.Select(tag => tag.Name.In(Language))];
        var caption = Article.HeroCaption.Length > 0 ? Article.HeroCaption : Hero?.Caption ?? "";
        Head.StructuredData.Add(ArticleData.Of(Article, Section, Authors, Hero is null ? null : Hero with { Caption = caption }, Frame, Addresses));
        Head.StructuredData.Add(BreadcrumbData.Of(Frame, Addresses,
            [.. Frame.Sections.Path(Section).Select(step => new Crumb(step.Name.In(Language), Addresses.Section(Language, step))), new Crumb(card.Title, null)]));
        Head.Current = Frame.Sections.Path(Section).First().Slug;
        ModifiedAt(card.ModifiedAt);
    }
}
