using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Languages;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages.StructuredData;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

[KeptForEverybody]
public sealed class JobModel(OpenPostings postings, EndedPages ended, BodyText body, IStringLocalizer<Interface> texts) : ReaderPage
{
    private const int Similar = 4;

    public Posting Posting { get; private set; } = null!;
    public bool IsOpen { get; private set; }
    public IReadOnlyList<JobCard> SimilarJobs { get; private set; } = [];

    /// <summary>When it ended, for an ended job.</summary>
    public DateTimeOffset EndedAt { get; private set; }

    public Vacancy Vacancy => new() { Posting = Posting, Frame = Frame, IsOpen = IsOpen, EndedAt = EndedAt, SimilarJobs = SimilarJobs };

    public async Task<IActionResult> OnGetAsync(long id, string? slug, CancellationToken cancel)
    {
        if (await postings.FindAsync(id, cancel) is not { } posting)
            return await postings.WasShownAsync(id, cancel) ? Gone() : NotFound();
        IsOpen = postings.IsOpen(posting);
        if (!IsOpen && !ended.Shows(posting))
            return Gone();
        if (slug != posting.Slug)
            return Moved(Addresses.Job(Language, id, posting.Slug));
        Posting = posting;
        EndedAt = EndedPages.EndOf(posting);
        SimilarJobs = await postings.SimilarAsync(posting, Similar, cancel);
        Describe();
        return Page();
    }

    private void Describe()
    {
        Head.Title = $"{Posting.Title}, {Posting.Employer.Name}";
        Head.Description = Excerpt.Of(Posting.Description.PlainText());
        Head.Canonical = Addresses.CanonicalJob(Posting);
        // One advert in one language, under three interfaces: no translations to announce, but the switch stays on the job.
        Head.Alternates = [.. Language.All.Select(language => new Alternate(language, Addresses.Job(language, Posting.Id, Posting.Slug)))];
        Head.AnnouncesAlternates = false;
        Head.Current = "jobs";
        Head.NoIndex = !IsOpen;
        if (IsOpen && JobData.Of(Posting, body.Elsewhere(Posting.Description, Language.OrDefault(Posting.Language)), Addresses) is { } data)
            Head.StructuredData.Add(JsonLd.Element(data));
        Head.StructuredData.Add(JsonLd.Element(BreadcrumbData.Of(Frame, Addresses, [new Crumb(texts["Jobs"], Addresses.Jobs(Language)), new Crumb(Posting.Title, null)])));
    }
}
