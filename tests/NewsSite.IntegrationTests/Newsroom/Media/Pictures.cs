using NewsSite.Newsroom.Media;
using NewsSite.Tests.Platform.Files.Pictures;

namespace NewsSite.IntegrationTests.Newsroom.Media;

/// <summary>Pictures as a browser sends them.</summary>
internal static class Pictures
{
    /// <summary>All the sizes of a picture that many pixels wide, each a file of its own.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Sizes(int width, int height, string kind = "webp") =>
        [.. PictureWidths.Of(width).Select(each => (ReadOnlyMemory<byte>)PictureSamples.Clean(kind, each, (int)Math.Round((double)height * each / width)))];

    public static CheckedPicture Of(string name, int width = 900, int height = 600) => CheckedPicture.OfSizes(name, width, height, Sizes(width, height));

    /// <summary>The files that a paper keeps, by name.</summary>
    public static IReadOnlyList<string> Files(Paper paper)
    {
        var folder = new DirectoryInfo(Path.Combine(paper.Folder, "media"));
        return folder.Exists ? [.. folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name).Order(StringComparer.Ordinal)] : [];
    }
}
