using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Newsroom.Publishing;

/// <summary>A story about what readers see when; a task that runs by itself runs when the test says so.</summary>
public abstract class PublishingTest(DatabaseEngine engine) : DatabaseTest(engine)
{
    protected static readonly Editor An = new(1, "An");

    protected static PublishingOrder Order(long id) => new() { ArticleId = id, By = An };

    protected async Task<long> DraftAsync(string title, string words = "Words") =>
        (await New<WritingDesk>().StartAsync(Language.English, await ContentAsync(title, words), An, Cancel)).ArticleId;

    protected async Task<long> PublishedAsync(string title, string words = "Words")
    {
        var id = await DraftAsync(title, words);
        await DoneAsync(New<PublishingDesk>().PublishAsync(Order(id), Publication.Update, cancel: Cancel));
        return id;
    }

    protected async Task RewriteAsync(long id, string title, string words)
    {
        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        Assert.False((await New<WritingDesk>().SaveAsync(id, copy.Revision, await ContentAsync(title, words), An, Cancel))!.IsConflict);
    }

    protected static async Task<PublishingAnswer> DoneAsync(Task<PublishingAnswer> order)
    {
        var answer = await order;
        Assert.Null(answer.Problem);
        return answer;
    }

    protected static async Task RefusedAsync(PublishingProblem problem, Task<PublishingAnswer> order) => Assert.Equal(problem, (await order).Problem);

    /// <summary>What the recurring task does, a while later.</summary>
    protected async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        var due = New<DueArticles>();
        if (await due.IsAnyAsync(Cancel))
            await due.CarryOutAsync(Cancel);
        Assert.False(await New<DueArticles>().IsAnyAsync(Cancel));
    }

    /// <summary>The text that readers find; null: nothing; "gone" with where it leads.</summary>
    protected async Task<string?> ReadAsync(long id) => await New<ArticleReader>().FindAsync(id, Cancel) switch
    {
        { Article: { } article } => article.Body.PlainText(),
        { IsGone: true, MovedTo: var movedTo } => "gone" + movedTo,
        _ => null,
    };

    protected async Task<Article> FindAsync(long id) => (await New<EditorialDesk>().FindAsync(id, Cancel))!;

    /// <summary>The verbs of the audit trail about an article, in order, without those of writing.</summary>
    protected async Task<string> TrailAsync(long id) => string.Join(", ", await New<NewsDb>().Set<AuditEntry>()
        .Where(entry => entry.Kind == "article" && entry.ThingId == id && entry.Verb != "start" && entry.Verb != "write").OrderBy(entry => entry.Id).Select(entry => entry.Verb).ToListAsync(Cancel));

    protected async Task<ArticleContent> ContentAsync(string title, string words) => new()
    {
        Text = new ArticleText { Title = title, Body = BlockDocument.Of([Block.Paragraph(words)]) },
        SectionId = await SectionAsync("city"),
    };

    protected async Task<long> SectionAsync(string slug)
    {
        var db = New<NewsDb>();
        if (await db.Set<Section>().SingleOrDefaultAsync(section => section.Slug == slug, Cancel) is { } known)
            return known.Id;
        var section = new Section { Slug = slug, Name = new LocalizedText(Language.English, slug) };
        db.Add(section);
        await db.SaveAsync(Cancel);
        return section.Id;
    }
}
