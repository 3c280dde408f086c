using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>Another file in the place of this one, wherever it is used. With script the sizes are made here; without, later.</summary>
[Authorize(Policies.Edit)]
[RequestSizeLimit(UploadedFiles.MaxBody)]
[RequestFormLimits(MultipartBodyLengthLimit = PictureFile.MaxBytes + 1, ValueCountLimit = 20, ValueLengthLimit = 4096)]
public sealed class ReplaceModel(MediaLibrary library, MediaDesk desk, MediaNotes notes, IStringLocalizer<Interface> texts) : MediaPage(library)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public IFormFile? NewFile { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is > 0 and var missing ? StatusCode(missing) : Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is > 0 and var missing)
            return StatusCode(missing);
        if (NewFile is null)
            return Wrong(nameof(NewFile), notes.Refusal(MediaFault.NoFile));
        try
        {
            if (await desk.ReplaceAsync(id, Version, await UploadedFiles.CheckAsync(NewFile, cancel), cancel) is { IsConflict: false })
                return Done(string.Create(CultureInfo.InvariantCulture, $"/media/{id}"), texts["The picture is replaced."]);
            return Wrong("", texts["Somebody else has changed this picture since. Look at it once more."], StatusCodes.Status409Conflict);
        }
        catch (MediaRefusedException refused)
        {
            return Wrong(nameof(NewFile), notes.Refusal(refused.Fault));
        }
    }
}
