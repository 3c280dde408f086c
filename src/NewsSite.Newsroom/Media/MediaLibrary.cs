using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Profile;
using NewsSite.Platform.Database;
using NewsSite.Platform.Paging;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Media;

/// <summary>What part of the library is asked for.</summary>
public enum MediaFilter
{
    All,

    /// <summary>No text, author or page shows it, nor did an older version.</summary>
    Unused,
    RightsEndSoon,
    RightsEnded,
    NoAlt,

    /// <summary>Imported, and the file was not there.</summary>
    NoFile,
}

public sealed record MediaQuestion
{
    /// <summary>Words of the name, the credit, the alternative text or the caption; each may be the beginning of one.</summary>
    public string Words { get; init; } = "";
    public MediaFilter Filter { get; init; }

    /// <summary>Only what can be shown.</summary>
    public bool WithFile { get; init; }
}

/// <summary>What may be asked of the pictures. Deleted ones are only found by their id.</summary>
public sealed class MediaLibrary(NewsDb db, PaperClock clock)
{
    /// <summary>So long before the end of the rights the desk is told.</summary>
    public const int SoonDays = 30;

    private IQueryable<MediaItem> Kept => db.Set<MediaItem>().AsNoTracking().Where(item => item.DeletedAt == null);

    public async Task<ListPage<MediaItem>> PageAsync(MediaQuestion question, int size, ListKey? before = null, CancellationToken cancel = default)
    {
        var found = Matching(question);
        if (before is { } key)
            found = found.Where(item => item.CreatedAt < key.At || (item.CreatedAt == key.At && item.Id < key.Id));
        // The ids alone are read from the index; whole rows only of those that are shown.
        var ids = await found.OrderByDescending(item => item.CreatedAt).ThenByDescending(item => item.Id).Select(item => item.Id).Take(size + 1).ToListAsync(cancel);
        var page = ListPage<long>.Of(ids, size);
        var items = await db.Set<MediaItem>().AsNoTracking().Where(item => page.Items.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancel);
        return new ListPage<MediaItem>([.. page.Items.Select(id => items[id])], page.HasMore);
    }

    /// <summary>Also one that was deleted; null where there never was one.</summary>
    public Task<MediaItem?> FindAsync(long id, CancellationToken cancel = default) =>
        db.Set<MediaItem>().AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancel);

    /// <summary>Those of these ids that are kept, in their order.</summary>
    public async Task<IReadOnlyList<MediaItem>> FindAsync(IReadOnlyList<long> ids, CancellationToken cancel = default)
    {
        var items = await Kept.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancel);
        return [.. ids.Distinct().Where(items.ContainsKey).Select(id => items[id])];
    }

    /// <summary>Pictures whose sizes are still to be made, the oldest first.</summary>
    /// <param name="without">Those that could not be made.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<IReadOnlyList<MediaItem>> LackingSizesAsync(IReadOnlyList<long> without, int size, CancellationToken cancel = default) =>
        await Lacking.Where(item => !without.Contains(item.Id)).OrderBy(item => item.Id).Take(size).ToListAsync(cancel);

    public Task<int> CountLackingSizesAsync(IReadOnlyList<long> without, CancellationToken cancel = default) =>
        Lacking.CountAsync(item => !without.Contains(item.Id), cancel);

    private IQueryable<MediaItem> Lacking => Kept.Where(item => item.LacksSizes);

    private IQueryable<MediaItem> Matching(MediaQuestion question)
    {
        var media = Kept;
        if (question.WithFile)
            media = media.Where(item => item.HasFile);
        foreach (var word in SearchWords.Asked(question.Words))
            media = media.Where(item => item.Words.Contains(word));
        var today = clock.Today;
        var soon = today.AddDays(SoonDays);
        return question.Filter switch
        {
            MediaFilter.Unused => media.Where(item =>
                !db.Set<VersionPicture>().Any(picture => picture.MediaId == item.Id)
                && !db.Set<CopyPicture>().Any(picture => picture.MediaId == item.Id)
                && !db.Set<PagePicture>().Any(picture => picture.MediaId == item.Id)
                && !db.Set<Author>().Any(author => author.PortraitId == item.Id)
                && !db.Set<PaperProfile>().Any(profile => profile.LogoId == item.Id)),
            MediaFilter.RightsEndSoon => media.Where(item => item.RightsEnd >= today && item.RightsEnd <= soon),
            MediaFilter.RightsEnded => media.Where(item => item.RightsEnd < today),
            MediaFilter.NoAlt => media.Where(item => item.LacksAlt),
            MediaFilter.NoFile => media.Where(item => !item.HasFile),
            _ => media,
        };
    }
}
