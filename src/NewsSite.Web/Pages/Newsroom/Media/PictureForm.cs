using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using NewsSite.Newsroom.Media;

namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>A picture as the editor's script sends it: a name, the picture's measures, and a file for each size.</summary>
/// <param name="Name">The file's name on the editor's machine; null where it is not sent.</param>
internal sealed record PictureForm(string? Name, int Width, int Height, IReadOnlyList<ReadOnlyMemory<byte>> Sizes);

/// <summary>The body is no such form.</summary>
/// <param name="status">413 where it is too large, else 400.</param>
internal sealed class PictureFormException(int status) : Exception("The body is no picture form.")
{
    public int Status => status;
}

/// <summary>
/// Reads the form as it arrives and stops at the first byte too many: nothing is written to disk, and no more is held in memory
/// than a picture in all its sizes may have.
/// </summary>
internal static partial class PictureFormReader
{
    /// <summary>In bytes. A size 1920 pixels wide has a tenth of this as WebP, and a quarter as JPEG.</summary>
    public const int MaxSize = 8 * 1024 * 1024;

    /// <summary>In bytes, the whole form.</summary>
    public const int MaxBody = 20 * 1024 * 1024;

    private const int MaxField = 2048;
    private const int MaxParts = 12;

    /// <exception cref="PictureFormException">It is no such form, or too large.</exception>
    /// <exception cref="MediaRefusedException">A file has a name that none of ours has.</exception>
    public static async Task<PictureForm> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > MaxBody)
            throw new PictureFormException(StatusCodes.Status413PayloadTooLarge);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
            throw new PictureFormException(StatusCodes.Status400BadRequest);
        var reader = new MultipartReader(boundary.Value!, request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4096 };
        var (fields, sizes) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<ReadOnlyMemory<byte>>());
        var left = MaxBody;
        try
        {
            for (var parts = 0; await reader.ReadNextSectionAsync(cancel) is { } section; parts++)
            {
                if (parts == MaxParts || !ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                    throw new PictureFormException(StatusCodes.Status400BadRequest);
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                var isFile = name == "renditions";
                if (isFile)
                    CheckName(HeaderUtilities.RemoveQuotes(disposition.FileName.HasValue ? disposition.FileName : disposition.FileNameStar).ToString());
                var content = await ReadAsync(section.Body, Math.Min(left, isFile ? MaxSize : MaxField), cancel);
                left -= content.Length;
                if (!isFile)
                    fields[name] = Encoding.UTF8.GetString(content.Span);
                else if (sizes.Count < CheckedPicture.MaxSizes)
                    sizes.Add(content);
                else
                    throw new MediaRefusedException(MediaFault.TooManyFiles, $"There are more than {CheckedPicture.MaxSizes} files.");
            }
        }
        catch (BadHttpRequestException refused)
        {
            throw new PictureFormException(refused.StatusCode);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            // Cut off, or its lines are longer than any of ours.
            throw new PictureFormException(StatusCodes.Status400BadRequest);
        }
        return new PictureForm(fields.GetValueOrDefault("name"), Number(fields, "width"), Number(fields, "height"), sizes);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, int most, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancel)) > 0)
        {
            if (content.Length + read > most)
                throw new PictureFormException(StatusCodes.Status413PayloadTooLarge);
            content.Write(buffer, 0, read);
        }
        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    private static void CheckName(string name)
    {
        if (!SizeName().IsMatch(name))
            throw new MediaRefusedException(MediaFault.BadName, "A size has a name that is none of ours.");
    }

    private static int Number(Dictionary<string, string> fields, string name) =>
        int.TryParse(fields.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^[0-9]{1,5}x[0-9]{1,5}\.(webp|jpg|png)\z")]
    private static partial Regex SizeName();
}
