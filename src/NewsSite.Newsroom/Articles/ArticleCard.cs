using System.Linq.Expressions;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Articles;

/// <summary>What a list shows of an article.</summary>
public sealed record ArticleCard
{
    public required long Id { get; init; }
    public required string Language { get; init; }
    public required long SectionId { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Standfirst { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset ModifiedAt { get; init; }
    public required int Words { get; init; }
    public required bool IsPinned { get; init; }
    public IReadOnlyList<long> AuthorIds { get; init; } = [];
    public IReadOnlyList<Rendition>? Renditions { get; init; }
    public LocalizedText? Alt { get; init; }

    /// <summary>Where the eye goes in the picture, in percent.</summary>
    public int? FocusX { get; init; }

    /// <inheritdoc cref="FocusX"/>
    public int? FocusY { get; init; }

    public Picture? Picture => Renditions is { Count: > 0 }
        ? new Picture { Renditions = Renditions, Alt = Alt!.In(Platform.Languages.Language.OrDefault(Language)), Focus = new Focus(FocusX ?? Focus.Centre.X, FocusY ?? Focus.Centre.Y) }
        : null;

    /// <summary>Where this card stands in a list, newest first.</summary>
    public ListKey Key => new(PublishedAt, Id);

    internal static readonly Expression<Func<Article, ArticleCard>> Of = article => new ArticleCard
    {
        Id = article.Id,
        Language = article.Language,
        SectionId = article.SectionId,
        Slug = article.Slug,
        Title = article.Title,
        Standfirst = article.Standfirst,
        PublishedAt = article.PublishedAt!.Value,
        ModifiedAt = article.ModifiedAt,
        Words = article.Words,
        IsPinned = article.IsPinned,
        AuthorIds = article.Bylines.OrderBy(byline => byline.Position).Select(byline => byline.AuthorId).ToList(),
        Renditions = article.Hero!.Renditions,
        Alt = article.Hero!.Alt,
        FocusX = (int?)article.Hero!.FocusX,
        FocusY = (int?)article.Hero!.FocusY,
    };
}
