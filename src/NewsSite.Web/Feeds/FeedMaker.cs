using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Feeds;

/// <summary>A list that is offered as a feed.</summary>
public sealed record FeedList
{
    /// <summary>Empty: the paper's name alone.</summary>
    public string Title { get; init; } = "";

    /// <summary>Empty: the paper's own.</summary>
    public string Description { get; init; } = "";

    /// <summary>The path of the page that shows it.</summary>
    public required string Home { get; init; }
}

/// <summary>Makes feeds of articles and jobs: whole texts, pictures, authors and subjects.</summary>
public sealed class FeedMaker(WholeArticles whole, PublishedArticles published, BodyText body, Addresses addresses, Words words, IStringLocalizer<Interface> texts)
{
    public const int Size = 30;

    /// <summary>Pixels: wide enough for a large screen, light enough for a phone.</summary>
    private const int PictureWidth = 1200;

    /// <inheritdoc cref="PictureWidth"/>
    private const int LogoWidth = 320;

    public async Task<Feed> OfAsync(FeedList list, IReadOnlyList<ArticleCard> cards, Frame frame, CancellationToken cancel)
    {
        var articles = await whole.OfAsync(cards, cancel);
        var named = articles.SelectMany(article => article.Body.Root.Content).Select(block => block.NumberAttribute("article")).OfType<long>();
        var related = await published.OfAsync([.. named.Distinct()], cancel);
        var items = articles.Select(article => Item(article, related, frame)).ToList();
        return Make(list, items, items.Count == 0 ? null : items.Max(item => item.ModifiedAt), frame);
    }

    /// <param name="modifiedAt">When the list last changed; jobs that end make no newer item.</param>
    public Feed Of(FeedList list, IReadOnlyList<Posting> postings, DateTimeOffset? modifiedAt, Frame frame) =>
        Make(list, [.. postings.Select(posting => Item(posting, frame.Language))], modifiedAt, frame);

    private Feed Make(FeedList list, IReadOnlyList<FeedItem> items, DateTimeOffset? updatedAt, Frame frame) => new()
    {
        Title = list.Title.Length == 0 ? frame.SiteName : $"{list.Title} – {frame.SiteName}",
        Description = list.Description.Length == 0 ? texts["News from Brussels, and jobs in Brussels and beyond."] : list.Description,
        Language = frame.Language,
        SiteName = frame.SiteName,
        Origin = addresses.Origin,
        Logo = frame.Logo is { } logo ? Picture(logo, LogoWidth) : null,
        Home = addresses.Absolute(list.Home),
        Items = items,
        UpdatedAt = updatedAt,
    };

    private FeedItem Item(ReaderArticle article, IReadOnlyDictionary<long, ArticleCard> related, Frame frame)
    {
        var card = article.Card;
        var language = Language.OrDefault(card.Language);
        var section = frame.Sections[card.SectionId];
        var hero = article.HeroId is { } id && article.Media.TryGetValue(id, out var media) && media.Renditions.Count > 0 ? media.In(language) : null;
        if (hero is not null && article.HeroCaption.Length > 0)
            hero = hero with { Caption = article.HeroCaption };
        return new FeedItem
        {
            Id = LastingId.Of("article", card.Id, article.CreatedAt),
            Address = addresses.Absolute(Addresses.Article(card, section)),
            Language = card.Language,
            Title = card.Title,
            Summary = card.Standfirst.Length > 0 ? card.Standfirst : Excerpt.Of(article.Body.PlainText()),
            Content = body.Elsewhere(article.Body, language, new BodyLead(card.Standfirst, hero) { Notes = [.. article.Corrections.Select(Note)] }, article.Media, block => Link(block, related, frame)),
            PublishedAt = card.PublishedAt,
            ModifiedAt = card.ModifiedAt > card.PublishedAt ? card.ModifiedAt : card.PublishedAt,
            Authors = [.. frame.Authors.Of(card.AuthorIds).Select(author => new FeedAuthor(author.Name, addresses.Absolute(Addresses.Author(language, author.Slug))))],
            Categories = [.. frame.Sections.Path(section).Select(inner => inner.Name.In(language)).Concat(article.Tags.Select(tag => tag.Name.In(language))).Distinct()],
            Picture = hero is null ? null : Picture(hero, PictureWidth),
        };
    }

    private BodyNote Note(Correction correction) => new(texts["Correction, {0}:", words.DayAndTime(correction.At)], correction.Text);

    /// <summary>Another article to read is a link to it, a block of jobs one to the list; what readers do not see is left out.</summary>
    private BodyLink? Link(Block block, IReadOnlyDictionary<long, ArticleCard> related, Frame frame) => block.Type switch
    {
        "relatedArticle" when block.NumberAttribute("article") is { } id && related.TryGetValue(id, out var card) =>
            new BodyLink(texts["Read also"] + ":", card.Title, Addresses.Article(card, frame.Sections[card.SectionId])),
        "jobsBlock" => new BodyLink("", block.TextAttribute("title") is { Length: > 0 } title ? title : texts["See all jobs"], Addresses.Jobs(frame.Language)),
        _ => null,
    };

    private FeedItem Item(Posting posting, Language language)
    {
        var categories = new List<string>();
        if (posting.Category is { } category)
            categories.Add(category.Name.In(language));
        categories.AddRange(posting.Places.Select(place => place.Town));
        return new FeedItem
        {
            Id = LastingId.Of("posting", posting.Id, posting.CreatedAt),
            Address = addresses.Absolute(Addresses.CanonicalJob(posting)),
            Language = posting.Language,
            Title = $"{posting.Title}, {posting.Employer.Name}",
            Summary = Excerpt.Of(posting.Description.PlainText()),
            Content = body.Elsewhere(posting.Description, Language.OrDefault(posting.Language)),
            PublishedAt = posting.PublishedAt!.Value,
            ModifiedAt = posting.ModifiedAt > posting.PublishedAt ? posting.ModifiedAt : posting.PublishedAt.Value,
            Authors = [new FeedAuthor(posting.Employer.Name, addresses.Absolute(Addresses.Employer(language, posting.Employer.Slug)))],
            Categories = [.. categories.Distinct()],
        };
    }

    private FeedPicture Picture(Picture picture, int width)
    {
        var rendition = picture.AtLeast(width);
        return new FeedPicture
        {
            Address = addresses.Absolute(rendition.Address),
            Type = MediaRoutes.TypeOf(rendition.File),
            Width = rendition.Width,
            Height = rendition.Height,
            Description = picture.Alt,
            Credit = picture.Credit,
        };
    }
}
