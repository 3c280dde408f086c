using System.Text.Json.Serialization;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Api;

/// <summary>A page of articles, newest first.</summary>
public sealed record ArticlePage
{
    public required IReadOnlyList<ArticleSummary> Items { get; init; }

    /// <summary>The address of the page with older articles; null on the last page.</summary>
    public required string? Next { get; init; }
}

/// <summary>What a list tells of an article.</summary>
public record ArticleSummary
{
    /// <summary>Never changes and is never given again.</summary>
    public required long Id { get; init; }

    /// <summary>The address for readers.</summary>
    public required string Url { get; init; }

    /// <summary>en, nl or fr.</summary>
    public required string Language { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence or two under the title, as plain text; may be empty.</summary>
    public required string Standfirst { get; init; }
    public required NamedJson Section { get; init; }

    /// <summary>In the order of the byline.</summary>
    public required IReadOnlyList<NamedJson> Authors { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When anything in it changed last, be it a comma.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }
    public required int Words { get; init; }
    public required PictureJson? Picture { get; init; }
}

/// <summary>An article whole.</summary>
public sealed record ArticleDetail : ArticleSummary
{
    /// <summary>When readers were last told of a change; null while there was none.</summary>
    [JsonPropertyOrder(1)]
    public required DateTimeOffset? UpdatedAt { get; init; }
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<NamedJson> Tags { get; init; }

    /// <summary>The text as HTML with absolute addresses.</summary>
    [JsonPropertyOrder(1)]
    public required string BodyHtml { get; init; }

    /// <summary>The same story in other languages.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<TranslationJson> Translations { get; init; }

    /// <summary>What readers are told was wrong, the oldest first.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<CorrectionJson> Corrections { get; init; }
}

/// <summary>Something with a name and a page.</summary>
/// <param name="Slug">What filters take.</param>
/// <param name="Name">As readers see it.</param>
/// <param name="Url">The address for readers.</param>
public sealed record NamedJson(string Slug, string Name, string Url);

/// <param name="Id">The article's number.</param>
/// <param name="Language">en, nl or fr.</param>
/// <param name="Url">The address for readers.</param>
public sealed record TranslationJson(long Id, string Language, string Url);

/// <summary>Something that was wrong in an article.</summary>
/// <param name="At">When it was put right.</param>
/// <param name="Text">Plain text.</param>
public sealed record CorrectionJson(DateTimeOffset At, string Text);

/// <summary>A picture in the size that suits a large screen.</summary>
public sealed record PictureJson
{
    public required string Url { get; init; }

    /// <summary>In pixels.</summary>
    public required int Width { get; init; }

    /// <summary>In pixels.</summary>
    public required int Height { get; init; }

    /// <summary>What can be seen, for those who cannot see it.</summary>
    public required string Alt { get; init; }
    public required string Credit { get; init; }
}

/// <summary>Makes the API's articles of the paper's.</summary>
internal sealed class ArticleJsonMaker(Addresses addresses, BodyText body)
{
    private const int PictureWidth = 1200;

    public ArticleSummary Summary(ArticleCard card, Frame frame)
    {
        var language = Language.OrDefault(card.Language);
        return new ArticleSummary
        {
            Id = card.Id,
            Url = AddressOf(card, frame),
            Language = card.Language,
            Title = card.Title,
            Standfirst = card.Standfirst,
            Section = Of(frame.Sections[card.SectionId], language),
            Authors = Of(frame.Authors.Of(card.AuthorIds), language),
            PublishedAt = card.PublishedAt,
            ModifiedAt = card.ModifiedAt,
            Words = card.Words,
            Picture = Of(card.Picture),
        };
    }

    public ArticleDetail Detail(ReaderArticle article, IEnumerable<ArticleEntry> translations, Frame frame)
    {
        var card = article.Card;
        var language = Language.OrDefault(card.Language);
        return new ArticleDetail
        {
            Id = card.Id,
            Url = AddressOf(card, frame),
            Language = card.Language,
            Title = card.Title,
            Standfirst = card.Standfirst,
            Section = Of(frame.Sections[card.SectionId], language),
            Authors = Of(frame.Authors.Of(card.AuthorIds), language),
            PublishedAt = card.PublishedAt,
            ModifiedAt = card.ModifiedAt,
            UpdatedAt = article.UpdatedAt,
            Words = card.Words,
            Picture = Of(article.HeroId is { } hero && article.Media.TryGetValue(hero, out var media) && media.Renditions.Count > 0 ? media.In(language) : null),
            Tags = [.. article.Tags.Select(tag => Of(tag, language))],
            BodyHtml = body.Elsewhere(article.Body, language, media: article.Media),
            Translations = [.. translations.Select(other => new TranslationJson(other.Id, other.Language, addresses.Absolute(Addresses.Article(other, frame.Sections[other.SectionId]))))],
            Corrections = [.. article.Corrections.Select(correction => new CorrectionJson(correction.At, correction.Text))],
        };
    }

    private string AddressOf(ArticleCard card, Frame frame) => addresses.Absolute(Addresses.Article(card, frame.Sections[card.SectionId]));

    private NamedJson Of(Section section, Language language) =>
        new(section.Slug, section.Name.In(language), addresses.Absolute(Addresses.Section(language, section)));

    private NamedJson Of(Tag tag, Language language) => new(tag.Slug, tag.Name.In(language), addresses.Absolute(Addresses.Tag(language, tag.Slug)));

    private List<NamedJson> Of(IEnumerable<Author> authors, Language language) =>
        [.. authors.Select(author => new NamedJson(author.Slug, author.Name, addresses.Absolute(Addresses.Author(language, author.Slug))))];

    private PictureJson? Of(Picture? picture)
    {
        if (picture is null)
            return null;
        var size = picture.AtLeast(PictureWidth);
        return new PictureJson { Url = addresses.Absolute(size.Address), Width = size.Width, Height = size.Height, Alt = picture.Alt, Credit = picture.Credit };
    }
}
