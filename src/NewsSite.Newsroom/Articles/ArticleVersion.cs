using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.Articles;

/// <summary>What an article said at one moment. Rows are written once and never changed.</summary>
public sealed class ArticleVersion
{
    private ArticleVersion()
    {
    }

    public ArticleVersion(int number, ArticleText text, Editor by, DateTimeOffset at)
    {
        Number = number;
        Title = text.Title;
        Standfirst = text.Standfirst;
        Body = text.Body;
        HeroId = text.HeroId;
        HeroCaption = text.HeroCaption;
        At = at;
        ById = by.UserId;
        ByName = by.Name;
    }

    public long ArticleId { get; private set; }

    /// <summary>1, 2, 3 … within the article.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";
    public string Standfirst { get; private set; } = "";
    public BlockDocument Body { get; private set; } = BlockDocument.Empty;
    public long? HeroId { get; private set; }
    public string HeroCaption { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Who wrote it; 0 and no name for what the paper did by itself, such as an import.</summary>
    public long ById { get; private set; }
    public string ByName { get; private set; } = "";

    public ArticleText Text => new() { Title = Title, Standfirst = Standfirst, Body = Body, HeroId = HeroId, HeroCaption = HeroCaption };
}
