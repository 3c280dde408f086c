using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Site;

namespace NewsSite.Transfer.Demo;

/// <summary>Fills an empty database with an invented paper, so that a first start shows something to read. Makes no login.</summary>
public sealed class DemoPaper(NewsDb db, FileStore files, EditorialDesk editors, JobsDesk jobs, PaperClock clock)
{
    /// <summary>Writes the whole paper in one transaction, so that what is interrupted leaves nothing behind.</summary>
    /// <returns>False where there is a paper already; then nothing was done.</returns>
    public async Task<bool> FillAsync(CancellationToken cancel = default)
    {
        if (!await IsEmptyAsync(cancel))
            return false;
        var content = DemoContent.Read();
        var pictures = new DemoPictures(files);
        await using var write = await db.BeginWriteAsync(cancel);
        if (!await IsEmptyAsync(cancel))
            return false;
        var newsroom = new DemoNewsroom(db, editors, clock.Now);
        var openings = new DemoJobs(db, jobs, clock);
        await newsroom.AddListsAsync(content, pictures, cancel);
        await openings.AddListsAsync(content, pictures, cancel);
        await db.SaveChangesAsync(cancel);
        newsroom.AddAuthors(content);
        await db.SaveChangesAsync(cancel);
        newsroom.AddArticles(content);
        openings.AddPostings(content);
        await db.SaveChangesAsync(cancel);
        await newsroom.PublishAsync(content, cancel);
        await write.CommitAsync(cancel);
        return true;
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancel) =>
        !await db.Set<Section>().AnyAsync(cancel) && !await db.Set<Article>().AnyAsync(cancel) && !await db.Set<Posting>().AnyAsync(cancel);
}
