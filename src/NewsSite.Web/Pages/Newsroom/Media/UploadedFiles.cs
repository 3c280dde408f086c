using NewsSite.Newsroom.Media;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>Whole files as a form without script sends them.</summary>
internal static class UploadedFiles
{
    /// <summary>In bytes, for all that one form sends: two of the largest pictures, or many of the usual ones.</summary>
    public const int MaxBody = 2 * PictureFile.MaxBytes + 1024 * 1024;

    /// <exception cref="MediaRefusedException">With the reason.</exception>
    public static async Task<CheckedPicture> CheckAsync(IFormFile file, CancellationToken cancel)
    {
        if (file.Length > PictureFile.MaxBytes)
            throw new MediaRefusedException(MediaFault.TooHeavy, "The file is too large.");
        var content = new byte[(int)file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancel);
        return CheckedPicture.Whole(file.FileName, content);
    }
}
