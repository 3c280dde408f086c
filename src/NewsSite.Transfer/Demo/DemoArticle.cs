using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Languages;
using NewsSite.Transfer.Markdown;

namespace NewsSite.Transfer.Demo;

/// <summary>An article of the demo paper as its file describes it.</summary>
internal sealed record DemoArticle
{
    private static readonly string[] Keys =
        ["title", "standfirst", "section", "authors", "tags", "picture", "caption", "age", "updated", "translation"];

    public required MarkdownFile File { get; init; }
    public required Language Language { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string Standfirst { get; init; }
    public required string Section { get; init; }
    public required IReadOnlyList<string> Authors { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required string? Picture { get; init; }
    public required string Caption { get; init; }

    /// <summary>How long before the first start it was published.</summary>
    public required TimeSpan Age { get; init; }
    public required TimeSpan? Updated { get; init; }

    /// <summary>The name that its versions in other languages share.</summary>
    public required string? Translation { get; init; }

    /// <param name="name">Such as "Demo/Articles/nl/stoemp.md".</param>
    public static DemoArticle Read(string name)
    {
        var file = DemoFiles.Markdown(name);
        var front = file.Front;
        front.Allow(Keys);
        var path = name.Split('/');
        var slug = Path.GetFileNameWithoutExtension(name);
        if (path is not [_, _, var code, _] || Language.Find(code) is not { } language)
            throw new MarkdownException(name, 1, "must lie in Demo/Articles/en, nl or fr");
        if (!Platform.Html.Slug.IsValid(slug))
            throw new MarkdownException(name, 1, $"'{slug}' is not a slug");
        var article = new DemoArticle
        {
            File = file,
            Language = language,
            Slug = slug,
            Title = front.Need("title"),
            Standfirst = front.Need("standfirst"),
            Section = front.Need("section"),
            Authors = front.List("authors"),
            Tags = front.List("tags"),
            Picture = front.Find("picture"),
            Caption = front.Find("caption") ?? "",
            Age = DemoSpan.Need(front, "age"),
            Updated = DemoSpan.Find(front, "updated"),
            Translation = front.Find("translation"),
        };
        if (article.Updated >= article.Age)
            throw front.Problem("updated", "must be less long ago than 'age'");
        return article;
    }

    /// <summary>Its address once it has an id.</summary>
    public string PathOf(Article article) => $"{Language.Prefix}/news/{Section}/{article.Id}/{Slug}";
}
