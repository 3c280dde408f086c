using NewsSite.Newsroom.Media;
using NewsSite.Platform.Files;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Transfer.Imports;

namespace NewsSite.Transfer.Wordpress.Media;

/// <summary>Takes the sizes of a picture into the file store: the largest and those that keep its proportions (WordPress also cuts squares).</summary>
internal sealed class Renditions(FileStore files, MediaFolder folder)
{
    private const int MaxSizes = 8;

    /// <returns>The sizes, from the smallest; and whether those that pages choose from are still to be made of them.</returns>
    public async Task<(IReadOnlyList<Rendition> Sizes, bool LacksSizes)> TakeAsync(string upload, ImportReport report, CancellationToken cancel)
    {
        var pictures = new List<(PictureFile File, string Path)>();
        foreach (var path in folder.Find(upload))
        {
            if (await ReadAsync(path, report, cancel) is { } picture)
                pictures.Add((picture, path));
        }
        if (pictures.Count == 0)
            return ([], false);
        var largest = pictures.MaxBy(picture => (long)picture.File.Width * picture.File.Height).File;
        var kept = new List<Rendition>();
        foreach (var (picture, _) in pictures.Where(picture => KeepsProportions(picture.File, largest)).DistinctBy(picture => picture.File.Width)
            .OrderByDescending(picture => picture.File.Width).Take(MaxSizes))
        {
            var name = await files.KeepAsync(picture.Cleaned(), picture.Extension, cancel);
            kept.Add(new Rendition(name, picture.Width, picture.Height));
        }
        kept.Reverse();
        // An animation would lose its movement, so it stays as it is.
        return (kept, largest.Format != PictureFormat.Gif && PictureWidths.Of(largest.Width).Except(kept.Select(rendition => rendition.Width)).Any());
    }

    private static async Task<PictureFile?> ReadAsync(string path, ImportReport report, CancellationToken cancel)
    {
        try
        {
            if (new FileInfo(path).Length > PictureFile.MaxBytes)
                throw new PictureFileException(PictureFault.TooHeavy, $"The file is larger than {PictureFile.MaxBytes / 1024 / 1024} MB.");
            return PictureFile.Read(await File.ReadAllBytesAsync(path, cancel));
        }
        catch (PictureFileException refused)
        {
            report.Note("Picture files that were refused", refused.Message, Path.GetFileName(path));
            return null;
        }
    }

    /// <summary>Sizes are whole pixels, so a small one may be off by one.</summary>
    private static bool KeepsProportions(PictureFile size, PictureFile largest) =>
        Math.Abs(((double)size.Width * largest.Height / largest.Width) - size.Height) <= 1 + (size.Height * 0.01);
}
