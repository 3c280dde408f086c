using NewsSite.Jobs.Postings;
using NewsSite.Platform.Site;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>Makes postings that are in no table, so that the page of a job shows what is not there yet.</summary>
public sealed class PreviewPostings(PostingVocabulary vocabulary, PaperClock clock)
{
    /// <param name="company">With as much as is known of it.</param>
    public async Task<Posting> MakeAsync(PostingContent content, NewsSite.Jobs.Employers.Employer company)
    {
        var posting = new Posting { Employer = company, Language = content.Language, Title = content.Title, Slug = "", CreatedAt = clock.Now };
        content.ApplyTo(posting);
        posting.Category = content.Category is { } slug && (await vocabulary.CategoriesAsync()).TryGetValue(slug, out var category) ? category : null;
        posting.Publish(clock.Now);
        return posting;
    }

    /// <summary>A company that nobody knows yet.</summary>
    /// <param name="name">Empty: they have not said it yet.</param>
    public NewsSite.Jobs.Employers.Employer Unknown(string name, string otherwise) =>
        new() { Slug = "x", Name = name.Length > 0 ? name : otherwise, CreatedAt = clock.Now };
}
