using NewsSite.Platform.Files;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Transfer.Demo;

/// <summary>Puts the demo paper's picture files into the file store.</summary>
internal sealed class DemoPictures(FileStore files)
{
    /// <summary>The widths that every picture comes in, in pixels.</summary>
    private static readonly int[] Widths = [400, 800, 1600];

    public async Task<IReadOnlyList<Rendition>> KeepAsync(DemoPicture picture, CancellationToken cancel)
    {
        var renditions = new List<Rendition>();
        foreach (var width in Widths)
            renditions.Add(await KeepAsync($"Demo/Pictures/{picture.Key}-{width}.webp", cancel));
        return renditions;
    }

    public Task<Rendition> PortraitAsync(DemoAuthor author, CancellationToken cancel) =>
        KeepAsync($"Demo/Portraits/{author.Slug}.webp", cancel);

    public Task<Rendition> LogoAsync(DemoEmployer employer, CancellationToken cancel) =>
        KeepAsync($"Demo/Logos/{employer.Slug}.webp", cancel);

    private async Task<Rendition> KeepAsync(string name, CancellationToken cancel)
    {
        var bytes = DemoFiles.Bytes(name);
        var picture = PictureFile.Read(bytes);
        return new Rendition(await files.KeepAsync(bytes, picture.Extension, cancel), picture.Width, picture.Height);
    }
}
