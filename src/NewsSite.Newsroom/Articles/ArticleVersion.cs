using NewsSite.Newsroom.Media;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.Articles;

/// <summary>Why a version was kept; stored by name.</summary>
public enum VersionCause
{
    /// <summary>As it came into the paper, such as by import.</summary>
    Written,

    /// <summary>As somebody left it when somebody else went on with it.</summary>
    Saved,
    HandedIn,
    SentBack,
    Ready,
    Published,

    /// <summary>As it was said again, from an older version.</summary>
    RolledBack,
}

/// <summary>What an article said at one moment. Rows are written once and never changed.</summary>
public sealed class ArticleVersion
{
    private readonly List<VersionPicture> _pictures = [];

    private ArticleVersion()
    {
    }

    public ArticleVersion(int number, ArticleText text, Editor by, DateTimeOffset at, VersionCause cause = VersionCause.Written)
    {
        Cause = cause;
        Number = number;
        Title = text.Title;
        Standfirst = text.Standfirst;
        Body = text.Body;
        HeroId = text.HeroId;
        HeroCaption = text.HeroCaption;
        SearchTitle = text.SearchTitle;
        SearchText = text.SearchText;
        At = at;
        ById = by.UserId;
        ByName = by.Name;
        ShownPicture.Follow(_pictures, HeroId, Body, media => new VersionPicture { MediaId = media });
    }

    public long ArticleId { get; private set; }

    /// <summary>1, 2, 3 … within the article.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";
    public string Standfirst { get; private set; } = "";
    public BlockDocument Body { get; private set; } = BlockDocument.Empty;
    public long? HeroId { get; private set; }
    public string HeroCaption { get; private set; } = "";
    public string SearchTitle { get; private set; } = "";
    public string SearchText { get; private set; } = "";

    /// <summary>Who signed it then, in order; null: it was not kept.</summary>
    public IReadOnlyList<long>? AuthorIds { get; private set; }

    /// <summary>The tags that it had then; null: they were not kept.</summary>
    public IReadOnlyList<long>? TagIds { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Who wrote it; 0 and no name for what the paper did by itself, such as an import.</summary>
    public long ById { get; private set; }
    public string ByName { get; private set; } = "";

    /// <summary>Why it was kept.</summary>
    public VersionCause Cause { get; private set; }

    /// <summary>What the text shows; read only by who looks for a picture's uses.</summary>
    public IReadOnlyList<VersionPicture> Pictures => _pictures;

    /// <summary>Keeps who signed it and what it was about beside the text.</summary>
    internal ArticleVersion Naming(IReadOnlyList<long> authorIds, IReadOnlyList<long> tagIds)
    {
        (AuthorIds, TagIds) = ([.. authorIds], [.. tagIds]);
        return this;
    }

    public ArticleText Text => new()
    {
        Title = Title,
        Standfirst = Standfirst,
        Body = Body,
        HeroId = HeroId,
        HeroCaption = HeroCaption,
        SearchTitle = SearchTitle,
        SearchText = SearchText,
    };
}
