using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Media;

/// <summary>What came of a change.</summary>
/// <param name="IsConflict">Somebody else changed it since; <paramref name="Item"/> is theirs and nothing was written.</param>
public sealed record ChangedMedia(MediaItem Item, bool IsConflict);

/// <summary>What may be done with pictures. Every method saves its own write, and notes it in the audit trail.</summary>
public sealed class MediaDesk(NewsDb db, FileStore files, HeldFiles held, AuditTrail trail, PaperClock clock, IEnumerable<IFileHolder> holders)
{
    private const string Kind = "media";

    public async Task<MediaItem> AddAsync(CheckedPicture picture, CancellationToken cancel = default)
    {
        var item = new MediaItem { FileName = picture.Name, CreatedAt = clock.Now };
        await KeepAsync(picture, async kept =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            item.Show(kept, picture.LacksSizes);
            db.Add(item);
            await db.SaveChangesAsync(cancel);
            Note("add picture", item);
            await write.CommitAsync(cancel);
            return true;
        }, cancel);
        return item;
    }

    /// <param name="id">Of the picture.</param>
    /// <param name="version">The version that the change started from.</param>
    /// <param name="words">What is said about it from now on.</param>
    /// <param name="cancel">Ends with the request.</param>
    /// <returns>Null where there is no such picture, or not any more.</returns>
    public Task<ChangedMedia?> DescribeAsync(long id, int version, MediaWords words, CancellationToken cancel = default) =>
        ChangeAsync(id, version, item =>
        {
            var before = MediaWords.Of(item);
            item.Describe(words);
            Note("edit picture", item, words.Against(before));
            return true;
        }, cancel);

    /// <summary>Puts other files in the place of these: every use shows them. The words stay, the focal point goes back to the centre.</summary>
    /// <param name="id">Of the picture.</param>
    /// <param name="version">The version that the change started from.</param>
    /// <param name="picture">The new picture.</param>
    /// <param name="cancel">Ends with the request.</param>
    /// <inheritdoc cref="DescribeAsync"/>
    public async Task<ChangedMedia?> ReplaceAsync(long id, int version, CheckedPicture picture, CancellationToken cancel = default)
    {
        ChangedMedia? changed = null;
        await KeepAsync(picture, async kept => (changed = await ChangeAsync(id, version, async item =>
        {
            var before = item.FileName;
            item.Show(kept, picture.LacksSizes);
            item.FileName = picture.Name;
            (item.FocusX, item.FocusY) = (Focus.Centre.X, Focus.Centre.Y);
            foreach (var holder in holders)
                await holder.FollowAsync([.. item.FormerFiles], item.In(Language.Default), cancel);
            Note("replace picture", item, new { before });
            return true;
        }, cancel)) is { IsConflict: false }, cancel);
        return changed;
    }

    /// <summary>Gives an imported picture the sizes that a browser made of it.</summary>
    /// <exception cref="MediaRefusedException">They are not sizes of this picture.</exception>
    /// <inheritdoc cref="DescribeAsync"/>
    public async Task<MediaItem?> CompleteAsync(long id, CheckedPicture picture, CancellationToken cancel = default)
    {
        ChangedMedia? changed = null;
        var isDone = false;
        await KeepAsync(picture, async kept =>
        {
            changed = await ChangeAsync(id, version: null, item => isDone = Complete(item, picture, kept), cancel);
            return isDone;
        }, cancel);
        return changed?.Item;
    }

    /// <summary>
    /// Takes a picture and its files away for good. Whatever showed it goes on without it: the texts still name it, and show
    /// nothing in its place.
    /// </summary>
    /// <inheritdoc cref="DescribeAsync"/>
    public async Task<ChangedMedia?> DeleteAsync(long id, int version, CancellationToken cancel = default)
    {
        IReadOnlyList<string> released = [];
        var changed = await ChangeAsync(id, version, item =>
        {
            released = item.Delete(clock.Now);
            Note("delete picture", item);
            return true;
        }, cancel);
        await RemoveAsync(released, cancel);
        return changed;
    }

    private bool Complete(MediaItem item, CheckedPicture picture, IReadOnlyList<Rendition> kept)
    {
        if (!item.HasFile || !item.LacksSizes)
            return false;
        if (!picture.AreSizesOf(item.Renditions[^1]))
            throw new MediaRefusedException(MediaFault.OtherShape, $"These are not sizes of picture {item.Id}.");
        item.Show(kept, lacksSizes: false);
        Note("make sizes", item);
        return true;
    }

    /// <param name="id">Of the picture.</param>
    /// <param name="version">Null: whatever it is.</param>
    /// <param name="change">False: there is nothing to change.</param>
    /// <param name="cancel">Ends with the request.</param>
    private Task<ChangedMedia?> ChangeAsync(long id, int? version, Func<MediaItem, bool> change, CancellationToken cancel) =>
        ChangeAsync(id, version, item => Task.FromResult(change(item)), cancel);

    private async Task<ChangedMedia?> ChangeAsync(long id, int? version, Func<MediaItem, Task<bool>> change, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var item = await db.Set<MediaItem>().SingleOrDefaultAsync(item => item.Id == id && item.DeletedAt == null, cancel);
        if (item is null)
            return null;
        if (version is { } expected && item.Version != expected)
            return new ChangedMedia(item, IsConflict: true);
        if (!await change(item))
            return new ChangedMedia(item, IsConflict: false);
        db.Note(item);
        try
        {
            await write.CommitAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await db.Set<MediaItem>().AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancel) is { } theirs ? new ChangedMedia(theirs, IsConflict: true) : null;
        }
        return new ChangedMedia(item, IsConflict: false);
    }

    /// <summary>
    /// Keeps the files, writes the rows that name them, and looks once more whether somebody took a file away in between. If
    /// nothing was written, no file is left.
    /// </summary>
    /// <param name="picture">The picture.</param>
    /// <param name="write">Whether the files are named now.</param>
    /// <param name="cancel">Ends with the request.</param>
    private async Task KeepAsync(CheckedPicture picture, Func<IReadOnlyList<Rendition>, Task<bool>> write, CancellationToken cancel)
    {
        var kept = new List<Rendition>();
        var isWritten = false;
        try
        {
            foreach (var file in picture.Files)
                kept.Add(new Rendition(await files.KeepAsync(file.Cleaned(), file.Extension, cancel), file.Width, file.Height));
            isWritten = await write(kept);
        }
        finally
        {
            if (!isWritten)
            {
                db.ChangeTracker.Clear();
                await RemoveAsync(kept.Select(rendition => rendition.File), CancellationToken.None);
            }
        }
        foreach (var file in isWritten ? picture.Files : [])
            await files.KeepAsync(file.Cleaned(), file.Extension, CancellationToken.None);
    }

    private async Task RemoveAsync(IEnumerable<string> names, CancellationToken cancel)
    {
        foreach (var name in names)
            await held.RemoveAsync(name, cancel);
    }

    private void Note(string verb, MediaItem item, object? details = null) =>
        trail.Note(new AuditNote { Verb = verb, Kind = Kind, Id = item.Id, Thing = item.FileName, Details = details });
}
