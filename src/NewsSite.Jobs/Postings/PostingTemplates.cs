using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Jobs.Postings;

/// <summary>A company's adverts to use again.</summary>
public sealed class PostingTemplates(NewsDb db)
{
    public const int LongestName = 80;

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<PostingTemplate>> OfAsync(long employer, CancellationToken cancel = default) =>
        await db.Set<PostingTemplate>().AsNoTracking().Where(template => template.EmployerId == employer).OrderBy(template => template.Name).ThenBy(template => template.Id).Take(200).ToListAsync(cancel);

    public Task<PostingTemplate?> FindAsync(long employer, long id, CancellationToken cancel = default) =>
        db.Set<PostingTemplate>().SingleOrDefaultAsync(template => template.Id == id && template.EmployerId == employer, cancel);

    public async Task KeepAsync(long employer, string name, PostingContent content, CancellationToken cancel = default)
    {
        db.Add(new PostingTemplate { EmployerId = employer, Name = name, Content = content.ToJson() });
        await db.SaveAsync(cancel);
    }

    public async Task RemoveAsync(PostingTemplate template, CancellationToken cancel = default)
    {
        db.Remove(template);
        await db.SaveAsync(cancel);
    }
}
