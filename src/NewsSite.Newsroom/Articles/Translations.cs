using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Articles;

/// <summary>The same story in another language, published or not.</summary>
public sealed record Translation(long Id, string Language, string Title, ArticleState State);

/// <summary>What came of linking.</summary>
public enum Linking
{
    Linked,
    NotThere,

    /// <summary>A translation is in another language.</summary>
    SameLanguage,

    /// <summary>The story is told in one of the languages by another article already.</summary>
    LanguageTaken,
}

/// <summary>
/// Links between articles that tell the same story in other languages. A group is named by the id of one of its members, so that
/// no two groups can get the same name. Every method saves its own write.
/// </summary>
public sealed class Translations(NewsDb db, AuditTrail audit)
{
    /// <summary>The others of the article's group.</summary>
    public async Task<IReadOnlyList<Translation>> OfAsync(long articleId, CancellationToken cancel = default)
    {
        var group = await db.Set<Article>().Where(article => article.Id == articleId).Select(article => article.TranslationGroup).SingleOrDefaultAsync(cancel);
        return group is null ? [] : await db.Set<Article>().AsNoTracking().Where(article => article.TranslationGroup == group && article.Id != articleId)
            .OrderBy(article => article.Language).Select(article => new Translation(article.Id, article.Language, article.Title, article.State)).ToListAsync(cancel);
    }

    public async Task<Linking> LinkAsync(long articleId, long otherId, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var (article, other) = (await FindAsync(articleId, cancel), await FindAsync(otherId, cancel));
        if (article is null || other is null)
            return Linking.NotThere;
        if (article.Language == other.Language)
            return Linking.SameLanguage;
        var members = await GroupAsync(article, cancel);
        if (!members.Contains(other))
            members.AddRange(await GroupAsync(other, cancel));
        if (members.GroupBy(member => member.Language).Any(language => language.Count() > 1))
            return Linking.LanguageTaken;
        Join(members);
        audit.Note(new AuditNote { Verb = "link translation", Kind = article.Kind, Id = article.Id, Thing = article.Title, Details = new { other = other.Id } });
        await write.CommitAsync(cancel);
        return Linking.Linked;
    }

    /// <summary>Takes the article out of its group; the others stay together.</summary>
    public async Task UnlinkAsync(long articleId, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindAsync(articleId, cancel) is not { TranslationGroup: not null } article)
            return;
        var others = await GroupAsync(article, cancel);
        others.Remove(article);
        article.TranslationGroup = null;
        db.Note(article);
        Join(others);
        audit.Note(new AuditNote { Verb = "unlink translation", Kind = article.Kind, Id = article.Id, Thing = article.Title });
        await write.CommitAsync(cancel);
    }

    /// <summary>One alone is no group.</summary>
    private void Join(List<Article> members)
    {
        foreach (var member in members)
        {
            member.TranslationGroup = members.Count > 1 ? members.Min(one => one.Id) : null;
            db.Note(member);
        }
    }

    private async Task<List<Article>> GroupAsync(Article article, CancellationToken cancel) => article.TranslationGroup is null
        ? [article]
        : await db.Set<Article>().Where(member => member.TranslationGroup == article.TranslationGroup).ToListAsync(cancel);

    private Task<Article?> FindAsync(long id, CancellationToken cancel) => db.Set<Article>().SingleOrDefaultAsync(article => article.Id == id, cancel);
}
