using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Applications;
using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests;

/// <summary>An article as a test wants it; sections, tags and authors are named by slug and made when they are new.</summary>
public sealed record Piece(string Title)
{
    public Language Language { get; init; } = Language.English;
    public string Section { get; init; } = "city";
    public string Standfirst { get; init; } = "";
    public BlockDocument Body { get; init; } = BlockDocument.Of([Block.Paragraph("Some words.")]);
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Null: now, by the test's clock.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
    public ArticleState State { get; init; } = ArticleState.Published;
    public bool IsPinned { get; init; }
    public long? TranslationGroup { get; init; }
}

/// <summary>A posting as a test wants it.</summary>
public sealed record Job(string Title)
{
    public string Employer { get; init; } = "harbour";
    public string? Category { get; init; }
    public Language Language { get; init; } = Language.English;
    public BlockDocument Description { get; init; } = BlockDocument.Of([Block.Paragraph("Some work.")]);
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? ClosesAt { get; init; }
    public DateTimeOffset? TopUntil { get; init; }
    public Salary? Salary { get; init; }
    public string Town { get; init; } = "Brussels";
    public bool IsPublished { get; init; } = true;
    public bool TakesApplications { get; init; }
    public ApplyForm? ApplyForm { get; init; }
    public string ApplyUrl { get; init; } = "";
}

/// <summary>Fills a paper through the same desks that editors use.</summary>
public static class Contents
{
    public static async Task<long> AddAsync(this Paper paper, Piece piece, CancellationToken cancel) => (await paper.AddAsync([piece], cancel))[0];

    /// <returns>The ids, in order.</returns>
    public static async Task<IReadOnlyList<long>> AddAsync(this Paper paper, IEnumerable<Piece> pieces, CancellationToken cancel)
    {
        var services = paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        var desk = services.GetRequiredService<EditorialDesk>();
        var articles = new List<Article>();
        foreach (var piece in pieces)
        {
            var article = desk.Start(new NewArticle
            {
                Language = piece.Language,
                Section = await SectionAsync(db, piece.Section, cancel),
                Text = new ArticleText { Title = piece.Title, Standfirst = piece.Standfirst, Body = piece.Body },
                AuthorIds = await IdsAsync(db, piece.Authors, slug => new Author { Slug = slug, Name = slug }, author => author.Slug, author => author.Id, cancel),
                TagIds = await IdsAsync(db, piece.Tags, slug => new Tag { Slug = slug, Name = new LocalizedText(Language.English, slug) }, tag => tag.Slug, tag => tag.Id, cancel),
            });
            article.IsPinned = piece.IsPinned;
            article.TranslationGroup = piece.TranslationGroup;
            if (piece.State is ArticleState.Published or ArticleState.Unpublished)
                desk.Publish(article, article.Versions[0], piece.PublishedAt);
            if (piece.State is not ArticleState.Published)
                article.Hold(piece.State);
            articles.Add(article);
        }
        await db.SaveAsync(cancel);
        return [.. articles.Select(article => article.Id)];
    }

    /// <summary>Takes an article back.</summary>
    public static async Task UnpublishAsync(this Paper paper, long id, CancellationToken cancel)
    {
        var services = paper.NewScope();
        var desk = services.GetRequiredService<EditorialDesk>();
        desk.Unpublish((await desk.FindAsync(id, cancel))!);
        await services.GetRequiredService<NewsDb>().SaveAsync(cancel);
    }

    public static async Task<long> AddAsync(this Paper paper, Job job, CancellationToken cancel) => (await paper.AddAsync([job], cancel))[0];

    public static async Task<IReadOnlyList<long>> AddAsync(this Paper paper, IEnumerable<Job> jobs, CancellationToken cancel)
    {
        var services = paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        var desk = services.GetRequiredService<JobsDesk>();
        var postings = new List<Posting>();
        foreach (var job in jobs)
        {
            var posting = new Posting
            {
                Employer = await FindOrAddAsync(db, job.Employer, slug => new Employer { Slug = slug, Name = slug, CreatedAt = paper.Clock.Now }, employer => employer.Slug, cancel),
                Category = job.Category is null ? null : await FindOrAddAsync(db, job.Category, slug => new Category { Slug = slug, Name = new LocalizedText(Language.English, slug) }, category => category.Slug, cancel),
                Language = job.Language.Code,
                Title = job.Title,
                Slug = Platform.Html.Slug.From(job.Title),
                Description = job.Description,
                ClosesAt = job.ClosesAt,
                TopUntil = job.TopUntil,
                Salary = job.Salary,
                TakesApplications = job.TakesApplications,
                ApplyForm = job.ApplyForm,
                ApplyUrl = job.ApplyUrl,
                CreatedAt = paper.Clock.Now,
            };
            posting.Locate([new PostingPlace { Town = job.Town }]);
            db.Add(posting);
            if (job.IsPublished)
                desk.Publish(posting, job.PublishedAt);
            postings.Add(posting);
        }
        await db.SaveAsync(cancel);
        return [.. postings.Select(posting => posting.Id)];
    }

    /// <summary>The employer closes a job.</summary>
    public static async Task CloseAsync(this Paper paper, long id, CancellationToken cancel)
    {
        var services = paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        services.GetRequiredService<JobsDesk>().Close(await db.Set<Posting>().SingleAsync(posting => posting.Id == id, cancel));
        await db.SaveAsync(cancel);
    }

    /// <summary>Makes a section inside another; pieces name it by its slug.</summary>
    public static async Task<long> AddSectionAsync(this Paper paper, string slug, string? parent, CancellationToken cancel)
    {
        var db = paper.New<NewsDb>();
        var section = await SectionAsync(db, slug, cancel);
        section.ParentId = parent is null ? null : (await SectionAsync(db, parent, cancel)).Id;
        db.Note(section);
        await db.SaveAsync(cancel);
        return section.Id;
    }

    private static Task<Section> SectionAsync(NewsDb db, string slug, CancellationToken cancel) =>
        FindOrAddAsync(db, slug, name => new Section { Slug = name, Name = new LocalizedText(Language.English, name) }, section => section.Slug, cancel);

    private static async Task<IReadOnlyList<long>> IdsAsync<T>(
        NewsDb db, IReadOnlyList<string> slugs, Func<string, T> make, Func<T, string> slugOf, Func<T, long> idOf, CancellationToken cancel)
        where T : class
    {
        var ids = new List<long>();
        foreach (var slug in slugs)
            ids.Add(idOf(await FindOrAddAsync(db, slug, make, slugOf, cancel)));
        return ids;
    }

    private static async Task<T> FindOrAddAsync<T>(NewsDb db, string slug, Func<string, T> make, Func<T, string> slugOf, CancellationToken cancel)
        where T : class
    {
        if (db.Set<T>().Local.Count == 0)
            await db.Set<T>().LoadAsync(cancel);
        if (db.Set<T>().Local.FirstOrDefault(known => slugOf(known) == slug) is { } found)
            return found;
        var made = make(slug);
        db.Add(made);
        await db.SaveChangesAsync(cancel);
        return made;
    }
}
