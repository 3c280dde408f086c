using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.WorkingCopies;

/// <summary>A field of an article that names something else.</summary>
public enum Reference
{
    Section,
    Hero,
    Authors,
    Tags,
}

/// <summary>What an article's content names: sections, pictures, authors and tags come and go while somebody writes.</summary>
public sealed class References(NewsDb db)
{
    /// <summary>The fields that name what is not there, beside what was named before: that may have gone since.</summary>
    public async Task<IReadOnlyList<Reference>> MissingAsync(ArticleContent content, ArticleContent before, CancellationToken cancel = default)
    {
        var missing = new List<Reference>();
        if (!await db.Set<Section>().AnyAsync(section => section.Id == content.SectionId, cancel))
            missing.Add(Reference.Section);
        if (content.Text.HeroId is { } hero && hero != before.Text.HeroId && !await db.Set<MediaItem>().AnyAsync(item => item.Id == hero && item.DeletedAt == null, cancel))
            missing.Add(Reference.Hero);
        var authors = content.AuthorIds.Except(before.AuthorIds).ToList();
        if (authors.Count > 0 && await db.Set<Author>().CountAsync(author => authors.Contains(author.Id), cancel) < authors.Count)
            missing.Add(Reference.Authors);
        var tags = content.TagIds.Except(before.TagIds).ToList();
        if (tags.Count > 0 && await db.Set<Tag>().CountAsync(tag => tags.Contains(tag.Id), cancel) < tags.Count)
            missing.Add(Reference.Tags);
        return missing;
    }

    /// <summary>The content without what has gone since it was written: a deleted picture must not keep an article from being published.</summary>
    public async Task<ArticleContent> WithoutGoneAsync(ArticleContent content, CancellationToken cancel = default)
    {
        var authors = await db.Set<Author>().Where(author => content.AuthorIds.Contains(author.Id)).Select(author => author.Id).ToListAsync(cancel);
        var tags = await db.Set<Tag>().Where(tag => content.TagIds.Contains(tag.Id)).Select(tag => tag.Id).ToListAsync(cancel);
        var hero = content.Text.HeroId is { } id && await db.Set<MediaItem>().AnyAsync(item => item.Id == id, cancel) ? content.Text.HeroId : null;
        return content with
        {
            Text = content.Text with { HeroId = hero },
            AuthorIds = [.. content.AuthorIds.Where(authors.Contains)],
            TagIds = [.. content.TagIds.Where(tags.Contains)],
        };
    }
}
