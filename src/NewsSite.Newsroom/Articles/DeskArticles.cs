using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Presence;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;

namespace NewsSite.Newsroom.Articles;

/// <summary>What the newsroom may ask of the articles, published or not. Lists are in the order of the last work, paged by key.</summary>
public sealed class DeskArticles(NewsDb db, Visits visits)
{
    /// <summary>More than this is not counted, only said to be more.</summary>
    public const int MostCounted = 99;

    private IQueryable<Article> All => db.Set<Article>().AsNoTracking();

    public async Task<ListPage<DeskArticle>> PageAsync(DeskQuestion question, int size, CancellationToken cancel = default)
    {
        var rows = await RowsAsync(question, size + 1, cancel);
        var page = ListPage<DeskArticle>.Of(rows, size);
        var ids = page.Items.Select(article => article.Id).ToList();
        var bylines = (await db.Set<Byline>().AsNoTracking().Where(byline => ids.Contains(byline.ArticleId)).OrderBy(byline => byline.Position)
            .Select(byline => new { byline.ArticleId, byline.AuthorId }).ToListAsync(cancel)).ToLookup(byline => byline.ArticleId, byline => byline.AuthorId);
        var open = await visits.OfAsync(ids, cancel);
        return new ListPage<DeskArticle>(
            [.. page.Items.Select(article => article with { AuthorIds = article.AuthorIds ?? [.. bylines[article.Id]], OpenBy = [.. open[article.Id]] })],
            page.HasMore);
    }

    public Task<DeskArticle?> FindAsync(long id, CancellationToken cancel = default) =>
        WithCopies(All.Where(article => article.Id == id)).Select(Shown).SingleOrDefaultAsync(cancel);

    /// <summary>Those with these ids that are there.</summary>
    public async Task<IReadOnlyList<DeskArticle>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancel = default) =>
        await WithCopies(All.Where(article => ids.Contains(article.Id))).Select(Shown).ToListAsync(cancel);

    /// <summary>How many wait for an editor; over <see cref="MostCounted"/> it is not exact.</summary>
    public async Task<int> InReviewAsync(CancellationToken cancel = default) =>
        await db.Set<WorkingCopy>().Where(copy => copy.Stage == WorkStage.InReview).OrderBy(copy => copy.ArticleId).Take(MostCounted + 1).CountAsync(cancel)
        + await Imported.OrderBy(article => article.Id).Take(MostCounted + 1).CountAsync(cancel);

    /// <summary>Imported as handed in: nobody has opened them here yet.</summary>
    private IQueryable<Article> Imported =>
        All.Where(article => article.State == ArticleState.InReview && !db.Set<WorkingCopy>().Any(copy => copy.ArticleId == article.Id));

    private async Task<List<DeskArticle>> RowsAsync(DeskQuestion question, int take, CancellationToken cancel) => question.Part switch
    {
        DeskPart.InReview => Merged(take,
            await StagedAsync(WorkStage.InReview, question, take, cancel),
            await TouchedAsync(Imported, question, take, cancel)),
        DeskPart.Ready => await StagedAsync(WorkStage.Ready, question, take, cancel),
        DeskPart.Drafts => await TouchedAsync(All.Where(article => article.State == ArticleState.Draft), question, take, cancel),
        DeskPart.Scheduled => await TouchedAsync(All.Where(article => article.State == ArticleState.Scheduled), question, take, cancel),
        DeskPart.Published => await TouchedAsync(All.Where(article => article.State == ArticleState.Published), question, take, cancel),
        DeskPart.Unpublished => await TouchedAsync(All.Where(article => article.State == ArticleState.Unpublished), question, take, cancel),
        _ => await TouchedAsync(All.Where(article => article.State != ArticleState.Binned), question, take, cancel),
    };

    private async Task<List<DeskArticle>> TouchedAsync(IQueryable<Article> articles, DeskQuestion question, int take, CancellationToken cancel)
    {
        articles = Asked(articles, question);
        if (question.Before is { } key)
            articles = articles.Where(article => article.TouchedAt <= key.At && !(article.TouchedAt == key.At && article.Id >= key.Id));
        if (question.Since is { } since)
            articles = articles.Where(article => article.TouchedAt >= since);
        if (question.Until is { } until)
            articles = articles.Where(article => article.TouchedAt < until);
        articles = articles.OrderByDescending(article => article.TouchedAt).ThenByDescending(article => article.Id).Take(take);
        if (question.IsSearch)
        {
            // What is looked through is an index that holds what is asked; only what was found is read whole.
            var ids = await articles.Select(article => article.Id).ToListAsync(cancel);
            articles = All.Where(article => ids.Contains(article.Id));
        }
        return await WithCopies(articles).OrderByDescending(row => row.Article.TouchedAt).ThenByDescending(row => row.Article.Id).Select(Shown).ToListAsync(cancel);
    }

    /// <summary>Few are in a stage: they are read from the working copies' own index, in the order of the last save.</summary>
    private async Task<List<DeskArticle>> StagedAsync(WorkStage stage, DeskQuestion question, int take, CancellationToken cancel)
    {
        var copies = db.Set<WorkingCopy>().AsNoTracking().Where(copy => copy.Stage == stage);
        var articles = All.Where(article => article.State != ArticleState.Binned);
        if (question.Before is { } key)
            copies = copies.Where(copy => copy.SavedAt <= key.At && !(copy.SavedAt == key.At && copy.ArticleId >= key.Id));
        if (question.Since is { } since)
            copies = copies.Where(copy => copy.SavedAt >= since);
        if (question.Until is { } until)
            copies = copies.Where(copy => copy.SavedAt < until);
        return await Asked(articles, question).Join(copies, article => article.Id, copy => copy.ArticleId, (article, copy) => new Row { Article = article, Copy = copy })
            .OrderByDescending(row => row.Copy!.SavedAt).ThenByDescending(row => row.Copy!.ArticleId).Take(take).Select(Shown).ToListAsync(cancel);
    }

    private IQueryable<Article> Asked(IQueryable<Article> articles, DeskQuestion question)
    {
        if (question.OwnerId is { } owner)
            articles = articles.Where(article => article.OwnerId == owner);
        if (question.Sections is [var only])
            articles = articles.Where(article => article.SectionId == only);
        else if (question.Sections.Count > 0)
            articles = articles.Where(article => question.Sections.Contains(article.SectionId));
        if (question.Language is { } language)
            articles = articles.Where(article => article.Language == language.Code);
        if (question.Author is { } author)
        {
            var signed = db.Set<Byline>().Where(byline => byline.AuthorId == author).Select(byline => byline.ArticleId).Concat(Naming(WorkingCopy.AuthorName(author)));
            articles = articles.Where(article => signed.Contains(article.Id));
        }
        if (question.Tag is { } tag)
        {
            var tagged = db.Set<ArticleTag>().Where(carried => carried.TagId == tag).Select(carried => carried.ArticleId).Concat(Naming(WorkingCopy.TagName(tag)));
            articles = articles.Where(article => tagged.Contains(article.Id));
        }
        foreach (var word in question.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            articles = articles.Holding((word, article => article.Title));
        return articles;
    }

    /// <summary>The articles whose working copy names it.</summary>
    private IQueryable<long> Naming(string name) => db.Set<WorkingCopy>().Where(copy => copy.Names.Contains(name)).Select(copy => copy.ArticleId);

    private IQueryable<Row> WithCopies(IQueryable<Article> articles) =>
        articles.GroupJoin(db.Set<WorkingCopy>(), article => article.Id, copy => copy.ArticleId, (article, copies) => new { article, copies })
            .SelectMany(pair => pair.copies.DefaultIfEmpty(), (pair, copy) => new Row { Article = pair.article, Copy = copy });

    private static List<DeskArticle> Merged(int take, List<DeskArticle> some, List<DeskArticle> others) =>
        [.. some.Concat(others).OrderByDescending(article => article.ChangedAt).ThenByDescending(article => article.Id).Take(take)];

    private static readonly Expression<Func<Row, DeskArticle>> Shown = row => new DeskArticle
    {
        Id = row.Article.Id,
        Title = row.Copy == null || row.Copy.Title == "" ? row.Article.Title : row.Copy.Title,
        Language = row.Article.Language,
        SectionId = row.Article.SectionId,
        Slug = row.Article.Slug,
        State = row.Article.State,
        OwnerId = row.Article.OwnerId,
        PublishedAt = row.Article.PublishedAt,
        ScheduledFor = row.Article.ScheduledFor,
        ChangedAt = row.Copy == null || row.Copy.SavedAt < row.Article.TouchedAt ? row.Article.TouchedAt : row.Copy.SavedAt,
        Stage = row.Copy == null ? null : row.Copy.Stage,
        AuthorIds = row.Copy == null ? null : row.Copy.AuthorIds,
    };

    private sealed class Row
    {
        public required Article Article { get; init; }
        public required WorkingCopy? Copy { get; init; }
    }
}
