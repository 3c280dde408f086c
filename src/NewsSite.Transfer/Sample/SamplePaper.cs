using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Platform.Site;

namespace NewsSite.Transfer.Sample;

/// <summary>How much to make up.</summary>
public sealed record SampleOptions
{
    public required int Articles { get; init; }
    public required int Jobs { get; init; }

    /// <summary>The same seed makes the same sample.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>How far the work is.</summary>
/// <param name="What">articles or jobs.</param>
public sealed record SampleProgress(string What, int Done, int Total);

/// <summary>
/// Adds made-up articles and jobs, with orders and figures, to whatever is there, to try the site at size. Each batch is a write of its own with a
/// database context of its own, so that the site stays responsive beside it and memory stays flat.
/// </summary>
public sealed class SamplePaper(IServiceScopeFactory scopes, PaperClock clock)
{
    private const int BatchSize = 250;

    public async Task LoadAsync(SampleOptions options, IProgress<SampleProgress>? progress = null, CancellationToken cancel = default)
    {
        var now = clock.Now;
        var shelf = await InScopeAsync(db => new SampleLists(db).ShelfAsync(options, cancel));
        var articles = new SampleArticles(options.Seed, options.Articles, shelf);
        for (var done = 0; done < options.Articles; done += BatchSize)
        {
            var batch = Enumerable.Range(done, Math.Min(BatchSize, options.Articles - done));
            await AddArticlesAsync(batch.Select(articles.Make), now, cancel);
            progress?.Report(new SampleProgress("articles", Math.Min(done + BatchSize, options.Articles), options.Articles));
        }
        if (options.Jobs == 0)
            return;
        var categories = await InScopeAsync(db => new SampleLists(db).CategoriesAsync(cancel));
        var jobs = new SampleJobs(options.Seed, options.Jobs, [.. categories.Keys]);
        var employers = await InScopeAsync(db => new SampleLists(db).EmployersAsync(jobs, now, cancel));
        for (var done = 0; done < options.Jobs; done += BatchSize)
        {
            var batch = Enumerable.Range(done, Math.Min(BatchSize, options.Jobs - done));
            await AddPostingsAsync(options.Seed, done, [.. batch.Select(jobs.Make)], employers, cancel);
            progress?.Report(new SampleProgress("jobs", Math.Min(done + BatchSize, options.Jobs), options.Jobs));
        }
    }

    private async Task<T> InScopeAsync<T>(Func<NewsDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<NewsDb>());
    }

    private async Task AddArticlesAsync(IEnumerable<SampleArticle> batch, DateTimeOffset now, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var desk = scope.ServiceProvider.GetRequiredService<EditorialDesk>();
        var sections = await db.Set<Section>().ToDictionaryAsync(section => section.Id, cancel);
        foreach (var sample in batch)
        {
            var article = desk.Start(new NewArticle
            {
                Language = sample.Language,
                Section = sections[sample.Section],
                Text = sample.Text,
                AuthorIds = sample.Authors,
                TagIds = sample.Tags,
            });
            desk.Publish(article, article.Versions[0], now - sample.Age);
            if (sample.Updated is { } updated)
                article.MarkUpdated(Microseconds.Cut(now - updated));
        }
        await db.SaveAsync(cancel);
    }

    private async Task AddPostingsAsync(int seed, int first, IReadOnlyList<SampleJob> samples, IReadOnlyList<long> employers, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var desk = scope.ServiceProvider.GetRequiredService<JobsDesk>();
        await using var write = await db.BeginWriteAsync(cancel);
        var ids = samples.Select(sample => employers[sample.Employer]).Distinct().ToList();
        var known = await db.Set<Employer>().Where(employer => ids.Contains(employer.Id)).ToDictionaryAsync(employer => employer.Id, cancel);
        var categories = await db.Set<Category>().ToDictionaryAsync(category => category.Slug, cancel);
        var postings = new List<Posting>();
        foreach (var sample in samples)
        {
            var posting = Posting(sample, known[employers[sample.Employer]], clock.Now);
            posting.Category = categories[sample.Category];
            db.Add(posting);
            desk.Publish(posting, clock.Now - sample.Age);
            postings.Add(posting);
        }
        await db.SaveChangesAsync(cancel);
        await new SampleOrders(db, seed, clock).AddAsync(postings, first, cancel);
        await write.CommitAsync(cancel);
    }

    private Posting Posting(SampleJob sample, Employer employer, DateTimeOffset now)
    {
        var closes = Microseconds.Cut(now + sample.Closes);
        var posting = new Posting
        {
            Employer = employer,
            Language = sample.Language.Code,
            Title = sample.Title,
            Slug = Slug.From(sample.Title),
            Description = sample.Description,
            Contract = sample.Contract,
            Hours = sample.Hours,
            Workplace = sample.Workplace,
            Countries = sample.Workplace == Workplace.Remote ? "BE" : "",
            LanguagesAsked = sample.LanguagesAsked,
            Salary = sample.Salary,
            ApplyMail = sample.AppliesByMail ? $"jobs@{employer.Slug}.example" : "",
            ApplyUrl = sample.AppliesByMail ? "" : $"https://{employer.Slug}.example/jobs/{sample.Reference}",
            Reference = sample.Reference,
            StartsOn = sample.StartsInDays is { } days ? clock.Today.AddDays(days) : null,
            CreatedAt = now,
            ClosesAt = closes,
            TopUntil = sample.IsTop ? closes : null,
        };
        posting.Locate([.. sample.Places.Select(place => new PostingPlace { PostalCode = place.PostalCode, Town = place.Town })]);
        return posting;
    }
}
