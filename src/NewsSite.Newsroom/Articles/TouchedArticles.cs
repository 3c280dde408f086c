using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Articles;

/// <summary>
/// Notes, one by one, the articles that are found otherwise from now on because something that they carry is changed: whoever
/// follows the change log then looks at articles only. To be called in the write that changes it, while it is still carried.
/// </summary>
public static class TouchedArticles
{
    public static async Task NoteTaggedAsync(this NewsDb db, long tagId, CancellationToken cancel = default) =>
        db.NoteAll(ArticleDocuments.Noun, await db.Set<ArticleTag>().Where(tag => tag.TagId == tagId && tag.PublishedAt != null).Select(tag => tag.ArticleId).ToListAsync(cancel));

    public static async Task NoteSignedAsync(this NewsDb db, long authorId, CancellationToken cancel = default) =>
        db.NoteAll(ArticleDocuments.Noun, await db.Set<Byline>().Where(byline => byline.AuthorId == authorId && byline.PublishedAt != null).Select(byline => byline.ArticleId).ToListAsync(cancel));

    /// <param name="sectionIds">A section with all that lie in it.</param>
    public static async Task NoteFiledAsync(this NewsDb db, IReadOnlyCollection<long> sectionIds, CancellationToken cancel = default) =>
        db.NoteAll(ArticleDocuments.Noun, await db.Set<Article>().Where(article => sectionIds.Contains(article.SectionId) && article.State == ArticleState.Published)
            .Select(article => article.Id).ToListAsync(cancel));
}
