using Microsoft.AspNetCore.Html;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages.Shared;
using NewsSite.Web.Pages.StructuredData;

namespace NewsSite.Web.Pages.News;

/// <summary>An article as its page shows it, to readers and in the newsroom's preview: one template renders both.</summary>
public sealed record Story
{
    private IHtmlContent[]? _structuredData;

    public required ReaderArticle Article { get; init; }
    public required Frame Frame { get; init; }
    public required Section Section { get; init; }
    public required IReadOnlyList<Author> Authors { get; init; }

    /// <summary>The same story in other languages.</summary>
    public required IReadOnlyList<ArticleEntry> Translations { get; init; }
    public required IReadOnlyList<ArticleCard> Related { get; init; }
    public required TopJobsBlock TopJobs { get; init; }

    /// <summary>What stands in the text and comes from elsewhere in the site.</summary>
    public required IReadOnlyList<Inset> Insets { get; init; }
    public required Picture? Hero { get; init; }

    /// <summary>The path at which readers find it.</summary>
    public string Address => Addresses.Article(Article.Card, Section);

    public string Caption => Article.HeroCaption.Length > 0 ? Article.HeroCaption : Hero?.Caption ?? "";

    public void Describe(PageHead head, Addresses addresses)
    {
        var (card, language) = (Article.Card, Frame.Language);
        head.Title = Article.SearchTitle.Length > 0 ? Article.SearchTitle : card.Title;
        head.Description = Article.SearchText.Length > 0 ? Article.SearchText : card.Standfirst;
        head.Canonical = Address;
        head.Alternates = [new Alternate(language, Address), .. Translations.Select(other =>
            new Alternate(Language.OrDefault(other.Language), Addresses.Article(other, Frame.Sections[other.SectionId])))];
        head.Picture = Hero;
        head.Type = "article";
        head.PublishedAt = card.PublishedAt;
        head.ModifiedAt = Article.UpdatedAt;
        head.Authors = Authors;
        head.Section = Section.Name.In(language);
        head.Tags = [.. Article.Tags.Select(tag => tag.Name.In(language))];
        foreach (var description in _structuredData ??= StructuredData(addresses))
            head.StructuredData.Add(description);
        head.Current = Frame.Sections.Path(Section).First().Slug;
    }

    private IHtmlContent[] StructuredData(Addresses addresses) =>
    [
        JsonLd.Element(ArticleData.Of(Article, Section, Authors, Hero is null ? null : Hero with { Caption = Caption }, Frame, addresses)),
        JsonLd.Element(BreadcrumbData.Of(Frame, addresses,
            [.. Frame.Sections.Path(Section).Select(step => new Crumb(step.Name.In(Frame.Language), Addresses.Section(Frame.Language, step))), new Crumb(Article.Card.Title, null)])),
    ];
}
