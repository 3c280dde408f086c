using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Transfer.Markdown;

namespace NewsSite.Transfer.Demo;

/// <summary>The demo paper's jobs and those who offer them.</summary>
internal sealed class DemoJobs(NewsDb db, JobsDesk desk, PaperClock clock)
{
    private readonly Dictionary<string, Category> _categories = [];
    private readonly Dictionary<string, (DemoEmployer Demo, Employer Employer)> _employers = [];

    public async Task AddListsAsync(DemoContent content, DemoPictures pictures, CancellationToken cancel)
    {
        foreach (var (position, category) in content.Categories.Index())
            _categories.Add(category.Slug, Add(new Category { Slug = category.Slug, Name = new LocalizedText(category.Name), Position = position }));
        foreach (var employer in content.Employers)
        {
            _employers.Add(employer.Slug, (employer, Add(new Employer
            {
                Slug = employer.Slug,
                Name = employer.Name,
                About = employer.About,
                Language = employer.Language,
                Website = employer.Website,
                Logo = await pictures.LogoAsync(employer, cancel),
                CreatedAt = clock.Now,
            })));
        }
    }

    public void AddPostings(DemoContent content)
    {
        var markdown = new MarkdownToBlocks(new MarkdownReferences { Picture = _ => null, Article = _ => null });
        foreach (var demo in content.Postings)
            AddPosting(demo, markdown);
    }

    private void AddPosting(DemoPosting demo, MarkdownToBlocks markdown)
    {
        var front = demo.File.Front;
        if (!_employers.TryGetValue(demo.Employer, out var employer))
            throw front.Problem("employer", $"there is no '{demo.Employer}'");
        if (!_categories.TryGetValue(demo.Category, out var category))
            throw front.Problem("category", $"there is no '{demo.Category}'");
        var posting = new Posting
        {
            Employer = employer.Employer,
            Category = category,
            Language = demo.Language.Code,
            Title = demo.Title,
            Slug = demo.Slug,
            Description = markdown.Convert(demo.File),
            Contract = demo.Contract,
            Hours = demo.Hours,
            Workplace = demo.Workplace,
            Countries = string.Join(' ', demo.Countries),
            LanguagesAsked = string.Join(' ', demo.LanguagesAsked),
            Salary = demo.Salary,
            ApplyMail = demo.ApplyMail,
            ApplyUrl = demo.ApplyUrl,
            Reference = demo.Reference,
            StartsOn = demo.Starts is { } starts ? MondayAfter(clock.Today.AddDays(starts.Days)) : null,
            CreatedAt = clock.Now,
            ClosesAt = EndOfDay(clock.Today.AddDays(demo.Closes.Days)),
        };
        posting.TopUntil = demo.IsTop ? posting.ClosesAt : null;
        IReadOnlyList<(string PostalCode, string Town)> places = demo.Places.Count > 0 ? demo.Places : [(employer.Demo.PostalCode, employer.Demo.Town)];
        posting.Locate([.. places.Select(place => new PostingPlace { PostalCode = place.PostalCode, Town = place.Town })]);
        db.Add(posting);
        desk.Publish(posting, clock.Now - demo.Age);
    }

    /// <summary>The last second of a day in the paper's zone.</summary>
    private DateTimeOffset EndOfDay(DateOnly day) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(23, 59, 59)), clock.Zone), TimeSpan.Zero);

    /// <summary>That day, or the first Monday after it: people start on Mondays.</summary>
    private static DateOnly MondayAfter(DateOnly day) => day.AddDays((8 - (int)day.DayOfWeek) % 7);

    private T Add<T>(T thing)
        where T : class, ILogged
    {
        db.Add(thing);
        db.Note(thing);
        return thing;
    }
}
