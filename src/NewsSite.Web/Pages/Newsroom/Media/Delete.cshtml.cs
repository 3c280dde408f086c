using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Employers;
using NewsSite.Newsroom.Media;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>Deletes a picture, after saying who goes without it.</summary>
[Authorize(Policies.Edit)]
public sealed class DeleteModel(MediaLibrary library, MediaUses uses, PictureLogos logos, MediaDesk desk, IStringLocalizer<Interface> texts) : MediaPage(library)
{
    [BindProperty]
    public int Version { get; set; }

    public MediaUseList Uses { get; private set; } = new([], HasMore: false);
    public IReadOnlyList<LogoUse> Logos { get; private set; } = [];

    public bool IsUsed => Uses.Items.Count + Logos.Count > 0;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is > 0 and var missing)
            return StatusCode(missing);
        await LoadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is > 0 and var missing)
            return StatusCode(missing);
        if (!ModelState.IsValid || await desk.DeleteAsync(id, Version, cancel) is not { IsConflict: false } deleted)
        {
            ModelState.Clear();
            await LoadAsync(cancel);
            return Wrong("", texts["Somebody else has changed this picture since. Look at it once more."], StatusCodes.Status409Conflict);
        }
        return Done("/media", texts["The picture {0} is deleted.", deleted.Item.FileName]);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Version = Item.Version;
        Uses = await uses.OfAsync(Item.Id, cancel);
        Logos = await logos.OfAsync(Item.Renditions.Select(rendition => rendition.File).Concat(Item.FormerFiles), cancel);
    }
}
