using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>Brings pictures into the library where no script runs: as they came, and their sizes are made later.</summary>
[Authorize(Policies.Write)]
[RequestSizeLimit(UploadedFiles.MaxBody)]
[RequestFormLimits(MultipartBodyLengthLimit = PictureFile.MaxBytes + 1, ValueCountLimit = 20, ValueLengthLimit = 4096)]
public sealed class UploadModel(MediaDesk desk, MediaNotes notes, IStringLocalizer<Interface> texts) : NewsroomPage
{
    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Files.Count == 0)
            return Wrong(nameof(Files), notes.Refusal(MediaFault.NoFile));
        var added = new List<MediaItem>();
        foreach (var file in Files)
        {
            try
            {
                added.Add(await desk.AddAsync(await UploadedFiles.CheckAsync(file, cancel), cancel));
            }
            catch (MediaRefusedException refused)
            {
                ModelState.AddModelError(nameof(Files), $"{file.FileName}: {notes.Refusal(refused.Fault)}");
            }
        }
        var said = added.Count == 1 ? texts["The picture is in the library."].Value : texts["{0} pictures are in the library.", added.Count].Value;
        if (!ModelState.IsValid)
        {
            Said = added.Count > 0 ? said : null;
            return Wrong();
        }
        return Done(added.Count == 1 ? string.Create(CultureInfo.InvariantCulture, $"/media/{added[0].Id}") : "/media", said);
    }
}
