namespace NewsSite.Transfer.Demo;

/// <summary>Everything that the demo paper consists of, read from its files but not yet written anywhere.</summary>
internal sealed record DemoContent
{
    public required IReadOnlyList<DemoSection> Sections { get; init; }
    public required IReadOnlyList<DemoTerm> Tags { get; init; }
    public required IReadOnlyList<DemoAuthor> Authors { get; init; }
    public required IReadOnlyList<DemoPicture> Pictures { get; init; }

    /// <summary>The oldest first, so that ids rise with time as in a paper that grew.</summary>
    public required IReadOnlyList<DemoArticle> Articles { get; init; }
    public required IReadOnlyList<DemoStaticPage> Pages { get; init; }
    public required IReadOnlyList<DemoTerm> Categories { get; init; }
    public required IReadOnlyList<DemoEmployer> Employers { get; init; }

    /// <summary>The oldest first.</summary>
    public required IReadOnlyList<DemoPosting> Postings { get; init; }

    public static DemoContent Read() => new()
    {
        Sections = DemoFiles.List("sections.json", DemoJson.Default.ListDemoSection),
        Tags = DemoFiles.List("tags.json", DemoJson.Default.ListDemoTerm),
        Authors = DemoFiles.List("authors.json", DemoJson.Default.ListDemoAuthor),
        Pictures = DemoFiles.List("pictures.json", DemoJson.Default.ListDemoPicture),
        Articles = [.. DemoFiles.In("Articles").Select(DemoArticle.Read).OrderByDescending(article => article.Age)],
        Pages = [.. DemoFiles.In("Pages").Select(DemoStaticPage.Read)],
        Categories = DemoFiles.List("categories.json", DemoJson.Default.ListDemoTerm),
        Employers = DemoFiles.List("employers.json", DemoJson.Default.ListDemoEmployer),
        Postings = [.. DemoFiles.In("Postings").Select(DemoPosting.Read).OrderByDescending(posting => posting.Age)],
    };
}
